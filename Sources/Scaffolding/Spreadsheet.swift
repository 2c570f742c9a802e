// The author's own file, read by the reader that every build uses. What that reader would report at
// every build is better fixed before the site is created.

import Diagnostics
import Formats

/// A spreadsheet to begin a site with.
public struct Spreadsheet: Sendable {
    /// The file's name for messages.
    public let file: String
    let bytes: [UInt8]
    /// The sheet that is read where it is not the first one that can be seen, or the author chose it.
    let sheet: String?
    /// The path of the list within a JSON object; empty when the file is the list.
    let items: String
    let format: Format
    let delimiter: UInt8
    let table: Table
    /// The rows that are no records: totals, tags and notes.
    let leftOutRows: Set<Int>
    /// What is read besides the records, or left out, for the author.
    public let notes: [String]

    /// The kinds of files that are read.
    enum Format: String, CaseIterable {
        case csv
        case tsv
        case json
        case xlsx
    }

    /// Reads a file's bytes; `nil` when they hold no table that can be read, which is reported then.
    ///
    /// `sheet` names the sheet of a workbook; by default it is the only one that holds a table. `items` is the path
    /// of the list within a JSON object.
    public init?(
        _ bytes: [UInt8],
        file: String,
        sheet: String? = nil,
        items: String? = nil,
        log: inout DiagnosticLog
    ) throws(SpreadsheetError) {
        let ending = file.split(separator: ".").last.map { $0.lowercased() } ?? ""
        guard let format = Format(rawValue: ending) else { throw .kind(file) }
        self.file = file
        self.bytes = bytes
        if sheet != nil, format != .xlsx { throw .sheetOfText(file) }
        if items != nil, format != .json { throw .itemsOfTable(file) }
        self.format = format
        self.items = items ?? ""
        var notes: [String] = []
        let chosen = sheet == nil ? try SheetChoice.sheet(bytes, format, file, &notes) : sheet
        self.sheet = chosen
        delimiter = format == .tsv ? UInt8(ascii: "\t") : Spreadsheet.delimiter(bytes)
        var found = DiagnosticLog()
        let read: Table?
        switch format {
        case .csv, .tsv:
            let dialect = CSVDialect(delimiter: delimiter)
            read = CSVReader.read(bytes, file: file, dialect: dialect, log: &found)
        case .json:
            var selection = JSONTableReader.Selection()
            selection.property = self.items
            selection.published = []
            read = JSONTableReader.read(bytes, file: file, selection, log: &found)
        case .xlsx:
            read = XLSXReader.read(bytes, file: file, sheet: chosen, published: [], log: &found)
        }
        let rest = LeftOutRows.separate(&found)
        log.append(found)
        guard let read, !found.hasErrors else { return nil }
        guard read.rowCount > 0 else { throw .noRows(file) }
        let leftOut = LeftOutRows(read, title: rest.title)
        table = read
        leftOutRows = leftOut.rows
        self.notes = notes + leftOut.notes
        isBelowTitle = rest.title != nil
        guard leftOutRows.count < read.rowCount else { throw .noRows(file) }
    }

    /// Whether a title stands above the names of the columns.
    private let isBelowTitle: Bool
    /// Whether the site gets a copy of the table that leaves out what is no record.
    var needsCopy: Bool { isBelowTitle || !leftOutRows.isEmpty }
    /// Whether a row is a record of the table.
    func isRecord(_ row: Int) -> Bool { !leftOutRows.contains(row) }
    /// Whether a column is hidden in the workbook.
    func isHidden(_ column: String) -> Bool { table.traits.hiddenColumns.contains(column) }
    /// Whether cells of a column are lists of objects.
    func isNested(_ column: String) -> Bool { table.traits.nestedColumns.contains(column) }

    /// How many rows there are.
    public var rowCount: Int { table.rowCount - leftOutRows.count }
    /// How many columns there are.
    public var columnCount: Int { table.columns.count }

    /// The rows in which no cell holds anything.
    var blankRows: [Int] {
        (0..<table.rowCount)
            .filter { row in
                table.columns.indices.allSatisfy { table.text(row, $0).allSatisfy(\.isWhitespace) }
            }
    }

    /// The character that separates most names in the first line; a title above them may hold none.
    private static func delimiter(_ bytes: [UInt8]) -> UInt8 {
        var best = UInt8(ascii: ",")
        var most = 1
        for line in TableHead.lines(bytes) {
            for candidate in CSVDialect.delimiters {
                let count = TableHead.cells(line, delimiter: candidate).count
                if count > most { (best, most) = (candidate, count) }
            }
            if most > 1 { break }
        }
        return best
    }
}

/// The first lines of a text table, taken apart without reading it.
private enum TableHead {
    /// The first lines.
    static func lines(_ bytes: [UInt8]) -> [ArraySlice<UInt8>] {
        Array(bytes.prefix(1 << 16).split(maxSplits: 6) { $0 == 10 || $0 == 13 }.prefix(6))
    }

    /// The cells of a line; a delimiter within quotes does not end a cell.
    static func cells(_ line: ArraySlice<UInt8>, delimiter: UInt8) -> [ArraySlice<UInt8>] {
        var isQuoted = false
        return line.split(omittingEmptySubsequences: false) { byte in
            if byte == UInt8(ascii: "\"") { isQuoted.toggle() }
            return byte == delimiter && !isQuoted
        }
    }
}

/// Why a spreadsheet cannot be read at all.
public enum SpreadsheetError: Error, Equatable, CustomStringConvertible {
    /// A kind of file that is not read.
    case kind(String)
    /// A header and nothing below it.
    case noRows(String)
    /// A sheet is named, but the file has none.
    case sheetOfText(String)
    /// A list is named, but the file is no JSON.
    case itemsOfTable(String)
    /// Several sheets, or none, seem to hold a table.
    case sheets(String, [XLSXReader.SheetSize])

    private static func largest(_ sheets: [XLSXReader.SheetSize]) -> String {
        var largest = sheets.first
        for sheet in sheets {
            guard let best = largest, sheet.rows * sheet.columns > best.rows * best.columns else {
                continue
            }
            largest = sheet
        }
        return largest?.name ?? ""
    }

    /// What is wrong and what to do about it.
    public var description: String {
        switch self {
        case .kind(let file):
            "“\(file)” is of no kind that is read. Save it as .xlsx, .csv (UTF-8), .tsv or .json."
        case .noRows(let file): "“\(file)” has no rows below its header."
        case .sheetOfText(let file):
            "“\(file)” is no workbook, so it has no sheet to choose. Leave out --sheet."
        case .itemsOfTable(let file):
            "“\(file)” is no JSON file, so it has no list to choose. Leave out --items."
        case .sheets(let file, let sheets):
            "“\(file)” has several sheets: "
                + sheets.map(\.description).joined(separator: ", ")
                + ". Choose the one with one row per strike: --sheet \"\(SpreadsheetError.largest(sheets))\"."
        }
    }
}
