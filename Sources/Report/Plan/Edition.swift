// Most pages of a report are in one language and print the same words, release and version, so these are
// made once and not for each page.

import Records
import Text

/// The report in one language: what all of its pages in that language share.
final class Edition: Sendable {
    /// The language.
    let language: Language
    /// The settings in the language.
    let settings: SiteSettings
    /// The words for selections.
    let selections: SelectionWording
    /// The facts that the pages of strikes list.
    let listedFacts: ListedFacts
    /// The strikes by place and the people by name.
    let registers: Registers
    /// Place and date of each strike in a few words, by position; empty for a language in which only a few pages are.
    private let titles: [String]
    /// The date of each strike as in a table, by position; empty where ``titles`` is.
    private let shortDates: [String]
    private let dataset: Dataset
    /// The release that the report belongs to, in words; `nil` when nothing was released.
    let release: String?
    /// The day of that release.
    let released: CalendarDate?
    /// The version of the report: its release, or the date of the newest record when there is none.
    let version: String

    init(
        _ language: Language,
        settings: SiteSettings,
        dataset: Dataset,
        history: History?,
        lastDate: CalendarDate?,
        isOfAllPages: Bool = false
    ) {
        self.language = language
        self.settings = settings
        selections = SelectionWording(
            settings: settings,
            dataset: dataset,
            language: language
        )
        listedFacts = ListedFacts(selections, dataset: dataset, language: language)
        registers = Registers(dataset, tag: language.tag)
        self.dataset = dataset
        let titled = isOfAllPages ? Array(dataset.strikes.indices) : []
        titles = ParallelMap.map(titled) { language.title(ofStrikeAt: $0, in: dataset) }
        shortDates = ParallelMap.map(titled) {
            language.text(dataset.strikes[$0].date, short: true)
        }
        let release = Edition.release(history, language)
        self.release = release
        released = history?.stamp?.date
        version = release ?? Edition.unreleased(lastDate, language)
    }

    /// Place and date of a strike in a few words.
    func title(ofStrikeAt position: Int) -> String {
        titles.isEmpty ? language.title(ofStrikeAt: position, in: dataset) : titles[position]
    }

    /// The date of a strike as in a table.
    func shortDate(ofStrikeAt position: Int) -> String {
        shortDates.isEmpty
            ? language.text(dataset.strikes[position].date, short: true) : shortDates[position]
    }

    private static func release(_ history: History?, _ language: Language) -> String? {
        guard let history, let stamp = history.stamp else { return nil }
        if !history.hasUnreleasedChanges { return language.release(stamp) }
        return language.text(.releaseAfter, ["release": language.release(stamp)])
    }

    private static func unreleased(_ lastDate: CalendarDate?, _ language: Language) -> String {
        guard let lastDate else { return language.text(.releaseNone) }
        return language.text(.versionUnreleased, ["date": language.text(lastDate)])
    }
}
