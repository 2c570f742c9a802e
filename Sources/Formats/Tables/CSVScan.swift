// The pass itself. It records where cells begin and which line a row is on, and leaves everything else
// to the table: a plain cell is looked at eight bytes at a time, a quoted one with a few calls of memchr.

import Diagnostics
import Text

#if canImport(Glibc)
import Glibc
#else
import Darwin
#endif

/// One pass over the bytes of a delimited table.
struct CSVScan {
    /// For each row the offsets of its cells, then the offset after its last cell plus one.
    private(set) var bounds: [UInt32] = []
    /// The line that each row begins on.
    private(set) var lines: [UInt32] = []
    private(set) var damagedRows: Set<Int> = []

    private let dialect: CSVDialect
    private let mistakes: CSVMistakes
    private var columns: [String] = []
    private var position: Int
    private var line = 1

    init(_ source: SourceText, _ dialect: CSVDialect) {
        self.dialect = dialect
        mistakes = CSVMistakes(source: source, dialect: dialect)
        position = source.bytes.starts(with: Byte.mark) ? Byte.mark.count : 0
    }

    /// What happened to one row.
    private struct Row {
        var start: Int
        var line: Int
        var count = 0
        /// Where the first cell beyond the last column begins.
        var surplus: Int?
        var end = 0
        var isDamaged = false
    }

    /// Reads the first line that is not empty as names; `nil` when there are none to work with.
    mutating func header(_ log: inout CappedLog) -> (names: [String], cells: [Range<Int>])? {
        let bytes = mistakes.source.bytes
        var row: Row?
        bytes.withUnsafeBufferPointer { buffer in
            while row == nil, position < buffer.count { row = next(buffer, .max, &log) }
        }
        guard var row else {
            mistakes.reportNoHeader(&log)
            return nil
        }
        guard !reportsTooLong(row, &log) else { return nil }
        var cells = cells(row)
        if let (below, line) = headerBelowTitle(cells) {
            let title = mistakes.source.location(row.start, countingFrom: row.start, line: row.line)
            TitleRow.report(at: title, header: line.line, "line", &log)
            self = below
            row = line
            cells = self.cells(row)
        }
        var joined: [String]?
        if let (below, line, names) = namesBelowGroups(cells) {
            let groups = mistakes.source.location(
                row.start,
                countingFrom: row.start,
                line: row.line
            )
            let example = zip(names, texts(below.cells(line))).first { $0 != $1 }?.0 ?? ""
            GroupRow.report(at: groups, header: line.line, example: example, "line", &log)
            self = below
            row = line
            cells = self.cells(row)
            joined = names
        }
        let escaped = bounds.dropLast().map { $0 & Table.escapeFlag != 0 }
        bounds.removeAll(keepingCapacity: true)
        guard
            let names = mistakes.names(
                cells,
                escaped,
                joined: joined,
                lineStart: row.start,
                row.line,
                &log
            )
        else {
            return nil
        }
        columns = names
        return (names, cells)
    }

    private func cells(_ row: Row) -> [Range<Int>] {
        (0..<row.count)
            .map { index in
                let start = Int(bounds[index] & ~Table.escapeFlag)
                let end = Int(bounds[index + 1] & ~Table.escapeFlag) - 1
                return Table.inside(start..<end, dialect.quote, mistakes.source.bytes)
            }
    }

    private func texts(_ cells: [Range<Int>]) -> [String] {
        cells.map { String(decoding: mistakes.source.bytes[$0], as: UTF8.self) }
    }

    /// The pass after the line that names the columns, when the first line is only a title.
    private func headerBelowTitle(_ cells: [Range<Int>]) -> (scan: CSVScan, row: Row)? {
        guard TitleRow.isTitle(texts(cells)) else { return nil }
        var ahead = self
        var log = CappedLog()
        for _ in 0..<TitleRow.limit where ahead.position < mistakes.source.bytes.count {
            ahead.bounds.removeAll()
            let row = mistakes.source.bytes.withUnsafeBufferPointer {
                ahead.next($0, .max, &log)
            }
            guard let row else { continue }
            let texts = ahead.texts(ahead.cells(row))
            if TitleRow.isHeader(texts) { return (ahead, row) }
            if !TitleRow.isNote(texts) { return nil }
        }
        return nil
    }

