// Reads YAML with Yams and turns its nodes into a tree with places. What is dangerous or surprising in
// YAML is refused with a message: aliases (they can grow without bound), repeated keys (one of the two
// values would silently win), deep nesting and very long texts.

import Diagnostics
import Yams

/// Reads a YAML text into a ``YAMLNode``.
public enum YAMLReader {
    /// The longest text that is read, in bytes.
    public static let sizeLimit = 1 << 20
    /// How deep lists and mappings may be nested.
    public static let depthLimit = 100

    /// What came of reading a document.
    enum Outcome {
        /// There is nothing in it.
        case empty
        /// It cannot be read, which is reported.
        case broken
        /// It says this.
        case tree(YAMLNode)

        /// What it says; `nil` when it is empty or broken.
        var node: YAMLNode? {
            switch self {
            case .tree(let node): node
            case .empty, .broken: nil
            }
        }
    }

    /// Reads one document; `nil` when it is empty or broken, which is reported then.
    public static func read(
        _ source: String,
        file: String,
        firstLine: Int = 1,
        log: inout DiagnosticLog
    ) -> YAMLNode? {
        outcome(source, file: file, firstLine: firstLine, log: &log).node
    }

    /// Reads one document; a broken one is reported.
    static func outcome(
        _ source: String,
        file: String,
        firstLine: Int = 1,
        log: inout DiagnosticLog
    ) -> Outcome {
        guard source.utf8.count <= sizeLimit else {
            log.report(
                ReadingRule.fileTooLarge,
                at: SourceLocation(file: file, line: firstLine),
                "the YAML text has \(source.utf8.count) bytes; at most \(sizeLimit) are read"
            )
            return .broken
        }
        var lines = YAMLLines(source, file: file, firstLine: firstLine)
        // Each repeated key costs another reading; a long text gets fewer.
        for number in 0...(source.utf8.count > 1 << 16 ? 5 : CappedLog.limit) {
            do {
                return try tree(&lines, &log)
            } catch YamlError.duplicatedKeysInMapping(let keys, let context) {
                guard
                    lines.renameRepeatedKey(keys, context.mark, number, &log)
                else { return .broken }
            } catch let error as YamlError {
                YAMLSyntax(lines).report(error, &log)
                return .broken
            } catch {
                YAMLSyntax(lines).report("\(error)", nil, nil, &log)
                return .broken
            }
        }
        return .broken
    }

    private static func tree(
        _ lines: inout YAMLLines,
        _ log: inout DiagnosticLog
    ) throws -> Outcome {
        // Scalars stay texts: the types that Yams finds by regular expressions are not asked for.
        let parser = try Parser(yaml: lines.text, resolver: .basic, encoding: .utf8)
        // Anchors are weak references into the parser: it must outlive the walk that looks for them.
        return try withExtendedLifetime(parser) {
            guard let root = try parser.singleRoot() else { return .empty }
            var walk = YAMLWalk(lines: lines)
            return walk.node(root, depth: 1, &log).map { .tree($0) } ?? .broken
        }
    }
}

/// One walk over Yams's nodes.
private struct YAMLWalk {
    var lines: YAMLLines

    mutating func node(_ node: Node, depth: Int, _ log: inout DiagnosticLog) -> YAMLNode? {
        let location = lines.location(node.mark)
        if node.anchor != nil {
            log.report(
                ReadingRule.yamlAlias,
                at: location,
                "anchors (&name) and aliases (*name) are not read",
                excerpt: lines.excerpt(node.mark, ""),
                suggestion: "Write the value out where it is needed."
            )
            return nil
        }
        guard depth <= YAMLReader.depthLimit else {
            log.report(
                ReadingRule.nestingTooDeep,
                at: location,
                "lists and mappings are nested more than \(YAMLReader.depthLimit) deep",
                excerpt: lines.excerpt(node.mark, "")
            )
            return nil
        }
        if let tag = tag(node) {
            log.report(
                ReadingRule.yamlTag,
                at: location,
                "the tag “\(tag)” is not read",
                excerpt: lines.excerpt(node.mark, ""),
                suggestion: "Delete it. A number or date that is meant as text needs quotes."
            )
        }
        switch node {
        case .scalar(let scalar):
            let excerpt = lines.excerpt(node.mark, scalar.string)
            DirectionControls.report(scalar.string, at: location, excerpt: excerpt, &log)
            checkControls(scalar.string, excerpt, location, &log)
            if style(scalar) == .plain { checkComment(scalar.string, excerpt, location, &log) }
            return .scalar(
                YAMLNode.Scalar(text: scalar.string, style: style(scalar), excerpt: excerpt),
                location
            )
        case .sequence(let sequence):
            var items: [YAMLNode] = []
            for item in sequence {
                if let item = self.node(item, depth: depth + 1, &log) { items.append(item) }
            }
            return .sequence(items, location)
        case .mapping(let mapping):
            var entries: [YAMLNode.Entry] = []
            for (key, value) in mapping {
                if let entry = entry(key, value, depth, &log) { entries.append(entry) }
            }
            return .mapping(entries, location)
        case .alias:
            return nil
        }
    }

