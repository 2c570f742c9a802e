// A site for an author's spreadsheet. The codebook is a proposal: the roles of columns are guessed, and only the
// columns that the author has named are public.

import Diagnostics
import Records

/// A proposed site, and the guesses that it is based on.
public struct SiteProposal: Sendable {
    /// The columns in the order of the file.
    public let columns: [ProposedColumn]
    /// Whether a column `id` was put before the author's own.
    public let addsID: Bool
    /// What is missing or has to be decided, the most important first.
    public private(set) var steps: [String]
    /// The language of the columns' names.
    public let language: String
    let spreadsheet: Spreadsheet
    /// What shows that the table lists people, so that the site has no strikes; `nil` for a table of strikes.
    let people: PeopleTable?

    /// The table that the site has.
    public var kind: ResourceKind { people == nil ? .strikes : .victims }

    /// Proposes a site; `published` names the columns that the author makes public.
    public init(_ spreadsheet: Spreadsheet, published: PublicColumns) throws(ProposalError) {
        self.spreadsheet = spreadsheet
        let table = spreadsheet.table
        try published.check(table.columns)
        var columns = table.columns.indices.map { index in
            ProposedColumn(
                ColumnFacts(
                    table,
                    index,
                    without: spreadsheet.leftOutRows,
                    areLines: spreadsheet.format != .json
                ),
                isNested: spreadsheet.isNested(table.columns[index]),
                isHidden: spreadsheet.isHidden(table.columns[index])
            )
        }
        if ["geometry.type", "geometry.coordinates"].allSatisfy(table.columns.contains) {
            throw .features(spreadsheet.file)
        }
        people = PeopleTable(columns)
        if people != nil {
            PeopleRoles.settle(&columns)
            for index in columns.indices { columns[index].publish(published) }
            addsID = false
            self.columns = columns
            language = SiteProposal.language(columns)
            steps = []
            steps = peopleSteps
            return
        }
        if let rows = RowsOfStrikes(columns) { throw .several(spreadsheet.file, rows) }
        RoleAssignment.settle(&columns)
        for index in columns.indices {
            columns[index].settle()
            columns[index].publish(published)
        }
        let lacksID = !columns.contains { $0.role == .id }
        addsID = lacksID
        // The name is taken when a column of that name cannot be the id.
        self.columns = columns
        language = SiteProposal.language(columns)
        steps = []
        steps = SiteProposal.steps(columns, spreadsheet, addsID: lacksID, missing: missingValues)
        if let first = repeated.families.first {
            steps.append(
                "Columns that repeat with a number, such as \(first.pattern), are read as one table of sources. "
                    + "Make those of its columns public that may be shown."
            )
        }
    }

    /// The columns that are a table of sources; none in a list of people.
    var repeated: RepeatedColumns { RepeatedColumns(kind == .strikes ? columns : []) }

    /// Whether the site reads a copy of the table as CSV, and not the file as it is.
    var isCopied: Bool { addsID || spreadsheet.needsCopy }

    /// The file that the site reads, relative to `content/`.
    var dataPath: String { SiteProposal.dataPath(spreadsheet, kind, addsID: addsID) }

    private static func dataPath(
        _ spreadsheet: Spreadsheet,
        _ kind: ResourceKind,
        addsID: Bool
    ) -> String {
        let isCSV = addsID || spreadsheet.needsCopy
        return "data/\(kind.rawValue).\(isCSV ? "csv" : spreadsheet.format.rawValue)"
    }

    /// The name of the column that is put before the author's own.
    var addedName: String {
        var name = "id"
        while columns.contains(where: { $0.name == name }) { name = "record_" + name }
        return name
    }

    /// The words of the column with a role, one for each key; none while that column is private, because
    /// what the settings hold is published.
    func publicChoices(_ role: Role) -> [String] {
        guard let column = columns.first(where: { $0.role == role && $0.isPublic }) else {
            return []
        }
        var seen: Set<String> = []
        return column.facts.order.filter {
            !missingValues.contains($0) && seen.insert(Key.of($0)).inserted
        }
    }

    /// The words that mean "nothing" in columns of numbers, dates and degrees.
    var missingValues: [String] {
        var seen: Set<String> = []
        return
            columns.filter { column in
                guard let role = column.role else { return column.type != "string" }
                switch ExpectedCells(role) {
                case .count, .day, .degrees, .choice: return true
                case .id, .address, .words: return false
                }
            }
            .flatMap(\.facts.missingWords).filter { seen.insert($0).inserted }
    }

    private static func language(_ columns: [ProposedColumn]) -> String {
        let found = columns.map { HeaderWords($0.name).languages }
        let counts = ["en", "fr", "es", "ar"].map { tag in (tag, found.count { $0.contains(tag) }) }
        let most = counts.map(\.1).max() ?? 0
        return counts.first { $0.1 == most }?.0 ?? "en"
    }

