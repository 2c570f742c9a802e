// What a protection takes away must not be anywhere in the report: not in an article, a file name or a template
// either. These are the values that the leak scan searches for.

import Diagnostics
import Formats
import Records
import Text

/// The values of one table's protected rows that the report must not show.
struct ProtectedValues {
    private let table: RecordTable

    init(_ table: RecordTable) { self.table = table }

    /// The cells that are not shown, without those that other records show too.
    ///
    /// Words from short lists, counts and dates are left out: they tell nobody's name, and stand elsewhere.
    var all: [PrivateValue] {
        let rows = table.protections.sorted { $0.key < $1.key }
        if rows.isEmpty { return [] }
        return cells.flatMap { cell, shape -> [PrivateValue] in
            let shown = shownElsewhere(cell)
            return rows.flatMap { row, protection -> [PrivateValue] in
                if let shape, shape.keptUnder.contains(protection), !isReduced(shape, protection) {
                    return []
                }
                return cell.values(table.table, row).filter { !shown.contains($0) }
                    .map { text in
                        PrivateValue(
                            text: text,
                            location: table.table.location(row, cell.column),
                            record: table.name(row),
                            column: cell.name,
                            reason: .withheld
                        )
                    }
            }
        }
    }

    /// The public texts of withheld rows, whether other rows have them too or not.
    var withheldTexts: [String] {
        let rows = table.protections.filter { $0.value == .withheld }.keys.sorted()
        return cells.flatMap { cell, _ in
            rows.flatMap { cell.values(table.table, $0) }
        }
    }

    /// The public columns that hold texts, each with its declaration.
    private var cells: [(Cell, ColumnShape?)] {
        let shapes = table.kind.columns(of: .builtIn)
        return table.schema.columns.compactMap { column in
            let shape = column.field.role.flatMap { shapes[$0] }
            guard column.field.isPublic, shape?.isControl != true, holdsText(column, shape),
                let cell = table.cell(named: column.field.name)
            else { return nil }
            return (cell, shape)
        }
    }

    private func holdsText(_ column: ColumnSchema, _ shape: ColumnShape?) -> Bool {
        guard let shape else { return column.field.type == .string || column.field.type == .any }
        switch shape.content {
        case .text(.any), .text(.name), .text(.id), .text(.url), .names, .coordinate: return true
        case .text(.key), .text(.time), .text(.age), .text(.grading), .text(.assessment),
            .text(.word), .ids, .number, .count, .date, .strikeDate:
            return false
        }
    }

    /// Whether a cell is shown only in part.
    private func isReduced(_ shape: ColumnShape, _ protection: Protection) -> Bool {
        protection == .initials && shape.role.whole == .name
    }

    private func shownElsewhere(_ cell: Cell) -> Set<String> {
        var shown: Set<String> = []
        for row in 0..<table.table.rowCount where table.protections[row] == nil {
            shown.formUnion(cell.values(table.table, row))
        }
        return shown
    }
}

/// The narratives of strikes that are withheld: texts that are read with all others, and then not used.
struct WithheldNarratives {
    private let strikes: Set<String>

    init(_ strikes: Set<String>) { self.strikes = strikes }

    private func isWithheld(_ narrative: Article) -> Bool {
        narrative.narrative.map { strikes.contains($0.strike) } ?? false
    }

    /// The texts of the narratives.
    func bodies(_ narratives: [Article]) -> [String] {
        if strikes.isEmpty { return [] }
        return narratives.filter(isWithheld).map(\.body)
    }

    /// Removes the mistakes in the narratives, which quote them; the lines that the report must not show.
    func remove(_ narratives: [Article], from log: inout DiagnosticLog) -> [PrivateValue] {
        if strikes.isEmpty { return [] }
        let withheld = narratives.filter(isWithheld)
        let files = Set(withheld.map(\.file) + strikes.map { "content/strikes/\($0).md" })
        log.remove { files.contains($0.file) }
        return
            withheld
            .flatMap { narrative in
                let lines = narrative.body.split(separator: "\n", omittingEmptySubsequences: false)
                return lines.enumerated()
                    .compactMap { offset, line -> PrivateValue? in
                        let text = QueryText.trimmed(line)
                        if text.isEmpty { return nil }
                        return PrivateValue(
                            text: text,
                            location: SourceLocation(
                                file: narrative.file,
                                line: narrative.bodyFirstLine + offset
                            ),
                            record: narrative.narrative?.strike ?? "",
                            column: nil,
                            reason: .withheld
                        )
                    }
            }
    }
}
