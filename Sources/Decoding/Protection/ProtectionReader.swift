// Which rows are protected is known before any other cell is read. What a protection takes away then never becomes
// a record: no check, message, figure, page, download or release can repeat it.

import Diagnostics
import Formats
import Records
import Text

/// The tables of a site with their protected rows.
struct ProtectedTables {
    var tables: [RecordTable]
    /// The names of records that are withheld, by kind.
    var names: [ResourceKind: Set<String>] = [:]
    /// Names that withheld strikes had before.
    var formerNames: Set<String> = []
    /// The places of withheld narratives and protected rows, of which no message repeats anything.
    var lines: [String: Set<Int>] = [:]
    /// How much is withheld.
    var withheld = WithheldRecords()
    /// What protected rows must not show anywhere.
    var values: [PrivateValue] = []
    /// The texts of withheld rows, which may name pictures.
    var texts: [String] = []

    /// Whether no row of any table is protected.
    var isEmpty: Bool { tables.allSatisfy { $0.protections.isEmpty } }
}

extension ProtectedTables {
    /// The strikes in whose lists somebody is protected, by id.
    var strikesWithProtectedPeople: Set<String> {
        guard let table = tables.first(where: { $0.kind == .victims }) else { return [] }
        return Set(table.protections.keys.map { WithheldRow(table, $0).strikeID })
    }

    /// Removes the texts of protected rows from what was reported before it was known that they are protected.
    func removeMessages(from log: inout DiagnosticLog) {
        log.conceal { lines[$0.file]?.contains($0.line) == true }
    }
}

/// Reads the columns that protect people: `protection`, `consent` and `until`.
struct ProtectionReader {
    let settings: SiteSettings
    /// The day on which consents must still hold; `nil` when the site states none.
    let day: CalendarDate?

    func read(_ tables: [RecordTable], _ log: inout DiagnosticLog) -> ProtectedTables {
        var result = ProtectedTables(tables: tables)
        // What is reported here repeats no cell, unlike what the log may hold of the same rows.
        var own = DiagnosticLog()
        defer { log.append(own) }
        for position in tables.indices {
            let protections = protections(tables[position], &own)
            if protections.isEmpty { continue }
            result.tables[position] = tables[position].protecting(protections)
            let names = protections.filter { $0.value == .withheld }.keys
                .compactMap { tables[position].name($0) }
            if !names.isEmpty { result.names[tables[position].kind] = Set(names) }
            if tables[position].kind == .strikes {
                result.formerNames = formerNames(tables[position], protections)
            }
        }
        if result.isEmpty { return result }
        for position in tables.indices { addDependents(of: result.names, &result.tables[position]) }
        count(&result)
        for table in result.tables where !table.protections.isEmpty {
            result.values += ProtectedValues(table).all
            result.texts += ProtectedValues(table).withheldTexts
            let lines = table.protections.keys.map { table.table.location(row: $0).line }
            result.lines[table.table.file] = Set(lines)
        }
        result.removeMessages(from: &log)
        return result
    }

    private func formerNames(
        _ table: RecordTable,
        _ protections: [Int: Protection]
    ) -> Set<String> {
        guard let cell = table.cell(.previousIDs) else { return [] }
        var names: Set<String> = []
        for (row, protection) in protections where protection == .withheld {
            names.formUnion(cell.read(table.table, row) { RecordIDs.of(CellBytes.text($0)) } ?? [])
        }
        return names
    }

    // MARK: - Rows that state a protection

    private func protections(
        _ table: RecordTable,
        _ log: inout DiagnosticLog
    ) -> [Int: Protection] {
        let (protection, consent) = (table.cell(.protection), table.cell(.consent))
        let until = table.cell(.until)
        if protection == nil && consent == nil && until == nil { return [:] }
        var protections: [Int: Protection] = [:]
        var rows = RowLog()
        for row in 0..<table.table.rowCount where !table.table.isDamaged(row) {
            if let protection { protections[row] = stated(protection, table, row, &rows) }
            if let consent, isRefused(consent, table, row, &rows) { protections[row] = .withheld }
            if let until, isPast(until, table, row, &rows) { protections[row] = .withheld }
        }
        rows.flush(into: &log)
        return protections
    }

    /// The protection that a row states; one that cannot be read withholds the record.
    private func stated(
        _ cell: Cell,
        _ table: RecordTable,
        _ row: Int,
        _ log: inout RowLog
    ) -> Protection? {
        guard let key = word(cell, table, row), let known = words(cell, table) else { return nil }
        guard let word = known.word(key) else {
            reportWord(key, known, cell, table, row, &log)
            return .withheld
        }
        return Protection(rawValue: word)
    }

    /// Whether somebody did not agree to the publication; a word that cannot be read counts as that.
    private func isRefused(
        _ cell: Cell,
        _ table: RecordTable,
        _ row: Int,
        _ log: inout RowLog
    ) -> Bool {
        guard let key = word(cell, table, row), let known = words(cell, table) else { return false }
        guard let word = known.word(key) else {
            reportWord(key, known, cell, table, row, &log)
            return true
        }
        return word != "yes"
    }

