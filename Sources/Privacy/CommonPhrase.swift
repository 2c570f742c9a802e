// A cell such as “Brother” or “his wife” names nobody, and stands in many texts. A name is told from it by how public
// sentences write it: no sentence writes a name in small letters.

import Text

/// Words that may be no name.
enum CommonPhrase {
    /// The hashes of the words of a value that may be one: a word with a capital at its beginning, or two words in small
    /// letters; else none.
    static func words(
        of value: UnsafeBufferPointer<UInt8>,
        _ tables: FoldingTables
    ) -> [UInt64] {
        guard value.count <= 40, value.allSatisfy({ $0.isLetter || $0 == Byte.space }) else {
            return []
        }
        let isSmall = value.dropFirst().allSatisfy { $0 == Byte.space || $0 & 0x20 != 0 }
        if !isSmall { return [] }
        var words: [UInt64] = []
        tables.words(value) { token in
            words.append(token.hash)
            return true
        }
        let isCapital = value.first.map { $0 & 0x20 == 0 } == true
        return words.count == (isCapital ? 1 : 2) ? words : []
    }

    /// Whether a word stands in a text in small letters and as a word of a sentence, not in an address or a path.
    static func isWord(_ word: Range<Int>, in text: UnsafeBufferPointer<UInt8>) -> Bool {
        var end = word.upperBound
        guard text[word].allSatisfy({ $0.isLetter && $0 & 0x20 != 0 }) else {
            return false
        }
        let isBefore = word.lowerBound > 0 && text[word.lowerBound - 1] == Byte.space
        if end < text.count, ".,;:!?".utf8.contains(text[end]) { end += 1 }
        return isBefore && (end == text.count || text[end] <= Byte.space)
    }
}
