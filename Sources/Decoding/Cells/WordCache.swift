// Districts, cities and gradings repeat on thousands of rows. Keeping the last String of each saves
// creating and storing the same text many times. The same holds for the keys of words from short lists.

import Records

/// Strings by their bytes, the latest of those that share a slot.
///
/// Each thread keeps its own.
final class WordCache {
    private static let size = 1024
    private var slots = [String](repeating: "", count: size)
    /// Words as written with their keys; a blank has none, so that an empty place holds none.
    private var keys = [(word: [UInt8], key: String)](repeating: ([], ""), count: size)

    /// How words whose key differs from them are first written, by key.
    private(set) var spellings: [String: String] = [:]

    /// The text of some bytes; the same String as before when it is still there.
    func text(_ bytes: CellBytes.Bytes) -> String {
        // A String stores up to fifteen bytes inline; long texts hardly ever repeat.
        guard bytes.count > 15, bytes.count <= 96 else { return CellBytes.text(bytes) }
        let slot = WordCache.slot(bytes)
        if slots[slot].utf8.count == bytes.count, slots[slot].utf8.elementsEqual(bytes) {
            return slots[slot]
        }
        let text = CellBytes.text(bytes)
        slots[slot] = text
        return text
    }

    /// The key of the word that some bytes are.
    func key(_ bytes: CellBytes.Bytes) -> String {
        guard bytes.count <= 96 else { return newKey(bytes) }
        let slot = WordCache.slot(bytes)
        if CellBytes.equal(bytes, keys[slot].word) { return keys[slot].key }
        let key = newKey(bytes)
        keys[slot] = (Array(bytes), key)
        return key
    }

    private func newKey(_ bytes: CellBytes.Bytes) -> String {
        let text = CellBytes.text(bytes)
        let key = Key.of(text)
        if key != text, spellings[key] == nil { spellings[key] = text }
        return key
    }

    private static func slot(_ bytes: CellBytes.Bytes) -> Int {
        var hash: UInt64 = 0xCBF2_9CE4_8422_2325
        for byte in bytes { hash = (hash ^ UInt64(byte)) &* 0x100_0000_01B3 }
        return Int(truncatingIfNeeded: hash >> 32) & (WordCache.size - 1)
    }
}