    /// Whether the last day of a consent has passed; a day that cannot be read counts as that.
    private func isPast(
        _ cell: Cell,
        _ table: RecordTable,
        _ row: Int,
        _ log: inout RowLog
    ) -> Bool {
        guard let read = cell.read(table.table, row, cell.schema.dates.date) else { return false }
        guard let date = read else {
            report(
                CellRule.dateInvalid,
                cell,
                table,
                row,
                "\(cell.name) is no date, so the record is withheld",
                "Write the last day of the consent as 2027-01-31, or in the format that the codebook states.",
                &log
            )
            return true
        }
        guard let day, date.lastDay < day else { return false }
        report(
            RecordRule.consentLapsed,
            cell,
            table,
            row,
            "the consent to publish this record has ended, so the record is withheld",
            "The report is as of \(day.iso). If the consent was renewed, state its new last day.",
            &log
        )
        return true
    }

    private func word(_ cell: Cell, _ table: RecordTable, _ row: Int) -> String? {
        cell.read(table.table, row) { Key.of(CellBytes.text($0)) }
    }

    private func words(_ cell: Cell, _ table: RecordTable) -> ModelWords? {
        cell.schema.field.role.flatMap { table.kind.columns(of: .builtIn)[$0] }?.content.words
    }

    /// Reports a word without repeating it, because the column may be private.
    private func reportWord(
        _ key: String,
        _ known: ModelWords,
        _ cell: Cell,
        _ table: RecordTable,
        _ row: Int,
        _ log: inout RowLog
    ) {
        report(
            CellRule.wordUnknown,
            cell,
            table,
            row,
            "\(cell.name) is no \(known.what), so the record is withheld",
            Spelling.question(key, known.words)
                ?? "The words: \(known.words.joined(separator: ", ")).",
            &log
        )
    }

    private func report(
        _ rule: some Rule,
        _ cell: Cell,
        _ table: RecordTable,
        _ row: Int,
        _ message: String,
        _ suggestion: String,
        _ log: inout RowLog
    ) {
        log.report(rule) {
            Diagnostic(
                rule,
                at: table.table.location(row, cell.column),
                message,
                suggestion: suggestion
            )
        }
    }

    // MARK: - Rows that belong to withheld records

    /// Withholds the rows that belong only to records that are withheld.
    private func addDependents(of names: [ResourceKind: Set<String>], _ table: inout RecordTable) {
        let strikes = names[.strikes] ?? []
        var protections = table.protections
        let owner: (Int) -> Bool
        switch table.kind {
        case .strikes: return
        case .victims, .sources, .disclosures, .media:
            guard let cell = table.cell(.strikeID), !strikes.isEmpty else { return }
            let rows = table.table
            owner = { cell.read(rows, $0, CellBytes.text).map(strikes.contains) ?? false }
        case .claims:
            guard let cell = table.cell(.scope), !strikes.isEmpty else { return }
            let rows = table.table
            owner = { row in
                let ids = cell.read(rows, row) { RecordIDs.of(CellBytes.text($0)) } ?? []
                return !ids.isEmpty && ids.allSatisfy(strikes.contains)
            }
        case .corrections:
            let all = names.values.reduce(into: Set<String>()) { $0.formUnion($1) }
            guard let cell = table.cell(.record), !all.isEmpty else { return }
            let rows = table.table
            owner = { cell.read(rows, $0, CellBytes.text).map(all.contains) ?? false }
        }
        for row in 0..<table.table.rowCount where !table.table.isDamaged(row) && owner(row) {
            protections[row] = .withheld
        }
        if protections.count != table.protections.count || protections != table.protections {
            table = table.protecting(protections)
        }
    }

    // MARK: - How much is withheld

    /// Counts what is withheld, and the deaths that totals would count.
    private func count(_ result: inout ProtectedTables) {
        for table in result.tables {
            let rows = table.protections.filter { $0.value == .withheld }.keys.sorted()
            if rows.isEmpty { continue }
            result.withheld.records[table.kind] = rows.count
            switch table.kind {
            case .strikes: result.withheld.killed = killed(table, rows)
            case .victims:
                for row in rows {
                    let strike = WithheldRow(table, row).strikeID
                    result.withheld.people[strike, default: 0] += 1
                }
            case .sources, .claims, .disclosures, .corrections, .media: break
            }
        }
        for id in result.names[.strikes] ?? [] { result.withheld.people[id] = nil }
    }

    /// The deaths of withheld strikes of counted gradings whose deaths no other strike states.
    private func killed(_ table: RecordTable, _ rows: [Int]) -> Total {
        let gradings = KnownWords(settings.methodology.gradings.map { ($0.key, $0.label) })
        return table.table.withCells { cells in
            // The reader's own mistakes are those of rows that are not shown.
            var reader = CellReader(table, cells)
            let counts = CountCells(table, .killed)
            let others = [
                Role.partOf, OverlapGroup.all.first { $0.name == "killed" }.map(Role.shared),
            ]
            .compactMap(\.self).compactMap(table.cell)
            var total = Total()
            for row in rows {
                let grading = table.cell(.grading).map { reader.grading($0, row, gradings) }
                guard settings.methodology.counts(grading?.value ?? "") else { continue }
                let isElsewhere = others.contains { reader.text($0, row).value != nil }
                if !isElsewhere { total.add(reader.count(counts, row)) }
            }
            return total
        }
    }
}

/// Ids in one cell, separated by semicolons.
enum RecordIDs {
    static func of(_ text: String) -> [String] {
        text.split(separator: ";").map { QueryText.trimmed($0) }.filter { !$0.isEmpty }
    }
}

extension RecordTable {
    /// The name of a row's record; `nil` when it has none.
    func name(_ row: Int) -> String? { cell(.id)?.read(table, row, CellBytes.text) }
}
