// Which bytes make up names, numbers and white space in a template.

extension UInt8 {
    /// Whether a name may begin with this byte.
    var isNameStart: Bool {
        (UInt8(ascii: "a")...UInt8(ascii: "z")).contains(self | 0x20) || self == UInt8(ascii: "_")
    }

    /// Whether a name may go on with this byte.
    var isNamePart: Bool { isNameStart || isDigit }

    /// Whether this is an ASCII digit.
    var isDigit: Bool { (UInt8(ascii: "0")...UInt8(ascii: "9")).contains(self) }
}
