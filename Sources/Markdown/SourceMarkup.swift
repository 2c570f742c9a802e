// What lies between the pieces of text: the cursor's way past links, code, footnote references and
// tags, whose exact bytes the library does not report.
extension SourceCursor {
    /// The nearest place of one of two bytes; stays where it is when there is none near.
    private func next(_ first: UInt8, _ second: UInt8) -> Int? {
        let end = min(bytes.count, position + SourceCursor.window)
        return bytes[position..<end].firstIndex { $0 == first || $0 == second }
    }

    /// Enters a link or an image and returns where it begins.
    mutating func enterLink(isImage: Bool) -> (start: Int, isAutolink: Bool) {
        let bracket = UInt8(ascii: "[")
        let found = next(bracket, isImage ? bracket : UInt8(ascii: "<"))
        guard let found else { return (position, false) }
        position = found + 1
        let hasMark = isImage && found > 0 && bytes[found - 1] == UInt8(ascii: "!")
        return (hasMark ? found - 1 : found, bytes[found] != bracket)
    }

    /// Leaves a link after its content: past its destination and title, or its reference.
    mutating func leaveLink(isAutolink: Bool) {
        let closer = UInt8(ascii: isAutolink ? ">" : "]")
        guard let end = next(closer, closer) else { return }
        position = end + 1
        guard !isAutolink, position < bytes.count else { return }
        if bytes[position] == UInt8(ascii: "(") {
            if let end = inlineTail(position) { position = end }
        } else if bytes[position] == UInt8(ascii: "["),
            let end = next(closer, closer)
        {
            position = end + 1
        }
    }

    /// The end of `(destination "title")`; `nil` when it is none.
    private func inlineTail(_ start: Int) -> Int? {
        var index = skipSpaces(start + 1)
        guard index < bytes.count else { return nil }
        if bytes[index] == UInt8(ascii: "<") {
            guard let end = closing(UInt8(ascii: ">"), index + 1) else { return nil }
            index = end
        } else {
            index = plainDestination(index)
        }
        index = skipSpaces(index)
        guard index < bytes.count else { return nil }
        switch bytes[index] {
        case UInt8(ascii: "\""), UInt8(ascii: "'"):
            guard let end = closing(bytes[index], index + 1) else { return nil }
            index = skipSpaces(end)
        case UInt8(ascii: "("):
            guard let end = closing(UInt8(ascii: ")"), index + 1) else { return nil }
            index = skipSpaces(end)
        default: break
        }
        guard index < bytes.count, bytes[index] == UInt8(ascii: ")") else { return nil }
        return index + 1
    }

    private func plainDestination(_ start: Int) -> Int {
        var index = start
        var depth = 0
        while index < bytes.count, bytes[index] > 0x20 {
            if bytes[index] == UInt8(ascii: "\\") {
                index += 2
                continue
            }
            if bytes[index] == UInt8(ascii: "(") { depth += 1 }
            if bytes[index] == UInt8(ascii: ")") {
                if depth == 0 { return index }
                depth -= 1
            }
            index += 1
        }
        return min(index, bytes.count)
    }

    private func closing(_ closer: UInt8, _ start: Int) -> Int? {
        var index = start
        while index < bytes.count, bytes[index] != closer {
            index += bytes[index] == UInt8(ascii: "\\") ? 2 : 1
        }
        return index < bytes.count ? index + 1 : nil
    }

    private func skipSpaces(_ start: Int) -> Int {
        var index = start
        while index < bytes.count, bytes[index] <= 0x20 { index += 1 }
        return index
    }

    /// Goes past a code span.
    mutating func skipCode() {
        let tick = UInt8(ascii: "`")
        guard var index = next(tick, tick) else { return }
        let start = index
        while index < bytes.count, bytes[index] == tick { index += 1 }
        let length = index - start
        var run = 0
        while index < bytes.count {
            run = bytes[index] == tick ? run + 1 : 0
            index += 1
            if run == length, index == bytes.count || bytes[index] != tick { break }
        }
        position = index
    }

    /// Goes past a footnote reference.
    mutating func skipFootnoteReference() {
        let closer = UInt8(ascii: "]")
        if let end = next(closer, closer) { position = end + 1 }
    }

    /// Goes past an HTML tag and returns its place.
    mutating func skipTag(_ literal: String) -> Range<Int> {
        let opener = UInt8(ascii: "<")
        guard let start = next(opener, opener) else { return position..<position }
        position = min(bytes.count, start + literal.utf8.count)
        return start..<position
    }
}
