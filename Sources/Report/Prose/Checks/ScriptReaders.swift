/// The readers of numerals for one text: that of its language, and those of languages in other scripts.
struct ScriptReaders {
    /// The reader of the text's language.
    let own: NumeralReader
    private let script: Script?
    /// The languages for other scripts; few texts need a reader for one.
    private let others: [Script: Language]
    private let casualtyWords: PhraseTable<Void>

    /// Makes readers; `others` are the languages for scripts that the text's language does not use.
    init(_ language: Language, others: [Script: Language], casualtyWords: PhraseTable<Void>) {
        own = NumeralReader(language: language, casualtyWords: casualtyWords)
        script = language.vocabulary.script
        self.others = others
        self.casualtyWords = casualtyWords
    }

    /// The readers for the words of a part of the text; that of the script of most letters comes first.
    func readers(for part: String) -> [NumeralReader] {
        if others.isEmpty { return [own] }
        let main = Script.most(in: part)
        var readers = [reader(main)]
        for script in Script.all(in: part) where script != main {
            if script == self.script || others[script] != nil { readers.append(reader(script)) }
        }
        return readers
    }

    /// The reader for the script of most letters of a part of the text.
    func reader(for part: String) -> NumeralReader {
        others.isEmpty ? own : reader(Script.most(in: part))
    }

    private func reader(_ script: Script?) -> NumeralReader {
        guard let script, script != self.script, let language = others[script] else { return own }
        return NumeralReader(language: language, casualtyWords: casualtyWords)
    }
}
