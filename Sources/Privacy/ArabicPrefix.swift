// Arabic writes “and”, “so”, “by”, “like” and “to” as letters joined to the next word, so that a name after them is
// another word of the text: “وكريم” is “and Karim”, “للحسن” is “to al-Hasan”.

/// The ways in which a word of a text may be a shorter word with letters joined to it.
enum ArabicPrefix {
    /// A word without letters that may be joined to it.
    struct Cut {
        /// The hash of the rest.
        let hash: UInt64
        /// How many letters of the word do not belong to the rest.
        let dropped: Int
        /// Whether the rest begins with an alef that is not written.
        let isWithoutAlef: Bool
    }

    private static let alef: UInt64 = 0x627
    private static let lam: UInt64 = 0x644

    /// Whether a word may have such letters.
    @inline(__always)
    static func mayStand(in word: borrowing Token) -> Bool {
        guard word.lead & 0xFF00 == 0x600, word.units > 3 else { return false }
        return switch word.lead & 0xFFFF {
        case 0x648, 0x641, 0x628, 0x643, 0x644: true
        default: false
        }
    }

    /// Passes each shorter word to `body`, of three letters or more.
    static func cuts(_ word: borrowing Token, _ body: (Cut) -> Void) {
        if !mayStand(in: word) { return }
        let word = copy word
        var place = 0
        // And, so.
        if letter(word, 0) == 0x648 || letter(word, 0) == 0x641 {
            place = 1
            cut(word, 1, body)
        }
        // By, like, to.
        let next = letter(word, place)
        if next == 0x628 || next == 0x643 || next == lam {
            cut(word, place + 1, body)
            if next == lam, letter(word, place + 1) == lam {
                cut(word, place + 2, body)
                // “للحسن” is ل before “الحسن”, whose alef is not written.
                let rest = word.units - place - 1
                if rest >= 3 {
                    let hash = hash(word, place + 1) ^ Token.turned(Token.spread(alef), by: rest)
                    body(Cut(hash: hash, dropped: place + 1, isWithoutAlef: true))
                }
            }
        }
    }

    private static func cut(_ word: Token, _ dropped: Int, _ body: (Cut) -> Void) {
        guard word.units - dropped >= 3, dropped <= 4 else { return }
        body(
            Cut(hash: hash(word, dropped), dropped: dropped, isWithoutAlef: false)
        )
    }

    private static func letter(_ word: Token, _ place: Int) -> UInt64 {
        place < 4 ? word.lead >> UInt64(16 * place) & 0xFFFF : 0
    }

    /// The hash of a word without its first letters.
    private static func hash(_ word: Token, _ dropped: Int) -> UInt64 {
        (0..<dropped)
            .reduce(word.hash) { hash, place in
                hash ^ Token.turned(Token.spread(letter(word, place)), by: word.units - 1 - place)
            }
    }
}
