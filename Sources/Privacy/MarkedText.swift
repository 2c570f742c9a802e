// A reader sees “Karim Example” whether or not tags stand between the words or inside them. The words of a tag and those
// between tags are therefore read as two texts.

import Text

/// Where tags begin and end; any file may hold some, such as JSON with HTML in it.
enum TagSyntax {
    static let open = UInt8(ascii: "<")
    static let close = UInt8(ascii: ">")

    /// Whether a tag, a comment or the like begins at a place with a `<`.
    @inline(__always)
    static func opens(_ text: UnsafeBufferPointer<UInt8>, _ place: Int) -> Bool {
        guard place + 1 < text.count else { return false }
        let next = text[place + 1]
        return next.isLetter || next == UInt8(ascii: "/") || next == UInt8(ascii: "!")
            || next == UInt8(ascii: "?")
    }

    /// The place behind the tag that begins at a place.
    static func endOfTag(_ text: UnsafeBufferPointer<UInt8>, _ start: Int) -> Int {
        var place = start + 1
        while place < text.count, text[place] != close { place += 1 }
        return min(place + 1, text.count)
    }

    /// Whether a range holds only tags that may stand inside a word; those of paragraphs, cells and lines end it.
    static func isInline(_ text: UnsafeBufferPointer<UInt8>, _ range: Range<Int>) -> Bool {
        var place = range.lowerBound
        while place < range.upperBound {
            guard text[place] == open, opens(text, place) else { return false }
            if isBlock(text, place) { return false }
            place = endOfTag(text, place)
        }
        return place == range.upperBound
    }

    /// Whether the tag at a place is that of an element that stands apart from the text beside it.
    static func isBlock(_ text: UnsafeBufferPointer<UInt8>, _ place: Int) -> Bool {
        var next = place + 1
        if next < text.count, text[next] == UInt8(ascii: "/") { next += 1 }
        var name: UInt64 = 0
        while next < text.count, text[next].isAlphanumeric {
            name = name << 8 | UInt64(text[next] | 0x20)
            next += 1
        }
        return blocks.contains(name)
    }

    /// The names of such elements, the last eight letters of each.
    private static let blocks = SmallSet(
        ("address article aside blockquote body br button caption dd details dialog div dl dt entry fieldset "
            + "figcaption figure footer form h1 h2 h3 h4 h5 h6 head header hr id li link main meta nav ol "
            + "option p pre script section select style summary table tbody td text tfoot th thead title "
            + "tr tspan ul updated")
            .split(separator: " ").map { $0.utf8.reduce(0) { $0 << 8 | UInt64($1 | 0x20) } }
    )
}

/// A few numbers, of which most that are asked for are none.
private struct SmallSet: Sendable {
    private var places = [UInt64](repeating: 0, count: 256)

    init(_ numbers: [UInt64]) {
        for number in numbers {
            var place = SmallSet.place(number)
            while places[place] != 0 { place = (place + 1) & 255 }
            places[place] = number
        }
    }

    func contains(_ number: UInt64) -> Bool {
        var place = SmallSet.place(number)
        while places[place] != 0 {
            if places[place] == number { return true }
            place = (place + 1) & 255
        }
        return false
    }

    private static func place(_ number: UInt64) -> Int {
        Int((number &* 0x9E37_79B9_7F4A_7C15) >> 56)
    }
}

/// Folded letters and digits of a file from a place on, without the tags between them.
struct MarkedUnits {
    private let tables: FoldingTables
    private let text: UnsafeBufferPointer<UInt8>
    private let skipsTags: Bool
    private var place: Int
    private var waiting: UInt16 = 0
    private var isAfterGap = true

    /// Begins at a place inside a tag or outside of any.
    init(
        _ tables: FoldingTables,
        _ text: UnsafeBufferPointer<UInt8>,
        from place: Int,
        isInTag: Bool
    ) {
        self.tables = tables
        self.text = text
        self.place = place
        skipsTags = !isInTag
    }

    /// The next letter, digit, separator, or ``Folding/joint`` for tags that stand between letters; `nil` at the end.
    mutating func next() -> UInt16? {
        if waiting != 0 {
            let unit = waiting
            waiting = 0
            return unit
        }
        var gap: UInt16?
        while place < text.count {
            if skipsTags, text[place] == TagSyntax.open, TagSyntax.opens(text, place) {
                gap = TagSyntax.isBlock(text, place) ? Folding.separator : gap ?? Folding.joint
                place = TagSyntax.endOfTag(text, place)
                continue
            }
            let decoded = EscapedScalar(text, at: place)
            let unit = Folding.of(decoded.scalar, tables.plane)
            if unit == Folding.separator {
                gap = Folding.separator
            } else if unit != Folding.nothing {
                if let gap, !isAfterGap {
                    isAfterGap = true
                    return gap
                }
                isAfterGap = false
                place += decoded.length
                if unit != Folding.lamAlef { return unit }
                waiting = 0x627
                return 0x644
            }
            place += decoded.length
        }
        return nil
    }
}
