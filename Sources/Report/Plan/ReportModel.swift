import Drawing
import Records
import Templates
import Text

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
    /// Which strikes have which values.
    let index: StrikeIndex
    /// Which strikes are near each other.
    let neighbours: Neighbours
    /// The tables that a reader can download.
    let downloads: Downloads
    /// What the records can say at all.
    let held: HeldFacts
    /// The names of the public columns of strikes that have no role.
    let extraColumns: [String]
    /// Every key of the author's own that any article has, sorted.
    let customKeys: [String]
    /// The figures that every report has.
    let standing: StandingFigures
    /// The summary tables, in the order of the settings.
    let summaries: [SummaryTable]
    /// The articles, planned.
    let articles: [PlannedArticle]
    /// The same by language, without the text of the landing page.
    let articlesByLanguage: [String: [PlannedArticle]]
    /// The narratives of strikes by position, planned.
    let narratives: [Int: PlannedText]
    /// Where every page is.
    let places: PagePlaces
    /// The languages by tag.
    let languages: [String: Language]
    /// The language of pages that no article decides.
    let language: Language
    /// What the pages of a language share, by its tag.
    private let editions: [String: Edition]
    /// Rows read, shown and left out.
    let ledger: RecordLedger
    /// The shapes of the site's own base map.
    let shapes: [MapShape]
    /// What stands for "now", as an RFC 3339 time.
    let timestamp: String
    /// The last day, month or year on which a strike of the records may have happened.
    private let lastDate: CalendarDate?
    /// The name and version of this program.
    let generator: String
    /// Former ids of strikes, whose pages lead to the strikes.
    let moved: [MovedStrike]
    /// What the report stated before; `nil` when nothing was released.
    let history: ReportHistory?

    init(_ parts: ReportParts) {
        settings = parts.settings
        dataset = parts.dataset
        recounting = parts.recounting
        catalog = parts.catalog
        figures = parts.figures
        index = parts.index
        neighbours = Neighbours(parts.dataset)
        downloads = Downloads(parts.dataset)
        held = HeldFacts(parts.dataset.codebook, hasNarratives: !parts.narratives.isEmpty)
        extraColumns =
            parts.dataset.codebook.resource(.strikes)?.extraFields.map(\.name) ?? []
        customKeys = Set(parts.articles.flatMap { $0.article.custom.map(\.name) }).sorted()
        standing = parts.standing
        summaries = parts.summaries
        articles = parts.articles
        articlesByLanguage = Dictionary(
            grouping: parts.articles.filter { $0.path != PagePlaces.Fixed.home.rawValue }
        ) { $0.language.tag }
        narratives = parts.narratives
        places = parts.places
        languages = parts.languages
        language = parts.language
        ledger = parts.ledger
        shapes = parts.shapes
        timestamp = parts.timestamp
        generator = parts.generator
        moved = MovedStrike.all(parts.dataset)
        let history = ReportHistory(parts, downloads: downloads, moved: moved)
        self.history = history
        let lastDate = ReportModel.lastDate(parts.dataset)
        self.lastDate = lastDate
        editions = parts.languages.mapValues {
            Edition(
                $0,
                settings: parts.settings,
                history: history?.history,
                lastDate: lastDate
            )
        }
    }
}

extension ReportModel {
    private static func lastDate(_ dataset: Dataset) -> CalendarDate? {
        var last: CalendarDate?
        for position in dataset.strikes.indices {
            let date = dataset.strikes[position].date.last
            if date.lastDay > (last ?? date).lastDay || last == nil { last = date }
        }
        return last
    }

    /// The numerals in articles that are bound to no figure on purpose.
    var deliberate: [(numeral: DeliberateNumeral, article: PlannedArticle)] {
        articles.flatMap { article in article.article.deliberate.map { ($0, article) } }
    }

    /// The author's own keys of an article, as templates see them; a key that it lacks is none.
    func customTable(_ fields: [CustomField]) -> TableValue {
        var values: [String: Value] = [:]
        for key in customKeys { values[key] = Value.none }
        for field in fields {
            switch field.value {
            case .text(let text): values[field.name] = .text(text)
            case .boolean(let flag): values[field.name] = .text(flag ? "true" : "false")
            case .texts(let texts):
                values[field.name] = .text(texts.joined(separator: ", "))
            }
        }
        return TableValue(values)
    }

    /// The name of the grading of the strike at a position.
    func gradingLabel(ofStrikeAt position: Int) -> String {
        let key = dataset.strikes[position].grading
        return settings.methodology.grading(key)?.label ?? key
    }

    /// Whether there is a page of corrections: there is a history, or the menu leads to it.
    var showsCorrections: Bool {
        history != nil
            || places.menu.contains { $0.leads(to: PagePlaces.Fixed.corrections.rawValue) }
    }

    /// The report in a language.
    func edition(in language: Language) -> Edition {
        editions[language.tag]
            ?? Edition(
                language,
                settings: settings,
                history: history?.history,
                lastDate: lastDate
            )
    }

    /// A URI that names a page for ever: its address when that is known, else a name made of the
    /// report's title and the page's path.
    func permanentID(_ path: String) -> String {
        if let url = settings.url { return url + "/" + path }
        return "urn:recount:" + QueryText.encoded(settings.title) + ":" + QueryText.encoded(path)
    }
}

/// The parts of a ``ReportModel``, as planning collects them.
struct ReportParts {
    var settings: SiteSettings
    var dataset: Dataset
    var recounting: Recounting
    var catalog: FieldCatalog
    var index: StrikeIndex
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
    var releases: [Release]
    var release: ReleaseStamp?
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
