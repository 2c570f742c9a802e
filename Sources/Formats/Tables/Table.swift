// What every table file becomes: names of columns, and cells with their places. A record of a
// hundred thousand strikes has millions of cells, so a cell is an offset into one buffer, not a String;
// places and excerpts are worked out only for a cell that has a mistake.

import Diagnostics
import Text

/// A table as read: column names and cells, every cell with its place.
public struct Table: Sendable {
    /// The file as the author knows it, such as "content/data/strikes.csv".
    public let file: String
    /// The names of the columns, in the file's order; each occurs once.
    public let columns: [String]
    /// The number of rows below the header.
    public let rowCount: Int

    package let buffer: [UInt8]
    /// For each row the offsets of its cells, then the offset after the row's last cell plus one.
    package let bounds: [UInt32]
    package let origin: Origin
    private var damagedRows: Set<Int>
    /// What a reader of the file sees besides the texts of the cells.
    package let traits: Traits

    /// What a file shows of a table besides the texts of its cells.
    package struct Traits: Sendable, Equatable {
        /// The columns of which some cells are lists or objects of JSON.
        package var nestedColumns: Set<String> = []
        /// The columns that are hidden in a workbook.
        package var hiddenColumns: Set<String> = []
        /// What the workbook shows for dates without their year, by row and column.
        var shown: [Int: [Int: String]] = [:]
    }

    init(
        file: String,
        columns: [String],
        buffer: [UInt8],
        bounds: [UInt32],
        origin: Origin,
        damagedRows: Set<Int> = [],
        traits: Traits = Traits()
    ) {
        self.file = file
        self.columns = columns
        self.rowCount = columns.isEmpty ? 0 : bounds.count / (columns.count + 1)
        self.buffer = buffer
        self.bounds = bounds
        self.origin = origin
        self.damagedRows = damagedRows
        self.traits = traits
    }

    /// A table of one cell, for a value that another file states at a place of its own.
    package init(cell: String, column: String, at location: SourceLocation) {
        let text = Array(cell.utf8) + [Byte.lineFeed]
        self.init(
            file: location.file,
            columns: [column],
            buffer: text,
            bounds: [0, UInt32(text.count)],
            origin: .sheet(
                rows: [UInt32(location.line)],
                columns: [UInt32(location.column)],
                header: location.line
            )
        )
    }

    /// The table with more rows that must not be read.
    func damaged(_ rows: Set<Int>) -> Table {
        var table = self
        table.damagedRows.formUnion(rows)
        return table
    }

    /// Whether a mistake of the row's form was reported already, so that its values may be wrong too.
    public func isDamaged(_ row: Int) -> Bool {
        damagedRows.contains(row)
    }

    /// Whether a column has no name of its own, which was reported; it has a placeholder then.
    public func isDamaged(column: Int) -> Bool {
        columns[column].utf8.first == 0
    }

    /// The text of a cell, without quotes and escapes; "" when the cell is empty.
    public func text(_ row: Int, _ column: Int) -> String {
        withBytes(row, column) { String(decoding: $0, as: UTF8.self) }
    }

    /// How a workbook shows a date whose year it does not show, such as "3-Aug"; `nil` for other cells.
    package func shown(_ row: Int, _ column: Int) -> String? {
        if case .gathered(let wide) = origin {
            return wide.place(row, column).flatMap { wide.table.shown($0.row, $0.column) }
        }
        return traits.shown[row]?[column]
    }

    /// The name of a cell as a workbook writes it, such as "D2"; `nil` in other files.
    package func reference(_ row: Int, _ column: Int) -> String? {
        if case .gathered(let wide) = origin {
            return wide.place(row, column).flatMap { wide.table.reference($0.row, $0.column) }
        }
        guard case .sheet(let rows, let numbers, _) = origin else { return nil }
        return SheetScan.reference(Int(rows[row]), Int(numbers[column]))
    }

    /// Whether a cell holds nothing at all, not even a space.
    public func isEmpty(_ row: Int, _ column: Int) -> Bool {
        content(row, column).isEmpty
    }

