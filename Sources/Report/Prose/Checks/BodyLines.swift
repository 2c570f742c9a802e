// Finding the lines of a long article takes as long as reading it, and most articles have nothing to
// report.

import Records

/// The lines of an article's body, found when one of them is first asked for: only what is reported, and
/// links that touch the text of the line above, need any.
final class BodyLines {
    private let body: String
    private let firstLine: Int
    /// The bytes of each line, without its end.
    private lazy var ranges = BodyLines.ranges(body)

    /// Makes the lines of an article.
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

    /// Lines end as `Character.isNewline` says.
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
            let length = endLength(bytes, position)
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

    /// How many bytes the end of a line has that begins at a position; 0 when none does.
    private static func endLength(_ bytes: [UInt8], _ position: Int) -> Int {
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
