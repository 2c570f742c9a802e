import Templates
import Text

/// What a language allows of an author's words in a sentence.
///
/// A sentence takes an author's words as they are written or not at all. Where the language's own words cannot join
/// them safely, they stand before the sentence or stay among the facts.
struct SentenceRules: Sendable {
    /// "near", "north of": words with which the name of a place may begin, each with a space.
    private let placePrepositions: [String]
    /// "road", "bridge": a place whose name contains one of them takes another preposition than "in".
    private let wordsNotIn: Set<String>
    /// The prepositions in ASCII; no other can begin a name in ASCII.
    private let asciiPrepositions: [[UInt8]]
    /// How many letters each of the words in ASCII has: most words of a name have another length.
    private let lengthsNotIn: Set<Int>
    /// "around", "before": words with which a time in words may begin, each with a space.
    private let timePrepositions: [String]
    /// "a", "an": words with which the wording of a kind of strike begins, each with a space.
    private let kindArticles: [String]
    /// "unknown", "n/a": texts that say that nothing is recorded.
    private let blankWords: Set<String>

    init(_ source: LanguageSource) {
        func list(_ word: Word, _ phrases: [[String: Phrase]]) -> [String] {
            phrases.compactMap { $0[word.key]?.text(formatting: PlainFormatting()) }
                .flatMap { $0.split(separator: ",") }.map { String($0.drop { $0 == " " }) }
        }
        // Places are written in the language of the records, which need not be that of the page.
        let all = source.recordPhrases.isEmpty ? [source.phrases] : source.recordPhrases
        placePrepositions = list(.placePrepositions, all).map { $0 + " " }
        wordsNotIn = Set(list(.placeWordsNotIn, all))
        asciiPrepositions = placePrepositions.filter(\.isASCII).map { Array($0.utf8) }
        lengthsNotIn = Set(wordsNotIn.filter(\.isASCII).map(\.utf8.count))
        timePrepositions = list(.timePrepositions, [source.phrases]).map { $0 + " " }
        kindArticles = list(.kindArticles, [source.phrases]).map { $0 + " " }
        blankWords = Set(source.blankWords.map { SentenceRules.folded($0) })
    }

    /// Whether a text names something: it is not empty, and does not say in words that nothing is recorded.
    func names(_ text: String) -> Bool {
        if text.isEmpty { return false }
        let folded = SentenceRules.folded(text)
        return !folded.isEmpty && !blankWords.contains(folded)
    }

    /// How the name of a place joins a sentence.
    enum Placing {
        /// After the language's "in": "in Wana".
        case inside
        /// As it is, because it begins with a preposition: "near the mosque".
        case prepositional
        /// Before the sentence, because no preposition is certain to fit: "Hama road: …".
        case leading
    }

    /// How the name of a place joins a sentence.
    func placing(_ name: String) -> Placing {
        name.withBytes { placing(ascii: $0) } ?? placing(any: name)
    }

    /// The same for a name in ASCII, as most are, without making texts of its words; `nil` for other names.
    private func placing(ascii name: UnsafeBufferPointer<UInt8>) -> Placing? {
        guard name.allSatisfy({ $0 < 0x80 }) else { return nil }
        let lower = name.lazy.map { $0 &- 0x41 < 26 ? $0 | 0x20 : $0 }
        if asciiPrepositions.contains(where: { lower.starts(with: $0) }) {
            return name.first == lower.first ? .prepositional : .leading
        }
        guard let first = name.first, first.isLetter, name.count <= 120 else { return .leading }
        var start = 0
        for index in 0...name.count {
            if index < name.count {
                let byte = name[index]
                if byte.isLetter { continue }
                let isSentence =
                    byte == UInt8(ascii: ".") && index + 1 < name.count
                    && name[index + 1] == Byte.space
                if isSentence || byte == UInt8(ascii: ";") { return .leading }
            }
            if index > start, lengthsNotIn.contains(index - start),
                wordsNotIn.contains(String(decoding: lower[start..<index], as: UTF8.self))
            {
                return .leading
            }
            start = index + 1
        }
        return .inside
    }

