import Text

/// HTML that is being written; text is escaped here.
struct HTMLBuffer: ~Copyable {
    private var bytes = ByteText()

    var text: String { bytes.text() }

    /// Adds text so that it shows as it is, also in an attribute in double quotes.
    mutating func escape(_ text: String) {
        HTMLEscaping.append(text, quotes: .commonMark, to: &bytes)
    }

    /// Adds an address, with bytes that a URL cannot contain percent-encoded.
    mutating func escape(address: String) {
        var encoded = ByteText(capacity: address.utf8.count + 16)
        for byte in address.utf8 {
            if HTMLBuffer.isAddressByte(byte) {
                encoded.append(byte)
            } else {
                encoded.append("%" + byte.hexadecimal)
            }
        }
        escape(encoded.text())
    }

    /// Adds HTML as it is.
    mutating func unsafeHTML(_ html: String) { bytes.append(html) }

    /// Adds markup written in this room's source.
    mutating func markup(_ html: StaticString) { bytes.append(html) }

    /// Adds a number.
    mutating func number(_ number: Int) { bytes.append(number: number) }

    /// Begins a line unless one has just begun.
    mutating func beginLine() {
        if let last = bytes.last, last != Byte.lineFeed { bytes.append(Byte.lineFeed) }
    }

    private static func isAddressByte(_ byte: UInt8) -> Bool {
        byte.isAlphanumeric || "-_.+!*'(),%#@?=;:/,+&$~".utf8.contains(byte)
    }
}
