// The author's own file, read by the reader that every build uses. What that reader would report at
// every build is better fixed before the site is created.

import Diagnostics
import Formats

/// A spreadsheet to begin a site with.
public struct Spreadsheet: Sendable {
    /// The file's name for messages.
    public let file: String
    let bytes: [UInt8]
    /// The sheet that the author chose; `nil` for the first that is visible.
    let sheet: String?
    let format: Format
    let delimiter: UInt8
    let table: Table

    /// The kinds of files that are read.
    enum Format: String, CaseIterable {
        case csv
        case tsv
        case json
        case xlsx
    }

    /// Reads a file's bytes; `nil` when they hold no table that can be read, which is reported then.
    ///
    /// `sheet` names the sheet of a workbook; by default the first that is visible is read.
    public init?(
        _ bytes: [UInt8],
        file: String,
        sheet: String? = nil,
        log: inout DiagnosticLog
    ) throws(SpreadsheetError) {
        let ending = file.split(separator: ".").last.map { $0.lowercased() } ?? ""
        guard let format = Format(rawValue: ending) else { throw .kind(file) }
        self.file = file
        self.bytes = bytes
        self.sheet = sheet
        if sheet != nil, format != .xlsx { throw .sheetOfText(file) }
        self.format = format
        delimiter = format == .tsv ? UInt8(ascii: "\t") : Spreadsheet.delimiter(bytes)
        let before = log.hasErrors
        let read: Table?
        switch format {
        case .csv, .tsv:
            let dialect = CSVDialect(delimiter: delimiter)
            read = CSVReader.read(bytes, file: file, dialect: dialect, log: &log)
        case .json: read = JSONTableReader.read(bytes, file: file, log: &log)
        case .xlsx:
            read = XLSXReader.read(bytes, file: file, sheet: sheet, published: [], log: &log)
        }
        guard let read, before || !log.hasErrors else { return nil }
        guard read.rowCount > 0 else { throw .noRows(file) }
        try Spreadsheet.refuse(read, file)
        table = read
    }

    /// How many rows there are.
    public var rowCount: Int { table.rowCount }
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
            for candidate in [
                UInt8(ascii: ","), UInt8(ascii: ";"), UInt8(ascii: "\t"), UInt8(ascii: "|"),
            ] {
                let count = TableHead.cells(line, delimiter: candidate).count
                if count > most { (best, most) = (candidate, count) }
            }
            if most > 1 { break }
        }
        return best
    }

    /// Refuses a row of tags below the header: it is no record.
    private static func refuse(_ table: Table, _ file: String) throws(SpreadsheetError) {
        let cells = { (row: Int) in
            table.columns.indices.map { table.text(row, $0).trimmingBlanks }.filter { !$0.isEmpty }
        }
        for row in 0..<min(3, table.rowCount) {
            let found = cells(row)
            let tags = found.count { $0.hasPrefix("#") && $0.dropFirst().first?.isLetter == true }
            if tags > 1, tags * 2 > found.count {
                throw .tags(file, row: table.location(row: row).line)
            }
        }
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
    /// A row of tags of the Humanitarian Exchange Language.
    case tags(String, row: Int)

    /// What is wrong and what to do about it.
    public var description: String {
        switch self {
        case .kind(let file):
            "“\(file)” is of no kind that is read. Save it as .xlsx, .csv (UTF-8), .tsv or .json."
        case .noRows(let file): "“\(file)” has no rows below its header."
        case .sheetOfText(let file):
            "“\(file)” is no workbook, so it has no sheet to choose. Leave out --sheet."
        case .tags(let file, let row):
            "row \(row) of “\(file)” holds HXL tags, not a record. Delete the row."
        }
    }
}
