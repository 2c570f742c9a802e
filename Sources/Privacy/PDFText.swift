// A PDF file shows “Ali” as “[(A) -20 (li)] TJ” or “<0041006C0069> Tj”: its strings are put together as a reader
// sees them. Fonts with an encoding of their own are not followed; the guide says so.

import Text

/// The strings of PDF files.
enum PDFText {
    /// Whether a file is a PDF file; some begin with other bytes.
    static func isPDF(_ file: [UInt8]) -> Bool {
        let head = file.prefix(1_024)
        let mark = Array("%PDF-".utf8)
        return head.indices.contains { head[$0...].starts(with: mark) }
    }

    /// Where the data of each stream begins.
    static func streams(_ bytes: UnsafeBufferPointer<UInt8>) -> [Int] {
        let word = Array("stream".utf8)
        var starts: [Int] = []
        var place = 0
        while let next = bytes[place...].firstIndex(of: word[0]) {
            place = next + 1
            guard next + word.count < bytes.count, bytes[next...].starts(with: word),
                next < 3 || !bytes[(next - 3)...].starts(with: "end".utf8)
            else { continue }
            var start = next + word.count
            if start < bytes.count, bytes[start] == Byte.carriageReturn { start += 1 }
            if start < bytes.count, bytes[start] == Byte.lineFeed { start += 1 }
            if start < bytes.count { starts.append(start) }
        }
        return starts
    }

    /// The strings of a file or of a stream, as readers see them; those of one array are one text.
    static func strings(_ bytes: UnsafeBufferPointer<UInt8>) -> [UInt8] {
        var text: [UInt8] = []
        var isInArray = false
        var place = 0
        while place < bytes.count {
            switch bytes[place] {
            case UInt8(ascii: "["): isInArray = true
            case UInt8(ascii: "]"):
                isInArray = false
                text.append(Byte.lineFeed)
            case UInt8(ascii: "("):
                place = literal(bytes, place, &text)
                if !isInArray { text.append(Byte.lineFeed) }
            case UInt8(ascii: "<"):
                if let end = hexadecimal(bytes, place, &text) {
                    place = end
                    if !isInArray { text.append(Byte.lineFeed) }
                }
            case UInt8(ascii: "-"):
                // A wide gap between two strings of an array is a space.
                if isInArray, isWideGap(bytes, place) { text.append(Byte.space) }
            default: break
            }
            place += 1
        }
        return text
    }

    private static func isWideGap(_ bytes: UnsafeBufferPointer<UInt8>, _ place: Int) -> Bool {
        let digits = bytes[(place + 1)...].prefix { $0.isDigit }
        return digits.count >= 3 && (digits.first ?? 0) >= UInt8(ascii: "2")
    }

    /// Appends a string in brackets, which may hold brackets; gives the place of its end.
    private static func literal(
        _ bytes: UnsafeBufferPointer<UInt8>,
        _ start: Int,
        _ text: inout [UInt8]
    ) -> Int {
        var depth = 0
        var place = start
        var string: [UInt8] = []
        while place < bytes.count {
            let byte = bytes[place]
            if byte == Byte.backslash, place + 1 < bytes.count {
                string += [byte, bytes[place + 1]]
                place += 2
                continue
            }
            if byte == UInt8(ascii: "(") { depth += 1 }
            if byte == UInt8(ascii: ")") { depth -= 1 }
            if depth == 0 { break }
            if place > start { string.append(byte) }
            place += 1
        }
        text += plain(string)
        return place
    }

    /// Appends a string of hexadecimal digits; `nil` when there is none.
    private static func hexadecimal(
        _ bytes: UnsafeBufferPointer<UInt8>,
        _ start: Int,
        _ text: inout [UInt8]
    ) -> Int? {
        var place = start + 1
        var string: [UInt8] = []
        var high: UInt8?
        while place < bytes.count, bytes[place] != UInt8(ascii: ">") {
            if let digit = bytes[place].hexDigitValue {
                if let first = high {
                    string.append(first << 4 | digit)
                    high = nil
                } else {
                    high = digit
                }
            } else if bytes[place] > Byte.space {
                return nil
            }
            place += 1
        }
        text += plain(string)
        return place < bytes.count ? place : nil
    }

    /// A string in UTF-8: one in UTF-16 is recognised by its mark, or by its null bytes.
    private static func plain(_ string: [UInt8]) -> [UInt8] {
        let isMarked = string.starts(with: [0xFE, 0xFF])
        let isWide = string.count % 2 == 0 && string.count > 2 && string[0] < 0x07
        guard isMarked || isWide else { return string }
        let units = stride(from: isMarked ? 2 : 0, to: string.count - 1, by: 2)
            .map { UInt16(string[$0]) << 8 | UInt16(string[$0 + 1]) }
        return Array(String(decoding: units, as: UTF16.self).utf8)
    }
}
