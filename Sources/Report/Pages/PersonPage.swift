import Records
import Templates

/// The page of one person, in a report that has such pages.
struct PersonPage: PageRoot {
    let scope: PageScope
    let position: Int

    var page: PageView {
        let language = scope.language
        let view = VictimView(scope: scope, position: position)
        let victim = scope.report.dataset.victims[position]
        let title =
            view.name.isEmpty
            ? language.text(.fieldValueBlank) + language.text(.comma)
                + language.isolated(victim.id) : view.name
        return PageView(
            scope: scope,
            title: title,
            crumbs: [
                LinkView(text: language.text(.titleVictims), url: scope.url(.victims)),
                LinkView(text: title, url: scope.url(PagePlaces.personPath(victim.id))),
            ]
        )
    }

    static let schema = RecordSchema<PersonPage>(
        "person page",
        "The page of one person, in a report that has such pages.",
        withPageFields([
            .record("person", "The person.") { $0.view },
            .list("facts", "What is recorded of the person besides the name, each with a label.") {
                $0.view.facts
            },
            .list("sources", "The sources of the person's strike, numbered.") { page in
                page.strike.map { strike in
                    page.scope.report.dataset.sources(ofStrikeAt: strike).enumerated()
                        .map { SourceView(scope: page.scope, source: $1, number: $0 + 1) }
                } ?? []
            },
        ])
    )

    private var view: VictimView { VictimView(scope: scope, position: position, isAlone: true) }

    private var strike: Int? {
        let dataset = scope.report.dataset
        return dataset.index(of: dataset.victims[position].strikeID)
    }
}
