/// The direction in which text runs.
public enum TextDirection: String, Sendable {
    /// From left to right, as in English.
    case ltr
    /// From right to left, as in Arabic.
    case rtl

    /// The direction in which a language is written, from its tag.
    public init(language tag: String) {
        let parts = tag.lowercased().split(separator: "-")
        if parts.count > 1, parts[1].count == 4 {
            self = TextDirection.rightToLeftScripts.contains(String(parts[1])) ? .rtl : .ltr
        } else if let primary = parts.first {
            self = TextDirection.rightToLeftLanguages.contains(String(primary)) ? .rtl : .ltr
        } else {
            self = .ltr
        }
    }

    private static let rightToLeftScripts: Set<String> = [
        "arab", "hebr", "syrc", "thaa", "nkoo", "adlm", "rohg",
    ]
    private static let rightToLeftLanguages: Set<String> = [
        "ar", "he", "iw", "fa", "ur", "ps", "ckb", "sd", "ug", "yi", "dv", "syr", "arc", "prs",
        "azb", "glk", "mzn", "lrc", "pnb", "apc", "acm", "arz", "ajp",
    ]
}
