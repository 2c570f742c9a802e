// A mistake in a cell is shown in a message, and messages are read by more people than the table is. Whether a place of a
// table may be shown is found out only when there is a mistake, by reading the table again up to that place.

/// Which cells of a text table may be shown in messages.
package struct PublicCells: Sendable {
    /// The names of the public columns.
    private let names: Set<String>
    /// The bytes between cells and around them; `nil` for a format whose cells are not told apart.
    private let marks: (delimiter: UInt8, quote: UInt8)?

    /// The cells of these columns of a delimited table.
    package init(of names: Set<String>, delimiter: UInt8, quote: UInt8) {
        self.names = names
        marks = (delimiter, quote)
    }

    private init() {
        names = []
        marks = nil
    }

    /// No cell.
    package static let none = PublicCells()

    /// Whether the byte at an offset stands in a cell of a public column, in a row with as many cells as the header.
    func hold(_ offset: Int, _ bytes: [UInt8]) -> Bool {
        guard let marks, !names.isEmpty else { return false }
        var start = bytes.starts(with: Byte.mark) ? Byte.mark.count : 0
        let header = PublicCells.row(bytes, start, marks)
        while start < bytes.count {
            let row = PublicCells.row(bytes, start, marks)
            if offset < row.end || row.end >= bytes.count {
                guard row.cells.count == header.cells.count,
                    let column = row.cells.firstIndex(where: { offset <= $0.upperBound })
                else { return false }
                return names.contains(PublicCells.text(header.cells[column], bytes, marks.quote))
            }
            start = row.end
        }
        return false
    }

    /// The cells of the row that begins at `start`, with their quotes, and where the next row begins.
    private static func row(
        _ bytes: [UInt8],
        _ start: Int,
        _ marks: (delimiter: UInt8, quote: UInt8)
    ) -> (cells: [Range<Int>], end: Int) {
        var cells: [Range<Int>] = []
        var first = start
        var place = start
        var isQuoted = false
        while place < bytes.count {
            let byte = bytes[place]
            if byte == marks.quote, isQuoted || place == first {
                isQuoted.toggle()
            } else if byte == marks.quote, bytes[place - 1] == marks.quote,
                bytes[first] == marks.quote
            {
                // The second of two quotes, which stand for one.
                isQuoted = true
            } else if !isQuoted, byte == marks.delimiter {
                cells.append(first..<place)
                first = place + 1
            } else if !isQuoted, byte == Byte.lineFeed || byte == Byte.carriageReturn {
                break
            }
            place += 1
        }
        cells.append(first..<place)
        if place < bytes.count { place += 1 }
        if place < bytes.count, bytes[place - 1] == Byte.carriageReturn,
            bytes[place] == Byte.lineFeed
        {
            place += 1
        }
        return (cells, place)
    }

    private static func text(_ cell: Range<Int>, _ bytes: [UInt8], _ quote: UInt8) -> String {
        var cell = bytes[cell]
        if cell.first == quote { cell = cell.dropFirst() }
        if cell.last == quote { cell = cell.dropLast() }
        return String(decoding: cell, as: UTF8.self)
    }
}
