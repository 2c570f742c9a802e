import Decoding
import Diagnostics
import Formats
import Records
import Templates
import Text

/// Reads the files of interface words, `templates/words/<language>.yaml`.
public enum LanguageReader {
    private static let keys = [
        "language", "reviewed", "direction", "plural", "digits", "group", "months", "months_short",
        "months_by_country", "numbers_by_country",
        "number_words", "number_forms", "number_scales", "number_parts", "number_joiners",
        "number_order", "between_words", "vague_numbers", "dual_nouns", "percent_words",
        "none_words", "casualty_words", "at_least", "at_most", "about", "range_words",
        "unit_words", "blank_words", "record", "people", "person", "words",
    ]

    /// Reads all languages and checks that they have the words and placeholders of the English one.
    public static func read(
        _ words: InterfaceWords,
        log: inout DiagnosticLog
    ) -> [LanguageSource] {
        var languages: [LanguageSource] = []
        var english: [String: Phrase]?
        for (files, own) in read(words.files) {
            log.append(own)
            guard let node = files.tree,
                let language = language(in: node, of: files, words, english: english, log: &log)
            else { continue }
            if files.tag == "en" { english = language.phrases }
            languages.append(language)
        }
        // Records are not always written in the language of the page.
        let blankWords = languages.flatMap(\.blankWords)
        let sources = languages
        for position in languages.indices {
            languages[position].blankWords = blankWords
            languages[position].recordPhrases = sources.map(\.phrases)
        }
        return languages
    }

    /// Reads languages whose files are complete; see ``read(_:log:)``.
    static func read(_ files: [WordsSource], log: inout DiagnosticLog) -> [LanguageSource] {
        read(InterfaceWords(files), log: &log)
    }

    /// Reads all languages as ``read(_:log:)`` does; returns cached results when no file has changed.
    public static func read(
        _ words: InterfaceWords,
        cache: inout ReportCache,
        log: inout DiagnosticLog
    ) -> [LanguageSource] {
        cache.words.output(for: words.input, log: &log) { read(words, log: &$0) }
    }

    /// Reads the YAML, which takes longest and needs nothing of the other languages; the English files come first.
    private static func read(_ files: [WordsSource]) -> [(LanguageFiles, DiagnosticLog)] {
        let trees = ParallelMap.map(files) { file in
            var log = DiagnosticLog()
            return (file, YAMLReader.read(file.text, file: file.file, log: &log), log)
        }
        var tags: [String] = []
        for file in files where !tags.contains(file.tag) { tags.append(file.tag) }
        return (tags.filter { $0 == "en" } + tags.filter { $0 != "en" })
            .map { tag in
                let all = trees.filter { $0.0.tag == tag }
                let original = all.first { $0.0.origin == .program }
                let own = all.first { $0.0.origin != .program }
                var log = DiagnosticLog()
                for (_, _, own) in all { log.append(own) }
                let files = LanguageFiles(
                    tag: tag,
                    original: original?.1,
                    own: own?.0,
                    ownTree: own?.1
                )
                return (files, log)
            }
    }

    private static func language(
        in node: YAMLNode,
        of file: LanguageFiles,
        _ words: InterfaceWords,
        english: [String: Phrase]?,
        log: inout DiagnosticLog
    ) -> LanguageSource? {
        let nouns = words.nouns
        let fields = YAMLFields(node, what: "a file of words", known: keys, log: &log)
        var language = LanguageSource(tag: fields.string("language", &log) ?? file.tag)
        if language.tag != file.tag {
            fields.report(
                LanguageRule.otherLanguage,
                "language",
                "the file is named after “\(file.tag)”, but says that its language is "
                    + "“\(language.tag)”",
                suggestion: "Write language: \(file.tag), and translate the words.",
                &log
            )
            language.tag = file.tag
        }
        language.review = review(in: fields, &log)
        language.isRightToLeft =
            fields.choice("direction", from: ["ltr", "rtl"], &log) == "rtl"
        if let rule = fields.choice("plural", from: PluralRule.allCases.map(\.rawValue), &log) {
            language.pluralRule = PluralRule(rawValue: rule) ?? .oneOther
        }
        language.groupSeparator = fields.string("group", &log) ?? ","
        language.digits = (fields.string("digits", &log) ?? "").map { String($0) }
        language.months = fields.strings("months", &log)
        language.shortMonths = fields.strings("months_short", &log)
        if language.shortMonths.isEmpty { language.shortMonths = language.months }
        RegionalForms.readMonths(fields, words.regions, into: &language, log: &log)
        readNumberWords(fields, into: &language, log: &log)
        for (key, list) in [("months", language.months), ("months_short", language.shortMonths)]
        where list.count != 12 && (key == "months" || fields.has(key)) {
            fields.report(
                LanguageRule.wrongCount,
                key,
                "“\(key)” has \(list.count) entries, not 12",
                &log
            )
        }
        if !language.digits.isEmpty && language.digits.count != 10 {
            fields.report(
                LanguageRule.wrongCount,
                "digits",
                "“digits” has \(language.digits.count) characters, not 10",
                suggestion: "Write the ten digits from zero to nine, or leave it empty.",
                &log
            )
        }
        func noun(_ key: String) -> [String: String] {
            // A file of words that was written before there were sites of people only may lack “person”.
            let person = nouns.areOfPeopleOnly ? forms("person", in: fields, &log) : [:]
            return person.isEmpty ? forms(key, in: fields, &log) : person
        }
        let record = nouns.record[language.tag] ?? noun("record")
        let people = nouns.people[language.tag] ?? noun("people")
        let filling = NounFilling(record: record, people: people, language: language.tag)
        // A numeral beside the site's own words means what it means beside those of the language.
        language.unitWords += NounFilling.texts(nouns.record[language.tag] ?? [:])
        language.casualtyWords += NounFilling.texts(nouns.people[language.tag] ?? [:])
        language.phrases = phrases(
            in: fields,
            of: file,
            words,
            filling,
            rule: language.pluralRule,
            english: english,
            log: &log
        )
        RegionalForms.readNumbers(fields, words.regions, into: &language, log: &log)
        return language
    }

