// Text in UTF-8 that a program read as Windows-1252 and saved as UTF-8 again looks like "CafÃ©" and "Ø­ÙŠ". It is
// valid, so nothing else would notice it before a reader does.

import Diagnostics
import Text

/// Text that was decoded with the wrong encoding.
enum GarbledText {
    /// What a text was before; `nil` when it does not look garbled.
    static func original(_ text: String) -> String? {
        var bytes: [UInt8] = []
        var isPlain = true
        for scalar in text.unicodeScalars {
            guard let byte = byte(scalar) else { return nil }
            if byte >= 0x80 { isPlain = false }
            bytes.append(byte)
        }
        // A text of plain letters, and nearly every text with accents, is no UTF-8 once more.
        return isPlain ? nil : String(validating: bytes, as: UTF8.self)
    }

    /// Whether bytes hold what the first two letters of such a text are in UTF-8: a quick test.
    static func isLikely(_ bytes: some Collection<UInt8>) -> Bool {
        var beforeLast: UInt8 = 0
        var last: UInt8 = 0
        for byte in bytes {
            if beforeLast == 0xC3, (0x82...0xB4).contains(last), byte == 0xC2 || byte >= 0xC5 {
                return true
            }
            beforeLast = last
            last = byte
        }
        return false
    }

    /// The byte of a character in Windows-1252, with the control characters of ISO 8859-1 where it has none.
    private static func byte(_ scalar: Unicode.Scalar) -> UInt8? {
        if scalar.value < 0x100 { return UInt8(scalar.value) }
        return special.firstIndex(of: scalar).map { UInt8(0x80 + $0) }
    }

    /// The characters of the bytes 80 to 9F (Microsoft, code page 1252); U+0000 stands for none.
    private static let special: [Unicode.Scalar] = Array(
        "€\u{0}‚ƒ„…†‡ˆ‰Š‹Œ\u{0}Ž\u{0}\u{0}‘’“”•–—˜™š›œ\u{0}žŸ".unicodeScalars
    )
}

extension Table {
    /// Reports garbled texts in the columns that are read.
    package func reportGarbled(in columns: [Int], _ log: inout DiagnosticLog) {
        guard buffer.holds(0xC3), GarbledText.isLikely(buffer) else { return }
        var mistakes = CappedLog()
        for row in 0..<rowCount {
            for column in columns
            where withBytes(row, column, { GarbledText.isLikely($0) }) {
                guard let original = GarbledText.original(text(row, column)) else { continue }
                mistakes.report(
                    .garbledText,
                    at: location(row, column),
                    "the text is garbled: it seems to be “\(original.shortened())”, read in the wrong encoding",
                    excerpt: excerpt(row, column, showing: { _ in false }),
                    suggestion: "Export the table again as UTF-8, or correct the cell."
                )
            }
        }
        mistakes.flush(into: &log)
    }
}
