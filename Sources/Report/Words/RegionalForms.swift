// One language may name the months and write numbers differently from country to country: حزيران in Syria is يونيو in Egypt,
// and ٢٬٠٠٠ there is 2.000 in Tunisia. A site names its country; dates in articles are recognised under every name.

import Diagnostics
import Formats
import Records
import Templates
import Text

/// Reads the months and digits of countries from a file of words.
enum RegionalForms {
    /// Reads the months as countries name them, and takes those of the site's country.
    static func readMonths(
        _ fields: YAMLFields,
        _ regions: [SiteSettings.Region],
        into language: inout LanguageSource,
        log: inout DiagnosticLog
    ) {
        let key = "months_by_country"
        var months: [String: [String]] = [:]
        if let lists = fields.fields(key, known: nil, &log) {
            for entry in lists.entries {
                let names = lists.strings(entry.key, &log)
                if names.count != 12 {
                    lists.report(
                        LanguageRule.wrongCount,
                        entry.key,
                        "the months of “\(entry.key)” have \(names.count) entries, not 12",
                        &log
                    )
                    continue
                }
                language.otherMonths += names
                for country in entry.key.split(separator: " ") { months[String(country)] = names }
            }
        }
        guard let region = regions.first(where: { $0.language == language.tag }) else { return }
        guard let names = months[region.country] else {
            let known = months.keys.sorted().joined(separator: ", ")
            log.report(
                ReadingRule.wrongType,
                at: region.location,
                "the words of “\(language.tag)” have no months of their own for “\(region.country.shortened())”",
                suggestion: known.isEmpty
                    ? "Delete it, or state months in templates/words/\(language.tag).yaml."
                    : "They have them for \(known)."
            )
            return
        }
        language.months = names
        language.shortMonths = names
    }

    /// Takes the digits and separators that the site's country uses, if they are not those of the file.
    static func readNumbers(
        _ fields: YAMLFields,
        _ regions: [SiteSettings.Region],
        into language: inout LanguageSource,
        log: inout DiagnosticLog
    ) {
        guard let lists = fields.fields("numbers_by_country", known: nil, &log) else { return }
        let country = regions.first { $0.language == language.tag }?.country
        for entry in lists.entries {
            guard
                let forms = lists.fields(
                    entry.key,
                    known: ["digits", "group", "decimal_point"],
                    &log
                ),
                let digits = forms.requiredString("digits", &log),
                let group = forms.requiredString("group", &log),
                let point = forms.requiredString("decimal_point", &log)
            else { continue }
            if digits.count != 10 {
                forms.report(
                    LanguageRule.wrongCount,
                    "digits",
                    "the digits of “\(entry.key)” have \(digits.count) characters, not 10",
                    suggestion: "Write the ten digits from zero to nine.",
                    &log
                )
            }
            guard let country, entry.key.split(separator: " ").contains(country[...]) else {
                continue
            }
            language.digits = digits.map { String($0) }
            language.groupSeparator = group
            language.phrases[Word.decimalPoint.key] = Phrase(point)
        }
    }
}
