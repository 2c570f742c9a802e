import Diagnostics
import Records
import Text

/// The answer to a query on the command line, calculated as the report's figures are.
public struct QueryAnswer: Sendable {
    /// The field of the rows; empty when there is one row.
    public let field: String
    /// What is counted.
    public let measures: [MeasureEnd]
    /// The rows; the last is the total when there are several.
    public let rows: [Row]
    /// Whether values of the field that few people share are left out, so that no value can mean either.
    private let hidesRareValues: Bool
    private let subject: SelectionSubject
    /// Whether records are in several rows, which then add up to more than the total.
    private let rowsOverlap: Bool

    /// One line of the answer.
    public struct Row: Sendable {
        /// The value of the field; empty where the records have none.
        public let value: String
        /// Whether it is the total of all rows.
        public let isTotal: Bool
        /// Whether no strike is recorded for the value: a month or year between others.
        public let isGap: Bool
        /// The totals, in the order of the measures.
        public let totals: [Total]
        /// How many strikes may fall in it as well, because their dates are known only within a longer
        /// time; they add nothing.
        public let undecided: Int

        /// Whether nothing is recorded of a measure here: in a gap, only the records themselves are none.
        func isUnstated(_ measure: Measure) -> Bool { isGap && !measure.isOfRecords }
    }

    /// Answers a query from the records of a site; throws when the query cannot be understood.
    public init(
        _ text: String,
        dataset: Dataset,
        settings: SiteSettings
    ) throws(SelectionParser.Mistake) {
        let index = StrikeIndex(dataset)
        let reading = SelectionReading(dataset, settings: settings, index: index)
        if let mistake = reading.mistakes.first?.mistake { throw mistake }
        let query = try Query(text, measures: dataset.measures, reading: reading)
        let ofPeople = query.subject == .people ? reading.people?.index : nil
        var collector = FigureCollector()
        let base = collector.use(query.selection, of: query.subject)
        let table = query.by.map { by in
            SummaryTable(
                name: by.name,
                field: by.field,
                base: query.selection,
                index: ofPeople ?? index,
                settings: settings,
                collector: &collector
            )
        }
        let figures = Figures(
            collector,
            index: index,
            people: ofPeople,
            recounting: Recounting(dataset)
        )
        measures = query.measures
        field = query.by?.name ?? ""
        subject = query.subject
        hidesRareValues =
            (query.subject == .people
            ? dataset.rareValues.peopleColumns : dataset.rareValues.columns)[field] != nil
        let measures = query.measures
        func row(_ value: String, _ id: FigureID, isTotal: Bool) -> Row {
            Row(
                value: value,
                isTotal: isTotal,
                isGap: !isTotal && figures[id].records.isEmpty,
                totals: measures.map { figures[id].tally.total($0.measure) },
                undecided: figures[id].undecided.count
            )
        }
        rowsOverlap =
            query.by.map { dataset.codebook.canHaveSeveral($0.field) } == true
            && RowOverlap.exceeds(
                (table?.rows ?? []).map { figures[$0.figure] },
                figures[base],
                measures.map(\.measure)
            )
        rows =
            (table?.rows ?? []).map { row($0.value, $0.figure, isTotal: false) }
            + [row("", base, isTotal: true)]
    }

    /// The measures without repetitions, each with the position of its total: CSV and JSON have both ends of
    /// a measure, even where the query names one.
    private var columns: [(measure: Measure, offset: Int)] {
        var seen: Set<Measure> = []
        return measures.enumerated()
            .compactMap { offset, end in
                seen.insert(end.measure).inserted ? (end.measure, offset) : nil
            }
    }

    /// The answer as comma-separated values (RFC 4180).
    ///
    /// In the row of a month or year without strikes only their number is stated, which is 0: of people nothing is
    /// recorded.
    public func csv() -> String {
        var csv = CSVText()
        var header = field.isEmpty ? [] : [field]
        for (measure, _) in columns {
            header += ["_min", "_max", "_unknown", "_without_maximum"].map { measure.name + $0 }
        }
        let isDecided = rows.allSatisfy { $0.undecided == 0 }
        csv.row(header + (isDecided ? [] : ["may_fall"]))
        for row in rows where !row.isTotal || field.isEmpty {
            var cells: [PublishedCell] = field.isEmpty ? [] : [.of(row.value)]
            for (measure, offset) in columns {
                let total = row.totals[offset]
                if row.isUnstated(measure) {
                    cells += [.none, .none, .none, .none]
                    continue
                }
                cells += [
                    .of(total.statedMinimum), .of(total.statedMaximum),
                    .integer(total.unknown), .integer(total.openEnded),
                ]
            }
            csv.row(cells + (isDecided ? [] : [.integer(row.undecided)]))
        }
        return String(decoding: csv.finished(), as: UTF8.self)
    }

