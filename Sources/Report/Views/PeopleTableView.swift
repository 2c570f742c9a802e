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
            .text("key", "The field: initial, month, place, sex, age_group, status, cause.") {
                $0.table.field.rawValue
            },
            .text("label", "The name of the field, as readers see it.") {
                $0.scope.label(of: $0.table.field)
            },
            .list("rows", "The values.") { view in
                view.table.groups.map { PeopleRowView(scope: view.scope, group: $0) }
            },
            .integer("total", "How many people there are.") {
                $0.scope.report.places.people.order.count
            },
        ]
    )

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
        case .month: language.label("field_", "month")
        case .place: language.label("field_", "place")
        case .sex: language.text(.fieldSex)
        case .ageGroup: language.text(.fieldAgeGroup)
        case .status: language.text(.fieldPersonStatus)
        case .cause: language.text(.fieldCause)
        }
    }

    /// The value that people share, as readers see it.
    func label(of group: PeopleIndex.Group) -> String {
        let key = group.key
        if key.isEmpty { return language.text(.fieldValueBlank) }
        switch group.field {
        case .initial: return key.uppercased()
        case .month: return CalendarDate(iso: key).map { language.text($0) } ?? key
        case .sex: return selections.word("sex_", key)
        case .ageGroup: return selections.word("age_group_", key)
        case .status: return selections.word("victim_status_", key)
        case .place:
            guard let person = group.people.first else { return key }
            return text(key, or: report.dataset.victims[person].places)
        case .cause: return key
        }
    }
}
