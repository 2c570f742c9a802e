// An urgent takedown changes up to four files of the site. This computes their new bytes; the command writes them.

import Diagnostics
import Formats
import Records
import Text

/// The changes of a site's files that withhold one record.
public struct Withholding: Sendable {
    /// A file of the site with its new bytes.
    public struct Edit: Sendable {
        /// The path from the site's folder.
        public let path: String
        /// The new bytes.
        public let bytes: [UInt8]
        /// What was done, as the end of a line: "protection: withheld in 1 row".
        public let summary: String
    }

    /// Why a record cannot be withheld, as sentences.
    public struct Failure: Error, CustomStringConvertible {
        /// The reason, and what to do.
        public let description: String
    }

    /// The files that change, in the order in which they must be written.
    public private(set) var edits: [Edit] = []
    /// What could not be done, as sentences.
    public private(set) var notes: [String] = []

    private let files: InputTree
    private let codebook: CodebookReader
    private let codebookPath: String
    private let tables: [RecordTable]
    private let reason: String
    private let day: CalendarDate

    /// Works out how to withhold a record of the site in a folder.
    ///
    /// `record` is the id of a strike, source, claim or medium, or the id of a strike, a slash and the name of a person.
    /// Throws a ``Failure`` when there is no such record or its file cannot be edited.
    public init(site: String, record: String, reason: String, day: CalendarDate) throws {
        var log = DiagnosticLog()
        files = try InputTree.scan(site, optional: [], log: &log)
        self.reason = reason
        self.day = day
        let paths = ["content/datapackage.yaml", "content/datapackage.json"]
        guard let path = paths.first(where: files.contains),
            let text = try files.readText(path, log: &log),
            let node = YAMLReader.read(text, file: path, log: &log)
        else {
            throw Failure(description: "the site has no codebook that can be read")
        }
        codebookPath = path
        codebook = CodebookReader(node, &log)
        var cache = ReadingCache(keeps: false)
        tables = try TableFiles(files: files).read(codebook.schemas, &cache.tables, &log)
        let found = try Withholding.find(record, in: tables)
        try protect(found)
        try correct(found, text)
        try prune(found)
    }

    // MARK: - The record

    /// The rows of a record.
    private struct Found {
        let table: RecordTable
        let rows: [Int]
        /// The names by which releases know it.
        let names: [String]
        /// The strike of a person.
        let strike: String?
        /// The name under which a correction refers to it.
        var correction: String {
            guard let strike else { return names[0] }
            return strike.isEmpty ? ResourceKind.victims.rawValue : strike
        }
    }

    private static func find(_ record: String, in tables: [RecordTable]) throws -> Found {
        for table in tables where [.strikes, .sources, .claims, .media].contains(table.kind) {
            let rows = (0..<table.table.rowCount).filter { table.name($0) == record }
            if rows.isEmpty { continue }
            let former = table.cell(.previousIDs)
                .map { cell in
                    rows.flatMap { row in
                        cell.read(table.table, row) { RecordIDs.of(CellBytes.text($0)) } ?? []
                    }
                }
            return Found(
                table: table,
                rows: rows,
                names: [record] + (former ?? []),
                strike: nil
            )
        }
        if let slash = record.firstIndex(of: "/"),
            let table = tables.first(where: { $0.kind == .victims })
        {
            let strike = String(record[..<slash])
            let name = String(record[record.index(after: slash)...])
            let cells =
                [table.cell(.name)].compactMap(\.self)
                + table.languages(of: Role.name.anyLanguage).map(\.cell)
            let rows = (0..<table.table.rowCount)
                .filter { row in
                    WithheldRow(table, row).strikeID == strike
                        && cells.contains { $0.read(table.table, row, CellBytes.text) == name }
                }
            if let row = rows.first {
                let names = cells.compactMap { $0.read(table.table, row, CellBytes.text) }
                return Found(table: table, rows: rows, names: names, strike: strike)
            }
        }
        throw Failure(
            description:
                "there is no strike, source, claim or medium with this id. A person is named by the strike: "
                + "S-12/Name, with the name as it stands in the file; one without a strike by /Name"
        )
    }

    private func schema(_ kind: ResourceKind) -> ResourceSchema? {
        codebook.schemas.first { $0.resource.kind == kind }
    }

    // MARK: - The edits

