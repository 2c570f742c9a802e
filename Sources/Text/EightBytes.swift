// Every text that is written is first searched for bytes that must be escaped. Most texts have none and are short,
// so that the compiler's own vector code, made for long loops, is hardly used.

/// Eight bytes of a text as one number, in which all are compared at once.
///
/// The tests are those of "Bit Twiddling Hacks" by Sean Eron Anderson: a byte of the number minus one borrows from its
/// highest bit only if the byte was zero.
struct EightBytes {
    private let value: UInt64

    private static let ones: UInt64 = 0x0101_0101_0101_0101
    private static let highBits: UInt64 = 0x8080_8080_8080_8080

    private init(_ value: UInt64) { self.value = value }

    /// Whether one of the bytes equals `byte`, apart from the bits that `ignoring` has.
    @inline(__always)
    func hold(_ byte: UInt8, ignoring: UInt8 = 0) -> Bool {
        let difference =
            (value & ~(EightBytes.ones &* UInt64(ignoring)))
            ^ (EightBytes.ones &* UInt64(byte & ~ignoring))
        return (difference &- EightBytes.ones) & ~difference & EightBytes.highBits != 0
    }

    /// Whether one of the bytes is less than `byte`, which is at most 128.
    @inline(__always)
    func holdLess(than byte: UInt8) -> Bool {
        (value &- EightBytes.ones &* UInt64(byte)) & ~value & EightBytes.highBits != 0
    }

    /// Whether a test is true of any eight bytes of a text; shorter texts are filled up with spaces.
    @inline(__always)
    static func any(
        of bytes: UnsafeBufferPointer<UInt8>,
        _ test: (EightBytes) -> Bool
    ) -> Bool {
        let text = UnsafeRawBufferPointer(bytes)
        let count = text.count
        if count < 8 {
            var short = ones &* UInt64(Byte.space)
            for byte in text { short = short << 8 | UInt64(byte) }
            return count > 0 && test(EightBytes(short))
        }
        var offset = 0
        while offset &+ 8 <= count {
            if test(EightBytes(text.loadUnaligned(fromByteOffset: offset, as: UInt64.self))) {
                return true
            }
            offset &+= 8
        }
        // The last eight bytes, some of them once more.
        return offset < count
            && test(EightBytes(text.loadUnaligned(fromByteOffset: count &- 8, as: UInt64.self)))
    }
}

extension EightBytes {
    /// Whether one of the bytes may belong to a control character, U+FFFE or U+FFFF; few others do.
    @inline(__always)
    var mayHoldControl: Bool {
        holdLess(than: 0x20) || hold(0x7F) || hold(0xC2) || hold(0xEF)
    }
}

extension String {
    /// Whether the text may hold a control character, U+FFFE or U+FFFF: a quick test of its bytes.
    package var mayHoldControl: Bool {
        withBytes { EightBytes.any(of: $0) { $0.mayHoldControl } }
    }
}
