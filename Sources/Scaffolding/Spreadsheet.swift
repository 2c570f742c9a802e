// The author's own file, read by the reader that every build uses. What that reader would report at
// every build is better fixed before the site is created.

import Diagnostics
import Formats

/// A spreadsheet to begin a site with.
public struct Spreadsheet: Sendable {
    /// The file's name for messages.
    public let file: String
    let bytes: [UInt8]
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
    public init?(_ bytes: [UInt8], file: String, log: inout DiagnosticLog) throws(SpreadsheetError)
    {
        let ending = file.split(separator: ".").last.map { $0.lowercased() } ?? ""
        guard let format = Format(rawValue: ending) else { throw .kind(file) }
        self.file = file
        self.bytes = bytes
        self.format = format
        delimiter = format == .tsv ? UInt8(ascii: "\t") : Spreadsheet.delimiter(bytes)
        let before = log.hasErrors
        let read: Table?
        switch format {
        case .csv, .tsv:
            let dialect = CSVDialect(delimiter: delimiter)
            read = CSVReader.read(bytes, file: file, dialect: dialect, log: &log)
        case .json: read = JSONTableReader.read(bytes, file: file, log: &log)
        case .xlsx: read = XLSXReader.read(bytes, file: file, published: [], log: &log)
        }
        guard let read, before || !log.hasErrors else { return nil }
        guard read.rowCount > 0 else { throw .noRows(file) }
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
        let lines = bytes.prefix(1 << 16).split(maxSplits: 6) { $0 == 10 || $0 == 13 }.prefix(6)
        let candidates = [UInt8(ascii: ","), UInt8(ascii: ";"), UInt8(ascii: "\t")]
        var best = candidates[0]
        var most = 0
        for line in lines {
            for candidate in candidates {
                let count = line.count { $0 == candidate }
                if count > most { (best, most) = (candidate, count) }
            }
            if most > 0 { break }
        }
        return best
    }
}

/// Why a spreadsheet cannot be read at all.
public enum SpreadsheetError: Error, Equatable, CustomStringConvertible {
    /// A kind of file that is not read.
    case kind(String)
    /// A header and nothing below it.
    case noRows(String)

    /// What is wrong and what to do about it.
    public var description: String {
        switch self {
        case .kind(let file):
            "“\(file)” is of no kind that is read. Save it as .xlsx, .csv (UTF-8), .tsv or .json."
        case .noRows(let file): "“\(file)” has no rows below its header."
        }
    }
}
