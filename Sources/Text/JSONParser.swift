/// Builds the tree of a JSON text.
package struct JSONParser {
    private var repeatedKeys: [RepeatedKey] = []

    /// A key that occurs twice in one object.
    package struct RepeatedKey: Sendable {
        /// The key's text.
        package let key: String
        /// The range of its second occurrence.
        package let span: Range<Int>
        /// The offset of its first occurrence.
        package let first: Int
    }

    /// Reads the only value of a text; of keys that are repeated the first one counts.
    package static func parse(
        _ text: IndexedText
    ) throws(JSONMistake) -> (document: JSONDocument, repeated: [RepeatedKey]) {
        var parser = JSONParser()
        var scanner = JSONScanner(text.bytes)
        let root = try parser.value(&scanner)
        try scanner.end()
        return (JSONDocument(root: root, text: text), parser.repeatedKeys)
    }

    private mutating func value(_ scanner: inout JSONScanner) throws(JSONMistake) -> JSONNode {
        let kind = try scanner.next()
        let start = scanner.position
        let value: JSONNode.Value
        switch kind {
        case .object: value = try object(&scanner)
        case .array: value = try array(&scanner)
        case .string: value = .string(try scanner.string())
        case .number: value = .number(try scanner.number())
        case .word: value = scanner.word().map { .bool($0) } ?? .null
        }
        return JSONNode(value: value, start: start, end: scanner.position)
    }

    private mutating func array(
        _ scanner: inout JSONScanner
    ) throws(JSONMistake) -> JSONNode.Value {
        var items: [JSONNode] = []
        try scanner.enter()
        while try scanner.hasItem() { items.append(try value(&scanner)) }
        return .array(items)
    }

    private mutating func object(
        _ scanner: inout JSONScanner
    ) throws(JSONMistake) -> JSONNode.Value {
        var members: [JSONNode.Member] = []
        var seen: [String: Int] = [:]
        try scanner.enter()
        while let key = try scanner.nextKey() {
            let node = try value(&scanner)
            let start = key.span.lowerBound
            if let first = seen[key.text] {
                repeatedKeys.append(RepeatedKey(key: key.text, span: key.span, first: first))
            } else {
                seen[key.text] = start
                members.append(JSONNode.Member(key: key.text, value: node, keyStart: start))
            }
        }
        return .object(members)
    }
}
