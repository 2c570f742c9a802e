// What is not a word by itself: a value inside a longer word, encoded in letters and digits, or in UTF-16.

import Text

extension FileScan {
    /// Compares every six bytes of a word; whether any may belong to a value.
    @inline(never)
    mutating func lookInside(_ range: Range<Int>) -> Bool {
        guard range.count >= HiddenSpelling.gram else { return false }
        var isAnchor = false
        for place in range.lowerBound...range.upperBound - HiddenSpelling.gram {
            let key = Mixing.gram(Gram.folded(text, place))
            guard views.grams.mayHold(key) else { continue }
            views.grams.find(key) { needle in
                isAnchor = true
                compareBytes(needle, at: place)
            }
        }
        if isAnchor { isSuspect = true }
        return isAnchor
    }

    /// Decodes what may be base64 or hexadecimal digits around a word.
    @inline(never)
    mutating func lookAtCoded(_ word: Range<Int>) {
        if coding != nil || word.lowerBound < codedEnd { return }
        let range = EncodedText.base64(around: word, in: text)
        codedEnd = range.upperBound
        let fingerprint = ScanMemory.fingerprint(text, range)
        if memory.wasSeen(fingerprint) { return }
        var isClean = true
        EncodedText.visit(range, in: text) { decoded, coding in
            var scan = FileScan(search, tables, decoded, views, memory, coding: coding)
            scan.scanWords()
            if scan.isSuspect { isClean = false }
            for (value, hit) in scan.found where search.values.facts[value].units >= 5 {
                note(value, range.lowerBound, hit.spelling.isEmpty ? coding : hit.spelling)
            }
        }
        if !isClean {
            isSuspect = true
            memory.forget(fingerprint)
        }
    }

    /// Compares every six bytes of a file.
    mutating func scanBytes(_ table: AnchorTable.View) {
        guard text.count >= HiddenSpelling.gram else { return }
        for place in 0...text.count - HiddenSpelling.gram {
            let key = Mixing.gram(Gram.exact(text, place))
            guard table.mayHold(key) else { continue }
            table.find(key) { compareBytes($0, at: place) }
        }
    }

    /// Whether a file holds bytes that stand in no text, but in the letters of UTF-16.
    static func mayHoldUTF16(_ bytes: UnsafeBufferPointer<UInt8>) -> Bool {
        bytes.contains { $0 < 0x09 }
    }

    private mutating func compareBytes(_ number: Int, at place: Int) {
        let needle = search.needles[number]
        guard case .bytes(let spelling) = needle.form else { return }
        let value = Int(needle.value)
        let start = place - Int(needle.offset)
        let stands = search.values.withValue(value) { bytes, facts in
            spelling.bytes(of: bytes, facts).map { spelling.stands($0, in: text, at: start) }
        }
        if stands == true { note(value, start, spelling.name) }
    }
}
