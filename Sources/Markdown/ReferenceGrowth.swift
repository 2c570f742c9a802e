import Diagnostics
import Text

/// How much a text grows when each reference, `[a]`, gets the address and title of its definition, `[a]: …`.
///
/// The library copies both for each reference, so that 256 KiB of text can become gigabytes.
struct ReferenceGrowth {
    /// How many bytes all copies may have: so many times the text, and some more.
    static let factor = 10
    /// The part of the limit that does not depend on the text.
    static let allowance = 256 * 1024

    private let text: IndexedText
    /// The longest definition of each label that is plain ASCII.
    private var lengths: [ArraySlice<UInt8>: Int] = [:]
    /// The longest definition at all, and of a label that is not plain ASCII.
    private var longest = 0
    private var longestOther = 0
    private var longestLine = 0
    /// The searches for the ends of titles that were made last, by mark.
    private var ends: [UInt8: Range<Int>] = [:]

    init(_ text: IndexedText) { self.text = text }

    /// Whether the copies stay small; reports otherwise.
    mutating func isSmall(_ log: inout DiagnosticLog) -> Bool {
        let labels = labels()
        for label in labels where isDefinition(label) { define(label) }
        guard longest > 0 else { return true }
        let limit = ReferenceGrowth.factor * text.bytes.count + ReferenceGrowth.allowance
        // Usually even the longest definition for every label would be little.
        if longest * labels.count <= limit { return true }
        var sum = 0
        for label in labels {
            if let plain = plain(label) {
                sum += lengths[plain[...]] ?? longestOther
            } else {
                sum += longest
            }
        }
        if sum <= limit { return true }
        log.report(
            MarkdownRule.growth,
            at: text.location(ofLine: longestLine),
            "the references of this text repeat \(sum >> 10) KiB of addresses and titles; at most \(limit >> 10) KiB are allowed",
            suggestion: "Shorten this address or title, which is repeated for each reference."
        )
        return false
    }

    /// What stands between each closing bracket and the nearest opening one.
    private func labels() -> [Range<Int>] {
        var labels: [Range<Int>] = []
        var open: Int?
        let bytes = text.bytes
        var position = 0
        while position < bytes.count {
            switch bytes[position] {
            case Byte.backslash: position += 1
            case UInt8(ascii: "["): open = position + 1
            case UInt8(ascii: "]"):
                if let start = open, position - start <= 1_000 { labels.append(start..<position) }
                open = nil
            default: break
            }
            position += 1
        }
        return labels
    }

    private func isDefinition(_ label: Range<Int>) -> Bool {
        let next = label.upperBound + 1
        return next < text.bytes.count && text.bytes[next] == UInt8(ascii: ":")
    }

    /// Notes a definition with the length of its address and title, at least.
    private mutating func define(_ label: Range<Int>) {
        let bytes = text.bytes
        func isSpace(_ byte: UInt8) -> Bool { byte <= Byte.space }
        var position = label.upperBound + 2
        while position < bytes.count, isSpace(bytes[position]) { position += 1 }
        let start = position
        let isPointed = position < bytes.count && bytes[position] == UInt8(ascii: "<")
        while position < bytes.count,
            isPointed ? bytes[position] != UInt8(ascii: ">") : !isSpace(bytes[position])
        {
            position += 1
        }
        if isPointed { position += 1 }
        var end = min(position, bytes.count)
        while position < bytes.count, isSpace(bytes[position]) { position += 1 }
        if position < bytes.count, let close = closing(bytes[position]) {
            end = endOfTitle(close, from: position + 1)
        }
        let length = end - start
        if length > longest { (longest, longestLine) = (length, text.line(of: label.lowerBound)) }
        if let plain = plain(label) {
            lengths[plain[...], default: 0] = max(lengths[plain[...]] ?? 0, length)
        } else {
            longestOther = max(longestOther, length)
        }
    }

    /// The place of the next closing mark; a place that was found stands for all searches that begin before it.
    private mutating func endOfTitle(_ close: UInt8, from start: Int) -> Int {
        if let known = ends[close], known.contains(start) { return known.upperBound }
        let bytes = text.bytes
        var position = start
        while position < bytes.count, bytes[position] != close {
            if bytes[position] == Byte.backslash { position += 1 }
            position += 1
        }
        let end = min(max(position, start), bytes.count)
        ends[close] = min(start, end)..<end
        return end
    }

    private func closing(_ byte: UInt8) -> UInt8? {
        switch byte {
        case UInt8(ascii: "\""), UInt8(ascii: "'"): byte
        case UInt8(ascii: "("): UInt8(ascii: ")")
        default: nil
        }
    }

    /// A label as the library compares it; `nil` unless it is plain ASCII.
    private func plain(_ label: Range<Int>) -> [UInt8]? {
        var plain: [UInt8] = []
        for byte in text.bytes[label] {
            guard byte < 0x80, byte != Byte.backslash else { return nil }
            if byte > Byte.space {
                plain.append(byte.isLetter ? byte | 0x20 : byte)
            } else if !plain.isEmpty, plain.last != Byte.space {
                plain.append(Byte.space)
            }
        }
        if plain.last == Byte.space { plain.removeLast() }
        return plain
    }
}
