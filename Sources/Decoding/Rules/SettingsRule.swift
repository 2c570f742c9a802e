// The rules that content/site.yaml must keep.

import Diagnostics

/// A rule about the settings of a site.
public enum SettingsRule: String, Rule {
    case settingsMissing = "settings-missing"
    case codebookMissing = "codebook-missing"
    case dateInvalid = "setting-date-invalid"
    case periodOrder = "period-order"
    case languageInvalid = "language-invalid"
    case languages = "languages-differ"
    case urlInvalid = "site-url-invalid"
    case measureUnknown = "headline-measure-unknown"
    case summaryUnknown = "summary-unknown"
    case factUnknown = "disclosure-fact-unknown"
    case keyRepeated = "grading-repeated"
    case wordsOfPrivateColumn = "words-of-private-column"
    case nothingCounted = "nothing-counted"
    case basemap = "basemap-not-read"
    case menuEntry = "menu-entry"
    case leakAllowance = "leak-allowance-invalid"
    case minimumCell = "minimum-cell-invalid"
    case ageBands = "age-bands-invalid"
    case point = "point-invalid"
    case nounInvalid = "noun-invalid"
    case recordPath = "record-path-invalid"
    case accent = "accent-invalid"
    case accentContrast = "accent-contrast"
    case personPages = "person-pages-without-ids"
    case contact = "contact-invalid"
    case embeds = "embeds-without-address"

    /// Whether breaking the rule stops the build.
    public var severity: Severity {
        switch self {
        case .nothingCounted:
            return .warning
        case .settingsMissing, .codebookMissing, .dateInvalid, .periodOrder,
            .languageInvalid, .languages, .urlInvalid, .measureUnknown, .summaryUnknown,
            .factUnknown, .keyRepeated, .wordsOfPrivateColumn, .basemap, .menuEntry,
            .leakAllowance, .minimumCell, .ageBands, .point, .nounInvalid, .accent, .accentContrast,
            .personPages, .contact, .embeds, .recordPath:
            return .error
        }
    }
}
