// Decoding looks at millions of cells. This view of a table is a few pointers: it is copied without counting
// references, and finding a cell is two additions.

import Formats
import Text

/// A table's cells as bytes; valid only while the table is held open by ``Table/withCells(_:)``.
struct TableCells {
    private let buffer: UnsafeBufferPointer<UInt8>
    private let bounds: UnsafeBufferPointer<UInt32>
    private let stride: Int
    /// The quote around cells, in a table that has quotes.
    private let quote: UInt8?

    fileprivate init(
        _ buffer: UnsafeBufferPointer<UInt8>,
        _ bounds: UnsafeBufferPointer<UInt32>,
        _ stride: Int,
        _ quote: UInt8?
    ) {
        self.buffer = buffer
        self.bounds = bounds
        self.stride = stride
        self.quote = quote
    }

    /// Passes a cell's bytes to `body`, without quotes and escapes.
    func withBytes<Result>(
        _ row: Int,
        _ column: Int,
        _ body: (UnsafeBufferPointer<UInt8>) -> Result
    ) -> Result {
        let place = row * stride + column
        let first = bounds[place]
        var start = Int(first & ~Table.escapeFlag)
        var end = max(start, Int(bounds[place + 1] & ~Table.escapeFlag) - 1)
        guard let quote, start < end, buffer[start] == quote else {
            return body(UnsafeBufferPointer(rebasing: buffer[start..<end]))
        }
        start += 1
        if end > start, buffer[end - 1] == quote { end -= 1 }
        guard first & Table.escapeFlag != 0 else {
            return body(UnsafeBufferPointer(rebasing: buffer[start..<end]))
        }
        var unescaped: [UInt8] = []
        unescaped.reserveCapacity(end - start)
        while start < end {
            let byte = buffer[start]
            unescaped.append(byte)
            start += byte == quote && start + 1 < end && buffer[start + 1] == quote ? 2 : 1
        }
        return unescaped.withUnsafeBufferPointer(body)
    }
}

extension Table {
    /// Passes a fast view of the cells to `body`; it is valid only while `body` runs.
    func withCells<Result>(_ body: (TableCells) -> Result) -> Result {
        var quote: UInt8?
        if case .delimited(_, let mark, _) = origin { quote = mark }
        return buffer.withUnsafeBufferPointer { buffer in
            bounds.withUnsafeBufferPointer { bounds in
                body(TableCells(buffer, bounds, columns.count + 1, quote))
            }
        }
    }
}
