// An article that its author holds back must not be published because the key was spelled differently or because
// another generator marks drafts in another way. Nothing is guessed: the author decides, and until then
// the report is not built.

import Diagnostics
import Formats
import Records
import Text

/// Finds articles that may be drafts though `draft` does not say so, and keys that are probably misspelled.
struct DraftCheck {
    let file: String
    let fields: YAMLFields?

    /// Reports everything about an article that may mean “do not publish”.
    func check(_ log: inout DiagnosticLog) {
        let entries = fields?.entries ?? []
        for entry in entries where !ArticleReader.known.contains(entry.key) {
            if DraftCheck.mayHoldBack(entry) || isTimed(entry) {
                log.report(
                    ArticleRule.draftDoubtful,
                    at: entry.keyLocation,
                    "“\(entry.key.shortened())” may mean that the article is a draft, but only “draft” is read",
                    excerpt: entry.keyExcerpt,
                    suggestion:
                        "Write draft: true to keep it out of the report, or delete the line."
                )
            } else if let known = likelyKey(entry.key) {
                log.report(
                    ArticleRule.keyDoubtful,
                    at: entry.keyLocation,
                    "“\(entry.key.shortened())” is a key of your own, but looks like “\(known)”",
                    excerpt: entry.keyExcerpt,
                    suggestion: "Write \(known): if you mean that key."
                )
            }
        }
        if !entries.contains(where: { $0.key == "draft" }) { checkPath(&log) }
    }

    private func checkPath(_ log: inout DiagnosticLog) {
        let parts = file.split(separator: "/").dropFirst()
        let doubtful =
            parts.first { $0.hasPrefix("_") && !DraftCheck.isSectionIndex($0) }
            ?? parts.dropLast().first { ["draft", "drafts"].contains($0.lowercased()) }
        guard let doubtful else { return }
        log.report(
            ArticleRule.draftDoubtful,
            at: SourceLocation(file: file),
            "the name “\(String(doubtful).shortened())” may mean that the article is a draft",
            suggestion:
                "Write draft: true in its front matter to keep it out of the report, or draft: false to publish it."
        )
    }

    /// What other generators call a key that readers would miss.
    private static let synonyms = [
        "lang": "language", "locale": "language", "byline": "authors",
    ]

    /// The known key that is missing here and that an unknown key means elsewhere, or differs from in one letter or in
    /// capitals.
    private func likelyKey(_ key: String) -> String? {
        let folded = DraftCheck.folded(key)
        if let known = DraftCheck.synonyms[folded], fields?.node(known) == nil { return known }
        return ArticleReader.known.first { known in
            let isNear =
                folded == known
                || known.utf8.count >= 5 && DraftCheck.differByOneLetter(folded, known)
            return isNear && fields?.node(known) == nil
        }
    }

    private static func mayHoldBack(_ entry: YAMLNode.Entry) -> Bool {
        let key = folded(entry.key)
        let value = entry.value.scalar?.text.lowercased() ?? ""
        if ["draft", "drafts", "isdraft"].contains(key) { return !denials.contains(value) }
        if ["published", "publish", "ispublished", "public"].contains(key) {
            return denials.contains(value)
        }
        if ["status", "state", "visibility", "poststatus"].contains(key) {
            return holds.contains(value)
        }
        if ["unpublished", "private", "hidden", "unlisted"].contains(key)
            || differByOneLetter(key, "draft")
        {
            return confirmations.contains(value)
        }
        return false
    }

    /// Hugo's name for the text of a section, which is no draft.
    private static func isSectionIndex(_ name: Substring) -> Bool {
        name.hasPrefix("_index.") && name.hasSuffix(".md")
    }

    /// Whether a key gives a time at which another generator begins or ends to publish the article.
    ///
    /// Only a beginning that is not after the article's own date is certainly past: the report must be the same on
    /// every day, so nothing is compared with the clock.
    private func isTimed(_ entry: YAMLNode.Entry) -> Bool {
        let value = entry.value.scalar?.text ?? ""
        guard !value.isEmpty else { return false }
        switch DraftCheck.folded(entry.key) {
        case "publishdate", "publishon", "publishat", "pubdate", "embargo", "embargountil":
            let date = fields?.node("date")?.scalar?.text ?? ""
            return date.isEmpty || value.prefix(10) > date.prefix(10)
        case "expirydate", "unpublishdate", "expires", "expiredate": return true
        default: return false
        }
    }

    private static let denials: Set = ["false", "no", "off", "0", "n"]
    private static let confirmations: Set = ["true", "yes", "on", "1", "y"]
    private static let holds: Set = [
        "draft", "drafts", "pending", "private", "unpublished", "hidden", "wip", "embargoed",
    ]

    private static func folded(_ key: String) -> String {
        key.lowercased().filter { $0 != "_" && $0 != "-" && $0 != " " }
    }

    /// Whether one letter added, left out or replaced, or two neighbours swapped, makes one word the other.
    private static func differByOneLetter(_ left: String, _ right: String) -> Bool {
        let (a, b) = (Array(left.utf8), Array(right.utf8))
        guard a != b, abs(a.count - b.count) <= 1 else { return false }
        let start = zip(a, b).prefix { $0 == $1 }.count
        let (restA, restB) = (a[start...], b[start...])
        if a.count != b.count {
            return a.count > b.count
                ? restA.dropFirst().elementsEqual(restB) : restB.dropFirst().elementsEqual(restA)
        }
        if restA.dropFirst().elementsEqual(restB.dropFirst()) { return true }
        return restA.prefix(2).reversed().elementsEqual(restB.prefix(2))
            && restA.dropFirst(2).elementsEqual(restB.dropFirst(2))
    }
}
