import Decoding
import Drawing
import Records

/// Everything that a report is made from.
public struct ReportInput: Sendable {
    /// The site as read.
    public var site: SiteContent
    /// The languages of the interface, complete.
    public var languages: [LanguageSource]
    /// The name and version of this program.
    public var generator: String
    /// The time that the report uses as the current one, in RFC 3339.
    public var timestamp: String
    /// The release that is being made; `nil` for a report that belongs to the last release.
    public var release: ReleaseStamp?
    /// Whether a published value that changed without a reason is an error.
    public var requiresReasons = false
    /// What is known of a published file in `media/`, by its path; asked when a page shows the file.
    public var mediumFacts: @Sendable (_ path: String) -> MediumFacts? = { _ in nil }

    /// The ground below maps, read when a map needs it; `nil` for none.
    public var ground: (@Sendable () -> Ground)?

    /// Who reviewed the interface words, by language, where their files say so.
    public var reviews: [String: WordsReview] {
        Dictionary(
            languages.compactMap { language in language.review.map { (language.tag, $0) } },
            uniquingKeysWith: { first, _ in first }
        )
    }

    /// Collects the parts.
    public init(
        site: SiteContent,
        languages: [LanguageSource],
        generator: String,
        timestamp: String,
        release: ReleaseStamp? = nil,
        requiresReasons: Bool = false,
        ground: (@Sendable () -> Ground)? = nil
    ) {
        self.site = site
        self.languages = languages
        self.generator = generator
        self.timestamp = timestamp
        self.release = release
        self.requiresReasons = requiresReasons
        self.ground = ground
    }
}
