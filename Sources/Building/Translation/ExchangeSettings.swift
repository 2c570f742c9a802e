// The texts of the settings and the codebook. They are changed one by one in the author's files, so that comments, order and
// line breaks stay.

import Decoding
import Diagnostics
import Formats

/// The texts of one file of settings, and how each of them is changed.
struct ExchangeSettings: Sendable {
    let texts: [ExchangeText]
    private let file: TranslationSources.Texts
    private let changes: [String: Change]

    /// How the translation of a text is written.
    private enum Change {
        case replace([String])
        case insert(String, into: [String], after: String?)
        case divide([String])
        /// A label of a value in a list that the file does not have yet.
        case newLabels(String, column: [String])
    }

    /// Lists the texts of a file.
    init(_ file: TranslationSources.Texts, languages: [String], tag: String) {
        var walk = Walk(file: file, languages: languages, tag: tag)
        walk.enter(file.root, [], [])
        texts = walk.texts
        changes = walk.changes
        self.file = file
    }

    private struct Walk {
        let file: TranslationSources.Texts
        let languages: [String]
        let tag: String
        var texts: [ExchangeText] = []
        var changes: [String: Change] = [:]

        mutating func enter(_ node: YAMLNode, _ path: [String], _ names: [String]) {
            switch node {
            case .scalar: return
            case .sequence(let items, _):
                for (index, item) in items.enumerated() {
                    let name = item.node(["name"])?.scalar?.text ?? String(index + 1)
                    enter(item, path + [String(index)], names + [name])
                }
            case .mapping(let entries, _): enter(entries, path, names)
            }
        }

        private mutating func enter(
            _ entries: [YAMLNode.Entry],
            _ path: [String],
            _ names: [String]
        ) {
            let isText =
                !entries.isEmpty
                && entries.allSatisfy { languages.contains($0.key) && $0.value.scalar != nil }
            if isText { return addMapping(entries, path, names) }
            for entry in entries where !file.kept.contains(entry.key) {
                let path = path + [entry.key]
                let names = names + [entry.key]
                if file.hasSiblings, entry.key == "labels" || entry.key.hasPrefix("labels.") {
                    continue
                }
                if let scalar = entry.value.scalar, names.first == "measures", entry.key == "label"
                {
                    if !scalar.isNull { add(names, entry.value, "", .divide(path)) }
                } else if file.plain.contains(entry.key), let scalar = entry.value.scalar {
                    addPlain(entry, scalar, siblings: entries, path, names)
                } else {
                    enter(entry.value, path, names)
                }
            }
            if file.hasSiblings { addLabels(entries, path, names) }
        }

        private mutating func addMapping(
            _ entries: [YAMLNode.Entry],
            _ path: [String],
            _ names: [String]
        ) {
            guard
                let original = entries.first(where: { $0.key == languages.first }) ?? entries.first,
                original.key != tag
            else { return }
            let own = entries.first { $0.key == tag }
            add(
                names,
                original.value,
                own?.value.scalar?.text ?? "",
                own == nil ? .insert(tag, into: path, after: nil) : .replace(path + [tag])
            )
        }

        private mutating func addPlain(
            _ entry: YAMLNode.Entry,
            _ scalar: YAMLNode.Scalar,
            siblings: [YAMLNode.Entry],
            _ path: [String],
            _ names: [String]
        ) {
            guard !scalar.isNull else { return }
            guard file.hasSiblings else {
                return add(names, entry.value, "", .divide(path))
            }
            let key = "\(entry.key).\(tag)"
            let own = siblings.first { $0.key == key }
            add(
                names,
                entry.value,
                own?.value.scalar?.text ?? "",
                own == nil
                    ? .insert(key, into: path.dropLast(), after: entry.key)
                    : .replace(path.dropLast() + [key])
            )
        }

        /// The labels of values, of which the codebook has one for some languages at least.
        private mutating func addLabels(
            _ entries: [YAMLNode.Entry],
            _ path: [String],
            _ names: [String]
        ) {
            let lists = entries.filter { $0.key == "labels" || $0.key.hasPrefix("labels.") }
            guard !lists.isEmpty else { return }
            let own = lists.first { $0.key == "labels.\(tag)" }
            var seen: Set<String> = []
            for list in lists {
                guard case .mapping(let labels, _) = list.value else { continue }
                for label in labels where seen.insert(label.key).inserted {
                    let current = own?.value.node([label.key])
                    let original = lists.first { $0.key == "labels" }?.value.node([label.key])
                    let change: Change =
                        current != nil
                        ? .replace(path + ["labels.\(tag)", label.key])
                        : own != nil
                            ? .insert(label.key, into: path + ["labels.\(tag)"], after: nil)
                            : .newLabels(label.key, column: names)
                    add(
                        names + ["labels", label.key],
                        original ?? label.value,
                        current?.scalar?.text ?? "",
                        change,
                        original: original?.scalar?.text ?? label.key
                    )
                }
            }
        }

        private mutating func add(
            _ names: [String],
            _ node: YAMLNode,
            _ current: String,
            _ change: Change,
            original: String? = nil
        ) {
            let text = original ?? node.scalar?.text ?? ""
            let trimmed = text.hasSuffix("\n") ? String(text.dropLast()) : text
            guard !trimmed.isEmpty else { return }
            var entry = ExchangeText(
                address: "\(file.path)#\(names.joined(separator: "/"))",
                original: trimmed,
                current: current.hasSuffix("\n") ? String(current.dropLast()) : current
            )
            entry.reference = "\(file.path):\(node.location.line)"
            guard changes.updateValue(change, forKey: entry.address) == nil else { return }
            texts.append(entry)
        }
    }

    /// The file with new translations, and those that an author must write.
    func changed(_ new: [String: String], languages: [String], tag: String) -> ExchangeChange? {
        guard !new.isEmpty else { return nil }
        var edits: [YAMLChange] = []
        var written: [ExchangeText] = []
        var byHand: [String] = []
        for text in texts {
            guard let translation = new[text.address], let change = changes[text.address] else {
                continue
            }
            switch change {
            case .replace(let path): edits.append(.replace(path: path, text: translation))
            case .insert(let key, let path, let after):
                edits.append(
                    .insert(key: key, value: .text(translation), into: path, after: after)
                )
            case .divide(let path):
                edits.append(
                    .divide(
                        path: path,
                        original: languages.first ?? "en",
                        language: tag,
                        text: translation
                    )
                )
            case .newLabels(let value, let column):
                byHand.append(
                    "\(text.reference): add to \(column.joined(separator: "/")) "
                        + "labels.\(tag): {\"\(value)\": \"\(translation)\"}"
                )
                continue
            }
            written.append(text)
        }
        let result = YAMLEditor.text(file.text, changes: edits)
        byHand += result.refused.map { position in
            let text = written[position]
            return "\(text.reference): \(tag): “\(new[text.address] ?? "")” for “\(text.original)”"
        }
        return ExchangeChange(
            path: file.path,
            text: result.refused.count == edits.count ? nil : result.text,
            count: edits.count - result.refused.count,
            byHand: byHand
        )
    }
}
