/// Tells of most words, from a number, that they are not among some words.
///
/// Nearly every word of a text is in no list. Looking for it by its letters would cost a hash of them
/// each time; this costs one comparison, and only words that it lets through are looked up.
struct WordFilter: Sendable {
    /// The keys, each at the first free place from its own on; 0 is a free place.
    private var places: [UInt64]
    /// Whether every word is let through, because one of the words has more than one spelling.
    private var isOpen = false

    /// Makes a filter of folded words.
    init(_ words: some Collection<String>) {
        var size = 4
        while size < words.count * 4 { size *= 2 }
        places = Array(repeating: 0, count: size)
        for word in words { insert(WordKey(word.utf8)) }
    }

    /// Whether a word with this key can be among the words.
    func mayContain(_ key: WordKey) -> Bool {
        guard !isOpen, key.isSingle else { return true }
        return isFilled(place(of: key))
    }

    private mutating func insert(_ key: WordKey) {
        guard key.isSingle else {
            isOpen = true
            return
        }
        places[place(of: key)] = key.value
    }

    private func isFilled(_ place: Int) -> Bool { places[place] != 0 }

    /// The place that holds a key, or the free one where it belongs.
    private func place(of key: WordKey) -> Int {
        let mask = places.count - 1
        var place = Int(truncatingIfNeeded: key.value ^ (key.value >> 32)) & mask
        while places[place] != 0, places[place] != key.value { place = (place + 1) & mask }
        return place
    }
}

/// A number that is the same for the same folded word.
///
/// Two spellings in Unicode of one word are equal strings but not equal bytes, so a word that may have
/// another spelling has no number. Without accents that stand for themselves there is only one.
struct WordKey: Hashable, Sendable {
    /// The number; 0 for a word that may have more than one spelling.
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

    /// The hash of no bytes.
    static let start: UInt64 = 0xCBF2_9CE4_8422_2325

    /// The hash of one byte more.
    static func hash(_ hash: UInt64, _ byte: UInt8) -> UInt64 {
        (hash ^ UInt64(byte)) &* 0x100_0000_01B3
    }

    /// Whether a byte belongs to the letters below U+0700 that neither are marks nor have a second
    /// spelling without one.
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
