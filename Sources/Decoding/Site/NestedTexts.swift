// A private cell of a JSON file may be an object. Its keys and braces are nobody's secret, and stand in every other
// JSON file; what must not be published are the texts and numbers in it.

import Text

/// The texts and numbers that a list or an object of JSON holds.
struct NestedTexts {
    private(set) var all: [String] = []

    /// `nil` when the cell is neither a list nor an object.
    init?(_ cell: String) {
        guard let first = cell.utf8.first, "{[".utf8.contains(first) else { return nil }
        let source = SourceText(file: "", bytes: Array(cell.utf8))
        guard let parsed = try? JSONParser.parse(IndexedText(source)) else { return nil }
        add(parsed.document.root)
    }

    private mutating func add(_ node: JSONNode) {
        switch node.value {
        case .object(let members): for member in members { add(member.value) }
        case .array(let items): for item in items { add(item) }
        case .string(let text), .number(let text): all.append(text)
        case .bool, .null: break
        }
    }
}
