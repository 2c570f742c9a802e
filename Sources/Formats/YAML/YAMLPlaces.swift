import Diagnostics
import Text

/// Finds where values of a YAML text begin and end, and writes others in their place.
struct YAMLPlaces {
    /// A part of the text, and what replaces it.
    struct Edit {
        let range: Range<String.Index>
        let text: String
    }

    private let text: String
    private let lineStarts: [String.Index]
    private let lineEnd: String
    private let isJSON: Bool

    init(_ text: String) {
        self.text = text
        var starts = [text.startIndex]
        for index in text.indices where text[index].isLineEnd {
            starts.append(text.index(after: index))
        }
        lineStarts = starts
        lineEnd = text.contains("\r\n") ? "\r\n" : "\n"
        isJSON = text.first { !$0.isWhitespace } == "{"
    }

    /// The text with edits, which do not overlap; those at the same place stay in order.
    func text(with edits: [Edit]) -> String {
        var changed = ""
        var end = text.startIndex
        let sorted = edits.enumerated()
            .sorted {
                ($0.element.range.lowerBound, $0.offset) < ($1.element.range.lowerBound, $1.offset)
            }
        for (_, edit) in sorted where edit.range.lowerBound >= end {
            changed += text[end..<edit.range.lowerBound] + edit.text
            end = edit.range.upperBound
        }
        return changed + text[end...]
    }

    /// The edit that makes a change; `nil` when the place is written in a way that is left to the author.
    func edit(_ change: YAMLChange, in root: YAMLNode) -> Edit? {
        switch change {
        case .replace(let path, let new):
            guard case .scalar(let scalar, let location)? = root.node(path),
                let start = index(location),
                let end = end(of: scalar, at: start, below: keyColumn(path, root))
            else { return nil }
            let indent = isFlow(path.dropLast(), root) ? nil : keyColumn(path, root)
            return Edit(range: start..<end, text: written(new, scalar.style, below: indent))
        case .insert(let key, let value, let path, let after):
            return insert(key, value, path, after, root)
        case .divide(let path, let original, let language, let new):
            return divide(path, original, language, new, root)
        }
    }

    // MARK: - Changes

    private func insert(
        _ key: String,
        _ value: YAMLNewValue,
        _ path: [String],
        _ after: String?,
        _ root: YAMLNode
    ) -> Edit? {
        guard let node = root.node(path) else { return nil }
        guard case .mapping(let entries, _) = node else {
            return node.isNull ? insertFirst(key, value, path, root) : nil
        }
        guard
            let last = after.flatMap({ name in entries.first { $0.key == name } }) ?? entries.last,
            let end = end(of: last.value, below: last.keyLocation.column - 1)
        else { return nil }
        if isFlow(path[...], root) {
            return Edit(range: end..<end, text: ", \(written(key)): \(written(value, below: nil))")
        }
        let indent = last.keyLocation.column - 1
        let place = endOfLine(end)
        return Edit(
            range: place..<place,
            text: lineEnd + String(repeating: " ", count: indent)
                + "\(written(key)): \(written(value, below: indent))"
        )
    }

    /// Inserts the first key of a mapping of which only the name is there, as in `words:`.
    private func insertFirst(
        _ key: String,
        _ value: YAMLNewValue,
        _ path: [String],
        _ root: YAMLNode
    ) -> Edit? {
        guard let entry = entry(path, root), let start = index(entry.keyLocation) else {
            return nil
        }
        let indent = entry.keyLocation.column + 1
        let place = endOfLine(start)
        return Edit(
            range: place..<place,
            text: lineEnd + String(repeating: " ", count: indent)
                + "\(written(key)): \(written(value, below: indent))"
        )
    }

    private func divide(
        _ path: [String],
        _ original: String,
        _ language: String,
        _ new: String,
        _ root: YAMLNode
    ) -> Edit? {
        guard case .scalar(let scalar, let location)? = root.node(path),
            let start = index(location),
            let entry = entry(path, root),
            let end = end(of: scalar, at: start, below: entry.keyLocation.column - 1)
        else { return nil }
        if isFlow(path.dropLast(), root) {
            let old = scalar.style == .plain ? quoted(scalar.text) : String(text[start..<end])
            return Edit(
                range: start..<end,
                text: "{\(written(original)): \(old), \(written(language)): \(quoted(new))}"
            )
        }
        let indent = entry.keyLocation.column + 1
        let spaces = String(repeating: " ", count: indent)
        var old = String(text[start..<end])
        if scalar.style == .block {
            old = old.split(separator: lineEnd, omittingEmptySubsequences: false)
                .enumerated().map { $0 == 0 || $1.isEmpty ? String($1) : "  " + $1 }
                .joined(separator: lineEnd)
        } else if old.contains(where: \.isLineEnd) {
            return nil
        }
        var from = start
        while from > text.startIndex, text[text.index(before: from)] == " " {
            from = text.index(before: from)
        }
        let close = endOfLine(end)
        return Edit(
            range: from..<close,
            text: "\(lineEnd)\(spaces)\(original): \(old)\(text[end..<close])"
                + "\(lineEnd)\(spaces)\(language): \(written(new, .quoted, below: indent))"
        )
    }

    // MARK: - Places

    /// The place of a location; `nil` when it is outside the text.
    private func index(_ location: SourceLocation) -> String.Index? {
        guard lineStarts.indices.contains(location.line - 1), location.column > 0 else {
            return nil
        }
        return text.index(
            lineStarts[location.line - 1],
            offsetBy: location.column - 1,
            limitedBy: text.endIndex
        )
    }

    private func endOfLine(_ index: String.Index) -> String.Index {
        text[index...].firstIndex(where: \.isLineEnd) ?? text.endIndex
    }

