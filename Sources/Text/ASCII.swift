// The syntax of every format that is read here is ASCII, so texts are searched as bytes.

#if canImport(Glibc)
import Glibc
#else
import Darwin
#endif

extension [UInt8] {
    /// Whether the array contains a byte; `memchr` compares many bytes at once.
    package func holds(_ byte: UInt8) -> Bool {
        withUnsafeBytes { bytes in
            bytes.baseAddress.map { memchr($0, Int32(byte), bytes.count) != nil } ?? false
        }
    }

    /// Whether the array contains a text.
    package func holds(_ text: StaticString) -> Bool {
        withUnsafeBytes {
            $0.holds(UnsafeRawBufferPointer(start: text.utf8Start, count: text.utf8CodeUnitCount))
        }
    }

    /// Where a short text begins first, at or after a position.
    package func position(of text: String, from start: Int = 0) -> Int? {
        withUnsafeBytes { bytes in
            text.withBytes { sought in
                let rest = UnsafeRawBufferPointer(rebasing: bytes[Swift.min(start, count)...])
                return rest.position(of: UnsafeRawBufferPointer(sought)).map { start + $0 }
            }
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

extension String {
    /// Whether the text contains an ASCII character, given as its byte.
    package func holds(_ byte: UInt8) -> Bool {
        withBytes { bytes in
            bytes.baseAddress.map { memchr($0, Int32(byte), bytes.count) != nil } ?? false
        }
    }

    /// Whether the text contains another, a sentence or so, byte for byte.
    package func holdsBytes(of other: String) -> Bool {
        withBytes { bytes in
            other.withBytes {
                UnsafeRawBufferPointer(bytes).holds(long: UnsafeRawBufferPointer($0))
            }
        }
    }
}

extension UnsafeRawBufferPointer {
    /// Whether the bytes contain others; false for no bytes.
    ///
    /// Long ones are best found with ``holds(long:)``.
    package func holds(_ other: UnsafeRawBufferPointer) -> Bool {
        position(of: other) != nil
    }

    /// Where others begin first; `nil` for no bytes.
    func position(of other: UnsafeRawBufferPointer) -> Int? {
        guard let start = baseAddress, let sought = other.baseAddress, let first = other.first
        else {
            return nil
        }
        var offset = 0
        while offset + other.count <= count {
            let places = count - other.count - offset + 1
            guard let found = memchr(start + offset, Int32(first), places) else { return nil }
            if memcmp(found, sought, other.count) == 0 { return UnsafeRawPointer(found) - start }
            offset = UnsafeRawPointer(found) - start + 1
        }
        return nil
    }

    /// Whether the bytes contain others, of which there are many; false for no bytes.
    package func holds(long other: UnsafeRawBufferPointer) -> Bool {
        guard let start = baseAddress, let sought = other.baseAddress, let last = other.last else {
            return false
        }
        // Horspool's algorithm: the byte below the end of the sought text says how far it can be moved on.
        let length = other.count
        var steps = [Int](repeating: length, count: 256)
        for (place, byte) in other.dropLast().enumerated() { steps[Int(byte)] = length - 1 - place }
        var end = length - 1
        while end < count {
            let byte = self[end]
            if byte == last, memcmp(start + end - (length - 1), sought, length) == 0 { return true }
            end += steps[Int(byte)]
        }
        return false
    }
}

extension UInt8 {
    /// Whether it is an ASCII digit.
    @inlinable package var isDigit: Bool { self &- 0x30 < 10 }

    /// Whether it is an ASCII letter of either case.
    @inlinable package var isLetter: Bool { (self | 0x20) &- 0x61 < 26 }

    /// Whether it is an ASCII letter or digit.
    @inlinable package var isAlphanumeric: Bool { isDigit || isLetter }

    /// The value of a hexadecimal digit of either case; `nil` for any other byte.
    @inlinable package var hexDigitValue: UInt8? {
        if isDigit { return self - 0x30 }
        let letter = (self | 0x20) &- 0x61
        return letter < 6 ? letter + 10 : nil
    }

    /// The byte as two hexadecimal digits in upper case.
    package var hexadecimal: String {
        (self < 16 ? "0" : "") + String(self, radix: 16, uppercase: true)
    }

    /// Whether it is ASCII punctuation, which Markdown lets a backslash escape.
    @inlinable package var isPunctuation: Bool {
        self > 0x20 && self < 0x7F && !isAlphanumeric
    }
}
