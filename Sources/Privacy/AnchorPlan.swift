// Chooses for each value the words and bytes by which it is recognised: the rarest among all values, so that a prefix
// that all values share does not make each of its places a place of all of them.

import Text

/// The anchors of all values.
struct AnchorPlan {
    private let values: ValueCollection
    private(set) var needles: [LeakSearch.Needle] = []
    private(set) var words: [AnchorTable.Entry] = []
    private(set) var seconds: [AnchorTable.Entry] = []
    private(set) var digits: [AnchorTable.Entry] = []
    private(set) var grams: [AnchorTable.Entry] = []
    private(set) var wideGrams: [AnchorTable.Entry] = []
    /// The words of all values, one value after the other.
    private var hashes: [UInt64] = []
    private var bounds: [Int] = [0]

    /// How many words of a value are looked at for its anchor.
    private static let wordLimit = 48

    init(_ values: ValueCollection) { self.values = values }

    mutating func build() {
        let searched = values.ids.indices.filter { values.omissions[$0] == nil }
        if searched.isEmpty { return }
        readWords(searched)
        var pairs = KeyCounts(expecting: hashes.count)
        for place in searched.indices {
            visitKeys(place) { key, _ in pairs.add(key) }
        }
        var runs = KeyCounts(expecting: 1 << 16)
        for value in searched {
            bytes(value, .embedded) { gram, _ in runs.add(Mixing.gram(gram)) }
        }
        for (place, value) in searched.enumerated() {
            addWords(value, place, pairs)
            addDigits(value)
            addBytes(value, .embedded, runs)
            for spelling in HiddenSpelling.inBytes { addWide(value, spelling) }
        }
    }

    private mutating func add(
        _ value: Int,
        _ offset: Int,
        _ form: LeakSearch.Form
    ) -> UInt32 {
        let number = UInt32(needles.count)
        needles.append(
            LeakSearch.Needle(value: UInt32(value), offset: UInt32(offset), form: form)
        )
        return number
    }

    // MARK: - Words

    private mutating func readWords(_ searched: [Int]) {
        bounds.reserveCapacity(searched.count + 1)
        hashes.reserveCapacity(searched.count * 4)
        FoldingTables.with { tables in
            for value in searched {
                let first = hashes.count
                values.withValue(value) { text, facts in
                    tables.words(text) { token in
                        hashes.append(token.hash)
                        return hashes.count - first < AnchorPlan.wordLimit
                    }
                    // The last word of an open value may be longer in a file.
                    if facts.isOpen, hashes.count - first > 1 { hashes.removeLast() }
                }
                bounds.append(hashes.count)
            }
        }
    }

    /// Passes the key of each pair of words, or of the only word, and the number of words before its last.
    private func visitKeys(_ place: Int, _ body: (UInt64, Int) -> Void) {
        let range = bounds[place]..<bounds[place + 1]
        if range.count == 1 { body(Mixing.word(hashes[range.lowerBound]), 0) }
        for second in range.dropFirst() {
            body(Mixing.pair(hashes[second - 1], hashes[second]), second - range.lowerBound)
        }
    }

    private mutating func addWords(_ value: Int, _ place: Int, _ counts: KeyCounts) {
        var rarest: (count: UInt16, key: UInt64, offset: Int)?
        visitKeys(place) { key, offset in
            let count = counts.count(key)
            if let rarest, rarest.count <= count { return }
            rarest = (count, key, offset)
        }
        guard let rarest else { return }
        words.append((rarest.key, add(value, rarest.offset, .words)))
        let range = bounds[place]..<bounds[place + 1]
        if rarest.offset > 0 { addSecond(hashes[range.lowerBound + rarest.offset]) }
        guard let joined = joined(value) else { return }
        words.append((Mixing.word(joined), add(value, 0, .joined)))
        guard isName(value) else { return }
        let (first, last) = (hashes[range.lowerBound], hashes[range.upperBound - 1])
        if first == last { return }
        words.append((Mixing.pair(last, first), add(value, 1, .rotated)))
        addSecond(first)
    }

    private mutating func addSecond(_ hash: UInt64) { seconds.append((Mixing.word(hash), 0)) }

    /// The hash of a value of a few words written as one, as in the name of a file.
    private func joined(_ value: Int) -> UInt64? {
        values.withValue(value) { text, facts in
            guard (2...5).contains(facts.words), facts.units >= 7, !facts.isOpen else { return nil }
            return FoldingTables.with { tables in
                var hash: UInt64 = 0
                var units = 0
                tables.words(text) { token in
                    hash = Token.turned(hash, by: token.units) ^ token.hash
                    units += token.units
                    return true
                }
                return hash
            }
        }
    }

    /// Whether a value may be a name, of which lists write the last word first.
    private func isName(_ value: Int) -> Bool {
        values.withValue(value) { text, facts in
            guard (2...4).contains(facts.words), !facts.hasDigits else { return false }
            return FoldingTables.with { tables in
                var isName = true
                var lengths: [Int] = []
                tables.words(text) { token in
                    let byte = text[token.start]
                    let isCapital = byte >= 0x80 || byte.isLetter && byte & 0x20 == 0
                    if !isCapital, token.units > 3 { isName = false }
                    lengths.append(token.units)
                    return isName
                }
                return isName && lengths[0] > 2 && lengths[lengths.count - 1] > 2
            }
        }
    }

    private mutating func addDigits(_ value: Int) {
        let readings = values.withValue(value) { text, facts in
            FoldingTables.with { DigitRun.all(of: text, facts, $0) }
        }
        for reading in readings { digits.append((DigitRun.key(reading), add(value, 0, .digits))) }
    }

    // MARK: - Bytes

    /// Passes each six bytes of a spelling that stand in one word.
    private func bytes(_ value: Int, _ spelling: HiddenSpelling, _ body: (UInt64, Int) -> Void) {
        guard let bytes = values.withValue(value, { spelling.bytes(of: $0, $1) }) else { return }
        let run = HiddenSpelling.longestRun(bytes)
        guard run.count >= HiddenSpelling.gram else { return }
        bytes.withUnsafeBufferPointer { bytes in
            // Enough places to choose from, also in a long text.
            let last = min(run.upperBound - HiddenSpelling.gram, run.lowerBound + 63)
            for place in run.lowerBound...last { body(Gram.folded(bytes, place), place) }
        }
    }

    private mutating func addBytes(_ value: Int, _ spelling: HiddenSpelling, _ counts: KeyCounts) {
        var best: (count: UInt16, key: UInt64, place: Int)?
        bytes(value, spelling) { gram, place in
            let key = Mixing.gram(gram)
            let count = counts.count(key)
            if let best, best.count <= count { return }
            best = (count, key, place)
        }
        guard let best else { return }
        grams.append((best.key, add(value, best.place, .bytes(spelling))))
    }

    private mutating func addWide(_ value: Int, _ spelling: HiddenSpelling) {
        guard let bytes = values.withValue(value, { spelling.bytes(of: $0, $1) }) else { return }
        let place = max(0, bytes.count / 2 - HiddenSpelling.gram / 2)
        guard place + HiddenSpelling.gram <= bytes.count else { return }
        let key = bytes.withUnsafeBufferPointer { Mixing.gram(Gram.exact($0, place)) }
        wideGrams.append((key, add(value, place, .bytes(spelling))))
    }
}
