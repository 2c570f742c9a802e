import Text

/// Puts an apostrophe before what a spreadsheet would calculate, as OWASP advises (“CSV Injection”).
///
/// Formulas begin with `=`, `+`, `-` or `@`, also in full width. Spreadsheets skip spaces and quotation marks before
/// them, and a tab or line break at the beginning. Where the list separator is a semicolon, they split a cell
/// of our files at semicolons and line breaks, so what follows one is treated as the beginning of a cell. A
/// negative number is a number, and stays as it is.
///
/// The original can be restored: a text that would only be confused with a guarded one, such as `'=x`, gets an
/// apostrophe too.
enum FormulaGuard {
    private static let apostrophe = UInt8(ascii: "'")

    /// Whether a text may need an apostrophe; `false` for most texts after a look at each byte.
    static func mayMatter(_ source: UnsafeBufferPointer<UInt8>) -> Bool {
        guard let first = source.first else { return false }
        switch first {
        // Up to "/": the four signs, spaces and quotation marks. The others begin invisible and wide signs.
        case 0...0x2F, 0x3D, 0x40, 0xC2, 0xE1, 0xE2, 0xE3, 0xEF: return true
        default: return source.contains(where: endsCell)
        }
    }

    /// A text with an apostrophe before each part that would be a formula.
    static func guarded(_ source: UnsafeBufferPointer<UInt8>) -> [UInt8] {
        var result: [UInt8] = []
        result.reserveCapacity(source.count + 1)
        if beginsWithBreak(source) { result.append(apostrophe) }
        var position = 0
        while position < source.count {
            let end = source[position...].firstIndex(where: endsCell) ?? source.count
            let part = UnsafeBufferPointer(rebasing: source[position..<end])
            if isFormula(part) { result.append(apostrophe) }
            result.append(contentsOf: part)
            if end < source.count { result.append(source[end]) }
            position = end + 1
        }
        return result
    }

    /// Whether a spreadsheet may split a cell at a byte: a semicolon, a tab, a line break.
    private static func endsCell(_ byte: UInt8) -> Bool {
        byte == UInt8(ascii: ";") || byte == 9 || byte == 10 || byte == 13
    }

    /// Whether a text begins with a tab or a line break, which spreadsheets remove with what they put before it, or
    /// looks like one that this type has guarded.
    private static func beginsWithBreak(_ source: UnsafeBufferPointer<UInt8>) -> Bool {
        switch source.first(where: { $0 != apostrophe }) {
        case 9, 10, 13: true
        default: false
        }
    }

    /// Whether a spreadsheet would read a part of a text as a formula.
    private static func isFormula(_ part: UnsafeBufferPointer<UInt8>) -> Bool {
        var position = 0
        while position < part.count {
            let length = skipped(part, position)
            if length == 0 { break }
            position += length
        }
        guard position < part.count else { return false }
        switch part[position] {
        case UInt8(ascii: "-"): return !(position == 0 && isNumber(part.dropFirst()))
        case UInt8(ascii: "="), UInt8(ascii: "+"), UInt8(ascii: "@"): return true
        default: return wide.contains { part[position...].starts(with: $0) }
        }
    }

    /// The number of bytes at a position that a spreadsheet may skip: a space or other character without a shape,
    /// or a quotation mark.
    private static func skipped(_ part: UnsafeBufferPointer<UInt8>, _ position: Int) -> Int {
        switch part[position] {
        case 0...0x20, 0x22, 0x27: return 1
        case 0..<0x80: return 0
        default: return invisible.first { part[position...].starts(with: $0) }?.count ?? 0
        }
    }

    /// Whether the rest of a negative number follows: digits with points or commas between them, an exponent.
    private static func isNumber(_ text: Slice<UnsafeBufferPointer<UInt8>>) -> Bool {
        var previous: UInt8 = 0
        var hasExponent = false
        for byte in text {
            switch (byte, previous) {
            case (0x30...0x39, _): break
            case (UInt8(ascii: "."), 0x30...0x39), (UInt8(ascii: ","), 0x30...0x39):
                if hasExponent { return false }
            case (UInt8(ascii: "e"), 0x30...0x39), (UInt8(ascii: "E"), 0x30...0x39):
                if hasExponent { return false }
                hasExponent = true
            case (UInt8(ascii: "+"), UInt8(ascii: "e")), (UInt8(ascii: "+"), UInt8(ascii: "E")),
                (UInt8(ascii: "-"), UInt8(ascii: "e")), (UInt8(ascii: "-"), UInt8(ascii: "E")):
                break
            default: return false
            }
            previous = byte
        }
        return (0x30...0x39).contains(previous)
    }

    /// The signs in full width, and the small forms of them.
    private static let wide = ["＝", "＋", "－", "＠", "﹦", "﹢", "﹣", "﹫"].map { Array($0.utf8) }

    /// Spaces, marks of direction, curly quotation marks.
    private static let invisible: [[UInt8]] =
        (["\u{A0}", "\u{AD}", "\u{1680}", "\u{180E}", "\u{3000}", "\u{FEFF}"]
        + [0x2000...0x200F, 0x2018...0x201F, 0x2028...0x202F, 0x205F...0x206F].joined()
        .compactMap { Unicode.Scalar($0).map { String($0) } })
        .map { Array($0.utf8) }
}
