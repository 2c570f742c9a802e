/// HTML that grows as bytes; the only place of this room that escapes.
struct HTMLBuffer {
    private var bytes: [UInt8] = []

    var text: String { String(decoding: bytes, as: UTF8.self) }

    /// Adds text so that it shows as it is, also in an attribute in double quotes.
    mutating func escape(_ text: String) {
        for byte in text.utf8 { append(byte) }
    }

    /// Adds an address, with percent signs for what may not stand in one.
    mutating func escape(address: String) {
        for byte in address.utf8 {
            if HTMLBuffer.isAddressByte(byte) {
                append(byte)
            } else {
                bytes.append(UInt8(ascii: "%"))
                bytes.append(HTMLBuffer.digits[Int(byte >> 4)])
                bytes.append(HTMLBuffer.digits[Int(byte & 15)])
            }
        }
    }

    /// Adds HTML as it is.
    mutating func unsafeHTML(_ html: String) {
        bytes.append(contentsOf: html.utf8)
    }

    /// Adds markup written in this room's source.
    mutating func markup(_ html: StaticString) {
        html.withUTF8Buffer { bytes.append(contentsOf: $0) }
    }

    /// Adds a number.
    mutating func number(_ number: Int) {
        bytes.append(contentsOf: String(number).utf8)
    }

    /// Begins a line unless one has just begun.
    mutating func beginLine() {
        if let last = bytes.last, last != UInt8(ascii: "\n") { bytes.append(UInt8(ascii: "\n")) }
    }

    private mutating func append(_ byte: UInt8) {
        switch byte {
        case UInt8(ascii: "&"): markup("&amp;")
        case UInt8(ascii: "<"): markup("&lt;")
        case UInt8(ascii: ">"): markup("&gt;")
        case UInt8(ascii: "\""): markup("&quot;")
        default: bytes.append(byte)
        }
    }

    private static let digits = Array("0123456789ABCDEF".utf8)

    private static func isAddressByte(_ byte: UInt8) -> Bool {
        switch byte {
        case UInt8(ascii: "0")...UInt8(ascii: "9"), UInt8(ascii: "a")...UInt8(ascii: "z"),
            UInt8(ascii: "A")...UInt8(ascii: "Z"):
            true
        default: "-_.+!*'(),%#@?=;:/,+&$~".utf8.contains(byte)
        }
    }
}