    private mutating func protect(_ found: Found) throws {
        let table = found.table
        let path = "content/" + table.schema.resource.path
        let word = Protection.withheld.rawValue
        let described = table.cell(.protection)
        let place = described?.column ?? table.table.columns.firstIndex(of: "protection")
        let isDone =
            described.map { cell in
                found.rows.allSatisfy { row in
                    cell.read(table.table, row) { Key.of(CellBytes.text($0)) } == word
                }
            } ?? false
        if !isDone {
            guard table.table.isEditable(in: try files.read(path)) else {
                let line = table.table.location(row: found.rows[0]).line
                throw Failure(
                    description:
                        "\(path) cannot be edited here: it is no text in UTF-8, or a row of it is damaged. "
                        + "Write “\(word)” into the column “protection” of the record on line \(line), and run "
                        + "this command again for the rest"
                )
            }
            let bytes =
                place.map { table.table.bytes(writing: word, in: $0, ofRows: found.rows) }
                ?? table.table.bytes(
                    adding: "protection",
                    writing: word,
                    inRows: found.rows,
                    delimiter: table.schema.resource.delimiter
                )
            let rows = found.rows.count == 1 ? "1 row" : "\(found.rows.count) rows"
            edits.append(
                Edit(path: path, bytes: bytes, summary: "protection: \(word) in \(rows)")
            )
        }
    }

    private mutating func correct(_ found: Found, _ text: String) throws {
        var text = text
        var isChanged = false
        if found.table.cell(.protection) == nil {
            guard let new = editing(text)?.adding(column: "protection", to: found.table.kind) else {
                throw Failure(
                    description:
                        "\(codebookPath) cannot be edited here. Add the column to the fields of "
                        + "\(found.table.kind.rawValue): {name: protection}, and run this command again"
                )
            }
            (text, isChanged) = (new, true)
        }
        let cells = [
            "record": found.correction, "field": found.strike == nil ? "" : "victims",
            "reason": reason, "date": day.iso, "kind": "safety",
        ]
        if let schema = schema(.corrections) {
            try append(cells, to: schema)
        } else if !files.contains("content/data/corrections.csv"),
            let new = editing(text)?.addingCorrections()
        {
            (text, isChanged) = (new, true)
            let header = "record,field,reason,date,kind\n"
            var log = DiagnosticLog()
            let table = CSVReader.read(
                Array(header.utf8),
                file: "content/data/corrections.csv",
                log: &log
            )
            if let table {
                edits.append(
                    Edit(
                        path: "content/data/corrections.csv",
                        bytes: table.bytes(appending: cells, delimiter: Byte.comma),
                        summary: "a correction of the kind safety"
                    )
                )
            }
        } else {
            notes.append(
                "No correction was written: the codebook describes no table of corrections."
            )
        }
        if isChanged {
            edits.append(
                Edit(
                    path: codebookPath,
                    bytes: Array(text.utf8),
                    summary: "the new columns described"
                )
            )
        }
    }

    private func editing(_ text: String) -> CodebookEditing? {
        codebookPath.hasSuffix(".json") ? nil : CodebookEditing(text, file: codebookPath)
    }

    private mutating func append(_ cells: [String: String], to schema: ResourceSchema) throws {
        let path = schema.file
        guard let table = tables.first(where: { $0.kind == .corrections }),
            table.cell(.kind) != nil, table.table.isEditable(in: try files.read(path))
        else {
            notes.append(
                "No correction was written: \(path) has no column “kind”, or is no text in UTF-8. The record is "
                    + "withheld all the same."
            )
            return
        }
        let isThere = (0..<table.table.rowCount)
            .contains { row in
                table.cell(.record)?.read(table.table, row, CellBytes.text) == cells["record"]
                    && table.cell(.kind)?.read(table.table, row) { Key.of(CellBytes.text($0)) }
                        == cells["kind"]
            }
        if isThere { return }
        var named: [String: String] = [:]
        for (role, text) in cells {
            let column = schema.columns.first { $0.field.role?.name == role }
            if let column { named[column.field.name] = text }
        }
        edits.append(
            Edit(
                path: path,
                bytes: table.table.bytes(
                    appending: named,
                    delimiter: schema.resource.delimiter
                ),
                summary: "a correction of the kind safety"
            )
        )
    }

    /// Removes the values of the record from the releases that are recorded.
    private mutating func prune(_ found: Found) throws {
        for file in files.files(below: "content/releases", suffix: ".json") {
            var log = DiagnosticLog()
            let bytes = try files.read(file.path)
            let read = ReleaseReader.read(
                bytes,
                file: file.path,
                measures: codebook.codebook.measures,
                log: &log
            )
            guard var release = read else {
                notes.append("\(file.path) cannot be read, so the record may still stand in it.")
                continue
            }
            var isChanged = false
            for name in found.names {
                let (pruned, holds) = release.pruned(of: name, personOf: found.strike)
                if holds { (release, isChanged) = (pruned, true) }
            }
            if isChanged {
                edits.append(
                    Edit(
                        path: file.path,
                        bytes: ReleaseText.bytes(release),
                        summary: "the values of the record replaced by a mark"
                    )
                )
            }
        }
    }
}
