// A YAML text as a tree in which every key and value has its place. Values keep their spelling: whether
// "016" is a number or "yes" a boolean is decided, strictly, where the value is read.

import Diagnostics
import Text

/// A YAML tree with places.
public indirect enum YAMLNode: Sendable {
    /// Keys with values, in the author's order; each key occurs once.
    case mapping([Entry], SourceLocation)
    /// A list.
    case sequence([YAMLNode], SourceLocation)
    /// A single value.
    case scalar(Scalar, SourceLocation)

    /// A key of a mapping with its value.
    public struct Entry: Sendable {
        /// The key's text.
        public let key: String
        /// The place of the key.
        public let keyLocation: SourceLocation
        /// The line of the key with the key marked.
        public let keyExcerpt: Excerpt
        /// The value.
        public let value: YAMLNode

        /// The entry with another key or value, at the same place.
        public func replacing(key: String? = nil, value: YAMLNode? = nil) -> Entry {
            Entry(
                key: key ?? self.key,
                keyLocation: keyLocation,
                keyExcerpt: keyExcerpt,
                value: value ?? self.value
            )
        }
    }

    /// A single value as it is spelled.
    public struct Scalar: Sendable {
        /// How a value is written.
        public enum Style: Sendable {
            /// Without quotes.
            case plain
            /// In single or double quotes.
            case quoted
            /// As an indented block after `|` or `>`.
            case block
        }

        /// The text, without quotes and escapes.
        public let text: String
        /// How it is written.
        public let style: Style
        /// The line on which it begins, with the value marked.
        public let excerpt: Excerpt
    }

    /// The tree with some mappings replaced: those for whose entries `replace` returns a node.
    ///
    /// What is below the keys `kept` of the outermost mapping stays as it is.
    public func replacingMappings(
        except kept: Set<String> = [],
        _ replace: ([Entry]) -> YAMLNode?
    ) -> YAMLNode {
        switch self {
        case .scalar: return self
        case .sequence(let items, let location):
            return .sequence(items.map { $0.replacingMappings(replace) }, location)
        case .mapping(let entries, let location):
            if let other = replace(entries) { return other }
            let entries = entries.map {
                kept.contains($0.key)
                    ? $0 : $0.replacing(value: $0.value.replacingMappings(replace))
            }
            return .mapping(entries, location)
        }
    }

    /// Where the node begins.
    public var location: SourceLocation {
        switch self {
        case .mapping(_, let location), .sequence(_, let location), .scalar(_, let location):
            return location
        }
    }

    /// The line around the beginning of the node, if it holds anything that can be shown.
    public var excerpt: Excerpt? {
        switch self {
        case .mapping(let entries, _): return entries.first?.keyExcerpt
        case .sequence(let items, _): return items.first?.excerpt
        case .scalar(let scalar, _): return scalar.excerpt
        }
    }

    /// The value when the node is a single one.
    public var scalar: Scalar? {
        guard case .scalar(let scalar, _) = self else { return nil }
        return scalar
    }

    /// Whether the node is an empty value, `~` or `null`.
    public var isNull: Bool {
        scalar?.isNull ?? false
    }

    /// What the node is, for a message: "a list", "text", "the number 3".
    public var kind: String {
        switch self {
        case .mapping: return "a mapping"
        case .sequence: return "a list"
        case .scalar(let scalar, _):
            return scalar.isNull ? "empty" : "“\(scalar.text.shortened())”"
        }
    }
}

extension YAMLNode.Scalar {
    /// Whether the value is empty, `~` or `null`, without quotes.
    public var isNull: Bool {
        style == .plain && ["", "~", "null", "Null", "NULL"].contains(text)
    }

    /// The text; `nil` for an empty value.
    public var asString: String? {
        isNull ? nil : text
    }

    /// The integer that is written without quotes, sign `+`, leading zeros or fraction.
    public var asInteger: Int? {
        guard style == .plain, let value = Int(text), String(value) == text else { return nil }
        return value
    }

    /// The truth that is written `true` or `false` without quotes; nothing else is one.
    public var asBool: Bool? {
        guard style == .plain else { return nil }
        return text == "true" ? true : text == "false" ? false : nil
    }
}
