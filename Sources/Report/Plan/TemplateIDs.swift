// The ids that a page's templates state. They are read from the text of the templates, because headings are
// named before any page is rendered.

import Decoding
import Markdown
import Records
import Text

/// Finds the ids of the pages on which texts stand.
struct TemplateIDs {
    private let sources: [String: [UInt8]]
    private var found: [String: ReservedIDs] = [:]

    /// The beginnings of ids that the program makes: references, sources and blocks.
    private static let made: Set<String> = ["ref-", "src-", "block-", "exh-"]

    init(_ templates: [TemplateSource]) {
        sources = Dictionary(
            templates.map { ($0.path, $0.bytes) },
            uniquingKeysWith: { first, _ in first }
        )
    }

    /// The ids of the page that an article or a narrative stands on.
    mutating func reserved(for article: Article, isNarrative: Bool) -> ReservedIDs {
        let template =
            isNarrative
            ? "strike.html"
            : article.path == "index.md" ? "index.html" : article.template ?? "article.html"
        return reserved(on: template)
    }

    /// The ids that a template and its parts state.
    mutating func reserved(on template: String) -> ReservedIDs {
        if let known = found[template] { return known }
        var ids = ReservedIDs(prefixes: TemplateIDs.made)
        var seen: Set<String> = []
        collect(template, &ids, &seen)
        found[template] = ids
        return ids
    }

    /// These templates with all that they extend, include or import from, and so on.
    func templates(usedBy first: Set<String>) -> Set<String> {
        var ids = ReservedIDs(prefixes: [])
        var seen: Set<String> = []
        for template in first.sorted() { collect(template, &ids, &seen) }
        return seen
    }

    /// Adds the ids of a template and of those that it extends or includes.
    private func collect(_ path: String, _ ids: inout ReservedIDs, _ seen: inout Set<String>) {
        guard seen.insert(path).inserted, let bytes = sources[path] else { return }
        let statements = bytes.withUnsafeBufferPointer { bytes in
            var scan = TemplateScan(bytes: bytes)
            return scan.all()
        }
        for statement in statements {
            switch statement {
            case .id(let id): ids.names.insert(id)
            case .beginning(let prefix): ids.prefixes.insert(prefix)
            case .template(let other): collect(other, &ids, &seen)
            }
        }
    }
}

/// Reads the bytes of a template, because a regular expression takes longer than the parsing of all templates.
private struct TemplateScan {
    let bytes: UnsafeBufferPointer<UInt8>
    private var index = 0

    /// What a template states.
    enum Statement {
        /// An id.
        case id(String)
        /// The beginning of an id that an expression completes.
        case beginning(String)
        /// Another template that it extends, includes or imports from.
        case template(String)
    }

    init(bytes: UnsafeBufferPointer<UInt8>) { self.bytes = bytes }

    mutating func all() -> [Statement] {
        var statements: [Statement] = []
        while index < bytes.count {
            let start = index
            if let statement = bytes[start] == UInt8(ascii: "{") ? template() : id() {
                statements.append(statement)
            } else {
                index = start + 1
            }
        }
        return statements
    }

    /// ` id="…` at this place.
    private mutating func id() -> Statement? {
        guard skipSpace(), take("id") else { return nil }
        skipSpace()
        guard take("=") else { return nil }
        skipSpace()
        guard takeQuote() else { return nil }
        let id = text { $0 == UInt8(ascii: "{") || TemplateScan.isQuote($0) }
        guard index < bytes.count, bytes[index] == UInt8(ascii: "{") else { return .id(id) }
        return id.isEmpty ? nil : .beginning(id)
    }

    /// `{% extends "…"` at this place, or another tag that names a template.
    private mutating func template() -> Statement? {
        guard take("{%") else { return nil }
        if !take("+") { take("-") }
        skipSpace()
        guard take("extends") || take("include") || take("import") || take("from"), skipSpace(),
            takeQuote()
        else { return nil }
        let name = text(upTo: TemplateScan.isQuote)
        return name.isEmpty || !takeQuote() ? nil : .template(name)
    }

    /// Passes over white space; whether there is any.
    @discardableResult
    private mutating func skipSpace() -> Bool {
        let start = index
        while index < bytes.count, bytes[index] == Byte.space || (9...13).contains(bytes[index]) {
            index += 1
        }
        return index > start
    }

    /// Passes over a text; whether it stands here.
    @discardableResult
    private mutating func take(_ text: StaticString) -> Bool {
        let text = UnsafeBufferPointer(start: text.utf8Start, count: text.utf8CodeUnitCount)
        guard bytes[index...].starts(with: text) else { return false }
        index += text.count
        return true
    }

    private mutating func takeQuote() -> Bool {
        guard index < bytes.count, TemplateScan.isQuote(bytes[index]) else { return false }
        index += 1
        return true
    }

    /// Takes the text before a byte that meets a condition, or before the end.
    private mutating func text(upTo isEnd: (UInt8) -> Bool) -> String {
        let rest = bytes[index...]
        let end = rest.firstIndex(where: isEnd) ?? rest.endIndex
        defer { index = end }
        return String(decoding: bytes[index..<end], as: UTF8.self)
    }

    private static func isQuote(_ byte: UInt8) -> Bool {
        byte == UInt8(ascii: "\"") || byte == UInt8(ascii: "'")
    }
}
