// The words of the interface in the language of a translation. Each plural form is an entry of its own, because a
// language of Recount may have forms that gettext's rules do not know, such as one for zero.

import Decoding
import Diagnostics
import Formats
import Report
import Templates

/// The words that translators get, and the file in which the site changes them.
struct ExchangeWords: Sendable {
    let texts: [ExchangeText]
    /// The forms that a word must have, by the word's key.
    private let forms: [String: [PluralCategory]]
    private let path: String
    private let own: String?
    private let start: String

    /// Reads the words of a language.
    init(_ tag: String, theme: Theme, files: InputTree, log: inout DiagnosticLog) throws {
        path = "templates/words/\(tag).yaml"
        let program = ExchangeWords.text(theme, tag)
        own = files.contains(path) ? try files.readText(path, log: &log) : nil
        let english = ExchangeWords.text(theme, "en") ?? ""
        start =
            program != nil
            ? "words:\n"
            : String(decoding: TemplateFolder.words(Array(english.utf8), for: tag), as: UTF8.self)
        let englishTree = ExchangeWords.tree(english)
        var originals = ExchangeWords.words(englishTree)
        if files.contains("templates/words/en.yaml"),
            let text = try files.readText("templates/words/en.yaml", log: &log)
        {
            originals = ExchangeWords.laid(ExchangeWords.words(ExchangeWords.tree(text)), originals)
        }
        let programWords = ExchangeWords.words(program.flatMap(ExchangeWords.tree))
        let ownTree = own.flatMap(ExchangeWords.tree)
        let words = ExchangeWords.laid(ExchangeWords.words(ownTree), programWords)
        let trees = [ownTree, program.flatMap(ExchangeWords.tree), englishTree]
        let rule = trees.lazy.compactMap { $0?.node(["plural"])?.scalar?.text }.first
            .flatMap(PluralRule.init)
        let current = Dictionary(words.map { ($0.key, $0.value) }) { first, _ in first }
        let models = Dictionary(programWords.map { ($0.key, $0.value) }) { first, _ in first }
        var texts: [ExchangeText] = []
        var forms: [String: [PluralCategory]] = [:]
        for entry in originals {
            let word = Word(
                key: entry.key,
                line: entry.keyLocation.line,
                english: ExchangeWords.forms(entry.value),
                current: current[entry.key].map(ExchangeWords.forms) ?? [:],
                model: models[entry.key].map(ExchangeWords.forms),
                isNew: program == nil
            )
            let own = word.texts(rule ?? .oneOther)
            texts += own.texts
            forms[entry.key] = own.forms
        }
        self.texts = texts
        self.forms = forms
    }

    /// One word.
    private struct Word {
        let key: String
        let line: Int
        /// Its texts by form; under `nil` the text of a word without forms.
        let english: [PluralCategory?: String]
        let current: [PluralCategory?: String]
        let model: [PluralCategory?: String]?
        /// Whether the program has no words in the language.
        let isNew: Bool

        func texts(_ rule: PluralRule) -> (texts: [ExchangeText], forms: [PluralCategory]?) {
            let isSingle = current.isEmpty ? english[nil] != nil : current[nil] != nil
            if isSingle { return ([text(nil, [:], rule)], nil) }
            let needed = rule.forms
            let all = PluralCategory.allCases.filter {
                needed.contains($0) || current[$0] != nil
            }
            var examples: [PluralCategory: [Int]] = [:]
            for number in 0...1_000 {
                let category = rule.category(number)
                if examples[category, default: []].count < 4 {
                    examples[category, default: []].append(number)
                }
            }
            return (all.map { text($0, examples, rule) }, needed)
        }

        private func text(
            _ form: PluralCategory?,
            _ examples: [PluralCategory: [Int]],
            _ rule: PluralRule
        ) -> ExchangeText {
            let original = english[form] ?? english[.other] ?? english[nil] ?? ""
            let stated = current[form] ?? ""
            // A file for a language that the program does not have begins with the English words.
            let isCopied = isNew && stated == original && stated.contains(where: \.isLetter)
            var names: Set<String> = []
            for text in (model ?? english).values { names.formUnion(ExchangeText.names(in: text)) }
            var text = ExchangeText(
                address: "words#" + key + (form.map { "/\($0.rawValue)" } ?? ""),
                original: original,
                current: isCopied ? "" : stated
            )
            text.reference = "words/en.yaml:\(line)"
            if let form {
                let numbers = examples[form, default: []].map(String.init)
                let rest = numbers.count < 4 ? "." : " and so on."
                text.notes.append(
                    "The form “\(form.rawValue)”"
                        + (numbers.isEmpty
                            ? "." : ", for " + numbers.joined(separator: ", ") + rest)
                )
            }
            if !names.isEmpty {
                text.notes.append(
                    "Keep " + names.sorted().map { "{\($0)}" }.joined(separator: ", ")
                        + (names.count == 1 ? ", which is filled in." : ", which are filled in.")
                )
            }
            // A form for one number may say it in words, and forms need not have the names of all others.
            var optional: Set<String> = form == nil ? ["n"] : names
            if let form, rule.isForSeveral(form) {
                let general = (model ?? english)[.other] ?? ""
                optional.subtract(ExchangeText.names(in: general))
            }
            text.demand = .names(names, optional: optional)
            return text
        }
    }

    private static func text(_ theme: Theme, _ tag: String) -> String? {
        theme.bytes("words/\(tag).yaml").map { String(decoding: $0, as: UTF8.self) }
    }

    private static func tree(_ text: String) -> YAMLNode? {
        var log = DiagnosticLog()
        return YAMLReader.read(text, file: "", log: &log)
    }

