// The rules for the front matter of articles and for the narratives of strikes.

import Diagnostics

/// A rule about an article’s front matter.
public enum ArticleRule: String, Rule {
    case titleMissing = "title-missing"
    case slugInvalid = "slug-invalid"
    case dateInvalid = "article-date-invalid"
    case customValue = "front-matter-value"
    case narrativeWithoutStrike = "narrative-without-strike"

    /// Whether breaking the rule stops the build.
    public var severity: Severity { .error }
}
