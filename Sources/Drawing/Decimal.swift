// Coordinates and percentages in drawings are printed by integer arithmetic, so that they do not depend on
// the locale or the platform.

enum Decimal {
    /// A number of units of 1/10^places as a decimal without trailing zeros: (3333, 2) is "33.33".
    static func text(_ scaled: Int, places: Int) -> String {
        var divisor = 1
        for _ in 0..<places { divisor *= 10 }
        let magnitude = scaled.magnitude
        var fraction = magnitude % UInt(divisor)
        var text = scaled < 0 ? "-" : ""
        text += String(magnitude / UInt(divisor))
        if fraction == 0 { return text }
        var digits = places
        while fraction % 10 == 0 {
            fraction /= 10
            digits -= 1
        }
        let tail = String(fraction)
        text += "."
        text += String(repeating: "0", count: digits - tail.utf8.count)
        text += tail
        return text
    }

    /// A coordinate in a drawing, to a tenth of its unit.
    static func coordinate(_ value: Double) -> String {
        text(tenths(value), places: 1)
    }

    /// A coordinate in whole tenths; a value that is not finite is far outside the drawing.
    static func tenths(_ value: Double) -> Int {
        guard value.isFinite else { return -1_000_000 }
        return Int((min(max(value, -100_000), 100_000) * 10).rounded())
    }

    /// A share of a whole, in hundredths of a per cent.
    static func share(_ part: Int, of whole: Int) -> Int {
        guard whole > 0 else { return 0 }
        return (part * 10_000 + whole / 2) / whole
    }

    /// Hundredths of a per cent, as "48%" or "3.33%".
    static func percent(_ share: Int) -> String {
        text(share, places: 2) + "%"
    }
}
