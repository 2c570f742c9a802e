// The rules for the front matter of articles and for the narratives of strikes.

import Diagnostics

/// A rule about an article’s front matter.
public enum ArticleRule: String, Rule {
    case titleMissing = "title-missing"
    case slugInvalid = "slug-invalid"
    case dateInvalid = "article-date-invalid"
    case customValue = "front-matter-value"
    case narrativeWithoutStrike = "narrative-without-strike"
    /// An article that may be a draft, though no `draft` says so.
    case draftDoubtful = "draft-doubtful"
    /// A key that is probably a known one, misspelled.
    case keyDoubtful = "key-doubtful"
    /// A file that is a text by its name, but not an article.
    case textNotRead = "text-not-read"

    /// Whether breaking the rule stops the build.
    public var severity: Severity {
        switch self {
        case .titleMissing, .slugInvalid, .dateInvalid, .customValue, .narrativeWithoutStrike,
            .draftDoubtful:
            .error
        case .keyDoubtful, .textNotRead: .warning
        }
    }
}
