// Where the lines of a text begin, for readers that find many places in no particular order.

import Diagnostics

/// A text with an index of its lines, so that a place costs a search and not a count.
struct IndexedText: Sendable {
    let source: SourceText
    private let starts: [UInt32]

    init(_ source: SourceText) {
        self.source = source
        var starts: [UInt32] = [0]
        source.bytes.withUnsafeBufferPointer { bytes in
            for index in bytes.indices {
                let isFeed = bytes[index] == Byte.lineFeed
                let isLoneReturn =
                    bytes[index] == Byte.carriageReturn
                    && !(index + 1 < bytes.count && bytes[index + 1] == Byte.lineFeed)
                if isFeed || isLoneReturn { starts.append(UInt32(truncatingIfNeeded: index + 1)) }
            }
        }
        self.starts = starts
    }

    /// The place of an offset.
    func location(_ offset: Int) -> SourceLocation {
        var low = 0
        var high = starts.count
        while high - low > 1 {
            let middle = (low + high) / 2
            if Int(starts[middle]) <= offset { low = middle } else { high = middle }
        }
        return source.location(
            offset,
            countingFrom: Int(starts[low]),
            line: source.firstLine + low
        )
    }
}
