/// The colour of links and of what can be opened, as the site states it.
public struct Accent: Hashable, Sendable {
    /// On light paper.
    public var light: Colour
    /// On dark paper; `nil` when it is to be made of the light one.
    public var dark: Colour?

    /// Makes an accent.
    public init(light: Colour, dark: Colour? = nil) {
        self.light = light
        self.dark = dark
    }
}

/// A colour of a screen, in sRGB.
public struct Colour: Hashable, Sendable {
    /// Red, green and blue, from 0 to 255.
    private let parts: [Int]

    /// Reads `#17527a` or `#abc`; `nil` for any other text.
    public init?(_ text: String) {
        var digits = text.utf8.dropFirst().map(\.self)
        guard text.utf8.first == UInt8(ascii: "#"), digits.count == 3 || digits.count == 6 else {
            return nil
        }
        if digits.count == 3 { digits = digits.flatMap { [$0, $0] } }
        guard let value = Int(String(decoding: digits, as: UTF8.self), radix: 16),
            digits.first != UInt8(ascii: "-"), digits.first != UInt8(ascii: "+")
        else { return nil }
        parts = [value >> 16, value >> 8 & 255, value & 255]
    }

    private init(parts: [Int]) { self.parts = parts }

    /// The colour as style sheets write it.
    public var text: String {
        "#"
            + parts.map { part in
                let digits = String(part, radix: 16)
                return digits.utf8.count < 2 ? "0" + digits : digits
            }
            .joined()
    }

    /// The contrast with another colour as WCAG 2 defines it, in hundredths: from 100 to 2100, rounded down.
    public func contrast(with other: Colour) -> Int {
        let (one, two) = (luminance, other.luminance)
        return Int((max(one, two) + 0.05) / (min(one, two) + 0.05) * 100)
    }

    private var luminance: Double {
        let linear = parts.map { Colour.linear[$0] }
        return 0.2126 * linear[0] + 0.7152 * linear[1] + 0.0722 * linear[2]
    }

    /// The light of each part, the same on every machine: no `pow` of a system's own.
    private static let linear: [Double] = (0...255)
        .map { part in
            let share = Double(part) / 255
            if share <= 0.04045 { return share / 12.92 }
            // The 2.4th power as the fifth root of the twelfth, by Newton's method.
            let base = (share + 0.055) / 1.055
            let twelfth = (0..<11).reduce(base) { power, _ in power * base }
            var root = base
            for _ in 0..<60 {
                root -=
                    (root * root * root * root * root - twelfth) / (5 * root * root * root * root)
            }
            return root
        }

    /// The nearest colour, made darker or lighter in steps, that has a contrast with another; `nil` if there is none.
    public func adjusted(to contrast: Int, with paper: Colour) -> Colour? {
        let end = paper.luminance > 0.18 ? 0 : 255
        for step in 0...100 {
            let mixed = Colour(parts: parts.map { $0 + (end - $0) * step / 100 })
            if mixed.contrast(with: paper) >= contrast { return mixed }
        }
        return nil
    }
}
