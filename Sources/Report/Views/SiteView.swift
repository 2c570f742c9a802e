import Decoding
import Records
import Templates
import Text

/// The report as a whole, for every page.
struct SiteView: TemplateRecord {
    let scope: PageScope

    private var settings: SiteSettings { scope.settings }
    private var styles: [LinkView] {
        let accent = settings.accent == nil ? [] : [Theme.accent]
        return (accent + settings.styles).map { LinkView(text: $0, url: scope.fileURL($0)) }
    }

    private func file(_ path: String) -> String? {
        path.isEmpty ? nil : scope.fileURL(path)
    }

    private var hasVictims: Bool { !scope.report.dataset.victims.isEmpty }
    private var hasClaims: Bool { !scope.report.dataset.claims.isEmpty }
    private var hasDisclosures: Bool { !scope.report.dataset.disclosures.isEmpty }

    static let schema = RecordSchema<SiteView>(
        "site",
        "The report as a whole.",
        [
            .text("title", "The report's name.") { $0.settings.title }
                .shared(),
            .text("description", "One sentence about the report; may be empty.") {
                $0.settings.description
            }
            .shared(),
            .text("caution", "What the report must not be taken for; may be empty.") {
                $0.settings.caution
            }
            .shared(),
            .text("credit", "What it is made of, in one line; may be empty.") {
                $0.settings.credit
            }
            .shared(),
            .text("notice", "The notice on the records; may be empty.") { $0.settings.notice }
                .shared(),
            .texts("authors", "Who is responsible for the report.") { $0.settings.authors }
                .shared(),
            .text("generator", "The name and version of the program that made it.") {
                $0.scope.report.generator
            }
            .shared(),
            .text("updated", "The newest date in the content, as an RFC 3339 time.") {
                $0.scope.report.timestamp
            }
            .shared(),
            .optionalURL(
                "address",
                "The address at which it is published, in the page's language, if it is stated."
            ) {
                $0.scope.versionAddress
            }
            .shared(),
            .url("home", "The landing page.") { $0.scope.url(.home) }
                .shared(),
            .boolean("has_strikes", "Whether the records have a table of strikes.") {
                !$0.scope.report.dataset.codebook.isOfPeopleOnly
            }
            .shared(),
            .url("strikes", "The list of strikes; that of people where there are no strikes.") {
                $0.scope.url($0.scope.report.recordList)
            }
            .shared(),
            .optionalURL("victims", "The page of victims, if there are any.") {
                $0.hasVictims ? $0.scope.url(.victims) : nil
            }
            .shared(),
            .integer("people", "How many people are listed in the whole report.") {
                $0.scope.report.dataset.victims.count
            }
            .shared(),
            .optionalURL("claims", "The page of claims, if there are any.") {
                $0.hasClaims ? $0.scope.url(.claims) : nil
            }
            .shared(),
            .optionalURL("disclosures", "The page of disclosures, if there are any.") {
                $0.hasDisclosures ? $0.scope.url(.disclosures) : nil
            }
            .shared(),
            .url("methodology", "How the figures are counted.") { $0.scope.url(.methodology) }
                .shared(),
            .url("data", "The data downloads.") { $0.scope.url(.data) }
                .shared(),
            .optionalURL("corrections", "The page of corrections, if there is one.") {
                $0.scope.report.showsCorrections ? $0.scope.url(.corrections) : nil
            }
            .shared(),
            .optionalText("release", "The release that the report belongs to, in words.") {
                $0.scope.edition.release
            }
            .shared(),
            .url("feed", "The Atom feed.") { $0.scope.url(.feed) }
                .shared(),
            .url("base", "The first folder of the report, before the path of a file in it.") {
                $0.scope.base
            }
            .shared(),
            .url("style", "The style sheet.") { $0.scope.fileURL(Theme.style) }
                .shared(),
            .list(
                "styles",
                "The other style sheets, in their order: those that the settings ask for."
            ) {
                $0.styles
            }
            .shared(),
            .url("script", "The small script, which no page needs.") {
                $0.scope.fileURL(Theme.script)
            }
            .shared(),
            .optionalURL("logo", "The picture beside the report's name, if there is one.") {
                $0.file($0.settings.logo)
            }
            .shared(),
            .optionalURL("favicon", "The picture by which browsers mark the report, if any.") {
                $0.file($0.settings.favicon)
            }
            .shared(),
            .optionalURL("search", "The page of the search, if there is one.") {
                $0.scope.report.exists(.search) ? $0.scope.url(.search) : nil
            }
            .shared(),
            .url("search_script", "The script of the search.") {
                $0.scope.fileURL(Theme.search)
            }
            .shared(),
            .url("search_data", "The folder of the search's data.") {
                $0.scope.base + SearchFiles.folder
            }
            .shared(),
            .url("root", "The folder of the report in this language; empty on pages in it.") {
                $0.scope.versionBase
            }
            .shared(),
            .list("registers", "The lists by month, place and name.") { $0.registers },
            .list("menu", "The entries of the menu.") { $0.menu }
                .shared(),
            .list("summaries", "The summary tables.") { site in
                site.scope.report.summaries.map { summary in
                    LinkView(
                        text: site.scope.selections.label(of: summary.field, named: summary.name),
                        url: site.scope.url(summary.path)
                    )
                }
            },
            .record("all", "All strikes, as a figure.") {
                FigureView($0.scope, $0.scope.report.standing.all, .strikes)
            }
            .shared(),
            .record("counted", "The strikes that enter totals, as a figure.") {
                FigureView($0.scope, $0.scope.report.standing.counted, .strikes)
            }
            .shared(),
            .record("not_counted", "The strikes that do not enter totals, as a figure.") {
                FigureView($0.scope, $0.scope.report.standing.notCounted, .strikes)
            }
            .shared(),
            .optionalRecord("ungraded", "The strikes without a grading, if there are any.") {
                site in
                site.scope.report.standing.ungraded.map { FigureView(site.scope, $0, .strikes) }
            },
            .record("holds", "What the records have columns for; pages leave out the rest.") {
                $0.scope.report.held
            }
            .shared(),
            .text("unit", "What the counts of its strikes count: people; people and homes.") {
                $0.units
            }
            .shared(),
            .optionalText("withheld", "How many strikes are withheld, where the site says so.") {
                WithheldText.strikes($0.scope)
            }
            .shared(),
            .boolean("has_gradings", "Whether the site grades strikes.") {
                !$0.scope.report.standing.gradings.isEmpty
            }
            .shared(),
        ]
    )

