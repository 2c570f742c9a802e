// Chooses for each value the words and bytes by which it is recognised: the rarest among all values, so that a prefix
// that all values share does not make each of its places a place of all of them.

import Text

/// The anchors of all values.
struct AnchorPlan {
    private let values: ValueCollection
    private(set) var needles: [LeakSearch.Needle] = []
    private(set) var words: [AnchorTable.Entry] = []
    private(set) var grams: [AnchorTable.Entry] = []
    private(set) var wideGrams: [AnchorTable.Entry] = []

    /// How many words of a value are looked at for its anchor.
    private static let wordLimit = 48

    init(_ values: ValueCollection) { self.values = values }

    mutating func build() {
        let searched = values.ids.indices.filter { values.omissions[$0] == nil }
        if searched.isEmpty { return }
        var pairs = KeyCounts(expecting: searched.count * 4)
        var runs = KeyCounts(expecting: searched.count * 64)
        for value in searched {
            for key in keys(value) { pairs.add(key.key) }
            bytes(value, .embedded) { gram, _ in runs.add(Mixing.gram(gram)) }
        }
        for value in searched {
            addWords(value, pairs)
            for spelling in HiddenSpelling.inWords {
                if spelling == .embedded {
                    addBytes(value, spelling, runs)
                } else {
                    addEncoded(value, spelling)
                }
            }
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

    /// The key of each pair of words, or of the only word, and the number of words before its last.
    private func keys(_ value: Int) -> [(key: UInt64, offset: Int)] {
        let hashes = hashes(value)
        guard let first = hashes.first else { return [] }
        if hashes.count == 1 { return [(Mixing.word(first), 0)] }
        return hashes.indices.dropFirst()
            .map { (Mixing.pair(hashes[$0 - 1], hashes[$0]), $0) }
    }

    private func hashes(_ value: Int) -> [UInt64] {
        values.withValue(value) { text, facts in
            FoldingTables.with { tables in
                var hashes: [UInt64] = []
                tables.words(text) { token in
                    hashes.append(token.hash)
                    return hashes.count < AnchorPlan.wordLimit
                }
                // The last word of an open value may be longer in a file.
                if facts.isOpen, hashes.count > 1 { hashes.removeLast() }
                return hashes
            }
        }
    }

    private mutating func addWords(_ value: Int, _ counts: KeyCounts) {
        let keys = keys(value)
        guard let rarest = keys.min(by: { counts.count($0.key) < counts.count($1.key) }) else {
            return
        }
        words.append((rarest.key, add(value, rarest.offset, .words)))
        guard let joined = joined(value) else { return }
        words.append((Mixing.word(joined), add(value, 0, .joined)))
    }

    /// The hash of a value of a few words written as one, as in the name of a file.
    private func joined(_ value: Int) -> UInt64? {
        values.withValue(value) { text, facts in
            guard (2...5).contains(facts.words), facts.units >= 7, !facts.isOpen else { return nil }
            return FoldingTables.with { tables in
                var units = FoldedUnits(tables, text)
                var hash: UInt64 = 0
                while let unit = units.next() {
                    if unit != Folding.separator { hash = Token.hash(hash, unit) }
                }
                return hash
            }
        }
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

    /// Adds an encoded spelling by its last six bytes: they stand in hardly any text, and beginnings are shared more
    /// often than ends.
    private mutating func addEncoded(_ value: Int, _ spelling: HiddenSpelling) {
        guard let bytes = values.withValue(value, { spelling.bytes(of: $0, $1) }) else { return }
        let run = HiddenSpelling.longestRun(bytes)
        guard run.count >= HiddenSpelling.gram else { return }
        let place = run.upperBound - HiddenSpelling.gram
        let key = bytes.withUnsafeBufferPointer { Mixing.gram(Gram.folded($0, place)) }
        grams.append((key, add(value, place, .bytes(spelling))))
    }

    private mutating func addWide(_ value: Int, _ spelling: HiddenSpelling) {
        guard let bytes = values.withValue(value, { spelling.bytes(of: $0, $1) }) else { return }
        let place = max(0, bytes.count / 2 - HiddenSpelling.gram / 2)
        guard place + HiddenSpelling.gram <= bytes.count else { return }
        let key = bytes.withUnsafeBufferPointer { Mixing.gram(Gram.exact($0, place)) }
        wideGrams.append((key, add(value, place, .bytes(spelling))))
    }
}
