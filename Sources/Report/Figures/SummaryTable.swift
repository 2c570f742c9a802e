import Records

/// One table of totals, with a row and a figure for each value of a field.
struct SummaryTable: Sendable {
    /// The field's name, which is also the page's.
    let name: String
    /// The field.
    let field: SelectionField
    /// The strikes that the table covers.
    let base: FigureID
    /// The rows: the value and its figure.
    let rows: [Row]

    /// One value of the field.
    struct Row: Sendable {
        /// The value as the records spell it; empty for none; `2018-01/2020-06` for a long time without strikes.
        let value: String
        /// The figure over the strikes that have it.
        let figure: FigureID
    }

    /// The page, from the root of the report.
    var path: String { "tables/\(name).html" }

    /// Plans the rows for the values that the strikes of a selection have.
    ///
    /// Months, years and days are in chronological order, gradings and assessments in that of the settings, and
    /// other values in that of their column. Months and years without strikes are rows too, so that a gap shows:
    /// see ``TimeGaps``. Strikes without a value come last.
    init(
        name: String,
        field: SelectionField,
        base selection: Selection,
        index: any SelectionIndex,
        settings: SiteSettings,
        collector: inout FigureCollector
    ) {
        self.name = name
        self.field = field
        base = collector.use(selection, of: index.subject)
        let values = index.values(of: field, in: index.records(selection))
        var rows: [Row] = []
        for value in SummaryTable.ordered(values, of: field, by: settings, in: index) {
            let condition = Condition(field, named: name, [SummaryTable.value(value, field)])
            let figure = collector.use(selection.and(condition), of: index.subject)
            rows.append(Row(value: value, figure: figure))
        }
        self.rows = rows
    }

    /// A value as selections write it, so that a month in a table and the same month in prose are one figure.
    static func value(_ value: String, _ field: SelectionField) -> SelectionValue {
        switch field {
        case .month, .year, .day, .date:
            CalendarDate(iso: value).map(SelectionValue.date) ?? TimeGaps.period(value)
                ?? .text(value)
        case .person(let fact): person(value, fact)
        case .id, .grading, .area, .disclosed, .text, .extra: .text(value)
        }
    }

    private static func person(_ value: String, _ fact: PersonField) -> SelectionValue {
        switch fact {
        case .date, .year, .month, .day:
            CalendarDate(iso: value).map(SelectionValue.date) ?? TimeGaps.period(value)
                ?? .text(value)
        case .age, .ageBand: SelectionValue(years: value) ?? .text(value)
        case .place, .sex, .ageGroup, .status, .cause, .family, .extra: .text(value)
        }
    }

    private static func ordered(
        _ values: Set<String>,
        of field: SelectionField,
        by settings: SiteSettings,
        in index: any SelectionIndex
    ) -> [String] {
        let known: [String]
        switch field {
        case .grading: known = settings.methodology.gradings.map(\.key)
        case .text(.militaryAssessment): known = settings.assessments.map(\.key)
        case .disclosed: known = Disclosure.Fact.allCases.map(\.rawValue)
        case .text(.locationPrecision): known = LocationPrecision.allCases.map(\.rawValue)
        case .person(.sex): known = ["female", "male"]
        case .person(.ageGroup): known = ["adult", "child"]
        case .person(.status): known = ["killed", "injured"]
        case .id, .date, .month, .year, .day, .area, .text, .extra, .person: known = []
        }
        let first = known.filter(values.contains)
        let rest = index.ordered(values.subtracting(first), of: field)
        return first + TimeGaps.filled(rest, field) + (values.contains("") ? [""] : [])
    }
}
