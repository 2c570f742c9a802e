// The marks of every format that is read here are ASCII, so texts are searched as bytes.

#if canImport(Glibc)
import Glibc
#else
import Darwin
#endif

extension [UInt8] {
    /// Whether a byte is among them; the C library looks at many at once.
    package func holds(_ byte: UInt8) -> Bool {
        withUnsafeBytes { bytes in
            bytes.baseAddress.map { memchr($0, Int32(byte), bytes.count) != nil } ?? false
        }
    }

    /// Whether all bytes of a range are ASCII.
    package func isASCII(_ range: Range<Int>) -> Bool {
        self[range]
            .withUnsafeBufferPointer { bytes in
                var all: UInt8 = 0
                for byte in bytes { all |= byte }
                return all < 0x80
            }
    }
}

extension UInt8 {
    /// Whether it is an ASCII letter or digit.
    @inlinable package var isAlphanumeric: Bool {
        switch self {
        case UInt8(ascii: "0")...UInt8(ascii: "9"), UInt8(ascii: "a")...UInt8(ascii: "z"),
            UInt8(ascii: "A")...UInt8(ascii: "Z"):
            true
        default: false
        }
    }

    /// Whether it is an ASCII character that a backslash can take the meaning from.
    @inlinable package var isPunctuation: Bool {
        self > 0x20 && self < 0x7F && !isAlphanumeric
    }
}