    /// Hands out a cell's unescaped bytes without making a `String`, for numbers, dates and words of
    /// a list; the buffer is valid only inside `body`.
    public func withBytes<Result>(
        _ row: Int,
        _ column: Int,
        _ body: (UnsafeBufferPointer<UInt8>) throws -> Result
    ) rethrows -> Result {
        let content = content(row, column)
        if needsUnescaping(row, column), case .delimited(_, let quote, _) = origin {
            return try Table.unescaped(content, quote, buffer).withUnsafeBufferPointer(body)
        }
        return try buffer.withUnsafeBufferPointer {
            try body(UnsafeBufferPointer(rebasing: $0[content]))
        }
    }
}

// MARK: - Places

extension Table {
    /// Where a cell's text begins.
    public func location(_ row: Int, _ column: Int) -> SourceLocation {
        switch origin {
        case .delimited(let lines, _, _):
            let start = start(row, 0)
            return source.location(
                content(row, column).lowerBound,
                countingFrom: start == Byte.mark.count ? 0 : start,
                line: Int(lines[row])
            )
        case .json(let source, _, let spans):
            return source.location(Int(spans[row * columns.count + column].lowerBound))
        case .sheet(let rows, let numbers, _):
            return SourceLocation(file: file, line: Int(rows[row]), column: Int(numbers[column]))
        case .gathered(let wide):
            guard let place = wide.place(row, column) else { return location(row: row) }
            return wide.table.location(place.row, place.column)
        }
    }

    /// Where a row begins; its column is 0, the line as a whole.
    public func location(row: Int) -> SourceLocation {
        if case .gathered(let wide) = origin {
            return wide.table.location(row: wide.rows[row].wide)
        }
        var location = columns.isEmpty ? SourceLocation(file: file) : self.location(row, 0)
        switch origin {
        case .delimited(let lines, _, _): location.line = Int(lines[row])
        case .json(let source, let objects, _): location = source.location(Int(objects[row]))
        case .sheet, .gathered: break
        }
        location.column = 0
        return location
    }

    /// Where a column is named.
    public func location(column: Int) -> SourceLocation {
        switch origin {
        case .delimited(_, _, let header): return source.location(header[column].lowerBound)
        case .json(let source, _, let spans):
            for row in 0..<rowCount {
                let span = spans[row * columns.count + column]
                if !span.isEmpty { return source.location(Int(span.lowerBound)) }
            }
            return SourceLocation(file: file)
        case .sheet(_, let numbers, let header):
            return SourceLocation(file: file, line: header, column: Int(numbers[column]))
        case .gathered(let wide):
            return wide.column(column).map { wide.table.location(column: $0) }
                ?? SourceLocation(file: file)
        }
    }

    /// The row around a cell as one line with the cell marked; of the others only those that may be seen.
    ///
    /// Messages are read by more people than the table is: in the log of a public build, too.
    /// A file without lines of its own, such as a workbook, is shown as "A | B | C".
    public func excerpt(
        _ row: Int,
        _ column: Int,
        showing isShown: (Int) -> Bool = { _ in true }
    ) -> Excerpt {
        switch origin {
        case .delimited: return line(row, column, isShown)
        case .gathered(let wide):
            guard let place = wide.place(row, column) else {
                return Excerpt("", start: 0, length: 0)
            }
            let shown = Set(
                columns.indices.filter(isShown).compactMap { wide.place(row, $0)?.column }
            )
            return wide.table.excerpt(place.row, place.column, showing: shown.contains)
        case .json, .sheet:
            let texts = columns.indices.map {
                $0 == column || isShown($0) ? text(row, $0) : SourceText.hidden
            }
            return Table.joined(texts, marking: column)
        }
    }

    private func line(_ row: Int, _ column: Int, _ isShown: (Int) -> Bool) -> Excerpt {
        var line = ""
        var mark = 0..<0
        for index in columns.indices {
            let raw = raw(row, index)
            let content = content(row, index)
            if index == column {
                let before = line + Table.oneLine(buffer[raw.lowerBound..<content.lowerBound])
                let marked = before + Table.oneLine(buffer[content])
                mark = before.count..<marked.count
            }
            line +=
                index == column || isShown(index) ? Table.oneLine(buffer[raw]) : SourceText.hidden
            if index < columns.count - 1, raw.upperBound < buffer.count {
                line += Table.oneLine(buffer[raw.upperBound...raw.upperBound])
            }
        }
        return Excerpt(line, start: mark.lowerBound, length: mark.count)
    }

