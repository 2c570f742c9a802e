import Drawing
import Records

/// The report, counted and planned: everything that a page may say, before any page is rendered.
///
/// Immutable, so that pages render in parallel from it.
final class ReportModel: Sendable {
    /// What `site.yaml` says.
    let settings: SiteSettings
    /// The records.
    let dataset: Dataset
    /// The arithmetic over them.
    let recounting: Recounting
    /// The fields by which strikes are selected.
    let catalog: FieldCatalog
    /// Every figure that the report states.
    let figures: Figures
    /// The figures that every report has.
    let standing: StandingFigures
    /// The summary tables, in the order of the settings.
    let summaries: [SummaryTable]
    /// The articles, planned.
    let articles: [PlannedArticle]
    /// The narratives of strikes by position, planned.
    let narratives: [Int: PlannedText]
    /// Where every page is.
    let places: PagePlaces
    /// The languages by tag.
    let languages: [String: Language]
    /// The language of pages that no article decides.
    let language: Language
    /// Rows read, shown and left out.
    let ledger: RecordLedger
    /// The shapes of the site's own base map.
    let shapes: [MapShape]
    /// What stands for "now", as an RFC 3339 time.
    let timestamp: String
    /// The name and version of this program.
    let generator: String

    init(_ parts: ReportParts) {
        settings = parts.settings
        dataset = parts.dataset
        recounting = parts.recounting
        catalog = parts.catalog
        figures = parts.figures
        standing = parts.standing
        summaries = parts.summaries
        articles = parts.articles
        narratives = parts.narratives
        places = parts.places
        languages = parts.languages
        language = parts.language
        ledger = parts.ledger
        shapes = parts.shapes
        timestamp = parts.timestamp
        generator = parts.generator
    }
}

/// The parts of a ``ReportModel``, as planning collects them.
struct ReportParts {
    var settings: SiteSettings
    var dataset: Dataset
    var recounting: Recounting
    var catalog: FieldCatalog
    var figures: Figures
    var standing: StandingFigures
    var summaries: [SummaryTable]
    var articles: [PlannedArticle]
    var narratives: [Int: PlannedText]
    var places: PagePlaces
    var languages: [String: Language]
    var language: Language
    var ledger: RecordLedger
    var shapes: [MapShape]
    var timestamp: String
    var generator: String
}

/// Rows read, shown and left out, by kind of record.
public struct RecordLedger: Sendable {
    /// One line a kind, in the order of the codebook.
    public var lines: [Line]

    /// Makes a ledger from its lines.
    public init(lines: [Line]) {
        self.lines = lines
    }

    /// The rows of one file.
    public struct Line: Sendable, Hashable {
        /// The kind of record.
        public var kind: ResourceKind
        /// How many rows were read.
        public var read: Int
        /// How many of them are shown.
        public var shown: Int
        /// How many are left out, by reason, in alphabetical order.
        public var leftOut: [Reason]

        /// Makes a line.
        public init(kind: ResourceKind, read: Int, shown: Int, leftOut: [Reason]) {
            self.kind = kind
            self.read = read
            self.shown = shown
            self.leftOut = leftOut
        }
    }

    /// Why rows are left out, and how many.
    public struct Reason: Sendable, Hashable {
        /// The reason.
        public var reason: LeftOut.Reason
        /// How many rows.
        public var rows: Int

        /// Makes a reason with its rows.
        public init(reason: LeftOut.Reason, rows: Int) {
            self.reason = reason
            self.rows = rows
        }
    }
}
