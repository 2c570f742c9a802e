// One language may name the months differently from country to country: حزيران in Syria is يونيو in Egypt. A site names its
// country; dates in articles are recognised under every name.

import Diagnostics
import Formats
import Records
import Text

/// Reads the months of countries from a file of words.
enum RegionalMonths {
    /// Reads the months as countries name them, and takes those of the site's country.
    static func read(
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
}
