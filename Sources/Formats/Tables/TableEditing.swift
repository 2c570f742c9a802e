// A protection is written into the author's own file. Everything else in it stays as it is, byte by byte: its quotes,
// its line ends, its order.

import Text

extension Table {
    /// Whether the table can be edited in its file: it is text in UTF-8, and no row of it is damaged.
    public func isEditable(in bytes: [UInt8]) -> Bool {
        guard case .delimited = origin, bytes == buffer else { return false }
        return (0..<rowCount).allSatisfy { !isDamaged($0) }
    }

    /// The file with another text in some cells of a column.
    public func bytes(writing text: String, in column: Int, ofRows rows: [Int]) -> [UInt8] {
        var result = buffer
        for row in rows.sorted(by: >) {
            result.replaceSubrange(raw(row, column), with: text.utf8)
        }
        return result
    }

    /// The file with one more column at its end, and a text in some of its cells.
    public func bytes(
        adding column: String,
        writing text: String,
        inRows rows: [Int],
        delimiter: UInt8
    ) -> [UInt8] {
        guard case .delimited(_, let quote, let header) = origin, let last = header.last else {
            return buffer
        }
        let written = Set(rows)
        var result = buffer
        for row in (0..<rowCount).reversed() {
            let end = raw(row, columns.count - 1).upperBound
            let cell = [delimiter] + (written.contains(row) ? Array(text.utf8) : [])
            result.insert(contentsOf: cell, at: end)
        }
        var end = last.upperBound
        if end < buffer.count, buffer[end] == quote { end += 1 }
        result.insert(contentsOf: [delimiter] + Array(column.utf8), at: end)
        return result
    }

    /// The file with one more row at its end: texts by the name of their column.
    public func bytes(appending cells: [String: String], delimiter: UInt8) -> [UInt8] {
        guard case .delimited(_, let quote, _) = origin else { return buffer }
        let isWindows = zip(buffer, buffer.dropFirst()).contains { $0 == 13 && $1 == 10 }
        let lineEnd: [UInt8] = isWindows ? [13, 10] : [10]
        var result = buffer
        if let last = result.last, last != 10 { result += lineEnd }
        for (place, column) in columns.enumerated() {
            if place > 0 { result.append(delimiter) }
            result += Table.quoted(Array((cells[column] ?? "").utf8), quote, delimiter)
        }
        return result + lineEnd
    }

    private static func quoted(_ text: [UInt8], _ quote: UInt8, _ delimiter: UInt8) -> [UInt8] {
        guard text.contains(where: { [quote, delimiter, 10, 13].contains($0) }) else { return text }
        return [quote] + text.flatMap { $0 == quote ? [quote, quote] : [$0] } + [quote]
    }
}