    /// The pass after the line that names the columns, with their names, when the first line only groups them.
    private func namesBelowGroups(
        _ cells: [Range<Int>]
    ) -> (scan: CSVScan, row: Row, names: [String])? {
        let groups = texts(cells)
        guard GroupRow.canBe(groups), position < mistakes.source.bytes.count,
            groups.contains(where: \.isEmpty)
        else { return nil }
        var below = self
        var log = CappedLog()
        below.bounds.removeAll()
        let row = mistakes.source.bytes.withUnsafeBufferPointer { below.next($0, .max, &log) }
        guard let row, let names = GroupRow.names(groups, below.texts(below.cells(row))) else {
            return nil
        }
        return (below, row, names)
    }

    /// Reads all rows below the header.
    mutating func rows(_ log: inout CappedLog) {
        mistakes.source.bytes.withUnsafeBufferPointer { buffer in
            while position < buffer.count {
                guard let row = next(buffer, columns.count, &log) else { continue }
                finish(row, &log)
            }
        }
    }

    /// Reports a row that is longer than any record, as a file without line ends has, and whose copies would fill
    /// the memory.
    private func reportsTooLong(_ row: Row, _ log: inout CappedLog) -> Bool {
        let length = row.end - row.start
        guard length > CSVReader.rowLimit else { return false }
        log.report(
            .fileTooLarge,
            at: SourceLocation(file: mistakes.source.file, line: row.line),
            "this row has \(length) bytes; at most \(CSVReader.rowLimit) are read",
            suggestion: "Look for a missing line end or closing quote."
        )
        return true
    }

    /// Fills a short row with empty cells and reports a row of the wrong length.
    private mutating func finish(_ row: Row, _ log: inout CappedLog) {
        lines.append(UInt32(row.line))
        if reportsTooLong(row, &log) { damagedRows.insert(lines.count - 1) }
        guard row.count != columns.count || row.isDamaged else { return }
        damagedRows.insert(lines.count - 1)
        for _ in stride(from: row.count, to: columns.count, by: 1) {
            bounds.append(UInt32(row.end + 1))
        }
        guard !row.isDamaged else { return }
        if let surplus = row.surplus {
            mistakes.reportLong(surplus, row.count, columns.count, row.start, row.line, &log)
        } else {
            mistakes.reportShort(row.end, row.count, columns, row.start, row.line, &log)
        }
    }

    /// Reads one line's cells, appending at most `limit` of them; `nil` for an empty line.
    private mutating func next(
        _ bytes: UnsafeBufferPointer<UInt8>,
        _ limit: Int,
        _ log: inout CappedLog
    ) -> Row? {
        var row = Row(start: position, line: line)
        var index = position
        if isLineEnd(bytes[index]) {
            position = afterLineEnd(bytes, index)
            line += 1
            return nil
        }
        while true {
            let start = index
            var flag: UInt32 = 0
            if index < bytes.count, bytes[index] == dialect.quote {
                index = quoted(bytes, start, &row, &flag, &log)
            } else {
                index = plainEnd(bytes, index)
                if start < index, bytes[start] == Byte.space {
                    checkSpace(bytes, start, index, &row, &log)
                }
            }
            if row.count < limit {
                bounds.append(UInt32(truncatingIfNeeded: start) | flag)
            } else if row.count == limit {
                row.surplus = start
            }
            row.count += 1
            guard index < bytes.count, bytes[index] == dialect.delimiter else { break }
            index += 1
        }
        row.end = index
        bounds.append(UInt32(truncatingIfNeeded: row.surplus ?? index + 1))
        if index < bytes.count {
            index = afterLineEnd(bytes, index)
            line += 1
        }
        position = index
        return row
    }

