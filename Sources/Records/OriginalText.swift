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

    /// A text of the front matter that is translated.
    public struct Head: Sendable {
        /// Its key: `title` or `description`.
        public let key: String
        /// The mark of its words, after the key and a sign of equality.
        public let mark: String
        /// The line of the file on which it stands, from 1.
        public let line: Int

        /// Whether marks state one of the text, and none as it is now.
        public func isOutdated(in marks: [String]) -> Bool {
            marks.contains { $0.hasPrefix(key + "=") } && !marks.contains(mark)
        }
    }

    /// The paragraphs, in order.
    public let paragraphs: [Paragraph]
    /// The title and the description, as far as they are stated.
    public let heads: [Head]

    /// Divides the text of an article.
    public init(_ article: Article) {
        var paragraphs: [Paragraph] = []
        let lines = OriginalText.lines(article.body)
        var first: Int?
        func end(_ next: Int) {
            guard let start = first else { return }
            first = nil
            let own = lines[start..<next]
            paragraphs.append(
                Paragraph(
                    mark: OriginalText.mark(own.joined(separator: "\n")),
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
        heads = [("title", article.title), ("description", article.description)]
            .filter { !$0.1.isEmpty }
            .map { key, text in
                Head(
                    key: key,
                    mark: key + "=" + OriginalText.mark(text),
                    line: article.places[key]?.line ?? article.location.line
                )
            }
    }

    /// The lines of a text, whatever ends them.
    public static func lines(_ text: String) -> [Substring] {
        text.split(
            omittingEmptySubsequences: false,
            whereSeparator: { $0 == "\n" || $0 == "\r\n" || $0 == "\r" }
        )
    }

    /// The mark of a text, whatever its line breaks and spaces.
    private static func mark(_ text: String) -> String {
        ShortHash.of(text.split(whereSeparator: \.isWhitespace).joined(separator: " "))
    }

    /// The marks, as a translation states them.
    public var marks: [String] { heads.map(\.mark) + paragraphs.map(\.mark) }

    /// The marks of paragraphs among those that a translation states.
    public static func marksOfParagraphs(_ marks: [String]) -> [String] {
        marks.filter { !$0.contains("=") }
    }

    /// The lines of paragraphs, title and description that are new or changed since the marks were taken, and how many of
    /// the marked ones are gone or changed.
    public func changes(since marks: [String]) -> (lines: [Int], gone: Int) {
        var left: [String: Int] = [:]
        for mark in OriginalText.marksOfParagraphs(marks) { left[mark, default: 0] += 1 }
        var lines = heads.filter { $0.isOutdated(in: marks) }.map(\.line)
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
