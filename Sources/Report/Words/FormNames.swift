// A plural form that stands for several numbers must say which of them it is: without {n}, a page would name a thing and
// leave out how many there are. Forms for 0, 1 and 2 may say the number in words, or by the ending of a noun.

import Diagnostics
import Formats
import Templates

extension LanguageReader {
    /// Reports the first name in braces that a form for several numbers lacks, and that the model's general form has.
    static func reportForms(
        of entry: YAMLNode.Entry,
        as model: Phrase,
        in text: String,
        _ rule: PluralRule,
        _ log: inout DiagnosticLog
    ) {
        guard case .mapping(let forms, _) = entry.value else { return }
        let wanted = model.generalPlaceholders
        if wanted.isEmpty { return }
        for form in forms {
            guard let category = PluralCategory(rawValue: form.key),
                let missing = wanted.subtracting(Phrase(form.value.scalar?.text ?? "").placeholders)
                    .min(),
                rule.isForSeveral(category)
            else { continue }
            log.report(
                LanguageRule.badPlaceholders,
                at: form.keyLocation,
                "the form “\(form.key)” of “\(entry.key)” lacks {\(missing)}, which \(text) has",
                excerpt: form.keyExcerpt,
                suggestion: "It stands for several numbers, so readers could not tell which."
            )
        }
    }

    /// The texts of a word by plural form; a word without forms has the general one.
    static func texts(byFormOf node: YAMLNode) -> [PluralCategory: String] {
        guard case .mapping(let entries, _) = node else {
            return [.other: node.scalar?.text ?? ""]
        }
        let pairs = entries.compactMap { entry in
            PluralCategory(rawValue: entry.key).map { ($0, entry.value.scalar?.text ?? "") }
        }
        return Dictionary(pairs) { first, _ in first }
    }
}

extension PluralRule {
    /// Whether a form stands for a number greater than two.
    public func isForSeveral(_ form: PluralCategory) -> Bool {
        // A thousand numbers show every form; whole millions are those of French.
        (3...1_000).contains { category($0) == form } || category(1_000_000) == form
    }
}
