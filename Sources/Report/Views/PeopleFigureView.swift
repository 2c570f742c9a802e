import Records
import Templates
import Text

/// A number of people, and the people who are counted, in the order of their list.
struct PeopleFigure: Sendable {
    let figure: Figure
    /// The positions of the people who are counted, by name.
    let people: [Int]
    /// The positions of those who may belong to it, by name.
    let undecided: [Int]

    /// The people of a figure in an order of all people.
    init(_ figure: Figure, order: [Int]) {
        self.figure = figure
        people = order.filter(figure.records.contains)
        undecided = figure.undecided.isEmpty ? [] : order.filter(figure.undecided.contains)
    }
}

/// The figure of a page that lists the people behind it.
struct PeopleFigureView: TemplateRecord {
    let scope: PageScope
    let people: PeopleFigure
    let pager: PagerView
    /// The title of the page.
    let title: String

    /// How many of those who may belong to it the page lists.
    private static let limit = 20

    private var figure: Figure { people.figure }

    static let schema = RecordSchema<PeopleFigureView>(
        "figure of people",
        "A number of people over a selection, with those who may belong to it.",
        [
            .integer("people", "How many people are counted.") { $0.people.people.count },
            .text("selection", "Who is selected, in words.") {
                $0.scope.selections.text($0.figure)
            },
            .text("query", "The selection as an author writes it; empty for all people.") {
                $0.figure.selection.query
            },
            .optionalText(
                "may_fall",
                "How many more may belong to it; none when the records tell of everybody."
            ) { MayFall.text($0.scope, $0.figure) },
            .integer("may_fall_count", "How many more may belong to it.") {
                $0.people.undecided.count
            },
            .list("may_fall_people", "The first of them, on the first page.") { view in
                view.pager.index > 0
                    ? []
                    : view.people.undecided.prefix(limit)
                        .map { VictimView(scope: view.scope, position: $0, isAlone: true) }
            },
            .optionalRecord("embed", "How other sites show the figure, where the site offers it.") {
                EmbedView.of($0.figure, $0.scope)
            },
            .url("csv", "The same people as CSV.") {
                $0.scope.url($0.figure.path.replacingSuffix(".html", with: ".csv"))
            },
            .url("json", "The same people as JSON.") {
                $0.scope.url($0.figure.path.replacingSuffix(".html", with: ".json"))
            },
            .text("permalink", "The page's address, as far as it is known.") { view in
                view.scope.addressOrPath(view.figure.path)
            },
            .text("cite", "How to cite the figure, with the report's version.") { $0.citation },
        ]
    )

    private var citation: String {
        scope.citation(
            .citePeople,
            title: title,
            figure: scope.language.text(.nPeople, count: people.people.count)
                + (MayFall.text(scope, figure).map { " (\($0))" } ?? ""),
            address: scope.addressOrPath(figure.path)
        )
    }
}
