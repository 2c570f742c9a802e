import Records

/// The pages of a report in one language in the order in which they are read as one document.
public struct ReadingOrder: Sendable {
    /// The tag of the language.
    public let language: String
    /// Whether it is written from right to left.
    public let isRightToLeft: Bool
    /// The title of the report.
    public let title: String
    /// What stands below it: its description, its release, who wrote it, and what it must not be taken for.
    public let standing: [String]
    /// The heading of the table of contents.
    public let contentsTitle: String
    /// The heading of the addresses to which the links of a page lead.
    public let addressesTitle: String
    /// The paths of the pages: the landing page, articles, tables, lists, the methodology, then every strike.
    public let pages: [String]
    /// The published address of the report, without a slash at its end; `nil` if it is not known.
    public let address: String?
    private let words: Language

    /// A number of a page or an address, with the digits of the language.
    public func number(_ value: Int) -> String { words.plainNumber(value) }

    init?(_ model: ReportModel, _ jobs: JobList, tag: String) {
        guard let version = model.versions.all.first(where: { $0.language.tag == tag }) else {
            return nil
        }
        let edition = model.edition(in: version.language)
        let settings = edition.settings
        language = version.language.tag
        isRightToLeft = version.language.isRightToLeft
        title = settings.title
        standing = [
            settings.description, settings.authors.joined(separator: ", "), edition.version,
            settings.caution, settings.credit,
        ]
        .filter { !$0.isEmpty }
        contentsTitle = version.language.text(.printContents)
        addressesTitle = version.language.text(.printAddresses)
        words = version.language
        address = settings.url

        var order = [PagePlaces.Fixed.home.rawValue]
        order += version.articles.map(\.path)
        order += model.summaries.map(\.path)
        let paged: [(PagePlaces.Fixed, Int)] = [
            (.claims, model.places.claimPages.pages.count),
            (.victims, model.places.victimPages.pages.count),
            (.disclosures, Int.max),
        ]
        let made = Set(jobs.indices.map(jobs.path).filter { PageJob.isPage($0) })
        func path(_ path: String) -> String { model.versions.path(path, in: version.folder) }
        for (page, count) in paged {
            var number = 0
            while number < count, case let next = PagePlaces.paged(page.rawValue, number),
                made.contains(path(next))
            {
                order.append(next)
                number += 1
            }
        }
        order += [.methodology, .corrections].map(\PagePlaces.Fixed.rawValue)
        order += model.places.strikes
        var seen: Set<String> = []
        pages = order.map(path).filter { made.contains($0) && seen.insert($0).inserted }
    }
}

extension Report {
    /// The pages in one of the report's languages in the order in which they are read; `nil` for another language.
    public func readingOrder(in language: String) -> ReadingOrder? {
        ReadingOrder(model, jobs, tag: language)
    }

    /// The languages of the report, the original first.
    public var languages: [String] { model.versions.all.map(\.language.tag) }
}
