// Coarsening is stated for a column, for a grading or for one record, in the same words.

import Diagnostics
import Formats
import Records
import Text

/// Reads how coarsely facts are shown.
struct CoarseningReader {
    let fields: YAMLFields

    /// What `coarsen` says of a column, whose fact need not be named.
    func ofColumn(_ role: Role?, _ log: inout DiagnosticLog) -> Coarsening {
        var coarsening = Coarsening()
        guard let node = fields.node("coarsen") else { return coarsening }
        let key: String =
            switch role {
            case .latitude?, .longitude?: "coordinates"
            case .date?, .dateEnd?, .datePrecision?: "date"
            case .some(let role): role.standardColumn
            case nil: ""
            }
        if !coarsening.read(key, CoarseningReader.value(node)) { report(node, &log) }
        return coarsening
    }

    /// What `coarsen` says of a grading.
    func ofGrading(_ log: inout DiagnosticLog) -> Coarsening {
        var coarsening = Coarsening()
        guard let node = fields.node("coarsen") else { return coarsening }
        guard case .mapping(let entries, _) = node else {
            report(node, &log)
            return coarsening
        }
        for entry in entries where !coarsening.read(entry.key, CoarseningReader.value(entry.value))
        {
            report(entry.value, &log)
        }
        return coarsening
    }

    /// What a cell says of a record; `nil` when it cannot be carried out.
    static func ofCell(_ text: String, _ kind: ResourceKind) -> Coarsening? {
        var coarsening = Coarsening()
        for part in text.split(separator: ";") {
            let words = part.split(separator: ":", maxSplits: 1).map { QueryText.trimmed($0) }
            if words.joined().isEmpty { continue }
            guard words.count == 2, coarsening.read(words[0], words[1], of: kind)
            else { return nil }
        }
        return coarsening
    }

    /// A word, or the number of `{decimals: 2}`.
    private static func value(_ node: YAMLNode) -> String {
        if case .mapping(let entries, _) = node, entries.count == 1, entries[0].key == "decimals" {
            return entries[0].value.scalar?.text ?? ""
        }
        return node.scalar?.text ?? ""
    }

    private func report(_ node: YAMLNode, _ log: inout DiagnosticLog) {
        log.report(
            CodebookRule.coarsenInvalid,
            at: node.location,
            "this is no way to show a fact more coarsely",
            excerpt: node.excerpt,
            suggestion: "Write \(Coarsening.forms)."
        )
    }
}
