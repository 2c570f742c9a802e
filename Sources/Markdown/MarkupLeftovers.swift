// Emphasis that did not take and the markup of other programs are plain text to the parser, so that readers
// would see asterisks, braces, or what was meant as a private note.

import Text

extension Leftovers {
    /// Asterisks in a text that mark no emphasis.
    static func asterisks(in bytes: [UInt8]) -> [Leftovers] {
        guard bytes.holds(UInt8(ascii: "*")) else { return [] }
        var found: [Leftovers] = []
        var index = 0
        while index < bytes.count, found.count < mostInOneText {
            let start = index
            index += 1
            guard bytes[start...].starts(with: "**".utf8) else { continue }
            index = bytes[start...].firstIndex { $0 != UInt8(ascii: "*") } ?? bytes.endIndex
            found.append(
                Leftovers(
                    rule: .markupLeftover,
                    range: start..<index,
                    message: "readers see these asterisks: they mark no emphasis here",
                    suggestion:
                        "Put a space outside the asterisks, or no space inside them. Beside quotation marks, put the "
                        + "marks outside. Write \\* for a plain asterisk."
                )
            )
        }
        return found
    }

    /// Markup of other programs in a block as it stands in the file, in which code, tags and the addresses of
    /// links have been replaced by the byte 0.
    ///
    /// - Parameters:
    ///   - bytes: The bytes.
    ///   - hasComments: Whether the text contains comments, so that “-->” is probably the end of one.
    /// - Returns: What was found, in order.
    static func foreign(in bytes: [UInt8], hasComments: Bool) -> [Leftovers] {
        guard bytes.contains(where: { isOpening[Int($0)] }) else { return [] }
        var found: [Leftovers] = []
        var index = 0
        while index < bytes.count, found.count < mostInOneText {
            if isOpening[Int(bytes[index])],
                let leftover = foreign(bytes, at: index)
                    ?? (hasComments ? commentEnd(bytes, index) : nil)
            {
                found.append(leftover)
                index = leftover.range.upperBound
            } else {
                index += 1
            }
        }
        return found
    }

    /// The bytes with which markup begins.
    private static let isOpening: [Bool] = (0..<256).map { "{[:!?<%-".utf8.contains(UInt8($0)) }

    /// Openings of other programs' markup, each with what closes it; the longest first.
    private static let pairs: [(opening: [UInt8], closing: [UInt8])] = [
        ("{{<", ">}}"), ("{{%", "%}}"), ("{{", "}}"), ("{%", "%}"), ("{/*", "*/}"), ("{>>", "<<}"),
        ("{++", "++}"), ("{--", "--}"), ("{~~", "~~}"), ("{==", "==}"), ("{!", "!}"), ("{:", "}"),
        ("{#", "}"), ("{.", "}"), ("[[", "]]"), ("<%", "%>"), ("%%", "%%"),
    ]
    .map { (Array($0.utf8), Array($1.utf8)) }