    /// Who reviewed the words, and when.
    private static func review(
        in fields: YAMLFields,
        _ log: inout DiagnosticLog
    ) -> WordsReview? {
        guard case .mapping? = fields.node("reviewed") else {
            let word = fields.choice("reviewed", from: [WordsReview.notReviewed], &log)
            return word == nil ? nil : .outstanding
        }
        guard let review = fields.fields("reviewed", known: ["by", "on"], &log),
            let person = review.requiredString("by", &log),
            let day = review.requiredString("on", &log)
        else { return nil }
        if CalendarDate(iso: day)?.day == nil {
            review.report(
                LanguageRule.reviewInvalid,
                "on",
                "“\(day.shortened())” is not a day",
                suggestion: "Write it as 2026-11-27.",
                &log
            )
        }
        return .by(person, on: day)
    }

    /// The forms of a noun as the file gives them.
    private static func forms(
        _ key: String,
        in fields: YAMLFields,
        _ log: inout DiagnosticLog
    ) -> [String: String] {
        guard let forms = fields.fields(key, known: nil, &log) else { return [:] }
        return Dictionary(
            forms.entries.compactMap { entry in
                entry.value.scalar?.asString.map { (entry.key, $0) }
            },
            uniquingKeysWith: { first, _ in first }
        )
    }

    /// Reads the words by which numerals in articles are found.
    private static func readNumberWords(
        _ fields: YAMLFields,
        into language: inout LanguageSource,
        log: inout DiagnosticLog
    ) {
        func words(_ key: String) -> [String] {
            fields.strings(key, &log).map { $0.lowercased() }
        }
        func numbers(_ key: String) -> [String: Int] {
            var numbers: [String: Int] = [:]
            guard let forms = fields.fields(key, known: nil, &log) else { return [:] }
            for word in forms.entries.map(\.key) {
                numbers[word.lowercased()] = forms.integer(word, &log)
            }
            return numbers
        }
        language.numberWords = words("number_words")
        language.casualtyWords = words("casualty_words")
        language.noneWords = words("none_words")
        language.rangeWords = words("range_words")
        language.unitWords = words("unit_words")
        language.blankWords = words("blank_words")
        language.qualifiers.minimum = words("at_least")
        language.qualifiers.maximum = words("at_most")
        language.qualifiers.approximate = words("about")
        language.numberJoiners = words("number_joiners")
        language.betweenWords = words("between_words")
        language.vagueNumbers = words("vague_numbers")
        language.dualNouns = words("dual_nouns")
        language.percentWords = words("percent_words")
        let orders = NumberOrder.allCases.map(\.rawValue)
        if let order = fields.choice("number_order", from: orders, &log) {
            language.numberOrder = NumberOrder(rawValue: order) ?? .tensFirst
        }
        language.numberVariants = numbers("number_forms")
        language.numberScales = numbers("number_scales")
        language.numberParts = numbers("number_parts")
    }

