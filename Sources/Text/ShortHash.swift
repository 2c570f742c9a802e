/// Short names of texts, which are stable and hide nothing: FNV-1a with 32 bits.
public struct ShortHash: Sendable {
    /// The hash of what was added.
    public private(set) var value: UInt32 = 2_166_136_261

    /// Makes the hash of nothing.
    public init() {}

    /// Adds the UTF-8 of a text.
    public mutating func add(_ text: String) { add(all: text.utf8) }

    /// Adds the UTF-8 of a part of a text.
    public mutating func add(_ text: Substring) { add(all: text.utf8) }

    /// Adds bytes.
    public mutating func add(_ bytes: [UInt8]) { add(all: bytes) }

    // One loop in this module: a caller in another one would run it unspecialised, a hundred times as long.
    private mutating func add(all bytes: some Sequence<UInt8>) {
        let start = value
        let added = bytes.withContiguousStorageIfAvailable { $0.reduce(start, ShortHash.mixed) }
        value = added ?? bytes.reduce(start, ShortHash.mixed)
    }

    private static func mixed(_ value: UInt32, _ byte: UInt8) -> UInt32 {
        (value ^ UInt32(byte)) &* 16_777_619
    }

    /// The hash in eight hexadecimal digits.
    public var text: String {
        let digits = String(value, radix: 16)
        return String(repeating: "0", count: 8 - digits.utf8.count) + digits
    }

    /// The short name of a text.
    public static func of(_ text: String) -> String {
        var hash = ShortHash()
        hash.add(text)
        return hash.text
    }

    /// The short name of bytes.
    public static func of(bytes: [UInt8]) -> String {
        var hash = ShortHash()
        hash.add(bytes)
        return hash.text
    }
}