    private static func foreign(_ bytes: [UInt8], at start: Int) -> Leftovers? {
        let rest = bytes[start...]
        if rest.starts(with: "<!--".utf8) { return comment(bytes, start) }
        if bytes[start] == UInt8(ascii: "<"), let end = tagEnd(bytes, start) {
            return Leftovers(
                rule: .rawHTML,
                range: start..<end,
                message:
                    "“\(shown(bytes[start..<end]))” begins a tag that is not complete, and readers see it",
                suggestion: "Complete it, or write \\< if it is meant as text."
            )
        }
        if beginsLine(bytes, start), let end = lineMarkup(bytes, start) {
            return foreign(bytes, start..<end)
        }
        if bytes[start] == UInt8(ascii: "["), let end = bracketCode(bytes, start) {
            return foreign(bytes, start..<end)
        }
        // “100%% of 50%%” is no note.
        if bytes[start] == UInt8(ascii: "%"), start > 0, bytes[start - 1].isAlphanumeric {
            return nil
        }
        for (opening, closing) in pairs where rest.starts(with: opening) {
            let inside = rest.dropFirst(opening.count).prefix(600)
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

    /// The openings of notes that other programs do not publish.
    private static let notes = ["{/*", "{>>", "%%"]

    private static func foreign(_ bytes: [UInt8], _ range: Range<Int>) -> Leftovers {
        if notes.contains(where: { bytes[range].starts(with: $0.utf8) }) {
            return Leftovers(
                rule: .commentVisible,
                range: range,
                message:
                    "“\(shown(bytes[range]))” is a private note in another program, but readers would see it",
                suggestion:
                    "Write it as a comment: <!-- … -->. A backslash before it says that it is meant as text."
            )
        }
        return Leftovers(
            rule: .markupLeftover,
            range: range,
            message:
                "“\(shown(bytes[range]))” is markup of another program, and readers see it as it is",
            suggestion:
                "Write it in Markdown, or delete it. A backslash before it says that it is meant as text."
        )
    }

    private static func comment(_ bytes: [UInt8], _ start: Int) -> Leftovers {
        let end = bytes[start...].firstIndex(of: Byte.lineFeed) ?? bytes.endIndex
        return Leftovers(
            rule: .commentVisible,
            range: start..<end,
            message: "this is no comment to Markdown, so readers would see it",
            suggestion:
                "Within a paragraph, a comment contains neither “--” nor an empty line. Begin it on a line of its own."
        )
    }

    /// Marks of headings, lists, quotes, tables and fences at the beginning of a line of HTML.
    static func blockMarks(in line: [UInt8]) -> [Leftovers] {
        let text = String(decoding: line.drop { $0 == Byte.space }, as: UTF8.self)
        let mark = #/(#{1,6} |[\-*+] (?=\S)|> |```|~~~|\|.*\|)/#
        guard let found = text.prefixMatch(of: mark) else { return [] }
        let start = line.count - text.utf8.count
        return [
            Leftovers(
                rule: .markupLeftover,
                range: start..<(start + found.output.0.utf8.count),
                message: "",
                suggestion: ""
            )
        ]
    }

    /// Whether a comment begins somewhere in a text.
    static func hasComment(_ bytes: [UInt8]) -> Bool {
        var start = bytes.startIndex
        while let found = bytes[start...].firstIndex(of: UInt8(ascii: "<")) {
            if bytes[found...].starts(with: "<!--".utf8) { return true }
            start = found + 1
        }
        return false
    }

    /// The end of a comment that closes none, as in “<!-- a <!-- b --> c -->”.
    private static func commentEnd(_ bytes: [UInt8], _ start: Int) -> Leftovers? {
        guard bytes[start...].starts(with: "-->".utf8) else { return nil }
        return Leftovers(
            rule: .commentVisible,
            range: start..<(start + 3),
            message: "this ends no comment, so readers see it and what stands before it",
            suggestion:
                "A comment ends at its first “-->” and cannot contain another. Write \\--> for an arrow."
        )
    }

    // MARK: Shapes

    private static func beginsLine(_ bytes: [UInt8], _ start: Int) -> Bool {
        var index = start - 1
        while index >= 0, " \t>".utf8.contains(bytes[index]) { index -= 1 }
        return index < 0 || bytes[index] == Byte.lineFeed
    }

    /// The end of a line that is markup as a whole: `:::note`, `!!! note`, `[!NOTE]`, `[TOC]`.
    private static func lineMarkup(_ bytes: [UInt8], _ start: Int) -> Int? {
        let end = bytes[start...].firstIndex(of: Byte.lineFeed) ?? bytes.endIndex
        let line = String(decoding: bytes[start..<end], as: UTF8.self)
        if line.hasPrefix(":::") { return end }
        for mark in ["!!! ", "??? ", "???+ "] where line.hasPrefix(mark) {
            return line.dropFirst(mark.count).first?.isLetter == true ? end : nil
        }
        let upper = line.uppercased()
        for mark in ["[TOC]", "[!NOTE]", "[!TIP]", "[!IMPORTANT]", "[!WARNING]", "[!CAUTION]"]
        where upper.hasPrefix(mark) { return start + mark.utf8.count }
        guard line.hasPrefix("[!") else { return nil }
        let callout = #/\[![A-Za-z]+\][+\-]?/#
        return line.prefixMatch(of: callout).map { start + $0.output.utf8.count }
    }

    /// The names of short codes that need no attributes.
    private static let codeNames: Set<String> = ["gallery", "embed", "caption", "playlist", "toc"]

    /// The end of a short code in brackets: `[gallery ids="1,2"]`, `[/caption]`.
    private static func bracketCode(_ bytes: [UInt8], _ start: Int) -> Int? {
        let inside = bytes[(start + 1)...].prefix(600)
        guard let close = inside.firstIndex(of: UInt8(ascii: "]")) else { return nil }
        let code = bytes[(start + 1)..<close]
        // Nearly all brackets are those of links, which the first bytes tell apart: a pattern takes much longer.
        let isClosing = code.first == UInt8(ascii: "/")
        guard isClosing || code.first?.isLetter == true else { return nil }
        let text = String(decoding: code, as: UTF8.self)
        if !isClosing, !code.contains(UInt8(ascii: "=")) {
            return codeNames.contains(text.lowercased()) ? close + 1 : nil
        }
        let isCode =
            text.wholeMatch(
                of: #/\/?[A-Za-z][A-Za-z0-9_\-]*(\s+[A-Za-z][A-Za-z0-9_\-]*\s*=\s*["'“”][^\]]*)/#
            ) != nil
            || text.wholeMatch(of: #/\/[A-Za-z][A-Za-z0-9_\-]*/#) != nil
        return isCode ? close + 1 : nil
    }

    /// The end of the line on which the start of a known tag stands that the parser took for text.
    private static func tagEnd(_ bytes: [UInt8], _ start: Int) -> Int? {
        let rest = bytes[(start + 1)...].drop { $0 == UInt8(ascii: "/") }
        let name = rest.prefix { $0.isAlphanumeric }
        guard name.endIndex < bytes.endIndex, name.count > 1,
            bytes[name.endIndex] == Byte.space || bytes[name.endIndex] == UInt8(ascii: ">")
                || bytes[name.endIndex] == UInt8(ascii: "/"),
            HTMLTagMeaning.isKnown(String(decoding: name, as: UTF8.self).lowercased())
        else { return nil }
        return bytes[start...].firstIndex { $0 == Byte.lineFeed || $0 == UInt8(ascii: ">") }
            ?? bytes.endIndex
    }

    private static func shown(_ bytes: ArraySlice<UInt8>) -> String {
        String(decoding: bytes.map { $0 == 0 ? UInt8(ascii: "~") : $0 }, as: UTF8.self)
            .split(whereSeparator: \.isWhitespace).joined(separator: " ").shortened(to: 80)
    }
}
