// Just enough JSON to tell a page what happened, without the start-up cost of Foundation.

/// A value as JSON text on one line.
struct JSON: Sendable {
    let bytes: [UInt8]

    static let null = JSON(bytes: Array("null".utf8))

    static func number(_ value: Int) -> JSON {
        JSON(bytes: Array(String(value).utf8))
    }

    static func string(_ text: String) -> JSON {
        var bytes: [UInt8] = [34]
        for byte in text.utf8 {
            switch byte {
            case 34, 92: bytes += [92, byte]
            case 0..<32, 127:
                bytes += Array("\\u00".utf8) + [hexDigit(byte >> 4), hexDigit(byte & 15)]
            default: bytes.append(byte)
            }
        }
        bytes.append(34)
        return JSON(bytes: bytes)
    }

    static func string(_ text: String?) -> JSON {
        text.map { .string($0) } ?? .null
    }

    static func array(_ values: [JSON]) -> JSON {
        JSON(bytes: [91] + Array(values.map(\.bytes).joined(separator: [44])) + [93])
    }

    static func object(_ members: [(name: String, value: JSON)]) -> JSON {
        let parts = members.map { JSON.string($0.name).bytes + [58] + $0.value.bytes }
        return JSON(bytes: [123] + Array(parts.joined(separator: [44])) + [125])
    }

    private static func hexDigit(_ value: UInt8) -> UInt8 {
        value < 10 ? 48 + value : 87 + value
    }
}
