import Records
import Templates

/// How many people share each value of a field.
struct PeopleTableView: TemplateRecord {
    let scope: PageScope
    let table: PeopleIndex.Table

    static let schema = RecordSchema<PeopleTableView>(
        "people table",
        "How many people share each value of a field; a row for those of whom it is not known.",
        [
            .text("key", "The field in addresses: initial, month, place, age_band, cause.") {
                $0.table.field.addressName
            },
            .text("label", "The name of the field, as readers see it.") {
                $0.scope.label(of: $0.table.field)
            },
            .list("rows", "The values.") { view in
                view.table.groups.map { PeopleRowView(scope: view.scope, group: $0) }
            },
            .list(
                "top",
                "The values that most people share, where there are too many for the landing page; otherwise all."
            ) { view in
                view.top.map { PeopleRowView(scope: view.scope, group: $0) }
            },
            .integer("total", "How many people there are.") {
                $0.scope.report.places.people.order.count
            },
            .optionalText(
                "overlap",
                "That the rows add up to more than the total, where people are in several of them."
            ) { view in
                let all = view.scope.report.places.people.order.count
                let rows = view.table.groups.reduce(0) { $0 + $1.people.count }
                return rows > all ? view.scope.language.text(.rowsOverlapPeople) : nil
            },
        ]
    )

    /// How many values the landing page shows of a field whose values have no order of their own.
    private static let topCount = 12

    /// The first rows, and the one of those of whom it is not known.
    private var top: [PeopleIndex.Group] {
        let groups = table.groups
        let known = groups.prefix { !$0.key.isEmpty }
        guard table.field.isByNumber, known.count > PeopleTableView.topCount else { return groups }
        return Array(known.prefix(PeopleTableView.topCount)) + groups[known.count...]
    }

    /// The tables of the report; none where all people are listed by strike.
    static func all(_ scope: PageScope) -> [PeopleTableView] {
        scope.report.places.people.tables.map { PeopleTableView(scope: scope, table: $0) }
    }
}

/// The people who share a value.
struct PeopleRowView: TemplateRecord {
    let scope: PageScope
    let group: PeopleIndex.Group

    static let schema = RecordSchema<PeopleRowView>(
        "row of people",
        "The people who share a value.",
        [
            .text("label", "The value, as readers see it.") { $0.scope.label(of: $0.group) },
            .boolean("is_blank", "Whether they are those of whom it is not known.") {
                $0.group.key.isEmpty
            },
            .integer("people", "How many they are.") { $0.group.people.count },
            .url("url", "The list of these people.") { $0.scope.url($0.group.path) },
        ]
    )
}

extension PageScope {
    /// The name of a field of people, as readers see it.
    func label(of field: PeopleIndex.Field) -> String {
        switch field {
        case .initial: language.text(.fieldInitial)
        case .fact(let fact, let name): selections.label(of: .person(fact), named: name)
        }
    }

    /// The value that people share, as readers see it.
    func label(of group: PeopleIndex.Group) -> String {
        switch group.field {
        case .initial:
            group.key.isEmpty ? language.text(.fieldValueBlank) : group.key.uppercased()
        case .fact(let fact, _): selections.value(group.key, of: .person(fact))
        }
    }
}
