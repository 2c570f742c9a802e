import Records
import Templates
import Text

/// The page of a figure: its strikes, what each adds, and what is left out and why.
struct FigurePage: PageRoot {
    let scope: PageScope
    let figure: Figure
    let pager: PagerView
    /// The positions of the strikes on all pages of the figure.
    let positions: [Int]
    /// The positions of all strikes that it leaves out because their grading is not counted.
    let notCounted: [Int]
    /// Those of them that the page lists.
    let leftOut: Range<Int>

    var page: PageView {
        PageView(
            scope: scope,
            title: pager.title(
                scope.language.text(
                    .figureOf,
                    ["selection": scope.selections.text(figure.selection)]
                )
            )
        )
    }

    static let schema = RecordSchema<FigurePage>(
        "figure page",
        "The page behind a figure: what is counted, the strikes, and what is left out and why.",
        withPageFields([
            .text("selection", "What is selected, in words.") {
                $0.scope.selections.text($0.figure.selection)
            },
            .text("query", "The selection as an author writes it; empty for all strikes.") {
                $0.figure.selection.query
            },
            .list("measures", "Every measure that the records hold, over the selection.") { page in
                page.scope.report.dataset.measures.all.filter(page.scope.report.held.holds)
                    .map { FigureView(page.scope, page.figure, $0) }
            },
            .list("rows", "The strikes of the page, with what each adds.") { page in
                let omissions = FigureOmissions(page.scope.report, page.figure)
                return page.positions[page.pager.range]
                    .map { FigureRowView(scope: page.scope, position: $0, omissions: omissions) }
            },
            .record("totals", "The sums.") { SummaryRowView.total($0.scope, $0.figure) },
            .list(
                "left_out",
                "Strikes that meet the other conditions but are not counted: those of the page."
            ) { page in
                page.notCounted[page.leftOut]
                    .map {
                        LeftOutView(
                            scope: page.scope,
                            position: $0,
                            reason: page.reason(ofStrikeAt: $0)
                        )
                    }
            },
            .optionalText(
                "left_out_range",
                "Which of them the page lists, if it is not all: 61 to 120 of 300."
            ) { $0.leftOutRange },
            .optionalText(
                "may_fall",
                "How many strikes may fall in it; none when their dates tell."
            ) {
                MayFall.text($0.scope, $0.figure)
            },
            .list("may_fall_strikes", "The first of the strikes that may fall in it.") {
                MayFall.views($0.scope, $0.figure, $0.pager)
            },
            .integer("may_fall_count", "How many strikes may fall in it.") {
                $0.figure.undecided.count
            },
            .list("sources", "The first sources behind the strikes of the page, numbered.") {
                $0.sources
            },
            .integer("sources_count", "How many sources are behind the strikes of the page.") {
                $0.sourcesCount
            },
            .url("csv", "The same rows as CSV.") {
                $0.scope.url($0.figure.path.replacingSuffix(".html", with: ".csv"))
            },
            .url("json", "The same rows as JSON.") {
                $0.scope.url($0.figure.path.replacingSuffix(".html", with: ".json"))
            },
            .text("permalink", "The page's address, as far as it is known.") { page in
                page.scope.addressOrPath(page.figure.path)
            },
            .text("cite", "How to cite the figure, with the report's version.") { $0.citation },
            .optionalRecord("embed", "How other sites show the figure, where the site offers it.") {
                EmbedView.of($0.figure, $0.scope)
            },
            .record("pager", "The position of the page in the list of pages.") { $0.pager },
        ])
    )

    private var leftOutRange: String? {
        leftOut.count == notCounted.count
            ? nil : scope.language.range(leftOut, of: notCounted.count)
    }

    private func reason(ofStrikeAt position: Int) -> String {
        let key = scope.report.dataset.strikes[position].grading
        let grading = scope.settings.methodology.grading(key)?.label ?? key
        if grading.isEmpty { return scope.language.text(.omittedUngraded) }
        return scope.language.text(.omittedGrading, ["grading": grading])
    }

    /// How many sources a page lists: some strikes have dozens, and each strike's own page lists all of them.
    private static let mostSources = 120

    private var sources: [SourceView] {
        var views: [SourceView] = []
        for position in positions[pager.range] {
            for source in scope.report.dataset.sources(ofStrikeAt: position) {
                if views.count == FigurePage.mostSources { return views }
                views.append(SourceView(scope: scope, source: source, number: views.count + 1))
            }
        }
        return views
    }

    private var sourcesCount: Int {
        positions[pager.range]
            .reduce(0) { $0 + scope.report.dataset.sources(ofStrikeAt: $1).count }
    }

    private var citation: String {
        scope.citation(
            .cite,
            title: page.title,
            figure: FigureView(scope, figure, .killed).text
                + (MayFall.text(scope, figure).map { " (\($0))" } ?? ""),
            address: scope.addressOrPath(figure.path)
        )
    }
}

/// One strike behind a figure.
struct FigureRowView: TemplateRecord {
    let scope: PageScope
    let position: Int
    let omissions: FigureOmissions

    static let schema = RecordSchema<FigureRowView>(
        "figure row",
        "One strike behind a figure, and why a part of it adds nothing.",
        [
            .record("strike", "The strike.") { StrikeView($0.scope, $0.position) },
            .list("notes", "Why a part of it adds nothing, in clauses.") { row in
                row.omissions.notes(at: row.position, row.scope).map { TextView(text: $0) }
            },
            .list("declared_counts", "The counts for measures that the site declares itself.") {
                DeclaredCountView.all(
                    $0.scope,
                    ofStrikeAt: $0.position,
                    omissions: $0.omissions
                )
            },
            .boolean("adds_killed", "Whether its deaths are added.") {
                $0.omissions.adds(.killed, at: $0.position)
            },
            .boolean("adds_injured", "Whether its injuries are added.") {
                $0.omissions.adds(.injured, at: $0.position)
            },
            .boolean("adds_conceded", "Whether its concession is added.") {
                $0.omissions.adds(.conceded, at: $0.position)
            },
        ]
    )
}

/// A strike that a figure leaves out.
struct LeftOutView: TemplateRecord {
    let scope: PageScope
    let position: Int
    let reason: String

    static let schema = RecordSchema<LeftOutView>(
        "left-out strike",
        "A strike that a figure leaves out.",
        [
            .record("strike", "The strike.") { StrikeView($0.scope, $0.position) },
            .text("reason", "Why it is left out.") { $0.reason },
        ]
    )
}

/// The strikes that may belong to a figure and add nothing to it, because their dates are known only within
/// a longer time.
enum MayFall {
    /// How many a page lists: a strike that is known to a year may fall in every month and day of it.
    private static let limit = 20

    /// How many there are, in words; `nil` when there are none.
    static func text(_ scope: PageScope, _ figure: Figure) -> String? {
        let count = figure.undecided.count
        if count == 0 { return nil }
        switch figure.subject {
        case .strikes: return scope.language.text(.mayFall, count: count)
        case .people: return scope.language.text(.mayFallPeople, count: count)
        }
    }

    /// The first of them, on the first page of the figure.
    static func views(_ scope: PageScope, _ figure: Figure, _ pager: PagerView) -> [LeftOutView] {
        guard pager.index == 0 else { return [] }
        return figure.undecided.positions.prefix(limit)
            .map { position in
                LeftOutView(
                    scope: scope,
                    position: position,
                    reason: scope.language.text(scope.report.dataset.strikes[position].date)
                )
            }
    }
}