    private func placing(any name: String) -> Placing {
        let lower = name.lowercased()
        if placePrepositions.contains(where: { lower.hasPrefix($0) }) {
            // A preposition with a capital letter cannot stand within a sentence.
            return name.prefix(1) == lower.prefix(1) ? .prepositional : .leading
        }
        let isName =
            name.utf8.first.map { $0 < 0x80 ? $0.isLetter : name.first?.isLetter == true } ?? false
        let isText = name.holds(". ") || name.holds(";") || name.utf8.count > 120
        if !isName || isText { return .leading }
        let words = lower.split { !$0.isLetter }.map { String($0) }
        return words.contains(where: wordsNotIn.contains) ? .leading : .inside
    }

    /// How the time of a strike joins a sentence.
    enum Timing {
        /// A time of day in digits: "at 21:00".
        case clock
        /// Words with a preposition of their own: "around midday".
        case prepositional
        /// Not at all.
        case none
    }

    /// How the time of a strike joins a sentence.
    func timing(_ time: String) -> Timing {
        if SentenceRules.isClock(time) { return .clock }
        let opens = timePrepositions.contains { time.hasPrefix($0) }
        return opens && !time.holds(". ") ? .prepositional : .none
    }

    /// Whether the wording of a kind of strike has an article, so that it can follow "by".
    func hasArticle(_ kind: String) -> Bool {
        kindArticles.contains { kind.hasPrefix($0) } && !kind.holds(". ")
    }

    /// Hours and minutes, such as `21:00`, `9.30` and `09:30:00`.
    private static func isClock(_ time: String) -> Bool {
        let parts = time.utf8.split(omittingEmptySubsequences: false) {
            $0 == UInt8(ascii: ":") || $0 == UInt8(ascii: ".")
        }
        guard (2...3).contains(parts.count) else { return false }
        return parts.enumerated()
            .allSatisfy { offset, part in
                (offset == 0 ? 1...2 : 2...2).contains(part.count)
                    && part.allSatisfy { $0.isDigit }
            }
    }

    /// A text in the form in which words for "nothing" are compared: in lower case, without marks around it and with
    /// single spaces.
    private static func folded(_ text: String) -> String {
        if let folded = foldedASCII(text) { return folded }
        return text.lowercased().split { $0 == " " || $0 == "_" || $0 == "\u{A0}" || $0 == "\n" }
            .joined(separator: " ")
            .trimmed { !$0.isLetter && !$0.isNumber }
    }

    /// The same for a text in ASCII, as every name of a place is compared; `nil` for other texts.
    private static func foldedASCII(_ text: String) -> String? {
        text.withBytes { bytes in
            guard bytes.allSatisfy({ $0 < 0x80 }) else { return nil }
            guard let first = bytes.firstIndex(where: { $0.isAlphanumeric }),
                let last = bytes.lastIndex(where: { $0.isAlphanumeric })
            else { return "" }
            return String(unsafeUninitializedCapacity: last - first + 1) { folded in
                var count = 0
                for byte in bytes[first...last] {
                    if byte == Byte.space || byte == Byte.lineFeed || byte == UInt8(ascii: "_") {
                        if folded[count - 1] == Byte.space { continue }
                        folded[count] = Byte.space
                    } else {
                        folded[count] = byte &- 0x41 < 26 ? byte | 0x20 : byte
                    }
                    count += 1
                }
                return count
            }
        }
    }
}

extension String {
    /// The text without the characters at both ends that meet a condition.
    fileprivate func trimmed(_ isOuter: (Character) -> Bool) -> String {
        guard let first = firstIndex(where: { !isOuter($0) }),
            let last = lastIndex(where: { !isOuter($0) })
        else { return "" }
        return String(self[first...last])
    }
}
