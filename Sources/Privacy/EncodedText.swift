// Nothing marks where base64 or hexadecimal digits begin, and 300,000 values would have a million spellings in them. So
// what may be such a spelling is decoded in the file, and searched for values like any other text: in whatever
// capitals, escapes and packing they stand there.

import Text

/// Decodes parts of a file that may hold a text in base64, in hexadecimal digits, or in UTF-16.
enum EncodedText {
    /// The least number of characters that are decoded.
    private static let leastCharacters = 8
    /// The fewest letters and digits of a text.
    private static let leastUnits = 4

    /// Whether a word looks like base64 or hexadecimal digits: long, and with digits or capitals inside it.
    static func mayBeCoded(_ text: UnsafeBufferPointer<UInt8>, _ word: Range<Int>) -> Bool {
        word.count >= leastCharacters
            && word.dropFirst()
                .contains { text[$0].isDigit || text[$0].isLetter && text[$0] & 0x20 == 0 }
    }

    /// Whether a line holds base64 only and is so long that the next one may continue it.
    static func isLineOfBase64(_ text: UnsafeBufferPointer<UInt8>, _ line: Range<Int>) -> Bool {
        var end = line.upperBound
        while end > line.lowerBound, text[end - 1] <= Byte.space { end -= 1 }
        guard end - line.lowerBound >= leastLine, isBase64(text[end - 1]) else { return false }
        return text[(end - leastLine)..<end].allSatisfy(isBase64)
    }

    /// The least length of a line of base64 that is continued in the next one.
    private static let leastLine = 56

    /// Whether a byte belongs to base64, as it is written in mail or in addresses.
    @inline(__always)
    static func isBase64(_ byte: UInt8) -> Bool { sixes[Int(byte)] < 64 }

    /// What each byte means in base64; 255 for others.
    static let sixes: [UInt8] = {
        var sixes = [UInt8](repeating: 255, count: 256)
        let alphabet = "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789+/"
        for (value, byte) in alphabet.utf8.enumerated() { sixes[Int(byte)] = UInt8(value) }
        sixes[Int(UInt8(ascii: "-"))] = 62
        sixes[Int(UInt8(ascii: "_"))] = 63
        return sixes
    }()

    /// The range of base64 that holds a word; over the ends of lines where these are long, as in mail.
    static func base64(
        around word: Range<Int>,
        in text: UnsafeBufferPointer<UInt8>
    ) -> Range<Int> {
        var start = startOfBase64(word.lowerBound, in: text)
        while let above = endOfLine(above: start, in: text) {
            let first = startOfBase64(above, in: text)
            if above - first < leastLine { break }
            start = first
        }
        var end = word.upperBound
        var line = start
        while true {
            while end < text.count, isBase64(text[end]) { end += 1 }
            guard end - line >= leastLine else { break }
            var next = end
            if next < text.count, text[next] == Byte.carriageReturn { next += 1 }
            guard next < text.count, text[next] == Byte.lineFeed else { break }
            next += 1
            while next < text.count, text[next] == Byte.space || text[next] == Byte.tab {
                next += 1
            }
            guard next < text.count, isBase64(text[next]) else { break }
            line = next
            end = next
        }
        return start..<end
    }

    private static func startOfBase64(_ end: Int, in text: UnsafeBufferPointer<UInt8>) -> Int {
        var start = end
        while start > 0, isBase64(text[start - 1]) { start -= 1 }
        return start
    }

    /// The end of the line above, if only spaces stand before a place in its own line.
    private static func endOfLine(above place: Int, in text: UnsafeBufferPointer<UInt8>) -> Int? {
        var end = place
        while end > 0, text[end - 1] == Byte.space || text[end - 1] == Byte.tab { end -= 1 }
        guard end > 0, text[end - 1] == Byte.lineFeed else { return nil }
        end -= 1
        return end > 0 && text[end - 1] == Byte.carriageReturn ? end - 1 : end
    }

    /// Passes each text to `body` that a range may hold, with the name of the spelling.
    static func visit(
        _ range: Range<Int>,
        in text: UnsafeBufferPointer<UInt8>,
        _ body: (UnsafeBufferPointer<UInt8>, String) -> Void
    ) {
        var digits: [UInt8] = []
        var sixes: [UInt8] = []
        var isHexadecimal = true
        for place in range {
            let six = EncodedText.sixes[Int(text[place])]
            if six > 63 { continue }
            sixes.append(six)
            if isHexadecimal, let digit = text[place].hexDigitValue {
                digits.append(digit)
            } else {
                isHexadecimal = false
            }
        }
        if isHexadecimal, digits.count >= leastCharacters {
            for first in 0..<2 {
                let bytes = stride(from: first, to: digits.count - 1, by: 2)
                    .map { digits[$0] << 4 | digits[$0 + 1] }
                bytes.withUnsafeBufferPointer { visit($0) { body($0, "as hexadecimal digits") } }
            }
        }
        var bytes: [UInt8] = []
        for first in 0..<min(4, sixes.count) {
            bytes.removeAll(keepingCapacity: true)
            var place = first
            while place + 1 < sixes.count {
                let next = place + 2 < sixes.count ? sixes[place + 2] : 0
                let last = place + 3 < sixes.count ? sixes[place + 3] : 0
                bytes.append(sixes[place] << 2 | sixes[place + 1] >> 4)
                bytes.append(sixes[place + 1] << 4 | next >> 2)
                bytes.append(next << 6 | last)
                place += 4
            }
            bytes.withUnsafeBufferPointer { visit($0) { body($0, "as base64") } }
        }
    }

    /// Passes each part of some bytes that may be a text to `body`.
    private static func visit(
        _ bytes: UnsafeBufferPointer<UInt8>,
        _ body: (UnsafeBufferPointer<UInt8>) -> Void
    ) {
        var start = 0
        var units = 0
        var run = 0
        var place = 0
        func end(_ place: Int) {
            if units >= leastUnits {
                body(UnsafeBufferPointer(rebasing: bytes[start..<place]))
            }
            units = 0
        }
        while place < bytes.count {
            let byte = bytes[place]
            if byte < 0x80 {
                let isText = byte >= 0x20 && byte != 0x7F || (0x09...0x0D).contains(byte)
                if isText {
                    run = byte.isAlphanumeric ? run + 1 : run
                    units = max(units, run)
                    place += 1
                } else if byte == 0, run > 0 {
                    // Of a letter in UTF-16.
                    place += 1
                } else {
                    end(place)
                    place += 1
                    start = place
                    run = 0
                }
                continue
            }
            let length = EscapedScalar(bytes, at: place).length
            if length > 1 {
                run += 1
                units = max(units, run)
                place += length
            } else {
                end(place)
                place += 1
                start = place
                run = 0
            }
        }
        end(bytes.count)
    }
}
