// JSON as a tree that keeps what other readers discard: where each value is, how a number is
// spelled, and the order of keys.

import Diagnostics

/// A JSON text as read: the tree, and the places of its values.
public struct JSONDocument: Sendable {
    /// The file as the author knows it.
    public let file: String
    /// The value that the text consists of.
    public let root: JSONNode
    /// The text, for places.
    package let text: IndexedText

    /// Joins a tree to the text that it was read from.
    package init(root: JSONNode, text: IndexedText) {
        file = text.source.file
        self.root = root
        self.text = text
    }

    /// Where a value begins.
    public func location(_ node: JSONNode) -> SourceLocation {
        text.location(node.start)
    }

    /// The line around a value with the value marked.
    public func excerpt(_ node: JSONNode) -> Excerpt {
        text.source.excerpt(node.start, node.end)
    }

    /// The place of a key.
    public func location(_ member: JSONNode.Member) -> SourceLocation {
        text.location(member.keyStart)
    }
}

/// A value of a JSON text.
public struct JSONNode: Sendable {
    /// What a value is.
    public enum Value: Sendable {
        /// Keys with values, in the text's order; each key occurs once.
        case object([Member])
        /// A list.
        case array([JSONNode])
        /// A text, without escapes.
        case string(String)
        /// A number as it is spelled.
        case number(String)
        /// `true` or `false`.
        case bool(Bool)
        /// `null`.
        case null
    }

    /// A key of an object with its value.
    public struct Member: Sendable {
        /// The key's text.
        public let key: String
        /// The value.
        public let value: JSONNode
        /// Where the key begins.
        package let keyStart: Int
    }

    /// What it is.
    public let value: Value
    /// The offset of its first byte.
    package let start: Int
    /// The offset behind its last byte.
    package let end: Int

    package init(value: Value, start: Int, end: Int) {
        self.value = value
        self.start = start
        self.end = end
    }

    /// The value of a key, when this is an object that has it.
    public subscript(_ key: String) -> JSONNode? {
        guard case .object(let members) = value else { return nil }
        return members.first { $0.key == key }?.value
    }

    /// The items, when this is a list.
    public var asArray: [JSONNode]? {
        guard case .array(let items) = value else { return nil }
        return items
    }

    /// The text, when this is one.
    public var asString: String? {
        guard case .string(let text) = value else { return nil }
        return text
    }

    /// The number, when this is one that is finite.
    public var asDouble: Double? {
        guard case .number(let text) = value, let number = Double(text) else { return nil }
        return number.isFinite ? number : nil
    }

    /// The whole number, when this is one that is spelled without fraction or exponent.
    public var asInteger: Int? {
        guard case .number(let text) = value else { return nil }
        return Int(text)
    }

    /// What it is, for a message.
    public var kind: String {
        switch value {
        case .object: return "an object"
        case .array: return "a list"
        case .string(let text): return "the text “\(text.shortened())”"
        case .number(let text): return "the number \(text.shortened())"
        case .bool(let truth): return truth ? "true" : "false"
        case .null: return "null"
        }
    }
}