    private static func oneLine(_ bytes: ArraySlice<UInt8>) -> String {
        String(decoding: bytes, as: UTF8.self).map { $0.isNewline ? " " : String($0) }.joined()
    }

    /// The header around a column's name, with the name marked.
    public func excerpt(column: Int) -> Excerpt {
        switch origin {
        case .delimited(_, _, let header):
            return source.line(header[column].lowerBound, header[column].upperBound)
        case .json, .sheet: return Table.joined(columns, marking: column)
        case .gathered(let wide):
            return wide.column(column).map { wide.table.excerpt(column: $0) }
                ?? Table.joined(columns, marking: column)
        }
    }

    /// Shows a row as "A | B | C", other cells shortened, with one of them marked.
    static func joined(_ cells: [String], marking column: Int) -> Excerpt {
        var line = ""
        var start = 0
        var length = 1
        for (index, cell) in cells.enumerated() {
            if index > 0 { line += " | " }
            var shown = String(cell.map { $0.isNewline ? " " : $0 })
            if index != column { shown = shown.shortened() }
            if index == column {
                start = line.count
                length = shown.count
            }
            line += shown
        }
        return Excerpt(line, start: start, length: length)
    }

    private var source: SourceText { SourceText(file: file, bytes: buffer) }
}

// MARK: - Cells in the buffer

extension Table {
    /// How the cells are laid out in the file, from which a place is found again.
    package enum Origin: Sendable {
        /// In the buffer itself: the line of each row, the quote, and the names in the header.
        case delimited(lines: [UInt32], quote: UInt8, header: [Range<Int>])
        /// In a source of its own: the start of each object, and the span of each value.
        case json(IndexedText, objects: [UInt32], spans: [Range<UInt32>])
        /// In a grid: the numbers of rows and columns, and the row of the names.
        case sheet(rows: [UInt32], columns: [UInt32], header: Int)
        /// In columns of another table that repeat with a number.
        indirect case gathered(WideTable)
    }

    /// Set on the offset of a cell whose text holds doubled quotes.
    @inlinable package static var escapeFlag: UInt32 { 1 << 31 }

    private func start(_ row: Int, _ column: Int) -> Int {
        Int(bounds[row * (columns.count + 1) + column] & ~Table.escapeFlag)
    }

    private func needsUnescaping(_ row: Int, _ column: Int) -> Bool {
        bounds[row * (columns.count + 1) + column] & Table.escapeFlag != 0
    }

    /// The bytes of a cell with its quotes.
    func raw(_ row: Int, _ column: Int) -> Range<Int> {
        // The cells that a short row lacks have no bytes; their place is its end.
        let start = min(start(row, column), self.start(row, columns.count) - 1)
        return start..<max(start, self.start(row, column + 1) - 1)
    }

    /// The bytes of a cell, inside its quotes if it has any.
    private func content(_ row: Int, _ column: Int) -> Range<Int> {
        let range = raw(row, column)
        guard case .delimited(_, let quote, _) = origin else { return range }
        return Table.inside(range, quote, buffer)
    }

    /// A cell's range without its quotes.
    static func inside(_ range: Range<Int>, _ quote: UInt8, _ buffer: [UInt8]) -> Range<Int> {
        guard let first = range.first, buffer[first] == quote else { return range }
        let last = range.upperBound - 1
        let closed = last > first && buffer[last] == quote
        return first + 1..<(closed ? last : range.upperBound)
    }

    /// The bytes of a range with every pair of quotes made one.
    static func unescaped(_ range: Range<Int>, _ quote: UInt8, _ buffer: [UInt8]) -> [UInt8] {
        var result: [UInt8] = []
        result.reserveCapacity(range.count)
        var index = range.lowerBound
        while index < range.upperBound {
            let byte = buffer[index]
            result.append(byte)
            let isPair =
                byte == quote && index + 1 < range.upperBound && buffer[index + 1] == quote
            index += isPair ? 2 : 1
        }
        return result
    }
}
