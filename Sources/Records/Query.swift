import Diagnostics

/// A query in one line: `killed, conceded_killed by month where grading=counted`.
public struct Query: Sendable {
    /// What is counted.
    public let measures: [MeasureEnd]
    /// The field whose values are the rows; `nil` for one row.
    public let by: (name: String, field: SelectionField)?
    /// Which strikes.
    public let selection: Selection

    /// Parses a query; words are separated by any number of spaces, `where` and `by` are in either order.
    public init(
        _ text: String,
        measures known: MeasureList,
        catalog: FieldCatalog,
        parser: SelectionParser
    ) throws(SelectionParser.Mistake) {
        let parts = Query.clauses(text)
        measures = try Query.measures(parts.measures, known)
        if let name = parts.by {
            guard let field = catalog.field(name), field != .id, field != .date else {
                let names = catalog.names.filter { $0 != "id" && $0 != "date" }
                throw SelectionParser.Mistake(
                    rule: .unknownField,
                    message: "there are no rows by “\(name)”",
                    suggestion: Spelling.question(name, names)
                        ?? "Rows can be by \(names.joined(separator: ", ")).",
                    part: name
                )
            }
            by = (name, field)
        } else {
            by = nil
        }
        selection = try parser.parse(parts.selection)
    }

    private static func clauses(
        _ text: String
    ) -> (measures: String, by: String?, selection: String) {
        var measures: [Substring] = []
        var by: [Substring]?
        var selection: [Substring] = []
        var clause = 0
        for word in text.split(separator: " ") {
            switch (word, clause) {
            case ("by", 0...1):
                clause = 1
                by = []
            case ("where", 0...1): clause = 2
            case (_, 0): measures.append(word)
            case (_, 1): by?.append(word)
            case ("by", 2) where by == nil:
                clause = 1
                by = []
            default: selection.append(word)
            }
        }
        return (
            measures.joined(separator: " "), by?.joined(separator: " "),
            selection.joined(separator: " ")
        )
    }

    private static func measures(
        _ text: String,
        _ known: MeasureList
    ) throws(SelectionParser.Mistake) -> [MeasureEnd] {
        var measures: [MeasureEnd] = []
        for word in text.split(whereSeparator: { $0 == "," || $0 == " " }) where word != "and" {
            guard let measure = MeasureEnd(word, in: known) else {
                throw SelectionParser.Mistake(
                    rule: .unknownMeasure,
                    message: "unknown measure “\(word)”",
                    suggestion: known.advice(for: word, allowsEnds: true),
                    part: String(word)
                )
            }
            measures.append(measure)
        }
        if measures.isEmpty {
            throw SelectionParser.Mistake(
                rule: .unknownMeasure,
                message: "the question names no measure",
                suggestion: "Begin with what to count: killed by month where grading=counted.",
                part: text
            )
        }
        return measures
    }
}