    private static func words(_ tree: YAMLNode?) -> [YAMLNode.Entry] {
        guard case .mapping(let words, _)? = tree?.node(["words"]) else { return [] }
        return words
    }

    private static func laid(
        _ above: [YAMLNode.Entry],
        _ below: [YAMLNode.Entry]
    ) -> [YAMLNode.Entry] {
        let new = Dictionary(above.map { ($0.key, $0) }) { first, _ in first }
        let known = Set(below.map(\.key))
        return below.map { new[$0.key] ?? $0 } + above.filter { !known.contains($0.key) }
    }

    private static func forms(_ node: YAMLNode) -> [PluralCategory?: String] {
        guard case .mapping(let entries, _) = node else { return [nil: node.scalar?.text ?? ""] }
        var forms: [PluralCategory?: String] = [:]
        for entry in entries {
            guard let form = PluralCategory(rawValue: entry.key) else { continue }
            forms[form] = entry.value.scalar?.text ?? ""
        }
        return forms
    }

    // MARK: - Import

    /// What is wrong with words of which some forms are translated, with the address of one of these.
    func problems(_ new: [String: String]) -> [(address: String, problem: ExchangeText.Problem)] {
        var problems: [(String, ExchangeText.Problem)] = []
        for (key, needed) in forms.sorted(by: { $0.key < $1.key }) {
            let own = texts.filter { $0.address.hasPrefix("words#\(key)/") }
            guard let changed = own.first(where: { new[$0.address] != nil }) else { continue }
            var names: Set<String> = []
            var wanted: Set<String> = []
            for text in own {
                let translation = new[text.address] ?? text.current
                names.formUnion(ExchangeText.names(in: translation))
                if case .names(let needed, _) = text.demand { wanted = needed }
                guard translation.isEmpty,
                    let form = needed.first(where: { text.address == "words#\(key)/\($0.rawValue)" }
                    )
                else { continue }
                problems.append(
                    (
                        changed.address,
                        ExchangeText.Problem(
                            message: "the word “\(key)” lacks its form “\(form.rawValue)”",
                            advice: "Translate every form of a word, or none.",
                            part: nil
                        )
                    )
                )
            }
            for name in wanted.subtracting(names).subtracting(["n"]).sorted() {
                problems.append(
                    (
                        changed.address,
                        ExchangeText.Problem(
                            message: "no form of the word “\(key)” has “{\(name)}”",
                            advice: "Keep the names in braces as they are; they are filled in.",
                            part: nil
                        )
                    )
                )
            }
        }
        return problems
    }

    /// The file with new translations, and those that could not be written.
    func changed(_ new: [String: String]) -> ExchangeChange? {
        guard !new.isEmpty else { return nil }
        let base = own ?? start
        let tree = ExchangeWords.tree(base)
        var changes: [YAMLChange] = []
        var addresses: [[String]] = []
        var seen: Set<String> = []
        for text in texts where new[text.address] != nil {
            let name = text.address.dropFirst("words#".count)
            let key = String(name.prefix { $0 != "/" })
            guard name.contains("/") else {
                let path = ["words", key]
                let new = new[text.address] ?? ""
                changes.append(
                    tree?.node(path) == nil
                        ? .insert(key: key, value: .text(new), into: ["words"], after: nil)
                        : .replace(path: path, text: new)
                )
                addresses.append([text.address])
                continue
            }
            guard seen.insert(key).inserted else { continue }
            let all = texts.filter { $0.address.hasPrefix("words#\(key)/") }
            let forms = all.map { text in
                (
                    key: String(text.address.split(separator: "/").last ?? ""),
                    text: new[text.address] ?? text.current, isNew: new[text.address] != nil
                )
            }
            guard case .mapping(let written, _)? = tree?.node(["words", key]) else {
                let texts = forms.filter { !$0.text.isEmpty }.map { ($0.key, $0.text) }
                changes.append(
                    .insert(key: key, value: .texts(texts), into: ["words"], after: nil)
                )
                addresses.append(all.map(\.address))
                continue
            }
            for form in forms where form.isNew {
                changes.append(
                    written.contains { $0.key == form.key }
                        ? .replace(path: ["words", key, form.key], text: form.text)
                        : .insert(
                            key: form.key,
                            value: .text(form.text),
                            into: ["words", key],
                            after: nil
                        )
                )
                addresses.append(["words#\(key)/\(form.key)"])
            }
        }
        let stated = tree?.node(["words"]) == nil ? base.withLastLineEnded + "words:\n" : base
        let result = YAMLEditor.text(stated, changes: changes)
        return ExchangeChange(
            path: path,
            text: result.refused.count == changes.count ? nil : result.text,
            count: new.count,
            byHand: result.refused.flatMap { addresses[$0] }
                .compactMap { address in
                    new[address].map { "\(path): the word “\(address.dropFirst(6))”: \($0)" }
                }
        )
    }
}

/// A file that an import changes.
struct ExchangeChange: Sendable {
    /// The path from the site's folder.
    let path: String
    /// The new text; `nil` when the file stays as it is.
    let text: String?
    /// How many translations are new in it.
    let count: Int
    /// What an author must write, because the file is written in a way that is not changed by a program.
    var byHand: [String] = []
}

extension String {
    /// The text with a line feed at its end.
    var withLastLineEnded: String { isEmpty || hasSuffix("\n") ? self : self + "\n" }
}

extension PluralRule {
    /// The forms that a word needs, in CLDR's order.
    var forms: [PluralCategory] {
        switch self {
        case .none: [.other]
        // Those of whole millions may be left to the form for the rest.
        case .oneOther, .zeroOneOther, .french: [.one, .other]
        case .arabic: [.zero, .one, .two, .few, .many, .other]
        case .slavic: [.one, .few, .many, .other]
        }
    }
}
