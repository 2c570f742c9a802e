// Finds the attributes of a tag, so that one value can be replaced without changing anything else.

/// One attribute of a tag and the range of its value, including the quotes.
struct Attribute {
    let name: String
    let value: String
    let place: Range<Int>

    /// The attributes of the tag that starts at `start`, and the end of the tag.
    static func list(of page: ArraySlice<UInt8>, from start: Int) -> ([Attribute], end: Int) {
        var reader = Reader(page: page, index: start + 1)
        reader.skip { !isSpace($0) && $0 != 62 }
        var attributes: [Attribute] = []
        while let attribute = reader.next() { attributes.append(attribute) }
        return (attributes, reader.index)
    }

    static func isSpace(_ byte: UInt8) -> Bool {
        byte == 32 || (9...13).contains(byte)
    }

    private struct Reader {
        let page: ArraySlice<UInt8>
        var index: Int

        mutating func skip(while condition: (UInt8) -> Bool) {
            while index < page.endIndex, condition(page[index]) { index += 1 }
        }

        mutating func next() -> Attribute? {
            skip { Attribute.isSpace($0) || $0 == 47 }
            guard index < page.endIndex, page[index] != 62 else { return nil }
            let start = index
            index += 1
            skip { !Attribute.isSpace($0) && $0 != 61 && $0 != 62 && $0 != 47 }
            let name = String(
                decoding: page[start..<index].map(PageSearch.lowercase),
                as: UTF8.self
            )
            skip(while: Attribute.isSpace)
            guard index < page.endIndex, page[index] == 61 else {
                return Attribute(name: name, value: "", place: index..<index)
            }
            index += 1
            skip(while: Attribute.isSpace)
            return value(named: name)
        }

        private mutating func value(named name: String) -> Attribute? {
            guard index < page.endIndex else { return nil }
            let start = index
            let quote = page[index]
            guard quote == 34 || quote == 39 else {
                skip { !Attribute.isSpace($0) && $0 != 62 }
                return attribute(name, value: start..<index, place: start..<index)
            }
            index += 1
            skip { $0 != quote }
            let inner = start + 1..<index
            index = min(index + 1, page.endIndex)
            return attribute(name, value: inner, place: start..<index)
        }

        private func attribute(
            _ name: String,
            value: Range<Int>,
            place: Range<Int>
        ) -> Attribute {
            let text = String(decoding: page[value], as: UTF8.self)
            return Attribute(name: name, value: PageSearch.unescaped(text), place: place)
        }
    }
}