    /// What the author of a list of people should know.
    private var peopleSteps: [String] {
        var steps = [
            "The table has one row per person (\(people?.evidence ?? "")), so the report is a list of people, without "
                + "strikes. If you have a table of strikes too, create the site from that one, and put this table beside "
                + "it as “victims”, with the id of each person’s strike in a column with the role strike_id."
        ]
        steps += SiteProposal.tableSteps(
            spreadsheet,
            .victims,
            addsID: false,
            missing: missingValues
        )
        if !columns.contains(where: { $0.role == .name }) {
            steps.append("No column was recognised as the name. Give the one that is: role: name.")
        }
        if !columns.contains(where: { $0.role == .date }) {
            steps.append(
                "No column was recognised as the date of death. If there is one, give it role: date."
            )
        }
        return steps + SiteProposal.blankSteps(spreadsheet, addsID: false)
    }

    private static func steps(
        _ columns: [ProposedColumn],
        _ spreadsheet: Spreadsheet,
        addsID: Bool,
        missing: [String]
    ) -> [String] {
        var steps: [String] = []
        if addsID {
            let failed = columns.first { $0.reason.hasPrefix("its name says id, but ") }
            let why =
                failed.map {
                    "“\($0.name)” cannot name the records: "
                        + "\($0.reason.dropFirst("its name says id, but ".count)). So"
                } ?? "No column names each record, so"
            let way = failed == nil ? "" : " To use your own, correct that and begin again."
            steps.append(
                "\(why) the copy of your table has a new first column of ids. "
                    + "Keep them: they are the addresses of pages.\(way)"
            )
        }
        steps += tableSteps(spreadsheet, .strikes, addsID: addsID, missing: missing)
        if !columns.contains(where: { $0.role == .date }) {
            steps.append(
                "No column was recognised as the date. Give the one that is: role: date."
            )
        }
        if !columns.contains(where: {
            $0.role == .count(.killed) || $0.role == Role.count(.killed).least
        }) {
            steps.append(
                "No column was recognised as the number killed. Give it role: killed, or killed.min and "
                    + "killed.max."
            )
        }
        return steps + blankSteps(spreadsheet, addsID: addsID)
    }

    /// What to know of the site's copy of the table.
    private static func tableSteps(
        _ spreadsheet: Spreadsheet,
        _ kind: ResourceKind,
        addsID: Bool,
        missing: [String]
    ) -> [String] {
        var steps: [String] = []
        if spreadsheet.needsCopy {
            steps.append(
                "The copy of your table leaves out what is no record: "
                    + spreadsheet.notes.filter { $0.hasPrefix("row") }.joined(separator: "; ") + "."
            )
        }
        let path = "content/" + dataPath(spreadsheet, kind, addsID: addsID)
        let isConverted = !path.hasSuffix(".\(spreadsheet.format.rawValue)")
        steps.append(
            "From now on edit \(path), a copy of your table\(isConverted ? " as CSV" : ""): "
                + "\(spreadsheet.file) is not read again."
        )
        if !missing.isEmpty {
            steps.append(
                "\(missing.prefix(6).map { "“\($0)”" }.joined(separator: ", ")) among numbers, dates and words of a "
                    + "list \(missing.count == 1 ? "is" : "are") read as unknown (missingValues). Take out what means "
                    + "something else, such as zero."
            )
        }
        return steps
    }

    private static func blankSteps(_ spreadsheet: Spreadsheet, addsID: Bool) -> [String] {
        var steps: [String] = []
        let blank = spreadsheet.blankRows
        if !blank.isEmpty, !addsID, !spreadsheet.needsCopy {
            steps.append(
                "\(blank.count) \(blank.count == 1 ? "row is" : "rows are") wholly blank; delete "
                    + "\(blank.count == 1 ? "it" : "them")."
            )
        }
        return steps
    }
}

/// Which columns the author makes public.
public enum PublicColumns: Sendable {
    /// None, until the codebook says otherwise.
    case none
    /// Every one.
    case all
    /// These.
    case columns([String])

    /// Reads a list of names separated by commas.
    public init(_ text: String?) {
        guard let text else {
            self = .none
            return
        }
        let names = text.split(separator: ",").map(\.trimmingBlanks).filter { !$0.isEmpty }
        self = names == ["all"] ? .all : .columns(names)
    }

    /// Whether a column becomes public; one that seems to hold contacts only when it is named.
    func has(_ name: String, isPersonal: Bool) -> Bool {
        switch self {
        case .none: false
        case .all: !isPersonal
        case .columns(let names): names.contains(name)
        }
    }

    func check(_ known: [String]) throws(ProposalError) {
        guard case .columns(let names) = self else { return }
        guard let strange = names.first(where: { !known.contains($0) }) else { return }
        throw .unknownColumn(strange, known: known)
    }
}
