// Reads what a site calls its records and its people: `record` and `people` in site.yaml. A page whose language has
// no such word would fall back to “strike” and “civilians”, so every language of the site needs one.

import Diagnostics
import Formats
import Records
import Text

/// Reads `record` and `people` of the settings.
struct NounReader {
    let fields: YAMLFields
    /// The language of the site, in which words without a language are.
    let language: String

    static let forms = ["zero", "one", "two", "few", "many", "other"]
    private static let genders = ["feminine", "masculine"]
    private static let keys =
        forms.map { YAMLKey($0, .text) } + [YAMLKey("gender", .words(genders))]
    static let shape = YAMLShape.either([.mapping(keys), .byLanguage(.mapping(keys))])

    /// The words of a key by language.
    func read(_ key: String, _ log: inout DiagnosticLog) -> [String: [String: String]] {
        guard let node = fields.node(key) else { return [:] }
        guard case .mapping(let entries, _) = node else {
            fields.report(
                SettingsRule.nounInvalid,
                key,
                "“\(key)” needs its forms for one and for several",
                suggestion: NounReader.example(key),
                &log
            )
            return [:]
        }
        if entries.contains(where: { NounReader.forms.contains($0.key) }) {
            return forms(node, key, language, &log).map { [language: $0] } ?? [:]
        }
        var words: [String: [String: String]] = [:]
        for entry in entries {
            guard LanguageTag.isValid(entry.key) else {
                log.report(
                    SettingsRule.nounInvalid,
                    at: entry.keyLocation,
                    "“\(entry.key.shortened())” is neither a language nor a plural form",
                    excerpt: entry.keyExcerpt,
                    suggestion: NounReader.example(key)
                )
                continue
            }
            words[entry.key] = forms(entry.value, key, entry.key, &log)
        }
        return words
    }

    private func forms(
        _ node: YAMLNode,
        _ key: String,
        _ tag: String,
        _ log: inout DiagnosticLog
    ) -> [String: String]? {
        let needed = NounReader.needed(tag)
        let known = NounReader.keys.names
        let fields = YAMLFields(node, what: "“\(key)”", known: known, log: &log)
        var forms: [String: String] = [:]
        for form in NounReader.forms {
            guard let text = fields.string(form, &log), !text.isEmpty else { continue }
            forms[form] = text
        }
        forms["gender"] = fields.choice("gender", from: NounReader.genders, &log)
        let missing = needed.filter { forms[$0] == nil }
        if missing.isEmpty { return forms }
        if case .mapping = node {
            log.report(
                SettingsRule.nounInvalid,
                at: node.location,
                "“\(key)” lacks the \(missing.count == 1 ? "form" : "forms") “\(missing.joined(separator: "”, “"))” in \(tag)",
                excerpt: node.excerpt,
                suggestion: NounReader.example(key, tag)
            )
        }
        return nil
    }

    /// The forms without which sentences of a language cannot be made.
    private static func needed(_ tag: String) -> [String] {
        isArabic(tag) ? ["one", "two", "few", "many", "other"] : ["one", "other"]
    }

    private static func isArabic(_ tag: String) -> Bool { tag == "ar" || tag.hasPrefix("ar-") }

    private static func example(_ key: String, _ tag: String = "en") -> String {
        let isRecord = key == "record"
        if isArabic(tag) {
            return isRecord
                ? "Write \(key): {ar: {one: هجوم, two: هجومان, few: هجمات, many: هجوماً, other: هجوم, gender: masculine}}."
                : "Write \(key): {ar: {one: صحفي, two: صحفيان, few: صحفيين, many: صحفياً, other: صحفي}}."
        }
        return isRecord
            ? "Write \(key): {en: {one: incident, other: incidents}}."
            : "Write \(key): {en: {one: journalist, other: journalists}}."
    }

    // MARK: - Languages

    /// Reports the languages of articles that have no word where another language has one.
    static func checkLanguages(
        _ settings: SettingsReader,
        _ articles: [Article],
        _ log: inout DiagnosticLog
    ) {
        let nouns = settings.settings.nouns
        for (key, words) in [("record", nouns.record), ("people", nouns.people)]
        where !words.isEmpty {
            var reported: Set<String> = []
            let site = settings.settings.language
            let used =
                settings.settings.languages.map { ($0, "the site") }
                + articles.map {
                    ($0.language.isEmpty ? site : $0.language, $0.location.file)
                }
            for (tag, place) in used where words[tag] == nil && reported.insert(tag).inserted {
                settings.fields.report(
                    SettingsRule.nounInvalid,
                    key,
                    "“\(key)” has no word in \(tag), the language of \(place)",
                    suggestion: "Add the word, so that no page says something else.",
                    &log
                )
            }
        }
    }
}
