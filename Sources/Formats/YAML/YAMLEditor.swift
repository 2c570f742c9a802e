// A program that rewrites an author's YAML would lose its comments, quotes and line breaks. This changes single values in
// the text, reads the result again, and refuses a change after which anything else is different.

import Diagnostics
import Text

/// A change to a YAML text.
///
/// Paths name keys, and items of lists by their numbers from 0.
package enum YAMLChange: Sendable {
    /// Another text in place of one.
    case replace(path: [String], text: String)
    /// A new key below the others of a mapping, or after one of them.
    case insert(key: String, value: YAMLNewValue, into: [String], after: String?)
    /// A mapping by language in place of a text, which becomes that of one of the languages.
    case divide(path: [String], original: String, language: String, text: String)
}

/// A value to be written.
package enum YAMLNewValue: Sendable {
    /// A text.
    case text(String)
    /// Texts by key, on one line.
    case texts([(key: String, text: String)])
}

/// Changes values in a YAML text and leaves everything else as it is.
package struct YAMLEditor {
    /// The text with the changes, and which of them could not be made, by their positions.
    package static func text(
        _ text: String,
        changes: [YAMLChange]
    ) -> (text: String, refused: [Int]) {
        if let changed = applying(changes, to: text) { return (changed, []) }
        var current = text
        var refused: [Int] = []
        for (position, change) in changes.enumerated() {
            if let changed = applying([change], to: current) {
                current = changed
            } else {
                refused.append(position)
            }
        }
        return (current, refused)
    }

    /// The text with all changes; `nil` if one cannot be made, or if more would change.
    private static func applying(_ changes: [YAMLChange], to text: String) -> String? {
        guard let root = tree(text) else { return nil }
        var expected = values(root)
        var edits: [YAMLPlaces.Edit] = []
        let places = YAMLPlaces(text)
        for change in changes {
            guard let edit = places.edit(change, in: root),
                expect(change, in: &expected, root)
            else { return nil }
            edits.append(edit)
        }
        let changed = places.text(with: edits)
        guard let tree = tree(changed), values(tree) == expected else { return nil }
        return changed
    }

    private static func tree(_ text: String) -> YAMLNode? {
        var log = DiagnosticLog()
        let node = YAMLReader.read(text, file: "", log: &log)
        return log.hasErrors ? nil : node
    }

    /// Changes what the text is expected to say.
    private static func expect(
        _ change: YAMLChange,
        in values: inout [[String]: String],
        _ root: YAMLNode
    ) -> Bool {
        switch change {
        case .replace(let path, let text): values[path] = text
        case .insert(let key, let value, let path, _):
            guard let node = root.node(path), values[path + [key]] == nil else { return false }
            if node.isNull { values[path] = nil }
            switch value {
            case .text(let text): values[path + [key]] = text
            case .texts(let texts):
                for item in texts { values[path + [key, item.key]] = item.text }
            }
        case .divide(let path, let original, let language, let text):
            values[path + [original]] = values.removeValue(forKey: path)
            values[path + [language]] = text
        }
        return true
    }

    /// Every single value of a tree by its path.
    private static func values(_ node: YAMLNode) -> [[String]: String] {
        var values: [[String]: String] = [:]
        func add(_ node: YAMLNode, _ path: [String]) {
            switch node {
            case .scalar(let scalar, _):
                // A line break at the end of a block is no part of the text for readers.
                values[path] =
                    scalar.style == .block && scalar.text.hasSuffix("\n")
                    ? String(scalar.text.dropLast()) : scalar.text
            case .sequence(let items, _):
                for (index, item) in items.enumerated() { add(item, path + [String(index)]) }
            case .mapping(let entries, _):
                for entry in entries { add(entry.value, path + [entry.key]) }
            }
        }
        add(node, [])
        return values
    }
}

extension YAMLNode {
    /// The node at a path of keys and of numbers from 0.
    package func node(_ path: [String]) -> YAMLNode? {
        guard let first = path.first else { return self }
        let rest = Array(path.dropFirst())
        switch self {
        case .scalar: return nil
        case .sequence(let items, _):
            guard let index = Int(first), items.indices.contains(index) else { return nil }
            return items[index].node(rest)
        case .mapping(let entries, _):
            return entries.first { $0.key == first }?.value.node(rest)
        }
    }
}