    /// The answer as JSON; in a row with `no_strikes`, what is counted besides strikes is null.
    public func json() -> String {
        var json = JSONWriter()
        json.array(rows) { item, row in
            item.object { object in
                if !field.isEmpty {
                    if row.isTotal {
                        object.member("total", true)
                    } else {
                        object.member(field, row.value)
                    }
                }
                if row.isGap, subject == .strikes { object.member("no_strikes", true) }
                for (measure, offset) in columns {
                    let total = row.totals[offset]
                    if row.isUnstated(measure) {
                        object.null(measure.name)
                        continue
                    }
                    object.object(measure.name) { range in
                        range.ends(of: total)
                        range.member("unknown", total.unknown)
                        range.member("without_maximum", total.openEnded)
                    }
                }
                if row.undecided > 0 { object.member("may_fall", row.undecided) }
            }
        }
        return String(decoding: json.finished(), as: UTF8.self)
    }

    /// Each measure with its total over all rows, in words.
    public var totals: [(name: String, text: String)] {
        guard let row = rows.last else { return [] }
        return zip(measures, row.totals).map { ($0.text, QueryAnswer.text($1, $0.end)) }
    }

    /// The answer as a table for a terminal.
    public func table() -> String {
        let blank = hidesRareValues ? "(none or hidden)" : "(none)"
        let titles = (field.isEmpty ? [] : [field]) + measures.map(\.text)
        let lines = rows.map { row in
            (field.isEmpty
                ? []
                : [row.isTotal ? "total" : row.value.isEmpty ? blank : row.value.visibleLine])
                + zip(measures, row.totals)
                .map { end, total in
                    row.isUnstated(end.measure)
                        ? "no strikes" : QueryAnswer.text(total, end.end)
                }
        }
        let widths = titles.indices.map { column in
            ([titles] + lines).map { $0[column].count }.max() ?? 0
        }
        let all = [titles, widths.map { String(repeating: "─", count: $0) }] + lines
        return
            all.map { cells in
                zip(cells, widths).enumerated()
                    .map { column, cell in
                        let space = String(repeating: " ", count: cell.1 - cell.0.count)
                        return column == 0 && !field.isEmpty ? cell.0 + space : space + cell.0
                    }
                    .joined(separator: "  ") + "\n"
            }
            .joined() + overlapRemark + remark
    }

    /// That the rows add up to more than the total; empty when they do not.
    private var overlapRemark: String {
        guard rowsOverlap else { return "" }
        let record = subject == .people ? "person" : "strike"
        return "a \(record) with several values is in the row of each, "
            + "so the rows add up to more than the total\n"
    }

    /// The strikes that may belong to the whole answer; empty when there are none.
    private var remark: String {
        let undecided = rows.last?.undecided ?? 0
        if undecided == 0 { return "" }
        if subject == .people {
            return "\(undecided) more \(undecided == 1 ? "person" : "people") may belong to it; "
                + "the records do not tell\n"
        }
        return "\(undecided) \(undecided == 1 ? "strike" : "strikes") may fall in it: "
            + "\(undecided == 1 ? "its date is" : "their dates are") known only within a longer time\n"
    }

    private static func text(_ total: Total, _ end: MeasureEnd.End?) -> String {
        if total.isUnknown { return "no figure" }
        let remark = total.unknown > 0 ? " (\(total.unknown) unknown)" : ""
        switch end {
        case .min: return "\(total.minimum)" + remark
        case .max: return (total.openEnded > 0 ? "≥ " : "") + "\(total.maximum)" + remark
        case nil:
            if total.isExact { return "\(total.minimum)" + remark }
            if total.openEnded > 0 { return "at least \(total.minimum)" + remark }
            return "\(total.minimum)–\(total.maximum)" + remark
        }
    }
}
