/// Checks quickly whether a text may contain a numeral or a casualty word, before the text is read in full.
///
/// Few texts contain both. False positives are possible and are read in full; there are no false negatives.
struct TextScreen {
    /// What a text may contain.
    struct Findings: OptionSet {
        let rawValue: UInt8
        /// A number in digits, or a word with which a number can begin.
        static let numeral = Findings(rawValue: 1)
        /// A word with which a casualty phrase can begin.
        static let casualty = Findings(rawValue: 2)
    }

    private let vocabulary: NumeralVocabulary
    private let siteCasualties: WordFilter
    private let sought: Findings
    private var findings: Findings = []
    private var isFirstWord = true
    private var folded: [UInt8] = []

    /// Makes a screen that looks for findings with the words of a language and of a site.
    init(
        for sought: Findings,
        vocabulary: NumeralVocabulary,
        casualties: PhraseTable<Void>
    ) {
        self.sought = sought
        self.vocabulary = vocabulary
        siteCasualties = casualties.firstWords
    }

    /// Whether a text may contain everything that the screen looks for.
    func mayContain(_ text: String) -> Bool {
        var screen = self
        return text.utf8.withContiguousStorageIfAvailable { bytes in
            screen.read(bytes)
            return screen.findings.isSuperset(of: sought)
        } ?? true
    }

    private mutating func read(_ bytes: UnsafeBufferPointer<UInt8>) {
        var position = 0
        while position < bytes.count {
            switch bytes[position] {
            case 0x41...0x5A, 0x61...0x7A, 0x80...: word(bytes, &position)
            case 0x30...0x39:
                findings.insert(.numeral)
                position += 1
            default:
                position += 1
                continue
            }
            if findings.isSuperset(of: sought) { return }
        }
    }

    /// Reads a word in ASCII; a run with other bytes, which may not be a word, is read by ``foldedWord(_:_:)``.
    private mutating func word(_ bytes: UnsafeBufferPointer<UInt8>, _ position: inout Int) {
        let start = position
        var hash = WordKey.start
        while position < bytes.count {
            switch bytes[position] {
            case 0x61...0x7A: hash = WordKey.hash(hash, bytes[position])
            case 0x41...0x5A: hash = WordKey.hash(hash, bytes[position] | 0x20)
            case 0x80...:
                position = start
                return foldedWord(bytes, &position)
            default: return asciiWord(hash)
            }
            position += 1
        }
        asciiWord(hash)
    }

    private mutating func asciiWord(_ hash: UInt64) {
        look(for: WordKey(ascii: hash))
        isFirstWord = false
    }

    private mutating func foldedWord(_ bytes: UnsafeBufferPointer<UInt8>, _ position: inout Int) {
        folded.removeAll(keepingCapacity: true)
        var previous: Unicode.Scalar?
        reading: while position < bytes.count {
            let (scalar, length) = scalar(bytes, position)
            switch scalar.kind {
            case .letter:
                TextFolding.fold(scalar, after: previous, into: &folded)
                previous = scalar
            case .invisible: break
            case .digit:
                findings.insert(.numeral)
                break reading
            case .space, .mark: break reading
            }
            position += length
        }
        // The scalar that ended the word is skipped here, so that every call advances the position.
        if position < bytes.count { position += scalar(bytes, position).1 }
        guard !folded.isEmpty else { return }
        look(for: WordKey(folded))
        for cut in TextFolding.cuts(folded) { look(for: WordKey(folded[cut...])) }
        isFirstWord = false
    }

    /// The scalar at a position and its length in bytes.
    private func scalar(
        _ bytes: UnsafeBufferPointer<UInt8>,
        _ position: Int
    ) -> (Unicode.Scalar, Int) {
        let first = bytes[position]
        let length = first < 0x80 ? 1 : first < 0xE0 ? 2 : first < 0xF0 ? 3 : 4
        var value = length == 1 ? UInt32(first) : UInt32(first) & (0x7F >> UInt32(length))
        for offset in 1..<max(1, length) {
            value = value << 6 | UInt32(bytes[position + offset]) & 0x3F
        }
        return (Unicode.Scalar(value) ?? "\u{FFFD}", length)
    }

    private mutating func look(for key: WordKey) {
        if vocabulary.numbers.firstWords.mayContain(key)
            || vocabulary.parts.firstWords.mayContain(key)
            || (isFirstWord && vocabulary.none.firstWords.mayContain(key))
        {
            findings.insert(.numeral)
        }
        if vocabulary.casualties.firstWords.mayContain(key) || siteCasualties.mayContain(key) {
            findings.insert(.casualty)
        }
    }
}
