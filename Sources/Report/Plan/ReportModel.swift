import Decoding
import Drawing
import Records
import Templates
import Text

/// The planned report with its totals: everything that pages show, before any page is rendered.
///
/// It is immutable, so that pages can be rendered in parallel.
final class ReportModel: Sendable {
    /// The settings of `site.yaml`.
    let settings: SiteSettings
    /// The records.
    let dataset: Dataset
    /// Calculates totals over the records.
    let recounting: Recounting
    /// Every figure that the report states.
    let figures: Figures
    /// Finds the strikes that have a value.
    let index: StrikeIndex
    /// Finds strikes that are near each other.
    let neighbours: Neighbours
    /// The tables that a reader can download.
    let downloads: Downloads
    /// The facts that the records have columns or tables for.
    let held: HeldFacts
    /// The names of the public columns of strikes that have no role.
    let extraColumns: [String]
    /// Every key of the author's own that any article has, sorted.
    let customKeys: [String]
    /// The figures that every report has.
    let standing: StandingFigures
    /// The summary tables, in the order of the settings.
    let summaries: [SummaryTable]
    /// The totals of the landing page's map, if it cannot show each strike.
    let mapTotals: MapTotals?
    /// The articles, planned.
    let articles: [PlannedArticle]
    /// The report's languages, each with its folder and its articles.
    let versions: ReportVersions
    /// The narratives of strikes and their translations, planned.
    let narratives: [NarrativeKey: PlannedText]
    /// The texts in Markdown that are shown within a line, planned, by the Markdown.
    let lines: [String: PlannedText]
    /// Where every page is.
    let places: PagePlaces
    /// The languages by tag.
    let languages: [String: Language]
    /// The language of pages that are not articles.
    let language: Language
    /// What the pages of a language share, by its tag.
    private let editions: [String: Edition]
    /// How many rows of each table were read, shown and left out, in the order of the codebook.
    let ledger: [ResourceCount]
    /// The shapes of the site's own base map.
    let shapes: [BaseMap.Shape]
    /// The ground below maps.
    let ground: (@Sendable () -> Ground)?
    /// The time that the report uses as the current one, in RFC 3339.
    let timestamp: String
    /// The last day, month or year on which a strike of the records may have happened.
    private let lastDate: CalendarDate?
    /// The name and version of this program.
    let generator: String
    /// The short hashes of the assets, by their paths.
    let assetHashes: [String: String]
    /// Former ids of strikes, whose pages redirect to the strikes.
    let moved: [MovedStrike]
    /// The earlier releases of the report; `nil` when nothing was released.
    let history: ReportHistory?
    /// The pictures that links to pages show.
    let cards: Cards
    /// Where media belong.
    let shelf: MediaShelf
    /// What is known of a published file in `media/`, by its path.
    let mediumFacts: @Sendable (_ path: String) -> MediumFacts?
    /// The search; `nil` for a report that has none.
    let search: SearchFiles?

    /// The names of the strikes' further public columns, in the order of the codebook.
    static func extraColumns(of dataset: Dataset) -> [String] {
        dataset.codebook.resource(.strikes)?.extraFields.map(\.name) ?? []
    }

    /// Every key of the author's own that any of the articles has, sorted.
    static func customKeys(of articles: [Article]) -> [String] {
        Set(articles.flatMap { $0.custom.map(\.name) }).sorted()
    }

    init(_ parts: ReportParts) {
        let site = parts.input.site
        settings = site.settings
        dataset = site.dataset
        recounting = parts.recounting
        figures = parts.figures
        index = parts.index
        neighbours = Neighbours(dataset)
        downloads = Downloads(dataset)
        held = HeldFacts(dataset.codebook, hasNarratives: !parts.narratives.isEmpty)
        extraColumns = ReportModel.extraColumns(of: dataset)
        customKeys = ReportModel.customKeys(of: parts.articles.map(\.article))
        standing = parts.standing
        summaries = parts.summaries
        mapTotals = parts.mapTotals
        articles = parts.articles
        versions = ReportVersions(
            parts.articles,
            languages: [parts.language]
                + site.settings.languages.dropFirst().compactMap { parts.languages[$0] }
        )
        narratives = parts.narratives
        lines = parts.lines
        places = parts.places
        languages = parts.languages
        language = parts.language
        ledger = site.settings.statesWithheld ? site.records : site.records.map(\.withoutWithheld)
        shapes = parts.shapes
        ground = parts.input.ground
        timestamp = parts.input.timestamp
        generator = parts.input.generator
        assetHashes = Dictionary(
            site.assets.map { ($0.path, $0.hash) },
            uniquingKeysWith: { first, _ in first }
        )
        moved = MovedStrike.all(dataset, settings)
        cards = Cards(site)
        shelf = MediaShelf(dataset, languages: site.settings.languages)
        mediumFacts = parts.input.mediumFacts
        let history = ReportHistory(parts, downloads: downloads, moved: moved)
        self.history = history
        search = site.settings.hasSearch ? SearchFiles() : nil
        let lastDate = ReportModel.lastDate(dataset)
        self.lastDate = lastDate
        let tags = versions.all.map(\.language.tag)
        editions = parts.languages.mapValues { [dataset] language in
            Edition(
                language,
                settings: site.translations[language.tag] ?? site.settings,
                dataset: dataset,
                history: history?.history,
                lastDate: lastDate,
                isOfAllPages: tags.contains(language.tag)
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
        for position in dataset.peopleWithoutStrike {
            guard let date = dataset.victims[position].date else { continue }
            if date.lastDay > (last ?? date).lastDay || last == nil { last = date }
        }
        return last
    }

    /// The author's own keys of an article for templates; a key that it lacks has the value none.
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

    /// What the headline of the report counts: the measures of the settings, or people where there are no strikes.
    var headlineMeasures: [Measure] {
        dataset.codebook.isOfPeopleOnly ? [.people] : settings.headline
    }

    /// All people of the records.
    var allPeople: Figure { Figure(allPeopleOf: recounting) }

    /// Whether there is a page of corrections: when there is a history, or when the menu links to it.
    var showsCorrections: Bool {
        history != nil
            || places.menu.contains { $0.leads(to: PagePlaces.Fixed.corrections.rawValue) }
    }

    /// The pages that the menu of a language links to.
    func linkedFromMenu(in language: Language) -> Set<String> {
        let entries = places.menus[language.tag] ?? places.menu
        return Set(entries.flatMap(\.paths))
    }

    /// The report in a language.
    func edition(in language: Language) -> Edition {
        editions[language.tag]
            ?? Edition(
                language,
                settings: settings,
                dataset: dataset,
                history: history?.history,
                lastDate: lastDate
            )
    }

    /// A permanent URI of a page: its address when that is known, otherwise a URN from the report's title
    /// and the page's path.
    func permanentID(_ path: String) -> String {
        if let url = settings.url {
            return url + "/" + QueryText.encodedPath(path, keepingLetters: true)
        }
        return "urn:recount:" + QueryText.encoded(settings.title) + ":" + QueryText.encoded(path)
    }
}

/// The parts from which ``ReportPlanner`` makes a ``ReportModel``.
struct ReportParts {
    var input: ReportInput
    var recounting: Recounting
    var index: StrikeIndex
    var figures: Figures
    var standing: StandingFigures
    var summaries: [SummaryTable]
    var mapTotals: MapTotals?
    var articles: [PlannedArticle]
    var narratives: [NarrativeKey: PlannedText]
    var lines: [String: PlannedText]
    var places: PagePlaces
    var languages: [String: Language]
    var language: Language
    var shapes: [BaseMap.Shape]
}
