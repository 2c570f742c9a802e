// Markdown's own marks, and the rules for addresses, are ASCII; texts are read as bytes.
extension UInt8 {
    /// Whether it is an ASCII letter or digit.
    var isAlphanumeric: Bool {
        switch self {
        case UInt8(ascii: "0")...UInt8(ascii: "9"), UInt8(ascii: "a")...UInt8(ascii: "z"),
            UInt8(ascii: "A")...UInt8(ascii: "Z"):
            true
        default: false
        }
    }

    /// Whether it is an ASCII character that a backslash can take the meaning from.
    var isPunctuation: Bool {
        self > 0x20 && self < 0x7F && !isAlphanumeric
    }
}