    /// The entry that a path ends with; `nil` for an item of a list.
    private func entry(_ path: [String], _ root: YAMLNode) -> YAMLNode.Entry? {
        guard case .mapping(let entries, _)? = root.node(path.dropLast()) else { return nil }
        return entries.first { $0.key == path.last }
    }

    /// How far the key of a path, or the nearest above it, is indented.
    private func keyColumn(_ path: [String], _ root: YAMLNode) -> Int {
        var path = path
        while !path.isEmpty {
            if let entry = entry(path, root) { return entry.keyLocation.column - 1 }
            path.removeLast()
        }
        return 0
    }

    /// Whether a mapping or list, or one around it, is written between brackets.
    private func isFlow(_ path: ArraySlice<String>, _ root: YAMLNode) -> Bool {
        var path = Array(path)
        while true {
            if let node = root.node(path), let start = index(node.location), start < text.endIndex,
                node.scalar == nil, text[start] == "{" || text[start] == "["
            {
                return true
            }
            if path.isEmpty { return false }
            path.removeLast()
        }
    }

    /// Where a value ends.
    private func end(of node: YAMLNode, below column: Int) -> String.Index? {
        switch node {
        case .scalar(let scalar, let location):
            return index(location).flatMap { end(of: scalar, at: $0, below: column) }
        case .sequence(let items, let location):
            return closing("]", after: items.last.flatMap { end(of: $0, below: column) }, location)
        case .mapping(let entries, let location):
            let last = entries.last.flatMap { end(of: $0.value, below: $0.keyLocation.column - 1) }
            return closing("}", after: last, location)
        }
    }

    /// The end of a list or mapping whose last value ends somewhere.
    private func closing(
        _ bracket: Character,
        after last: String.Index?,
        _ location: SourceLocation
    ) -> String.Index? {
        guard let start = index(location), start < text.endIndex else { return last }
        guard text[start] == "{" || text[start] == "[" else { return last }
        let from = last ?? text.index(after: start)
        guard let close = text[from...].firstIndex(where: { !$0.isWhitespace && $0 != "," }),
            text[close] == bracket
        else { return nil }
        return text.index(after: close)
    }

    private func end(
        of scalar: YAMLNode.Scalar,
        at start: String.Index,
        below column: Int
    ) -> String.Index? {
        switch scalar.style {
        case .plain:
            guard text[start...].hasPrefix(scalar.text) else { return nil }
            return text.index(start, offsetBy: scalar.text.count)
        case .quoted: return endOfQuotes(start)
        case .block: return endOfBlock(start, below: column)
        }
    }

    private func endOfQuotes(_ start: String.Index) -> String.Index? {
        guard start < text.endIndex else { return nil }
        let quote = text[start]
        guard quote == "\"" || quote == "'" else { return nil }
        var index = text.index(after: start)
        while index < text.endIndex {
            let next = text.index(after: index)
            if text[index] == "\\", quote == "\"" {
                guard next < text.endIndex else { return nil }
                index = text.index(after: next)
            } else if text[index] == quote {
                guard quote == "'", next < text.endIndex, text[next] == "'" else { return next }
                index = text.index(after: next)
            } else {
                index = next
            }
        }
        return nil
    }

    /// The end of the last line that is indented more than the key of a block.
    private func endOfBlock(_ start: String.Index, below column: Int) -> String.Index? {
        var end = endOfLine(start)
        var line = end
        while line < text.endIndex {
            let first = text.index(after: line)
            let close = endOfLine(first)
            let content = text[first..<close]
            let spaces = content.prefix { $0 == " " }.count
            if spaces < content.count {
                if spaces <= column { break }
                end = close
            }
            line = close
        }
        return end
    }

    // MARK: - Writing

    private func quoted(_ text: String) -> String { JSONString.quoted(text) }

    /// A key, in quotation marks where it needs them.
    private func written(_ key: String) -> String {
        let isPlain =
            !isJSON && key.first.map { $0.isASCII && $0.isLetter } == true
            && key.allSatisfy { $0.isASCII && ($0.isLetter || $0.isNumber || "_.-".contains($0)) }
            && !["yes", "no", "true", "false", "null", "on", "off", "y", "n"]
                .contains(key.lowercased())
        return isPlain ? key : quoted(key)
    }

    private func written(_ value: YAMLNewValue, below indent: Int?) -> String {
        switch value {
        case .text(let text): return written(text, .quoted, below: indent)
        case .texts(let texts):
            return "{"
                + texts.map { "\(written($0.key)): \(quoted($0.text))" }.joined(separator: ", ")
                + "}"
        }
    }

    /// A text in quotation marks; a long one, or one in place of a block, as a block of lines.
    private func written(
        _ text: String,
        _ style: YAMLNode.Scalar.Style,
        below indent: Int?
    ) -> String {
        guard let indent, style == .block || text.count > 100 else { return quoted(text) }
        let words = text.split(separator: " ", omittingEmptySubsequences: false)
        let isPlain =
            !words.contains("")
            && text.unicodeScalars.allSatisfy {
                $0.value >= 0x20 && !(0x7F...0x9F).contains($0.value)
                    && ![0x2028, 0x2029, 0xFEFF].contains($0.value)
            }
        guard isPlain else { return quoted(text) }
        let spaces = String(repeating: " ", count: indent + 2)
        var lines: [String] = []
        for word in words {
            if let last = lines.last, last.count + 1 + word.count <= 120 {
                lines[lines.count - 1] = last + " " + word
            } else {
                lines.append(spaces + word)
            }
        }
        return ([">-"] + lines).joined(separator: lineEnd)
    }
}

extension Character {
    fileprivate var isLineEnd: Bool { self == "\n" || self == "\r\n" || self == "\r" }
}
