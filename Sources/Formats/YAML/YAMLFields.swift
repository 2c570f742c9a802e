// Settings, codebooks, front matter and fenced blocks are all mappings with known keys. They are
// read key by key, by name and type; a key that is unknown, missing or of another type is reported at
// its place.

import Diagnostics
import Text

/// A mapping with known keys, read key by key.
public struct YAMLFields: Sendable {
    /// What the mapping is, for messages: "the settings", "the front matter".
    public let what: String
    /// Where the mapping begins.
    public let location: SourceLocation
    /// The keys and values, in the author's order.
    public let entries: [YAMLNode.Entry]
    private let known: [String]?

    /// Takes a mapping and reports every key that is not known; `known: nil` allows any key.
    ///
    /// An empty document counts as an empty mapping; anything else is reported.
    public init(_ node: YAMLNode, what: String, known: [String]?, log: inout DiagnosticLog) {
        self.what = what
        self.known = known
        location = node.location
        guard case .mapping(let entries, _) = node else {
            self.entries = []
            if node.isNull { return }
            log.report(
                ReadingRule.wrongType,
                at: node.location,
                "\(what) must be a mapping of keys to values, not \(node.kind)",
                excerpt: node.excerpt,
                suggestion: "Write one “key: value” on each line."
            )
            return
        }
        self.entries = entries
        guard let known else { return }
        for entry in entries where !known.contains(entry.key) {
            log.report(
                ReadingRule.unknownKey,
                at: entry.keyLocation,
                "unknown key “\(entry.key)” in \(what)",
                excerpt: entry.keyExcerpt,
                suggestion: Spelling.question(entry.key, known)
                    ?? "Known keys: \(known.joined(separator: ", "))."
            )
        }
    }

    /// The value of a key; `nil` when it is missing or empty.
    public func node(_ key: String) -> YAMLNode? {
        guard let value = entry(key)?.value, !value.isNull else { return nil }
        return value
    }

    /// Whether a key has a value.
    public func has(_ key: String) -> Bool {
        node(key) != nil
    }

    /// The key with its place and value.
    public func entry(_ key: String) -> YAMLNode.Entry? {
        entries.first { $0.key == key }
    }

    /// Where a key's value is, or where the mapping begins when it has none.
    public func location(_ key: String) -> SourceLocation {
        entry(key)?.value.location ?? location
    }

    /// Reports a key without a value.
    public func require(_ key: String, _ log: inout DiagnosticLog) {
        guard !has(key) else { return }
        let place = entry(key)
        log.report(
            ReadingRule.missingKey,
            at: place?.keyLocation ?? location,
            place == nil ? "“\(key)” is missing from \(what)" : "“\(key)” needs a value",
            excerpt: place?.keyExcerpt ?? entries.first?.keyExcerpt
        )
    }

    /// Reports a mistake at a key's value.
    public func report(
        _ rule: some Rule,
        _ key: String,
        _ message: String,
        suggestion: String? = nil,
        _ log: inout DiagnosticLog
    ) {
        let entry = entry(key)
        log.report(
            rule,
            at: location(key),
            message,
            excerpt: entry?.value.excerpt ?? entry?.keyExcerpt,
            suggestion: suggestion
        )
    }
}

// MARK: - Values by type

extension YAMLFields {
    /// The text of a single value, as it is spelled.
    public func string(_ key: String, _ log: inout DiagnosticLog) -> String? {
        value(key, "text", &log) { $0.asString }
    }

    /// The text of a key that must be there.
    public func requiredString(_ key: String, _ log: inout DiagnosticLog) -> String? {
        require(key, &log)
        return string(key, &log)
    }

    /// A whole number, written plainly.
    public func integer(_ key: String, _ log: inout DiagnosticLog) -> Int? {
        value(key, "a whole number such as 3", &log) { $0.asInteger }
    }

    /// `true` or `false`.
    public func bool(_ key: String, _ log: inout DiagnosticLog) -> Bool? {
        value(key, "true or false", &log) { $0.asBool }
    }

    /// A value that is parsed by the caller, such as a date; `kind` names it in the message.
    public func value<Value>(
        _ key: String,
        _ kind: String,
        _ log: inout DiagnosticLog,
        parse: (YAMLNode.Scalar) -> Value?
    ) -> Value? {
        guard let node = node(key) else { return nil }
        if let scalar = node.scalar, let value = parse(scalar) { return value }
        reportType(key, node, kind, &log)
        return nil
    }

    /// One of a list of words; another word is reported with the nearest.
    public func choice(
        _ key: String,
        from words: [String],
        _ log: inout DiagnosticLog
    ) -> String? {
        guard let text = string(key, &log) else { return nil }
        if words.contains(text) { return text }
        report(
            ReadingRule.wrongType,
            key,
            "“\(key)” cannot be “\(text.shortened())”",
            suggestion: Spelling.question(text, words)
                ?? "It is one of: \(words.joined(separator: ", ")).",
            &log
        )
        return nil
    }

    /// A list of texts, empty when the key is missing; a single text counts as a list of one.
    public func strings(_ key: String, _ log: inout DiagnosticLog) -> [String] {
        items(key, &log)
            .compactMap { item in
                if let text = item.scalar?.asString { return text }
                reportType(key, item, "a list of texts", &log)
                return nil
            }
    }

    /// The items of a list, none when the key is missing; a single value counts as a list of one.
    public func items(_ key: String, _ log: inout DiagnosticLog) -> [YAMLNode] {
        guard let node = node(key) else { return [] }
        switch node {
        case .sequence(let items, _): return items
        case .scalar: return [node]
        case .mapping:
            reportType(key, node, "a list", &log)
            return []
        }
    }

    /// A mapping inside this one, whose own keys are checked; `nil` when the key is missing.
    public func fields(
        _ key: String,
        what: String? = nil,
        known: [String]?,
        _ log: inout DiagnosticLog
    ) -> YAMLFields? {
        guard let node = node(key) else { return nil }
        return YAMLFields(node, what: what ?? "“\(key)”", known: known, log: &log)
    }

    /// The mappings of a list, whose own keys are checked.
    public func list(
        _ key: String,
        what: String,
        known: [String]?,
        _ log: inout DiagnosticLog
    ) -> [YAMLFields] {
        items(key, &log).map { YAMLFields($0, what: what, known: known, log: &log) }
    }

    private func reportType(
        _ key: String,
        _ node: YAMLNode,
        _ kind: String,
        _ log: inout DiagnosticLog
    ) {
        log.report(
            ReadingRule.wrongType,
            at: node.location,
            "“\(key)” must be \(kind), not \(node.kind)",
            excerpt: node.excerpt
        )
    }
}
