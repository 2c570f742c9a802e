// Cuts HTML into tags, comments and text. It is lenient, because nothing of what it reads is written as it is:
// a tag that it takes for text is shown as text.

import Text

/// A piece of HTML, with its place in the text that it was read from.
enum HTMLToken {
    case text(Range<Int>)
    case start(HTMLTag)
    case end(name: String, range: Range<Int>)
    /// A comment, which is private; `isClosed` is false when it takes all that follows.
    case comment(Range<Int>, isClosed: Bool)
    /// `<![CDATA[…]]>`: the range of the whole and that of its text.
    case quotedText(Range<Int>, text: Range<Int>)
    /// `<?…>` or `<!…>`, which are for programs.
    case instruction(Range<Int>)

    /// The tokens of a piece of HTML.
    static func all(in bytes: [UInt8]) -> [HTMLToken] {
        var scanner = HTMLScanner(bytes: bytes)
        return scanner.tokens()
    }
}

/// A start tag.
struct HTMLTag {
    /// Its name in lower case.
    var name: String
    var attributes: [Attribute] = []
    var range: Range<Int>
    /// Whether it ends with `/>`.
    var isEmpty = false

    /// An attribute as written, with character references resolved.
    struct Attribute {
        /// Its name in lower case.
        var name: String
        var value: String
        var range: Range<Int>
    }

    /// The value of an attribute; of two the first, as in browsers.
    func value(_ name: String) -> String? { attributes.first { $0.name == name }?.value }
}

private struct HTMLScanner {
    let bytes: [UInt8]
    var index = 0

    mutating func tokens() -> [HTMLToken] {
        var tokens: [HTMLToken] = []
        var textStart = 0
        while index < bytes.count {
            let start = index
            guard bytes[index] == UInt8(ascii: "<"), let token = markup() else {
                index = start + 1
                continue
            }
            if start > textStart { tokens.append(.text(textStart..<start)) }
            tokens.append(token)
            if case .start(let tag) = token, case .code = HTMLTagMeaning.of(tag.name), !tag.isEmpty
            {
                let end = codeEnd(tag.name)
                if end > index { tokens.append(.text(index..<end)) }
                index = end
            }
            textStart = index
        }
        if textStart < bytes.count { tokens.append(.text(textStart..<bytes.count)) }
        return tokens
    }

    private mutating func markup() -> HTMLToken? {
        let start = index
        if stands("<!--") {
            let end = find("-->", from: start + 4)
            index = end.map { $0 + 3 } ?? bytes.count
            return .comment(start..<index, isClosed: end != nil)
        }
        if stands("<![CDATA[") {
            let end = find("]]>", from: start + 9) ?? bytes.count
            index = min(bytes.count, end + 3)
            return .quotedText(start..<index, text: (start + 9)..<end)
        }
        if stands("<?") || stands("<!") {
            guard start + 2 < bytes.count,
                bytes[start + 1] == UInt8(ascii: "?")
                    || bytes[start + 2].isLetter
            else { return nil }
            let closer = bytes[start + 1] == UInt8(ascii: "?") ? "?>" : ">"
            let end = find(closer, from: start + 2) ?? find(">", from: start + 2)
            guard let end else { return nil }
            index = end + (bytes[end] == UInt8(ascii: "?") ? 2 : 1)
            return .instruction(start..<index)
        }
        return tag()
    }

    private mutating func tag() -> HTMLToken? {
        let start = index
        index += 1
        let isEnd = index < bytes.count && bytes[index] == UInt8(ascii: "/")
        if isEnd { index += 1 }
        guard index < bytes.count, bytes[index].isLetter else { return nil }
        let name = name(from: index) { $0.isAlphanumeric || "-:_.".utf8.contains($0) }
        var tag = HTMLTag(name: name, range: start..<start)
        while index < bytes.count {
            switch bytes[index] {
            case UInt8(ascii: ">"):
                index += 1
                tag.range = start..<index
                return isEnd ? .end(name: name, range: tag.range) : .start(tag)
            case UInt8(ascii: "/"):
                index += 1
                tag.isEmpty = index < bytes.count && bytes[index] == UInt8(ascii: ">")
            case 0...0x20: index += 1
            case UInt8(ascii: "<"): return nil
            case _:
                guard let attribute = attribute() else { return nil }
                tag.attributes.append(attribute)
            }
        }
        return nil
    }

    private mutating func attribute() -> HTMLTag.Attribute? {
        let start = index
        let name = name(from: index) { byte in
            byte > 0x20 && !"\"'>/=<".utf8.contains(byte)
        }
        guard !name.isEmpty else {
            // A quotation mark or an equals sign where a name should be: skip it, as browsers do.
            index += 1
            return HTMLTag.Attribute(name: "", value: "", range: start..<index)
        }
        var next = skipSpaces(index)
        guard next < bytes.count, bytes[next] == UInt8(ascii: "=") else {
            return HTMLTag.Attribute(name: name, value: "", range: start..<index)
        }
        next = skipSpaces(next + 1)
        guard next < bytes.count else { return nil }
        let mark = bytes[next]
        let value: Range<Int>
        if mark == Byte.quote || mark == UInt8(ascii: "'") {
            guard let end = bytes[(next + 1)...].firstIndex(of: mark) else { return nil }
            value = (next + 1)..<end
            index = end + 1
        } else {
            index = next
            while index < bytes.count, bytes[index] > 0x20, bytes[index] != UInt8(ascii: ">") {
                index += 1
            }
            value = next..<index
        }
        let text = CharacterReferences.resolved(bytes[value])
        return HTMLTag.Attribute(name: name, value: text, range: start..<index)
    }

    /// Where the text of a script or a style ends.
    private func codeEnd(_ name: String) -> Int {
        let closer = Array("</\(name)".utf8)
        var start = index
        while start + closer.count <= bytes.count {
            let piece = bytes[start..<(start + closer.count)]
            if piece.first == UInt8(ascii: "<"),
                String(decoding: piece, as: UTF8.self).lowercased().utf8.elementsEqual(closer)
            {
                return start
            }
            start += 1
        }
        return bytes.count
    }

    private mutating func name(from start: Int, while isPart: (UInt8) -> Bool) -> String {
        index = bytes[start...].firstIndex { !isPart($0) } ?? bytes.count
        return String(decoding: bytes[start..<index], as: UTF8.self).lowercased()
    }

    private func skipSpaces(_ start: Int) -> Int {
        guard start < bytes.count else { return bytes.count }
        return bytes[start...].firstIndex { $0 > 0x20 } ?? bytes.count
    }

    private func stands(_ text: StaticString) -> Bool {
        text.withUTF8Buffer { bytes[index...].starts(with: $0) }
    }

    private func find(_ text: String, from start: Int) -> Int? {
        guard start < bytes.count else { return nil }
        let wanted = Array(text.utf8)
        var position = start
        while let found = bytes[position...].firstIndex(of: wanted[0]) {
            if bytes[found...].starts(with: wanted) { return found }
            position = found + 1
            guard position < bytes.count else { return nil }
        }
        return nil
    }
}
