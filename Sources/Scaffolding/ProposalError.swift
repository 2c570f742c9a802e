import Diagnostics

/// Why no site can be proposed for a table.
public enum ProposalError: Error, CustomStringConvertible {
    /// A column that is to be public and that the table does not have.
    case unknownColumn(String, known: [String])
    /// Features of GeoJSON, whose facts are nested.
    case features(String)
    /// A table of what was said about strikes: claims, or sources.
    case several(String, RowsOfStrikes)

    /// What is wrong and what to do about it.
    public var description: String {
        switch self {
        case .unknownColumn(let name, let known):
            "the table has no column “\(name)”. "
                + (Spelling.question(name, known)
                    ?? "Its columns: \(known.joined(separator: ", ")).")
        case .features(let file):
            "“\(file)” holds features of GeoJSON, whose facts are objects within objects and not read.\n"
                + "     Save them as CSV with a column each for latitude and longitude, as GIS programs can (in QGIS: "
                + "Save Features As, CSV, GEOMETRY=AS_XY), and create the site from that table. Nothing was written."
        case .several(let file, let table):
            "“\(file)” \(table.finding): \(table.evidence).\n"
                + "     A site begins with a table of strikes: one row per strike, with its id, date and place. "
                + "Create the site from that table. Then put this file into content/data/ as the table "
                + "“\(table.resource)”: `recount explain role-unknown` names its columns.\(table.doubt) "
                + "Nothing was written."
        }
    }
}

/// What shows that a table lists people.
public struct PeopleTable: Sendable {
    /// What shows it, such as "it has the columns “name” and “age”, and none that counts people".
    let evidence: String

    /// `nil` when the columns are those of strikes, or of neither.
    init?(_ columns: [ProposedColumn]) {
        let countsPeople = columns.contains { column in
            guard let role = column.role else { return false }
            if case .count = ExpectedCells(role) { return true }
            return false
        }
        if countsPeople { return nil }
        let words = columns.map { HeaderWords($0.name) }
        let traits = zip(columns, words)
            .filter { $1.has(.age) || $1.has(.sex) || $1.has(.birth) || $1.has(.date, .killed) }
            .map(\.0.name)
        let names = zip(columns, words)
            .filter { column, words in
                words.has(.person) && !words.has(.place) && !words.has(.source)
                    && column.facts.known > 0 && !column.facts.mostly { $0.isCount }
            }
            .map(\.0.name)
        guard !traits.isEmpty, !names.isEmpty || traits.count > 1 else { return nil }
        let list = (names.prefix(1) + traits.prefix(2)).map { "“\($0)”" }.joined(separator: ", ")
        evidence = "it has the columns \(list), and none that counts people"
    }
}
