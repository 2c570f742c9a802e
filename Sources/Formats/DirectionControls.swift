// Unicode has characters that turn the direction of what follows until another ends it. With them a text can be
// shown otherwise than it is stored ("Trojan Source", CVE-2021-42574): a title names another place, 01 stands
// for 10, and nobody who reads the records or searches in them notices. Languages written from right to left
// need at most the pairs of them that end where they began.

import Diagnostics
import Text

/// Finds characters that change the order in which the rest of a text is shown.
package enum DirectionControls {
    /// A character that should not be there.
    struct Finding {
        /// Its place in the text.
        let index: String.Index
        /// What is wrong with it, as the end of “the character …”.
        let reason: String
    }

    /// Whether bytes may hold such a character: a quick test.
    static func isLikely(_ bytes: some Collection<UInt8>) -> Bool {
        var beforeLast: UInt8 = 0
        var last: UInt8 = 0
        for byte in bytes {
            if beforeLast == 0xE2,
                last == 0x80 && (0xAA...0xAE).contains(byte)
                    || last == 0x81 && (0xA6...0xA9).contains(byte)
            {
                return true
            }
            beforeLast = last
            last = byte
        }
        return false
    }

    /// The first character of a text that overrides directions, or that has no partner; `nil` when there is none.
    static func first(in text: some StringProtocol) -> Finding? {
        var open: [(index: String.Index, isIsolate: Bool)] = []
        for index in text.unicodeScalars.indices {
            let scalar = text.unicodeScalars[index]
            switch scalar.value {
            case 0x202D, 0x202E:
                return Finding(
                    index: index,
                    reason: "\(name(scalar)) reverses or forces the order of what follows"
                )
            case 0x202A, 0x202B: open.append((index, false))
            case 0x2066...0x2068: open.append((index, true))
            case 0x202C, 0x2069:
                guard let last = open.popLast(), last.isIsolate == (scalar.value == 0x2069) else {
                    return Finding(
                        index: index,
                        reason:
                            "\(name(scalar)) ends a change of direction that does not begin here"
                    )
                }
            default: break
            }
        }
        return open.first.map { first in
            Finding(
                index: first.index,
                reason: "\(name(text.unicodeScalars[first.index])) changes the direction of what "
                    + "follows and does not end"
            )
        }
    }

    private static func name(_ scalar: Unicode.Scalar) -> String {
        "U+" + String(scalar.value, radix: 16, uppercase: true)
    }

    /// Reports the first such character of a text.
    static func report(
        _ text: String,
        at location: SourceLocation,
        excerpt: Excerpt?,
        _ log: inout DiagnosticLog
    ) {
        guard isLikely(text.utf8), let found = first(in: text) else { return }
        log.report(
            ReadingRule.directionControl,
            at: location,
            message(found),
            excerpt: excerpt,
            suggestion: suggestion
        )
    }

    /// Reports the first such character of each paragraph of a Markdown text.
    ///
    /// - Parameters:
    ///   - body: The Markdown.
    ///   - file: The name of the file for locations.
    ///   - firstLine: The line in the file of the first line of `body`.
    ///   - log: Receives the mistakes.
    package static func report(
        inMarkdown body: String,
        file: String,
        firstLine: Int,
        _ log: inout DiagnosticLog
    ) {
        guard isLikely(body.utf8) || body.holdsBytes(of: "&#") else { return }
        let lines = body.split(separator: "\n", omittingEmptySubsequences: false)
        var found: [(finding: Finding, line: Int)] = []
        var paragraph = 0
        for (number, line) in lines.enumerated() {
            if let finding = reference(in: line) { found.append((finding, number)) }
            let isBlank = line.allSatisfy(\.isWhitespace)
            guard isBlank || number == lines.count - 1 else { continue }
            let text = body[lines[paragraph].startIndex..<line.endIndex]
            if isLikely(text.utf8), let finding = first(in: text) {
                let line = lines[paragraph...number].lastIndex { $0.startIndex <= finding.index }
                found.append((finding, line ?? number))
            }
            paragraph = number + 1
        }
        for (finding, number) in found {
            let column = lines[number][..<finding.index].count
            log.report(
                ReadingRule.directionControl,
                at: SourceLocation(file: file, line: firstLine + number, column: column + 1),
                message(finding),
                excerpt: Excerpt(String(lines[number]), start: column, length: 1),
                suggestion: suggestion
            )
        }
    }

    /// The first numeric reference to such a character in a line: `&#x202E;`.
    private static func reference(in line: Substring) -> Finding? {
        guard line.utf8.contains(UInt8(ascii: "&")) else { return nil }
        for match in line.matches(of: #/&#([xX][0-9A-Fa-f]{1,6}|[0-9]{1,7});/#) {
            let digits = match.1
            let value =
                digits.first.map { "xX".contains($0) } == true
                ? UInt32(digits.dropFirst(), radix: 16) : UInt32(digits, radix: 10)
            switch value ?? 0 {
            case 0x202A...0x202E, 0x2066...0x2069:
                return Finding(
                    index: match.range.lowerBound,
                    reason: "\(match.0) changes the order in which text is shown"
                )
            default: continue
            }
        }
        return nil
    }

    fileprivate static func message(_ found: Finding) -> String {
        "the invisible character \(found.reason)"
    }

    fileprivate static let suggestion =
        "Delete it: it often comes with text from a chat or a web page. Browsers order mixed text by themselves."
}

extension Table {
    /// Reports texts in the columns that are read which are not shown in the order in which they are stored.
    package func reportDirections(in columns: [Int], _ log: inout DiagnosticLog) {
        guard DirectionControls.isLikely(buffer) else { return }
        var mistakes = CappedLog()
        for row in 0..<rowCount {
            for column in columns
            where withBytes(row, column, { DirectionControls.isLikely($0) }) {
                guard let found = DirectionControls.first(in: text(row, column)) else { continue }
                mistakes.report(
                    .directionControl,
                    at: location(row, column),
                    DirectionControls.message(found),
                    excerpt: excerpt(row, column, showing: { _ in false }),
                    suggestion: DirectionControls.suggestion
                )
            }
        }
        mistakes.flush(into: &log)
    }
}
