// A column that protects people must be described in the codebook to be read. The description is added to the
// author's text, line by line, so that comments and order stay as they are.

import Diagnostics
import Formats
import Records

/// Adds descriptions to a codebook in YAML.
struct CodebookEditing {
    private let node: YAMLNode
    private var lines: [Substring]

    /// Takes the text of a codebook; `nil` when it cannot be read.
    init?(_ text: String, file: String) {
        var log = DiagnosticLog()
        guard let node = YAMLReader.read(text, file: file, log: &log), !log.hasErrors else {
            return nil
        }
        self.node = node
        lines = text.split(separator: "\n", omittingEmptySubsequences: false)
    }

    /// The text with a private column added to a table; `nil` when its columns are not a list with a line each.
    func adding(column: String, to kind: ResourceKind) -> String? {
        let resource = items(node, "resources").first { text($0, "name") == kind.rawValue }
        guard let schema = resource.flatMap({ value($0, "schema") }) else { return nil }
        return adding(after: items(schema, "fields").last) { [$0 + "- {name: \(column)}"] }
    }

    /// The text with a table of corrections added.
    func addingCorrections() -> String? {
        let columns = ["record", "field", "reason", "date", "kind"]
        return adding(after: items(node, "resources").last) { indent in
            [
                indent + "- name: corrections", indent + "  path: data/corrections.csv",
                indent + "  schema:", indent + "    fields:",
            ] + columns.map { indent + "      - {name: \($0), public: true}" }
        }
    }

    private func adding(
        after item: YAMLNode?,
        _ added: (_ indent: String) -> [String]
    ) -> String? {
        guard let item else { return nil }
        let start = item.location.line - 1
        guard lines.indices.contains(start) else { return nil }
        let indent = lines[start].prefix { $0 == " " }
        guard lines[start].dropFirst(indent.count).hasPrefix("-") else { return nil }
        var end = start
        for place in lines.indices[(start + 1)...] {
            let line = lines[place]
            let text = line.drop { $0 == " " || $0 == "\r" }
            if text.isEmpty { continue }
            guard line.prefix(while: { $0 == " " }).count > indent.count else { break }
            end = place
        }
        let lineEnd = lines[start].hasSuffix("\r") ? "\r" : ""
        var result = lines.map { String($0) }
        result.insert(contentsOf: added(String(indent)).map { $0 + lineEnd }, at: end + 1)
        return result.joined(separator: "\n")
    }

    private func value(_ node: YAMLNode, _ key: String) -> YAMLNode? {
        guard case .mapping(let entries, _) = node else { return nil }
        return entries.first { $0.key == key }?.value
    }

    private func items(_ node: YAMLNode, _ key: String) -> [YAMLNode] {
        guard case .sequence(let items, _)? = value(node, key) else { return [] }
        return items
    }

    private func text(_ node: YAMLNode, _ key: String) -> String {
        value(node, key)?.scalar?.text ?? ""
    }
}
