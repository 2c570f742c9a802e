/// Rules out quickly, from the key of a word, that a set contains the word.
///
/// Nearly every word of a text is in no list. A look-up by the letters would hash them each time; this
/// compares one number, and only words that pass the filter are looked up.
struct WordFilter: Sendable {
    /// The keys, by linear probing: each is in the first free slot from its own; 0 marks a free slot.
    private var slots: [UInt64]
    /// Whether every word passes, because one of the words has more than one spelling.
    private var isOpen = false

    /// Makes a filter of folded words.
    init(_ words: some Collection<String>) {
        var size = 4
        while size < words.count * 4 { size *= 2 }
        slots = Array(repeating: 0, count: size)
        for word in words { insert(WordKey(word.utf8)) }
    }

    /// Whether the set may contain a word with this key.
    func mayContain(_ key: WordKey) -> Bool {
        guard !isOpen, key.isSingle else { return true }
        return slots[slot(of: key)] != 0
    }

    private mutating func insert(_ key: WordKey) {
        guard key.isSingle else {
            isOpen = true
            return
        }
        slots[slot(of: key)] = key.value
    }

    /// The slot of a key, or the free slot that it would have.
    private func slot(of key: WordKey) -> Int {
        let mask = slots.count - 1
        var slot = Int(truncatingIfNeeded: key.value ^ (key.value >> 32)) & mask
        while slots[slot] != 0, slots[slot] != key.value { slot = (slot + 1) & mask }
        return slot
    }
}

/// A hash of a folded word: equal words have equal keys.
///
/// Two spellings of one word in Unicode are equal strings but not equal bytes, so a word that may have
/// another spelling has no key. Without combining accents there is only one spelling.
struct WordKey: Hashable, Sendable {
    /// The hash; 0 for a word that may have more than one spelling.
    let value: UInt64

    /// Whether the word has one spelling only.
    var isSingle: Bool { value != 0 }

    /// The key of a word: FNV-1a over its bytes.
    init(_ bytes: some Sequence<UInt8>) {
        var hash = WordKey.start
        var isSingle = true
        var lead: UInt8 = 0
        for byte in bytes {
            hash = WordKey.hash(hash, byte)
            isSingle = isSingle && WordKey.isSingle(byte, after: lead)
            lead = byte
        }
        value = isSingle ? hash | 1 : 0
    }

    /// The key of a word in ASCII from the hash of its bytes.
    init(ascii hash: UInt64) { value = hash | 1 }

    /// The hash of an empty word.
    static let start: UInt64 = 0xCBF2_9CE4_8422_2325

    /// The hash after one more byte.
    static func hash(_ hash: UInt64, _ byte: UInt8) -> UInt64 {
        (hash ^ UInt64(byte)) &* 0x100_0000_01B3
    }

    /// Whether a byte belongs to a letter below U+0700 that is not a combining mark and has only one
    /// spelling.
    private static func isSingle(_ byte: UInt8, after lead: UInt8) -> Bool {
        switch byte {
        case 0..<0xC0:
            // U+0610 to U+061A and U+06D6 to U+06ED are marks among Arabic letters.
            !(lead == 0xD8 && (0x90...0x9A).contains(byte))
                && !(lead == 0xDB && (0x96...0xAD).contains(byte))
        case 0xCC, 0xCD, 0xD2, 0xD6, 0xD7, 0xDC...0xFF: false
        default: true
        }
    }
}
