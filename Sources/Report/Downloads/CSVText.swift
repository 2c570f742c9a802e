// All CSV that readers open is written here, because a spreadsheet calculates what looks like a formula, also
// in a file from somebody else: a cell "=HYPERLINK(…)" sends the other cells of the row away at one click.

import Records
import Text

/// CSV as bytes, whose text cells no spreadsheet takes for formulas.
struct CSVText: ~Copyable {
    private var bytes = ByteText()

    /// The bytes written so far.
    func finished() -> [UInt8] { bytes.bytes }

    /// Passes on what was written, and forgets it, once it is enough for a piece of a file.
    mutating func passOn(_ take: TakePiece) rethrows {
        try bytes.passOn(take)
    }

    /// Writes a row of texts.
    mutating func row(_ texts: [String]) {
        row(texts.lazy.map { PublishedCell.of($0) })
    }

    /// Writes a row of cells; `.none` is written as an empty cell.
    mutating func row(_ cells: some Sequence<PublishedCell>) {
        var isFirst = true
        for cell in cells {
            if !isFirst { bytes.append(UInt8(ascii: ",")) }
            isFirst = false
            switch cell {
            case .none: break
            case .integer(let number): bytes.append(number: number)
            case .number(let text): bytes.append(text)
            case .text(let text):
                text.withBytes { source in
                    if FormulaGuard.mayMatter(source) {
                        FormulaGuard.guarded(source).withUnsafeBufferPointer { quoted($0) }
                    } else {
                        quoted(source)
                    }
                }
            }
        }
        bytes.append(10)
    }

    private mutating func quoted(_ source: UnsafeBufferPointer<UInt8>) {
        guard source.contains(where: { $0 == 34 || $0 == 44 || $0 == 10 || $0 == 13 }) else {
            bytes.append(source)
            return
        }
        bytes.append(34)
        var start = 0
        for (index, byte) in source.enumerated() where byte == 34 {
            bytes.append(UnsafeBufferPointer(rebasing: source[start...index]))
            start = index
        }
        bytes.append(UnsafeBufferPointer(rebasing: source[start...]))
        bytes.append(34)
    }
}
