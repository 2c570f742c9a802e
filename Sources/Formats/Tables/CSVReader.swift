// Reads RFC 4180 tables in one pass over the bytes. A spreadsheet of casualty records is edited by hand
// and exported by many programs, so every mistake of form is reported with its exact place, and
// reading continues after it: an author sees all of them in one run.

import Diagnostics
import Text

/// How the cells of a text table are separated and quoted.
public struct CSVDialect: Hashable, Sendable {
    /// The character between cells; an ASCII character.
    public var delimiter: UInt8
    /// The character around cells that hold delimiters, line ends or quotes.
    public var quote: UInt8

    /// Makes a dialect; without arguments, comma and double quote.
    public init(delimiter: UInt8 = UInt8(ascii: ","), quote: UInt8 = UInt8(ascii: "\"")) {
        self.delimiter = delimiter
        self.quote = quote
    }

    /// The delimiters that are recognised, the most frequent first.
    package static let delimiters: [UInt8] = [
        Byte.comma, UInt8(ascii: ";"), Byte.tab, UInt8(ascii: "|"),
    ]

    /// Cells separated by semicolons, as spreadsheet programs write them in many countries.
    public static let semicolon = CSVDialect(delimiter: UInt8(ascii: ";"))
    /// Cells separated by tabs.
    public static let tab = CSVDialect(delimiter: UInt8(ascii: "\t"))
}

/// Reads delimited text into a ``Table``.
public enum CSVReader {
    /// The largest file that is read, in bytes; larger ones are reported.
    public static let sizeLimit = 1 << 30
    /// The longest row that is read, in bytes.
    static let rowLimit = 4 << 20
    /// The largest number of columns that is read.
    public static let columnLimit = 1000

    /// Reads a file's bytes; `nil` when they hold no table, which is reported then.
    ///
    /// Messages show no cell of a column that is not `published`; `nil` stands for all.
    public static func read(
        _ bytes: [UInt8],
        file: String,
        dialect: CSVDialect = CSVDialect(),
        published: Set<String>? = nil,
        log: inout DiagnosticLog
    ) -> Table? {
        var mistakes = CappedLog()
        defer { mistakes.flush(into: &log) }
        let shown = published.map {
            PublicCells(of: $0, delimiter: dialect.delimiter, quote: dialect.quote)
        }
        let source = SourceText(file: file, bytes: bytes, isTable: true, publicCells: shown)
        guard bytes.count <= sizeLimit else {
            mistakes.report(
                .fileTooLarge,
                at: SourceLocation(file: file),
                "the file has \(bytes.count) bytes; at most \(sizeLimit) are read",
                suggestion: "Split the table into several files."
            )
            return nil
        }
        guard TextEncoding.check(source, &mistakes) else { return nil }
        var scan = CSVScan(source, dialect)
        guard let header = scan.header(&mistakes) else { return nil }
        scan.rows(&mistakes)
        return Table(
            file: file,
            columns: header.names,
            buffer: bytes,
            bounds: scan.bounds,
            origin: .delimited(lines: scan.lines, quote: dialect.quote, header: header.cells),
            damagedRows: scan.damagedRows
        )
        .reportingTotals([], &mistakes)
    }
}
