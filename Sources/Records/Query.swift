import Diagnostics

/// A query in one line: `killed, conceded_killed by month where grading=counted`.
public struct Query: Sendable {
    /// What is counted.
    public let measures: [MeasureEnd]
    /// The field whose values are the rows; `nil` for one row.
    public let by: (name: String, field: SelectionField)?
    /// Which strikes or people.
    public let selection: Selection
    /// What it counts: people where they are what it names.
    public let subject: SelectionSubject

    /// Parses a query; words are separated by any number of spaces, `where` and `by` are in either order.
    public init(
        _ text: String,
        measures known: MeasureList,
        reading: SelectionReading
    ) throws(SelectionParser.Mistake) {
        let parts = Query.clauses(text)
        measures = try Query.measures(parts.measures, known)
        let ofPeople = measures.filter { $0.measure == .people }
        if !ofPeople.isEmpty, ofPeople.count < measures.count {
            throw SelectionParser.Mistake(
                rule: .unknownMeasure,
                message: "people are counted over the list of people, other measures over strikes",
                suggestion:
                    "Ask two questions; named_victims counts the people listed for strikes.",
                part: Measure.people.name
            )
        }
        if !ofPeople.isEmpty, reading.people == nil {
            throw SelectionParser.Mistake(
                rule: .unknownMeasure,
                message: "there is no table of people",
                suggestion: "Describe data/victims.csv in the codebook, or choose another measure.",
                part: Measure.people.name
            )
        }
        subject = ofPeople.isEmpty ? .strikes : .people
        let side = ofPeople.isEmpty ? reading.strikes : reading.people ?? reading.strikes
        let catalog = side.catalog
        if let name = parts.by {
            guard let field = catalog.field(name), catalog.grouping.contains(name) else {
                let names = catalog.grouping
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
        selection = try side.parser.parse(parts.selection)
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
