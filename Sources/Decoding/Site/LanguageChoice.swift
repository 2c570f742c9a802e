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

    /// The tree with the properties named in `keys` replaced by those of one language, which stand beside them as
    /// `title.ar`.
    func choosingSiblings(_ keys: Set<String>, of node: YAMLNode, in tag: String) -> YAMLNode {
        guard languages.count > 1 else { return node }
        switch node {
        case .scalar: return node
        case .sequence(let items, let location):
            return .sequence(items.map { choosingSiblings(keys, of: $0, in: tag) }, location)
        case .mapping(let entries, let location):
            var chosen: [YAMLNode.Entry] = []
            for entry in entries {
                guard let (key, language) = sibling(entry.key, keys) else {
                    let own = entries.first { $0.key == "\(entry.key).\(tag)" }
                    if keys.contains(entry.key), own != nil { continue }
                    chosen.append(
                        entry.replacing(value: choosingSiblings(keys, of: entry.value, in: tag))
                    )
                    continue
                }
                if language == tag { chosen.append(entry.replacing(key: key)) }
            }
            return .mapping(chosen, location)
        }
    }

    /// The places of the texts that are not stated in a language.
    ///
    /// These are texts that are stated by language, and single texts under the keys `plain`. What is below the keys `names` is the same in every language.
    func missing(
        in tag: String,
        from node: YAMLNode,
        plain: Set<String>,
        names: Set<String> = []
    ) -> [SourceLocation] {
        switch node {
        case .scalar: return []
        case .sequence(let items, _):
            return items.flatMap { missing(in: tag, from: $0, plain: plain, names: names) }
        case .mapping(let entries, let location):
            if isText(entries) {
                return entries.contains { $0.key == tag } ? [] : [location]
            }
            let keys = Set(entries.map(\.key))
            return entries.flatMap { entry in
                if plain.contains(entry.key), let scalar = entry.value.scalar {
                    let isStated = scalar.text.isEmpty || keys.contains("\(entry.key).\(tag)")
                    return isStated ? [] : [entry.value.location]
                }
                return names.contains(entry.key)
                    ? [] : missing(in: tag, from: entry.value, plain: plain, names: names)
            }
        }
    }

    /// The property and the language of a key such as `title.ar`; `nil` for any other key.
    private func sibling(_ key: String, _ keys: Set<String>) -> (key: String, language: String)? {
        guard let dot = key.firstIndex(of: ".") else { return nil }
        let property = String(key[..<dot])
        let language = String(key[key.index(after: dot)...])
        guard keys.contains(property), languages.contains(language) else { return nil }
        return (property, language)
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
