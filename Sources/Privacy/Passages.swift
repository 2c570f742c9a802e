// A draft or a long note leaks sentence by sentence, so its sentences are searched for one by one. Short ones are
// left out: “See above.” stands in many texts.

/// The passages of a running text that are long enough to be recognised.
enum Passages {
    /// The least number of words.
    static let leastWords = 4
    /// The least number of bytes.
    static let leastBytes = 24

    /// The sentences of each line, with the number of the line from 0.
    static func of(_ text: String) -> [(line: Int, text: String)] {
        var passages: [(line: Int, text: String)] = []
        for (number, line) in text.split(separator: "\n", omittingEmptySubsequences: false)
            .enumerated()
        {
            for sentence in sentences(line) where isLong(sentence) {
                passages.append((number, String(sentence)))
            }
        }
        return passages
    }

    private static func sentences(_ line: Substring) -> [Substring] {
        var sentences: [Substring] = []
        var start = line.startIndex
        var place = start
        while place < line.endIndex {
            let next = line.index(after: place)
            let isEnd = ".!?؟。".contains(line[place])
            if isEnd, next == line.endIndex || line[next].isWhitespace {
                sentences.append(line[start..<next])
                start = next
            }
            place = next
        }
        sentences.append(line[start...])
        return sentences
    }

    private static func isLong(_ sentence: Substring) -> Bool {
        sentence.utf8.count >= leastBytes
            && sentence.split(whereSeparator: \.isWhitespace).count >= leastWords
    }
}
