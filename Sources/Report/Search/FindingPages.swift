// Not every report has every list: a report of people has no places of strikes, and a table of months needs no second one.

import Records

extension ReportModel {
    /// The page with the list of strikes; that of people where there are no strikes.
    var recordList: PagePlaces.Fixed { dataset.codebook.isOfPeopleOnly ? .victims : .strikes }

    /// Whether a page that Recount makes once for each language is in this report.
    func exists(_ path: String) -> Bool {
        PagePlaces.Fixed.at(path, settings).map { exists($0) } ?? false
    }

    /// Whether a fixed page or file is in this report.
    func exists(_ page: PagePlaces.Fixed) -> Bool {
        switch page {
        case .strikes: return !dataset.codebook.isOfPeopleOnly
        case .victims: return !dataset.victims.isEmpty
        case .claims: return !dataset.claims.isEmpty
        case .disclosures: return !dataset.disclosures.isEmpty
        case .corrections: return showsCorrections
        case .search, .months, .places, .people:
            return FindingPages(
                settings,
                dataset,
                places.people,
                hasPlaces: held.holdsPlace
            )
            .makes(page)
        case .sitemap: return settings.url != nil
        case .home, .methodology, .data, .notFound, .feed, .style, .script, .searchScript:
            return true
        }
    }

    /// The registers of the report in a language.
    func registers(in language: Language) -> Registers { edition(in: language).registers }
}

/// Which of the pages a report has on which readers find records; known before anything is planned.
struct FindingPages {
    private let settings: SiteSettings
    private let dataset: Dataset
    private let people: PeopleIndex

    private let hasPlaces: Bool

    /// `hasPlaces` says whether a column says where a strike was.
    init(
        _ settings: SiteSettings,
        _ dataset: Dataset,
        _ people: PeopleIndex,
        hasPlaces: Bool
    ) {
        self.hasPlaces = hasPlaces
        self.settings = settings
        self.dataset = dataset
        self.people = people
    }

    /// Whether the report has a page; true for pages that have nothing to do with finding.
    func makes(_ page: PagePlaces.Fixed) -> Bool {
        switch page {
        case .search: settings.hasSearch
        case .months: !dataset.strikes.isEmpty && !settings.summaries.contains("month")
        case .places:
            !dataset.strikes.isEmpty && hasPlaces
        case .people: !dataset.victims.isEmpty && people.order.isEmpty
        case .home, .strikes, .victims, .claims, .disclosures, .methodology, .data, .corrections,
            .notFound, .feed, .sitemap, .style, .script, .searchScript:
            true
        }
    }
}
