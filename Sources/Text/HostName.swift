// In the name of a host, a Cyrillic а looks like a Latin a and leads elsewhere. Browsers show some of these names
// in their coded form (xn--…); a printed page shows what was written.

/// Names of hosts that contain more than letters and digits of ASCII.
enum HostName {
    /// What is wrong with a name; `nil` for nothing.
    static func problem(_ host: [UInt8]) -> WebAddress.Problem? {
        let text = String(decoding: host, as: UTF8.self)
        for scalar in text.unicodeScalars where isRefused(scalar) { return .form }
        let labels = text.split(separator: ".", omittingEmptySubsequences: false)
        var decoded: [String] = []
        for label in labels {
            if label.lowercased().hasPrefix("xn--") {
                guard let plain = Punycode.decode(label.dropFirst(4)) else { return .form }
                decoded.append(plain)
            } else {
                decoded.append(String(label))
            }
        }
        let isLocal = decoded.last { !$0.isEmpty }.map { !isASCII($0) } ?? false
        for label in decoded where !isASCII(label) {
            if isMixed(label) || (!isLocal && looksLatin(label)) { return .lookAlike(text) }
        }
        return nil
    }

    private static func isASCII(_ label: String) -> Bool { label.utf8.allSatisfy { $0 < 0x80 } }

    /// Whether the URL standard lets no host contain a character, or browsers would read another for it.
    private static func isRefused(_ scalar: Unicode.Scalar) -> Bool {
        if scalar.isASCII {
            let byte = UInt8(truncatingIfNeeded: scalar.value)
            return !byte.isAlphanumeric && !"-._~".utf8.contains(byte)
        }
        switch scalar.properties.generalCategory {
        case .control, .format, .spaceSeparator, .lineSeparator, .paragraphSeparator, .privateUse,
            .surrogate, .unassigned:
            return scalar.value != 0x200C && scalar.value != 0x200D
        default: break
        }
        // Full stops of other scripts, and letters and digits that are read as those of ASCII.
        let stops: Set<UInt32> = [0x3002, 0xFF0E, 0xFF61, 0x2024, 0xFE52]
        return stops.contains(scalar.value) || (0xFF01...0xFF5E).contains(scalar.value)
            || (0x2100...0x214F).contains(scalar.value) || (0x2460...0x24FF).contains(scalar.value)
            || (0x1D400...0x1D7FF).contains(scalar.value)
    }

    /// Whether a part of a name has letters of Latin and of Greek or Cyrillic script.
    private static func isMixed(_ label: String) -> Bool {
        var hasLatin = false
        var hasOther = false
        for scalar in label.unicodeScalars {
            if scalar.isASCII {
                hasLatin = hasLatin || UInt8(truncatingIfNeeded: scalar.value).isLetter
            } else if isGreekOrCyrillic(scalar) {
                hasOther = true
            }
        }
        return hasLatin && hasOther
    }

    private static func isGreekOrCyrillic(_ scalar: Unicode.Scalar) -> Bool {
        (0x370...0x52F).contains(scalar.value) || (0x1F00...0x1FFF).contains(scalar.value)
    }

    /// Whether every letter of a part of a name looks like a Latin one.
    private static func looksLatin(_ label: String) -> Bool {
        label.unicodeScalars.allSatisfy { scalar in
            scalar.isASCII || alike.contains(scalar.value)
                || CharacterShape.folded(scalar.value) < 0x80
        }
    }

    /// Letters beyond those of ``CharacterShape`` that look Latin in an address: `ӏ`, `ԁ`, `ԛ`, `ԝ`, `һ`, `ո`.
    private static let alike: Set<UInt32> = [
        0x4CF, 0x4C0, 0x501, 0x51B, 0x51D, 0x4BB, 0x578, 0x131,
    ]
}

/// The coding of RFC 3492 for letters in the names of hosts.
enum Punycode {
    /// The letters that stand after `xn--`; `nil` when they are coded wrongly.
    static func decode(_ coded: Substring) -> String? {
        guard coded.utf8.count <= 63, coded.utf8.allSatisfy({ $0 < 0x80 }) else { return nil }
        var letters: [Unicode.Scalar] = []
        var rest = coded
        if let hyphen = coded.lastIndex(of: "-") {
            letters = Array(coded[..<hyphen].unicodeScalars)
            rest = coded[coded.index(after: hyphen)...]
        }
        guard !rest.isEmpty else { return nil }
        var code: UInt32 = 128
        var place: UInt32 = 0
        var bias: UInt32 = 72
        var bytes = rest.utf8.makeIterator()
        var isOver = false
        while !isOver {
            let before = place
            var weight: UInt32 = 1
            var step: UInt32 = 36
            while true {
                guard let byte = bytes.next(), let digit = digit(byte) else { return nil }
                let (product, tooMuch) = digit.multipliedReportingOverflow(by: weight)
                let (sum, tooFar) = place.addingReportingOverflow(product)
                if tooMuch || tooFar { return nil }
                place = sum
                let threshold = step <= bias ? 1 : min(26, step - bias)
                if digit < threshold { break }
                let (next, overflows) = weight.multipliedReportingOverflow(by: 36 - threshold)
                if overflows { return nil }
                weight = next
                step += 36
            }
            let count = UInt32(letters.count) + 1
            bias = adapted(place - before, count, isFirst: before == 0)
            code += place / count
            place %= count
            guard code <= 0x10FFFF, let scalar = Unicode.Scalar(code) else { return nil }
            letters.insert(scalar, at: Int(place))
            place += 1
            var ahead = bytes
            isOver = ahead.next() == nil
        }
        var text = ""
        text.unicodeScalars.append(contentsOf: letters)
        return text
    }

    private static func digit(_ byte: UInt8) -> UInt32? {
        if byte.isDigit { return UInt32(byte) - 48 + 26 }
        return byte.isLetter ? UInt32(byte | 0x20) - 97 : nil
    }

    private static func adapted(_ delta: UInt32, _ count: UInt32, isFirst: Bool) -> UInt32 {
        var delta = isFirst ? delta / 700 : delta / 2
        delta += delta / count
        var step: UInt32 = 0
        while delta > 455 {
            delta /= 35
            step += 36
        }
        return step + 36 * delta / (delta + 38)
    }
}