    /// The end of a cell that has no quotes: the next delimiter or line end.
    private func plainEnd(_ bytes: UnsafeBufferPointer<UInt8>, _ start: Int) -> Int {
        let raw = UnsafeRawBufferPointer(bytes)
        let ones: UInt64 = 0x0101_0101_0101_0101
        let tops: UInt64 = 0x8080_8080_8080_8080
        let delimiters = ones &* UInt64(dialect.delimiter)
        let feeds = ones &* UInt64(Byte.lineFeed)
        let returns = ones &* UInt64(Byte.carriageReturn)
        var index = start
        while index + 8 <= raw.count {
            let word = UInt64(
                littleEndian: raw.loadUnaligned(fromByteOffset: index, as: UInt64.self)
            )
            // A byte that equals its pattern becomes zero, and the lowest zero byte sets its top bit.
            let first = word ^ delimiters
            let second = word ^ feeds
            let third = word ^ returns
            let hits =
                ((first &- ones) & ~first | (second &- ones) & ~second | (third &- ones) & ~third)
                & tops
            if hits != 0 { return index + hits.trailingZeroBitCount >> 3 }
            index += 8
        }
        while index < raw.count, raw[index] != dialect.delimiter, !isLineEnd(raw[index]) {
            index += 1
        }
        return index
    }

    /// The end of a cell that begins with a quote, after its closing quote.
    private mutating func quoted(
        _ bytes: UnsafeBufferPointer<UInt8>,
        _ open: Int,
        _ row: inout Row,
        _ flag: inout UInt32,
        _ log: inout CappedLog
    ) -> Int {
        var index = open + 1
        while let quote = find(dialect.quote, bytes, from: index) {
            index = quote + 1
            if index < bytes.count, bytes[index] == dialect.quote {
                flag = Table.escapeFlag
                index += 1
                continue
            }
            line += lineEnds(bytes, open, quote)
            if index < bytes.count, bytes[index] != dialect.delimiter, !isLineEnd(bytes[index]) {
                let end = plainEnd(bytes, index)
                mistakes.reportTextAfterQuote(index..<end, open, row.start, row.line, &log)
                row.isDamaged = true
                return end
            }
            return index
        }
        mistakes.reportUnclosed(open, row.start, row.line, &log)
        row.isDamaged = true
        // What follows is read as if the quote ended with its line, so that other mistakes are seen.
        guard !log.isFull(.unclosedQuote) else { return bytes.count }
        index = open
        while index < bytes.count, !isLineEnd(bytes[index]) { index += 1 }
        return index
    }

    private func checkSpace(
        _ bytes: UnsafeBufferPointer<UInt8>,
        _ start: Int,
        _ end: Int,
        _ row: inout Row,
        _ log: inout CappedLog
    ) {
        var index = start
        while index < end, bytes[index] == Byte.space { index += 1 }
        guard index < end, bytes[index] == dialect.quote else { return }
        mistakes.reportSpaceBeforeQuote(start..<index, row.start, row.line, &log)
        row.isDamaged = true
    }

    private func find(
        _ byte: UInt8,
        _ bytes: UnsafeBufferPointer<UInt8>,
        from start: Int
    ) -> Int? {
        guard let base = bytes.baseAddress, start < bytes.count else { return nil }
        guard let hit = memchr(base + start, Int32(byte), bytes.count - start) else { return nil }
        return UnsafeRawPointer(hit) - UnsafeRawPointer(base)
    }

    /// How many line ends there are between two offsets; CR LF is one.
    private func lineEnds(_ bytes: UnsafeBufferPointer<UInt8>, _ start: Int, _ end: Int) -> Int {
        let cell = UnsafeBufferPointer(rebasing: bytes[start..<end])
        guard
            find(Byte.lineFeed, cell, from: 0) != nil
                || find(Byte.carriageReturn, cell, from: 0) != nil
        else { return 0 }
        var count = 0
        var index = 0
        while index < cell.count {
            if isLineEnd(cell[index]) {
                count += 1
                index = afterLineEnd(cell, index)
            } else {
                index += 1
            }
        }
        return count
    }

    private func isLineEnd(_ byte: UInt8) -> Bool {
        byte == Byte.lineFeed || byte == Byte.carriageReturn
    }

    private func afterLineEnd(_ bytes: UnsafeBufferPointer<UInt8>, _ index: Int) -> Int {
        let isPair =
            bytes[index] == Byte.carriageReturn && index + 1 < bytes.count
            && bytes[index + 1] == Byte.lineFeed
        return index + (isPair ? 2 : 1)
    }
}
