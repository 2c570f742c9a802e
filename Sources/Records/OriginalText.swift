// A translation states from which text it was made, as a short mark for each paragraph of the original. So the build can
// say which paragraphs have changed since, without keeping the old text.

import Text

/// The paragraphs of a text, for comparison with the marks in its translations.
public struct OriginalText: Sendable {
    /// A paragraph: lines without a blank one between them.
    public struct Paragraph: Sendable {
        /// The mark of its words, whatever their line breaks and spaces.
        public let mark: String
        /// The line of the file on which it begins, from 1.
        public let line: Int
    }

    /// The paragraphs, in order.
    public let paragraphs: [Paragraph]

    /// Divides the text of an article.
    public init(_ article: Article) {
        var paragraphs: [Paragraph] = []
        var words: [Substring] = []
        var first = 0
        func end() {
            guard !words.isEmpty else { return }
            paragraphs.append(
                Paragraph(mark: ShortHash.of(words.joined(separator: " ")), line: first)
            )
            words = []
        }
        let lines = article.body.split(separator: "\n", omittingEmptySubsequences: false)
        for (index, line) in lines.enumerated() {
            let own = line.split(whereSeparator: \.isWhitespace)
            if own.isEmpty { end() }
            if words.isEmpty { first = article.bodyFirstLine + index }
            words += own
        }
        end()
        self.paragraphs = paragraphs
    }

    /// The marks, as a translation states them.
    public var marks: [String] { paragraphs.map(\.mark) }

    /// The lines of paragraphs that are new or changed since the marks were taken, and how many of the marked ones
    /// are gone or changed.
    public func changes(since marks: [String]) -> (lines: [Int], gone: Int) {
        var left: [String: Int] = [:]
        for mark in marks { left[mark, default: 0] += 1 }
        var lines: [Int] = []
        for paragraph in paragraphs {
            if let count = left[paragraph.mark], count > 0 {
                left[paragraph.mark] = count - 1
            } else {
                lines.append(paragraph.line)
            }
        }
        return (lines, left.values.reduce(0, +))
    }
}
