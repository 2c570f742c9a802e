// An anchor says only where a value may stand. Here the whole value is compared, letter by letter.

import Text

/// Compares values with a place of a file.
struct Comparison {
    let tables: FoldingTables
    let text: UnsafeBufferPointer<UInt8>
    let isInTag: Bool

    /// Whether a value stands at a place, from one end of a word to another.
    func stands(
        _ value: UnsafeBufferPointer<UInt8>,
        _ facts: ValueFacts,
        _ form: LeakSearch.Form,
        at start: Int
    ) -> Bool {
        let wanted = units(value, form)
        if stands(wanted[...], facts, at: start, dropping: 0) { return true }
        guard
            text[start] >= 0x80 || text[start] == UInt8(ascii: "&")
                || text[start] == UInt8(ascii: "%")
                || text[start] == UInt8(ascii: "\\")
        else { return false }
        var place = start
        var isFound = false
        ArabicPrefix.cuts(tables.word(text, &place, until: text.count)) { cut in
            if isFound || cut.isWithoutAlef && wanted.first != 0x627 { return }
            let rest = cut.isWithoutAlef ? wanted.dropFirst() : wanted[...]
            isFound = stands(rest, facts, at: start, dropping: cut.dropped)
        }
        return isFound
    }

    /// The letters that are looked for, in their order.
    private func units(
        _ value: UnsafeBufferPointer<UInt8>,
        _ form: LeakSearch.Form
    ) -> [UInt16] {
        var folded = FoldedUnits(tables, value)
        var units: [UInt16] = []
        while let unit = folded.next() { units.append(unit) }
        switch form {
        case .words, .digits, .bytes: return units
        case .joined: return units.filter { $0 != Folding.separator }
        case .rotated:
            guard let last = units.lastIndex(of: Folding.separator) else { return units }
            return Array(units[(last + 1)...]) + [Folding.separator] + units[..<last]
        }
    }

    private func stands(
        _ wanted: ArraySlice<UInt16>,
        _ facts: ValueFacts,
        at start: Int,
        dropping dropped: Int
    ) -> Bool {
        var given = MarkedUnits(tables, text, from: start, isInTag: isInTag)
        for _ in 0..<dropped { _ = given.next() }
        for unit in wanted {
            guard var next = given.next() else { return false }
            if next == Folding.joint {
                if unit == Folding.separator { continue }
                guard let letter = given.next() else { return false }
                next = letter
            }
            if next != unit { return false }
        }
        if facts.isOpen { return true }
        let next = given.next()
        return next == nil || next == Folding.separator || next == Folding.joint
    }

    /// Whether only tags stand between a word and the next one.
    func isJoined(_ start: Int, _ next: Int?) -> Bool {
        guard !isInTag, let next, next > start else { return false }
        var place = start
        let word = tables.word(text, &place, until: text.count)
        return word.end < next && TagSyntax.isInline(text, word.end..<next)
    }

    /// The start of the word that stands so many words before the one at a place, found by reading back.
    static func start(
        back: Int,
        before place: Int,
        _ text: UnsafeBufferPointer<UInt8>,
        _ tables: FoldingTables
    ) -> Int? {
        var first = place
        for _ in 0..<64 where first > 0 {
            first -= 1
            while first > 0, text[first - 1] != Byte.lineFeed { first -= 1 }
            let starts = starts(text, first..<place, tables)
            if starts.count >= back { return starts[starts.count - back] }
        }
        return nil
    }

    /// Where the words outside tags begin in a range that begins outside of any.
    private static func starts(
        _ text: UnsafeBufferPointer<UInt8>,
        _ range: Range<Int>,
        _ tables: FoldingTables
    ) -> [Int] {
        var starts: [Int] = []
        var place = range.lowerBound
        while place < range.upperBound {
            if text[place] == TagSyntax.open, TagSyntax.opens(text, place) {
                place = TagSyntax.endOfTag(text, place)
            } else if tables.bytes[Int(text[place])] & 0xFD == 0 {
                place += 1
            } else {
                let word = tables.word(text, &place, until: range.upperBound)
                if word.units > 0 { starts.append(word.start) }
            }
        }
        return starts
    }
}

extension LeakSearch.Form {
    /// How a message names what differs from the value, as the end of a clause; empty for nothing.
    var name: String {
        switch self {
        case .words, .joined, .digits: ""
        case .rotated: "with the last word first"
        case .bytes(let spelling): spelling.name
        }
    }
}
