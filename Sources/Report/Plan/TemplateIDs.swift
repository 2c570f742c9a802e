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
    private static let made: Set<String> = ["ref-", "src-", "block-"]

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
        if let known = found[template] { return known }
        var ids = ReservedIDs(prefixes: TemplateIDs.made)
        var seen: Set<String> = []
        collect(template, &ids, &seen)
        found[template] = ids
        return ids
    }

    /// Adds the ids of a template and of those that it extends or includes.
    private func collect(_ path: String, _ ids: inout ReservedIDs, _ seen: inout Set<String>) {
        guard seen.insert(path).inserted, let bytes = sources[path] else { return }
        let text = String(decoding: bytes, as: UTF8.self)
        for id in text.matches(of: #/\sid\s*=\s*["']([^"'{]*)(\{?)/#) {
            if id.output.2.isEmpty {
                ids.names.insert(String(id.output.1))
            } else if !id.output.1.isEmpty {
                ids.prefixes.insert(String(id.output.1))
            }
        }
        for other in text.matches(
            of: #/\{%[+\-]?\s*(?:extends|include|import|from)\s+["']([^"']+)["']/#
        ) {
            collect(String(other.output.1), &ids, &seen)
        }
    }
}
