// The settings and every article may state a language.

import Diagnostics
import Formats

/// Tags of languages, as BCP 47 writes them.
public enum LanguageTag {
    /// Whether a text has the form of a tag.
    public static func isValid(_ tag: String) -> Bool {
        let parts = tag.split(separator: "-", omittingEmptySubsequences: false)
        guard let first = parts.first, (2...3).contains(first.utf8.count) else { return false }
        return parts.allSatisfy { part in
            (1...8).contains(part.utf8.count)
                && part.utf8.allSatisfy(\.isAlphanumeric)
        }
    }
}

extension YAMLFields {
    /// The value of `language`; `nil` if there is none or if it is not a tag, which is reported.
    func languageTag(_ log: inout DiagnosticLog) -> String? {
        guard let tag = string("language", &log) else { return nil }
        if LanguageTag.isValid(tag) { return tag }
        report(
            SettingsRule.languageInvalid,
            "language",
            "“\(tag.shortened())” is not the tag of a language",
            suggestion: "Write it as BCP 47 does: en, ar, pt-BR.",
            &log
        )
        return nil
    }
}
