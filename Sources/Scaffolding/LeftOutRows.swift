// Tables that people keep by hand begin with a title, and end with totals and remarks; those of the Humanitarian
// Exchange Language have a row of tags. The site gets a copy without them, and each is named.

import Diagnostics
import Formats

/// What a table holds besides its records.
struct LeftOutRows {
    private(set) var rows: Set<Int> = []
    private(set) var notes: [String] = []

    /// How many rows at the end are looked at for remarks.
    private static let tail = 20

    /// Takes the mistakes out of a log that a copy of the table does not have: a title, and rows of totals.
    static func separate(_ log: inout DiagnosticLog) -> (title: SourceLocation?, Void) {
        var title: SourceLocation?
        var others = DiagnosticLog()
        for diagnostic in log.diagnostics {
            if diagnostic.rule == ReadingRule.titleAboveHeader.rawValue {
                title = diagnostic.location
            } else if diagnostic.rule != ReadingRule.totalRow.rawValue {
                others.report(diagnostic)
            }
        }
        log = others
        return (title, ())
    }

    /// `title` is the place of the first row above the header.
    init(_ table: Table, title: SourceLocation?) {
        if let title {
            let last = table.location(column: 0).line - 1
            let rows =
                last > title.line ? "rows \(title.line)–\(last) hold" : "row \(title.line) holds"
            notes.append("\(rows) a title, notes or groups above the names of the columns")
        }
        for row in 0..<min(3, table.rowCount) where LeftOutRows.isTags(table, row) {
            take(row, table, "holds HXL tags")
        }
        for row in 0..<table.rowCount where table.isDamaged(row) {
            take(row, table, "is a row of totals")
        }
        takeRemarks(table)
    }

    private mutating func take(_ row: Int, _ table: Table, _ what: String) {
        rows.insert(row)
        notes.append("row \(table.location(row: row).line) \(what)")
    }

    /// A single text in each of the last rows, such as "Source: …", below the records.
    private mutating func takeRemarks(_ table: Table) {
        guard table.columns.count > 2 else { return }
        for row in (max(0, table.rowCount - LeftOutRows.tail)..<table.rowCount).reversed() {
            if rows.contains(row) { continue }
            let texts = LeftOutRows.texts(table, row)
            if texts.isEmpty { continue }
            guard texts.count == 1, LeftOutRows.isRemark(texts[0]) else { return }
            take(row, table, "holds a single text, “\(LeftOutRows.short(texts[0]))”")
        }
    }

    private static func isRemark(_ text: String) -> Bool {
        let isSentence = text.contains(" ") && text.count > 14 || text.hasSuffix(":")
        return text.contains(where: \.isLetter) && (isSentence || text.hasPrefix("*"))
    }

    private static func short(_ text: String) -> String {
        text.count > 40 ? text.prefix(39) + "…" : text
    }

    private static func texts(_ table: Table, _ row: Int) -> [String] {
        table.columns.indices.map { table.text(row, $0).trimmingBlanks }.filter { !$0.isEmpty }
    }

    private static func isTags(_ table: Table, _ row: Int) -> Bool {
        let found = texts(table, row)
        let tags = found.count { $0.hasPrefix("#") && $0.dropFirst().first?.isLetter == true }
        return tags > 1 && tags * 2 > found.count
    }
}

/// Which sheet of a workbook is read when the author names none.
enum SheetChoice {
    /// The only sheet that holds a table, when others can be seen beside it; `nil` when there is a single one.
    static func sheet(
        _ bytes: [UInt8],
        _ format: Spreadsheet.Format,
        _ file: String,
        _ notes: inout [String]
    ) throws(SpreadsheetError) -> String? {
        guard format == .xlsx else { return nil }
        let sheets = XLSXReader.sheets(bytes)
        guard sheets.count > 1 else { return nil }
        let tables = sheets.filter { $0.rows > 1 && $0.columns > 2 }
        guard tables.count == 1, let only = tables.first else { throw .sheets(file, sheets) }
        let others = sheets.filter { $0 != only }.map(\.description).joined(separator: ", ")
        notes.append(
            "only the sheet \(only.description) is read, which alone holds a table, not \(others); "
                + "--sheet chooses another"
        )
        return only.name
    }
}

extension XLSXReader.SheetSize {
    /// The name and the size, such as “Strikes” (613 rows × 14 columns).
    var description: String {
        "“\(name)” (\(rows) \(rows == 1 ? "row" : "rows") × \(columns) \(columns == 1 ? "column" : "columns"))"
    }
}
