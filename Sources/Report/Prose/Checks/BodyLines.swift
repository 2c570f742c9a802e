// Finding the lines of a long article takes as long as reading it, and most articles need none of them.

import Records

/// The lines of an article's body, found when the first of them is read.
///
/// Only excerpts in messages and links that continue the text of the line above need them.
final class BodyLines {
    private let body: String
    private let firstLine: Int
    /// The bytes of each line, without its terminator.
    private lazy var ranges = BodyLines.ranges(body)

    init(_ article: Article) {
        body = article.body
        firstLine = article.bodyFirstLine
    }

    /// A line by its number in the file.
    subscript(number: Int) -> Substring? {
        let index = number - firstLine
        guard ranges.indices.contains(index) else { return nil }
        let start = body.utf8.index(body.startIndex, offsetBy: ranges[index].lowerBound)
        return body[start..<body.utf8.index(start, offsetBy: ranges[index].count)]
    }

    /// Splits the body where `Character.isNewline` is true.
    private static func ranges(_ body: String) -> [Range<Int>] {
        var ranges: [Range<Int>] = []
        var start = 0
        let bytes = Array(body.utf8)
        var position = 0
        while position < bytes.count {
            switch bytes[position] {
            case 0x0A...0x0D, 0xC2, 0xE2: break
            default:
                position += 1
                continue
            }
            let length = terminatorLength(bytes, at: position)
            guard length > 0 else {
                position += 1
                continue
            }
            ranges.append(start..<position)
            position += length
            start = position
        }
        ranges.append(start..<bytes.count)
        return ranges
    }

    /// The length in bytes of the line terminator at a position; 0 when there is none.
    private static func terminatorLength(_ bytes: [UInt8], at position: Int) -> Int {
        func byte(_ offset: Int) -> UInt8 {
            position + offset < bytes.count ? bytes[position + offset] : 0
        }
        switch bytes[position] {
        case 0x0D: return byte(1) == 0x0A ? 2 : 1
        case 0x0A...0x0C: return 1
        case 0xC2: return byte(1) == 0x85 ? 2 : 0
        case 0xE2: return byte(1) == 0x80 && (0xA8...0xA9).contains(byte(2)) ? 3 : 0
        default: return 0
        }
    }
}
