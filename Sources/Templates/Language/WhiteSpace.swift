// White space as Python's regular expressions define it, so that `-` strips the same bytes as in
// Jinja2.

/// Finds white space in UTF-8 text.
enum WhiteSpace {
    /// The first offset at or after `start` that is not white space.
    static func end(_ bytes: [UInt8], from start: Int) -> Int {
        var index = start
        while index < bytes.count {
            let length = length(bytes, at: index)
            if length == 0 { break }
            index += length
        }
        return index
    }

    /// The offset after the last byte of `range` that is not white space.
    static func trimmedEnd(_ bytes: [UInt8], in range: Range<Int>) -> Int {
        var end = range.upperBound
        scan: while end > range.lowerBound {
            for size in 1...3 where end - size >= range.lowerBound {
                if length(bytes, at: end - size) == size {
                    end -= size
                    continue scan
                }
            }
            break
        }
        return end
    }

    /// The length in bytes of the white space character at an offset; 0 when there is none.
    static func length(_ bytes: [UInt8], at index: Int) -> Int {
        switch bytes[index] {
        case 0x09...0x0D, 0x1C...0x20: return 1
        case 0xC2:
            guard index + 1 < bytes.count else { return 0 }
            return bytes[index + 1] == 0x85 || bytes[index + 1] == 0xA0 ? 2 : 0
        case 0xE1, 0xE2, 0xE3:
            guard index + 2 < bytes.count else { return 0 }
            switch (bytes[index], bytes[index + 1], bytes[index + 2]) {
            case (0xE1, 0x9A, 0x80), (0xE2, 0x81, 0x9F), (0xE3, 0x80, 0x80): return 3
            case (0xE2, 0x80, 0x80...0x8A), (0xE2, 0x80, 0xA8...0xA9), (0xE2, 0x80, 0xAF): return 3
            default: return 0
            }
        default: return 0
        }
    }
}