    /// Reports a control character, which an escape such as `"\e"` can bring into a value.
    private func checkControls(
        _ value: String,
        _ excerpt: Excerpt,
        _ location: SourceLocation,
        _ log: inout DiagnosticLog
    ) {
        guard value.mayHoldControl else { return }
        let found = value.unicodeScalars.first { scalar in
            switch scalar {
            case "\t", "\n", "\r", "\u{85}": false
            case "\u{0}"..."\u{1F}", "\u{7F}"..."\u{9F}", "\u{FFFE}", "\u{FFFF}": true
            default: false
            }
        }
        guard let found else { return }
        let digits = String(found.value, radix: 16, uppercase: true)
        log.report(
            ReadingRule.controlCharacter,
            at: location,
            "this text contains the control character U+\(String(repeating: "0", count: 4 - digits.count))\(digits)",
            excerpt: excerpt,
            suggestion:
                "Delete it. In double quotes, a backslash begins an escape; write \\\\ for a backslash."
        )
    }

    /// Reports a plain value after which the line goes on with `#` and a letter or digit: the author seems to
    /// have meant it as a part of the value.
    private func checkComment(
        _ value: String,
        _ excerpt: Excerpt,
        _ location: SourceLocation,
        _ log: inout DiagnosticLog
    ) {
        guard excerpt.text.holds(UInt8(ascii: "#")) else { return }
        let rest = excerpt.text.dropFirst(excerpt.start)
        guard !value.isEmpty, rest.hasPrefix(value) else { return }
        let after = rest.dropFirst(value.count)
        let comment = after.drop { $0 == " " || $0 == "\t" }
        guard comment.count < after.count, comment.first == "#",
            let next = comment.dropFirst().first, next.isLetter || next.isNumber
        else { return }
        // A date or a truth is complete, and words after it can only be a comment.
        if next.isLetter, value.wholeMatch(of: #/[0-9][0-9:.,TZ+ \-]*|true|false/#) != nil {
            return
        }
        let start = excerpt.text.count - comment.count
        log.report(
            ReadingRule.yamlComment,
            at: SourceLocation(file: location.file, line: location.line, column: start + 1),
            "“ #” begins a comment, so the value ends before it: “\(value.shortened())”",
            excerpt: Excerpt(excerpt.text, start: start, length: comment.count),
            suggestion: "Put the whole value in quotes. A comment has a space after its #."
        )
    }

    private mutating func entry(
        _ key: Node,
        _ value: Node,
        _ depth: Int,
        _ log: inout DiagnosticLog
    ) -> YAMLNode.Entry? {
        guard let name = key.scalar?.string else {
            log.report(
                ReadingRule.wrongType,
                at: lines.location(key.mark),
                "a key must be a single value, not a list or mapping",
                excerpt: lines.excerpt(key.mark, "")
            )
            return nil
        }
        if YAMLLines.isRenamed(name) { return nil }
        let location = lines.location(key.mark)
        let excerpt = lines.excerpt(key.mark, name)
        checkControls(name, excerpt, location, &log)
        guard let value = node(value, depth: depth + 1, &log) else { return nil }
        return YAMLNode.Entry(
            key: name,
            keyLocation: location,
            keyExcerpt: excerpt,
            value: value
        )
    }

    /// The tag that the author wrote before a value, if there is one.
    private func tag(_ node: Node) -> String? {
        let tag: Tag
        switch node {
        case .scalar(let scalar): tag = scalar.tag
        case .sequence(let sequence): tag = sequence.tag
        case .mapping(let mapping): tag = mapping.tag
        case .alias: return nil
        }
        let name = tag.description
        guard !name.isEmpty else { return nil }
        // Yams gives this tag to every quoted text.
        if let scalar = node.scalar, style(scalar) != .plain, name == Tag.Name.str.rawValue {
            return nil
        }
        let standard = "tag:yaml.org,2002:"
        return name.hasPrefix(standard) ? "!!" + name.dropFirst(standard.count) : name
    }

    private func style(_ scalar: Node.Scalar) -> YAMLNode.Scalar.Style {
        switch scalar.style {
        case .any, .plain: return .plain
        case .singleQuoted, .doubleQuoted: return .quoted
        case .literal, .folded: return .block
        }
    }
}
