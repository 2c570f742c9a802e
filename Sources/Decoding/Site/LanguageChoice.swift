// A site in several languages states a text once for each: `title: {en: Civilian harm, ar: …}`. The settings and the
// codebook are read once for every language, with such a mapping replaced by its text in that language, so that
// whatever is read from them exists in every language.

import Diagnostics
import Formats

/// Chooses the texts of one language where a file states a text in several.
struct LanguageChoice {
    /// The languages of the site; the first is that of the original.
    let languages: [String]

    /// The tree with every text that is stated by language replaced by its text in one of them.
    ///
    /// A text that is missing in the language is that of the original, or else the first that is stated.
    /// What is below the keys `kept` stays as it is.
    func node(_ node: YAMLNode, in tag: String, keeping kept: Set<String> = []) -> YAMLNode {
        guard languages.count > 1 else { return node }
        return node.replacingMappings(except: kept) { text($0, in: tag) }
    }

    /// The places of the texts that are stated by language, but not in this one.
    func missing(in tag: String, from node: YAMLNode) -> [SourceLocation] {
        switch node {
        case .scalar: return []
        case .sequence(let items, _): return items.flatMap { missing(in: tag, from: $0) }
        case .mapping(let entries, let location):
            if isText(entries) {
                return entries.contains { $0.key == tag } ? [] : [location]
            }
            return entries.flatMap { missing(in: tag, from: $0.value) }
        }
    }

    private func isText(_ entries: [YAMLNode.Entry]) -> Bool {
        !entries.isEmpty
            && entries.allSatisfy { languages.contains($0.key) && $0.value.scalar != nil }
    }

    private func text(_ entries: [YAMLNode.Entry], in tag: String) -> YAMLNode? {
        guard isText(entries) else { return nil }
        let chosen =
            entries.first { $0.key == tag } ?? entries.first { $0.key == languages.first }
            ?? entries.first
        return chosen?.value
    }
}