    private var units: String {
        let measures = scope.report.dataset.measures
        return scope.language.units(measures.counts.filter(scope.report.held.holds))
    }

    private var registers: [RegisterView] {
        RegisterPage.Kind.allCases.filter { scope.report.exists($0.page) }
            .map { RegisterView(scope: scope, kind: $0) }
    }

    private var menu: [MenuEntryView] {
        let places = scope.report.places
        return (places.menus[scope.language.tag] ?? places.menu)
            .map { MenuEntryView(scope: scope, entry: $0) }
    }
}

/// One entry of the menu.
struct MenuEntryView: TemplateRecord {
    let scope: PageScope
    let entry: PlannedMenuEntry

    static let schema = RecordSchema<MenuEntryView>(
        "menu entry",
        "One entry of the menu.",
        [
            .text("text", "The text of the entry.") { $0.entry.label }
                .shared(),
            .optionalURL("url", "The page, unless the entry only opens a list.") { view in
                view.entry.path.map(view.scope.url)
            }
            .shared(),
            .boolean("is_current", "Whether it leads to the page or to the list it belongs to.") {
                $0.isCurrent
            }
            .shared(),
            .list("items", "The entries below it.") { view in
                view.entry.items.map { MenuEntryView(scope: view.scope, entry: $0) }
            }
            .shared(),
        ]
    )

    private var isCurrent: Bool {
        let here = scope.path
        if entry.path.map({ scope.versionPath(of: $0) }) == here { return true }
        let settings = scope.report.settings
        if entry.path == PagePlaces.Fixed.strikes.path(settings) {
            return scope.versionPath.hasPrefix(settings.recordPath + "/")
        }
        return entry.items.contains { $0.path.map { scope.versionPath(of: $0) } == here }
    }
}

/// A link with its text.
struct LinkView: TemplateRecord {
    let text: String
    let url: String

    static let schema = RecordSchema<LinkView>(
        "link",
        "A link with its text.",
        [
            .text("text", "The text.") { $0.text },
            .url("url", "The place it leads to.") { $0.url },
        ]
    )
}

/// A text in a language of its own.
struct LocalTextView: TemplateRecord {
    let text: String
    let language: String

    static let schema = RecordSchema<LocalTextView>(
        "local text",
        "A text in another language than the page's.",
        [
            .text("text", "The text.") { $0.text },
            .text("lang", "Its language, for the lang attribute.") { $0.language },
            .text("dir", "Its direction: ltr or rtl.") {
                TextDirection(language: $0.language).rawValue
            },
        ]
    )
}
