import Diagnostics
import Formats

/// A text of a site with its translation, as translators get and return it.
struct ExchangeText: Sendable {
    /// Where the text stands; the same from one export to the next.
    let address: String
    /// The text to translate.
    let original: String
    /// The translation that the site has; empty when there is none.
    let current: String
    /// The translation that is offered, where the site has none; usually empty.
    var proposed = ""
    /// Whether the original has changed since it was translated.
    var isOutdated = false
    /// What translators should know.
    var notes: [String] = []
    /// The file and line of the original.
    var reference = ""
    /// What a translation must hold.
    var demand = Demand.nothing

    /// What a translation must hold.
    enum Demand: Sendable {
        /// Anything.
        case nothing
        /// The links to records that the original holds, in one paragraph.
        case links
        /// The names in braces of these texts; those of the second may be missing.
        case names(Set<String>, optional: Set<String>)
    }

    /// The text as an entry of a PO file.
    var entry: PortableObject.Entry {
        var entry = PortableObject.Entry(context: address, original: original)
        entry.translation = current.isEmpty ? proposed : current
        entry.isFuzzy = isOutdated && !current.isEmpty
        entry.notes = notes
        entry.reference = reference
        return entry
    }

    /// What is wrong with a translation: a sentence, advice, and the part that is wrong if it stands in it.
    func problems(_ translation: String) -> [Problem] {
        switch demand {
        case .nothing: return []
        case .links: return linkProblems(translation)
        case .names(let needed, let optional):
            let names = ExchangeText.names(in: translation)
            let extra = names.subtracting(needed).sorted()
                .map { name in
                    Problem(
                        message: "“{\(name)}” does not stand in the original",
                        advice: "Keep the names in braces as they are; they are filled in.",
                        part: "{\(name)}"
                    )
                }
            let missing = needed.subtracting(names).subtracting(optional).sorted()
                .map { name in
                    Problem(
                        message: "the translation lacks “{\(name)}”",
                        advice: "Keep the names in braces as they are; they are filled in.",
                        part: nil
                    )
                }
            return extra + missing
        }
    }

    /// What is wrong with a translation.
    struct Problem {
        let message: String
        let advice: String
        let part: String?
    }

    private func linkProblems(_ translation: String) -> [Problem] {
        var problems: [Problem] = []
        var missing = RecordLink.all(in: original).map(\.target)
        for link in RecordLink.all(in: translation) {
            if let same = missing.firstIndex(of: link.target) {
                missing.remove(at: same)
                continue
            }
            problems.append(
                Problem(
                    message: "the original has no link to “\(link.target)”",
                    advice: "Copy what stands in the round brackets from the original.",
                    part: link.target
                )
            )
        }
        problems += missing.map { target in
            Problem(
                message: "the translation lacks the link to “\(target)”",
                advice: "Link the words that stand for it: […](\(target))",
                part: nil
            )
        }
        let lines = translation.split(separator: "\n", omittingEmptySubsequences: false)
        if lines.contains(where: { $0.allSatisfy(\.isWhitespace) }) {
            problems.append(
                Problem(
                    message: "an empty line divides the translation of one paragraph",
                    advice: "Translate a paragraph as one.",
                    part: nil
                )
            )
        }
        return problems
    }

    /// The names in braces that a text holds.
    static func names(in text: String) -> Set<String> {
        var names: Set<String> = []
        for part in text.split(separator: "{", omittingEmptySubsequences: false).dropFirst() {
            guard let end = part.firstIndex(of: "}") else { continue }
            let name = part[..<end]
            if !name.isEmpty,
                name.allSatisfy({ $0.isASCII && ($0.isLetter || $0 == "_" || $0.isNumber) })
            {
                names.insert(String(name))
            }
        }
        return names
    }
}

/// A link to records as it is written in an article.
struct RecordLink: Sendable {
    /// Where it leads, such as `figure:killed?grading=counted`.
    let target: String
    /// The words that are linked; empty when they are not next to it.
    let label: String

    private static let schemes = ["figure:", "claim:", "strike:", "source:", "media:"]

    /// The links of a text, in order.
    static func all(in text: String) -> [RecordLink] {
        var links: [RecordLink] = []
        var index = text.startIndex
        while index < text.endIndex {
            let rest = text[index...]
            guard schemes.contains(where: rest.hasPrefix),
                let end = end(of: rest, after: text[..<index])
            else {
                index = text.index(after: index)
                continue
            }
            links.append(
                RecordLink(target: String(text[index..<end]), label: label(text[..<index]))
            )
            index = end
        }
        return links
    }

    /// Where the target of a link ends; `nil` when no link stands before it.
    private static func end(of rest: Substring, after before: Substring) -> String.Index? {
        guard let bracket = before.last(where: { $0 != " " }) else { return nil }
        let isBesideWords = before.last == "(" && before.dropLast().last == "]"
        let isBelow = bracket == ":" && before.last == " " && before.contains("]:")
        guard isBesideWords || before.last == "<" || isBelow else { return nil }
        var depth = 0
        for index in rest.indices {
            switch rest[index] {
            case "(": depth += 1
            case ")":
                if depth == 0 { return index }
                depth -= 1
            case ">":
                if before.last == "<" { return index }
            default: if rest[index].isWhitespace { return index }
            }
        }
        return rest.endIndex
    }

    private static func label(_ before: Substring) -> String {
        guard before.hasSuffix("](") else { return "" }
        let words = before.dropLast(2)
        return words.lastIndex(of: "[").map { String(words[words.index(after: $0)...]) } ?? ""
    }

    /// What translators should know of it.
    var note: String {
        let words = label.isEmpty ? "" : "“\(label.split(separator: "\n").joined(separator: " "))” "
        let what =
            target.hasPrefix("figure:")
            ? "a number of the records"
            : target.hasPrefix("media:") ? "a picture or recording" : "a link to a record"
        let advice =
            label.isEmpty
            ? "keep it as it is" : "translate the words, and keep (\(target)) as it is"
        return "\(words)is \(what): \(advice)."
    }
}