    private static func phrases(
        in fields: YAMLFields,
        of files: LanguageFiles,
        _ words: InterfaceWords,
        _ filling: NounFilling,
        rule: PluralRule,
        english: [String: Phrase]?,
        log: inout DiagnosticLog
    ) -> [String: Phrase] {
        guard let entries = fields.fields("words", known: nil, &log)?.entries else {
            fields.require("words", &log)
            return [:]
        }
        let originals = files.originalWords
        var phrases: [String: Phrase] = [:]
        for entry in entries {
            guard let phrase = phrase(entry, filling, &log) else { continue }
            phrases[entry.key] = phrase
            guard files.isOwn(entry) else { continue }
            let original = originals[entry.key]
            if files.original != nil, original == nil, !words.isUsed(entry.key) {
                reportUnused(entry, originals, &log)
            }
            let source = original == nil ? "the English text" : "the program’s text"
            let model = original.map { Phrase(forms: texts(byFormOf: $0)) } ?? english?[entry.key]
            guard let model else { continue }
            let extra = phrase.placeholders.subtracting(model.placeholders).sorted()
            let missing = model.placeholders.subtracting(phrase.placeholders)
                .subtracting(["n"]).sorted()
            guard let name = extra.first ?? missing.first else {
                reportForms(of: entry, as: model, in: source, rule, &log)
                continue
            }
            log.report(
                LanguageRule.badPlaceholders,
                at: entry.keyLocation,
                extra.isEmpty
                    ? "“\(entry.key)” lacks {\(name)}, which \(source) has"
                    : "“\(entry.key)” has {\(name)}, which \(source) does not have",
                excerpt: entry.keyExcerpt
            )
        }
        if files.original == nil || words.languages?.contains(files.tag) ?? true {
            reportMissing(entries, fields.entry("words"), files, english: english, log: &log)
        }
        // What is missing is reported once, and not in each template that prints it.
        return phrases.merging(english ?? [:]) { own, _ in own }
    }

    /// Reports a word that takes the place of none and is printed nowhere.
    private static func reportUnused(
        _ entry: YAMLNode.Entry,
        _ originals: [String: YAMLNode],
        _ log: inout DiagnosticLog
    ) {
        log.report(
            LanguageRule.unusedWord,
            at: entry.keyLocation,
            "there is no word “\(entry.key)”, and no template of the site prints it",
            excerpt: entry.keyExcerpt,
            suggestion: Spelling.question(entry.key, originals.keys)
                ?? "`recount templates copy words/en.yaml` writes a file with all words."
        )
    }

    private static func reportMissing(
        _ entries: [YAMLNode.Entry],
        _ words: YAMLNode.Entry?,
        _ files: LanguageFiles,
        english: [String: Phrase]?,
        log: inout DiagnosticLog
    ) {
        let known = Set(entries.map(\.key))
        let needed = Set(Word.allCases.map(\.key)).union(english.map { Set($0.keys) } ?? [])
        // The site may have no file yet for a language of the program.
        let place = words.flatMap { files.isOwn($0) ? $0 : nil }
        for key in needed.subtracting(known).sorted() {
            log.report(
                LanguageRule.missingWord,
                at: place?.keyLocation ?? SourceLocation(file: files.file),
                "the word “\(key)” is missing",
                excerpt: place?.keyExcerpt,
                suggestion: Spelling.question(key, known)
                    ?? english?[key]
                    .map { "In English it is “\($0.text(formatting: PlainFormatting()))”." }
            )
        }
    }

    private static func phrase(
        _ entry: YAMLNode.Entry,
        _ filling: NounFilling,
        _ log: inout DiagnosticLog
    ) -> Phrase? {
        guard case .mapping(let entries, _) = entry.value else {
            return Phrase(filling.filled(entry.value.scalar?.text ?? ""))
        }
        var forms: [PluralCategory: String] = [:]
        for form in entries {
            guard let category = PluralCategory(rawValue: form.key) else {
                log.report(
                    LanguageRule.badPlural,
                    at: form.keyLocation,
                    "“\(form.key)” is not a plural form",
                    excerpt: form.keyExcerpt,
                    suggestion: "The forms are zero, one, two, few, many and other."
                )
                return nil
            }
            forms[category] = filling.filled(form.value.scalar?.text ?? "")
        }
        if forms[.other] == nil {
            log.report(
                LanguageRule.badPlural,
                at: entry.keyLocation,
                "“\(entry.key)” has no form “other”",
                excerpt: entry.keyExcerpt
            )
            return nil
        }
        return Phrase(forms: forms)
    }
}

/// Formats numbers in ASCII digits, for an English text in a message.
struct PlainFormatting: TextFormatting {
    func number(_ value: Int) -> String { String(value) }
    func pluralCategory(_ value: Int) -> PluralCategory { value == 1 ? .one : .other }
}
