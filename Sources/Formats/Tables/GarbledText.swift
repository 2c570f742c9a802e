// Text in UTF-8 that a program read as Windows-1252 and saved as UTF-8 again looks like "CafÃ©" and "Ø­ÙŠ". It is
// valid, so nothing else would notice it before a reader does.

import Diagnostics
import Text

/// Text that was decoded with the wrong encoding.
package enum GarbledText {
    /// A text with its garbled parts as they were before, and the place of the first; `nil` when nothing in it
    /// looks garbled.
    ///
    /// A garbled letter is two to four characters, of which all but the first are mostly signs. Some of those stand
    /// behind capitals in good text too (“AMANHÃ”), so these count only beside others that do not.
    static func original(_ text: String) -> (text: String, first: Int)? {
        let scalars = Array(text.unicodeScalars)
        var result = String.UnicodeScalarView()
        var first: Int?
        var isSure = false
        var index = 0
        while index < scalars.count {
            guard let found = letter(scalars[index...]) else {
                result.append(scalars[index])
                index += 1
                continue
            }
            if first == nil { first = index }
            isSure = isSure || found.isSure
            result.append(found.letter)
            index += found.length
        }
        return isSure ? first.map { (String(result), $0) } : nil
    }

    /// The letter that a text begins with when it is garbled.
    private static func letter(
        _ scalars: ArraySlice<Unicode.Scalar>
    ) -> (letter: Unicode.Scalar, length: Int, isSure: Bool)? {
        guard let first = scalars.first, first.value >= 0xC2, let lead = byte(first) else {
            return nil
        }
        let length = lead >= 0xF0 ? 4 : lead >= 0xE0 ? 3 : 2
        let rest = scalars.dropFirst().prefix(length - 1)
        let bytes = rest.prefix { scalar in byte(scalar).map { $0 & 0xC0 == 0x80 } ?? false }
            .compactMap(byte)
        // The last byte of ” has no character in Windows-1252.
        if lead == 0xE2, bytes == [0x80] { return ("\u{201D}", 2, true) }
        guard lead >= 0xC2, lead <= 0xF4, bytes.count == length - 1,
            let letter = String(validating: [lead] + bytes, as: UTF8.self)?.unicodeScalars.first,
            length > 2 || isUsual(letter.value)
        else { return nil }
        return (letter, length, !rest.allSatisfy(punctuation.contains))
    }

    /// Whether a letter of two bytes is one of those that texts of this kind contain: Latin, Greek, Cyrillic,
    /// Hebrew, Arabic.
    private static func isUsual(_ value: UInt32) -> Bool {
        switch value {
        case 0xA0...0x17F, 0x218...0x21B, 0x384...0x3CE, 0x401...0x45F, 0x5D0...0x5EA, 0x60C, 0x61B,
            0x61F, 0x621...0x63A, 0x640...0x652, 0x660...0x66D, 0x67E, 0x686, 0x698, 0x6A9, 0x6AF,
            0x6CC:
            true
        default: false
        }
    }

    /// What follows a capital in good text too.
    private static let punctuation: Set<Unicode.Scalar> = [
        "‘", "’", "“", "”", "‚", "„", "…", "–", "—", "‹", "›", "«", "»", "•", "·", "\u{A0}", "€",
        "™",
    ]

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
                    "the text is garbled: it seems to be “\(original.text.shortened())”, read in the wrong encoding",
                    excerpt: excerpt(row, column, showing: { _ in false }),
                    suggestion: "Export the table again as UTF-8, or correct the cell."
                )
            }
        }
        mistakes.flush(into: &log)
    }
}

extension GarbledText {
    /// Reports the lines of a text that are garbled.
    package static func report(in text: String, file: String, _ log: inout DiagnosticLog) {
        guard isLikely(text.utf8) else { return }
        var mistakes = CappedLog()
        let lines = text.split(separator: #/\r\n|\r|\n/#, omittingEmptySubsequences: false)
        for (number, line) in lines.enumerated() where isLikely(line.utf8) {
            guard let original = original(String(line)) else { continue }
            let scalars = line.unicodeScalars
            let start = scalars.index(scalars.startIndex, offsetBy: original.first)
            let column = line[..<start].count
            let end = line[start...].firstIndex { $0.isWhitespace } ?? line.endIndex
            let from = max(0, column - 60)
            mistakes.report(
                .garbledText,
                at: SourceLocation(file: file, line: number + 1, column: column + 1),
                "the text is garbled: it seems to be “\(words(original))”, read in the wrong encoding",
                excerpt: Excerpt(
                    String(line.dropFirst(from).prefix(160)),
                    start: column - from,
                    length: min(60, max(1, line[start..<end].count))
                ),
                suggestion: "Save the original text again as UTF-8, or correct the words."
            )
        }
        mistakes.flush(into: &log)
    }

    /// The words from the first garbled one.
    private static func words(_ original: (text: String, first: Int)) -> String {
        let scalars = original.text.unicodeScalars
        let first = scalars.index(scalars.startIndex, offsetBy: original.first)
        let before = original.text[..<first]
        let start = before.lastIndex(of: " ").map { before.index(after: $0) } ?? before.startIndex
        return String(original.text[start...]).shortened()
    }
}
