// An article begins with its title, date and so on between two lines of "---". This splits the two, and
// keeps count of lines, so that a mistake in either part is reported at its line of the file.

import Diagnostics
import Text

/// The YAML at the top of an article, and the Markdown below it.
public struct FrontMatter: Sendable {
    /// The YAML between the two lines of `---`; `nil` when there is none or it is broken.
    public let node: YAMLNode?
    /// Whether there is YAML that cannot be read, which is reported.
    public let isBroken: Bool
    /// The text below.
    public let body: String
    /// The line of the file on which the body begins.
    public let bodyFirstLine: Int

    /// Splits an article's text.
    public static func split(
        _ source: String,
        file: String,
        log: inout DiagnosticLog
    ) -> FrontMatter {
        var rest = Substring(source)
        if rest.unicodeScalars.first == "\u{FEFF}" { rest.unicodeScalars.removeFirst() }
        let opening = line(rest)
        if isFence(opening.text, "+++") {
            // It may say that the text is a draft.
            log.report(
                ReadingRule.frontMatterTOML,
                at: SourceLocation(file: file, line: 1, column: 1),
                "the front matter is in TOML, which is not read",
                excerpt: Excerpt(String(opening.text), start: 0, length: 3),
                suggestion:
                    "Write it in YAML between two lines “---”: title: \"…\" instead of title = \"…\"."
            )
            return FrontMatter(nil, isBroken: true, rest, bodyFirstLine: 1)
        }
        guard isFence(opening.text, "---") else {
            return FrontMatter(nil, isBroken: false, rest, bodyFirstLine: 1)
        }
        var number = 2
        var current = opening.rest
        while !current.isEmpty {
            let next = line(current)
            if isFence(next.text, "---") || isFence(next.text, "...") {
                let yaml = opening.rest[..<current.startIndex]
                let read = YAMLReader.outcome(String(yaml), file: file, firstLine: 2, log: &log)
                let first = number + 1
                switch read {
                case .tree(let node):
                    return FrontMatter(node, isBroken: false, next.rest, bodyFirstLine: first)
                case .empty:
                    return FrontMatter(nil, isBroken: false, next.rest, bodyFirstLine: first)
                case .broken:
                    return FrontMatter(nil, isBroken: true, next.rest, bodyFirstLine: first)
                }
            }
            number += 1
            current = next.rest
        }
        log.report(
            ReadingRule.frontMatterUnclosed,
            at: SourceLocation(file: file, line: 1, column: 1),
            "the front matter that begins here does not end",
            excerpt: Excerpt(String(opening.text), start: 0, length: 3),
            suggestion: "End it with a line “---”."
        )
        return FrontMatter(nil, isBroken: true, opening.rest, bodyFirstLine: 2)
    }

    private init(_ node: YAMLNode?, isBroken: Bool, _ body: Substring, bodyFirstLine: Int) {
        self.node = node
        self.isBroken = isBroken
        self.body = String(body)
        self.bodyFirstLine = bodyFirstLine
    }

    private static func line(_ text: Substring) -> (text: Substring, rest: Substring) {
        let end = text.utf8.firstIndex { $0 == Byte.lineFeed || $0 == Byte.carriageReturn }
        guard let end else { return (text, text[text.endIndex...]) }
        var next = text.utf8.index(after: end)
        let isPair = text.utf8[end] == Byte.carriageReturn && next < text.endIndex
        if isPair, text.utf8[next] == Byte.lineFeed { next = text.utf8.index(after: next) }
        return (text[..<end], text[next...])
    }

    private static func isFence(_ line: Substring, _ fence: String) -> Bool {
        line.hasPrefix(fence) && line.dropFirst(3).allSatisfy { $0 == " " || $0 == "\t" }
    }
}
