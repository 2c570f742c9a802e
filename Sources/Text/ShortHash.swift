/// Short names of texts, which are stable and hide nothing.
public enum ShortHash {
    /// FNV-1a, 32 bits, in eight hexadecimal digits.
    public static func of(_ text: some StringProtocol) -> String { of(bytes: text.utf8) }

    /// The short name of bytes.
    public static func of(bytes: some Sequence<UInt8>) -> String {
        var hash: UInt32 = 2_166_136_261
        for byte in bytes { hash = (hash ^ UInt32(byte)) &* 16_777_619 }
        let digits = String(hash, radix: 16)
        return String(repeating: "0", count: 8 - digits.count) + digits
    }
}
