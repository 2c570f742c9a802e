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
        /// Its lines among those of the text, from 0.
        public let lines: Range<Int>
        /// The text as written, with a line feed between two lines.
        public let text: String
    }

    /// The paragraphs, in order.
    public let paragraphs: [Paragraph]

    /// Divides the text of an article.
    public init(_ article: Article) {
        var paragraphs: [Paragraph] = []
        let lines = OriginalText.lines(article.body)
        var first: Int?
        func end(_ next: Int) {
            guard let start = first else { return }
            first = nil
            let own = lines[start..<next]
            let words = own.flatMap { $0.split(whereSeparator: \.isWhitespace) }
            paragraphs.append(
                Paragraph(
                    mark: ShortHash.of(words.joined(separator: " ")),
                    line: article.bodyFirstLine + start,
                    lines: start..<next,
                    text: own.joined(separator: "\n")
                )
            )
        }
        for (index, line) in lines.enumerated() {
            if line.allSatisfy(\.isWhitespace) {
                end(index)
            } else if first == nil {
                first = index
            }
        }
        end(lines.count)
        self.paragraphs = paragraphs
    }

    /// The lines of a text, whatever ends them.
    public static func lines(_ text: String) -> [Substring] {
        text.split(
            omittingEmptySubsequences: false,
            whereSeparator: { $0 == "\n" || $0 == "\r\n" || $0 == "\r" }
        )
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
