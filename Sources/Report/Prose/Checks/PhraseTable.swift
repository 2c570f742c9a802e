// Finds the phrases of a list in a text: "at least", "no fewer than", "أحد عشر". The longest phrase that
// matches is found, so that "no more than" is not read as "more than".

import Text

/// Phrases of one or more words, each with a value.
struct PhraseTable<Value: Sendable>: Sendable {
    private struct Entry: Sendable {
        let words: [String]
        let value: Value
    }

    private var entries: [String: [Entry]] = [:]
    /// Filters words with which no phrase begins.
    let firstWords: WordFilter
    /// How many words the longest phrase has.
    private(set) var longest = 0

    /// Makes a table; phrases without letters are skipped.
    init(_ phrases: some Sequence<(String, Value)>) {
        for (phrase, value) in phrases {
            let words = TextTokens.of(phrase, grouping: DigitGrouping(separator: ""))
                .filter(\.isWord).map(\.text)
            guard let first = words.first else { continue }
            entries[first, default: []].append(Entry(words: words, value: value))
            longest = max(longest, words.count)
        }
        for key in entries.keys { entries[key]?.sort { $0.words.count > $1.words.count } }
        firstWords = WordFilter(entries.keys)
    }

    /// The longest phrase that begins at a token, the token after it, and the length in bytes of the particle
    /// that is written on its first word.
    func match(_ tokens: [TextToken], at start: Int) -> (end: Int, value: Value, cut: Int)? {
        guard start < tokens.count, tokens[start].isWord, !entries.isEmpty else { return nil }
        var longest: (end: Int, value: Value, cut: Int)?
        if firstWords.mayContain(tokens[start].key),
            let found = match(tokens[start].text, in: tokens, at: start)
        {
            longest = (found.end, found.value, 0)
        }
        // "وأحد عشر" (and eleven) begins with what may also be "واحد" (one).
        let word = tokens[start].text.utf8
        for cut in TextFolding.cuts(word) {
            let rest = word.dropFirst(cut)
            if firstWords.mayContain(WordKey(rest)),
                let found = match(String(Substring(rest)), in: tokens, at: start),
                found.end > longest?.end ?? 0
            {
                longest = (found.end, found.value, cut)
            }
        }
        return longest
    }

    /// Whether a folded word is a phrase by itself.
    func contains(_ word: some Collection<UInt8>) -> Bool {
        firstWords.mayContain(WordKey(word))
            && entries[String(decoding: word, as: UTF8.self)]?.contains { $0.words.count == 1 }
                == true
    }

    /// The longest phrase that begins with a spelling of the word at a token.
    private func match(
        _ word: String,
        in tokens: [TextToken],
        at start: Int
    ) -> (end: Int, value: Value)? {
        guard let entries = entries[word] else { return nil }
        for entry in entries {
            if let end = end(of: entry, in: tokens, at: start) { return (end, entry.value) }
        }
        return nil
    }

    /// The longest phrase that ends before a token, and the token it begins at.
    func match(_ tokens: [TextToken], endingAt end: Int) -> (start: Int, value: Value)? {
        guard longest > 0, end > 0 else { return nil }
        for start in max(0, end - 2 * longest)..<end {
            if let found = match(tokens, at: start), found.end == end {
                return (start, found.value)
            }
        }
        return nil
    }

    /// The token after an entry that begins at a token, or `nil`; a hyphen or an apostrophe may join its words.
    private func end(of entry: Entry, in tokens: [TextToken], at start: Int) -> Int? {
        var position = start + 1
        for word in entry.words.dropFirst() {
            if position < tokens.count, tokens[position].isMark(TextToken.dashes + "'’"),
                !tokens[position].followsSpace
            {
                position += 1
            }
            guard position < tokens.count, tokens[position].text == word else { return nil }
            position += 1
        }
        return position
    }
}
