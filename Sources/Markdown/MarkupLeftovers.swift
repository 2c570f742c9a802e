// Emphasis that did not take and the short codes of other generators are plain text to the parser, so that
// readers would see asterisks and braces.

import Text

extension Leftovers {
    /// Markup that stands in a text as it is.
    static func markup(in bytes: [UInt8]) -> [Leftovers] {
        guard bytes.contains(where: { isOpening[Int($0)] }) else { return [] }
        var found: [Leftovers] = []
        var index = 0
        while index < bytes.count, found.count < mostInOneText {
            if isOpening[Int(bytes[index])], let leftover = markup(bytes, at: index) {
                found.append(leftover)
                index = leftover.range.upperBound
            } else {
                index += 1
            }
        }
        return found
    }

    /// The bytes with which markup begins.
    private static let isOpening: [Bool] = (0..<256).map { "*{[:".utf8.contains(UInt8($0)) }

    /// Openings of other programs' markup, each with what closes it; the longest first.
    private static let foreign: [(opening: [UInt8], closing: [UInt8])] = [
        ("{{<", ">}}"), ("{{%", "%}}"), ("{{", "}}"), ("{%", "%}"), ("{:", "}"), ("{#", "}"),
        ("{.", "}"), ("[[", "]]"),
    ]
    .map { (Array($0.utf8), Array($1.utf8)) }

    private static func markup(_ bytes: [UInt8], at start: Int) -> Leftovers? {
        let rest = bytes[start...]
        if rest.starts(with: "**".utf8) {
            let end = rest.firstIndex { $0 != UInt8(ascii: "*") } ?? rest.endIndex
            return Leftovers(
                rule: .markupLeftover,
                range: start..<end,
                message: "readers see these asterisks: they mark no emphasis here",
                suggestion:
                    "Put a space outside the asterisks, or no space inside them. Beside quotation marks, put the "
                    + "marks outside. Write \\* for a plain asterisk."
            )
        }
        if start == 0, rest.starts(with: ":::".utf8) {
            return foreign(bytes, start..<bytes.count)
        }
        if rest.starts(with: "[TOC]".utf8) { return foreign(bytes, start..<start + 5) }
        for (opening, closing) in foreign where rest.starts(with: opening) {
            let inside = rest.dropFirst(opening.count).prefix(300)
            var end = inside.startIndex
            while end < inside.endIndex {
                if inside[end...].starts(with: closing) {
                    return end > inside.startIndex
                        ? foreign(bytes, start..<end + closing.count) : nil
                }
                end += 1
            }
            return nil
        }
        return nil
    }

    private static func foreign(_ bytes: [UInt8], _ range: Range<Int>) -> Leftovers {
        Leftovers(
            rule: .markupLeftover,
            range: range,
            message:
                "“\(String(decoding: bytes[range], as: UTF8.self).shortened())” is markup of another program, "
                + "and readers see it as it is",
            suggestion:
                "Write it in Markdown, or delete it. A backslash before it says that it is meant as text."
        )
    }
}
