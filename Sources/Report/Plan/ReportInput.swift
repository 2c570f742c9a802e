import Drawing
import Reading
import Records

/// Everything that a report is made of.
public struct ReportInput: Sendable {
    /// The site as read.
    public var site: SiteContent
    /// The languages of the interface, complete.
    public var languages: [LanguageSource]
    /// The name and version of this program.
    public var generator: String
    /// What stands for "now", as an RFC 3339 time.
    public var timestamp: String

    /// Collects the parts.
    public init(
        site: SiteContent,
        languages: [LanguageSource],
        generator: String,
        timestamp: String
    ) {
        self.site = site
        self.languages = languages
        self.generator = generator
        self.timestamp = timestamp
    }
}
