// Mistakes and warnings on their way to the panel: already cut to what fits on a screen, and with nothing in them
// that could hide or move other text.

import Diagnostics
import Text

/// Why the page on the screen is not the newest, as the panel is told.
struct Trouble: Sendable {
    /// The panel's content as JSON on one line.
    let json: [UInt8]
    /// Whether the page on the screen is the newest after all, and only doubts are told.
    var isDoubtOnly = false

    /// The panel lists this many; the terminal has them all.
    static let mostShown = 100
    private static let lead = 60
    private static let trail = 60
    private static let longestMark = 120

    /// A build that the author's mistakes have stopped; they come before what is only doubtful.
    init(mistakes: [Diagnostic]) {
        json = Trouble.list(mistakes)
    }

    /// A build that went well, with warnings.
    init(warnings: [Diagnostic]) {
        json = Trouble.list(warnings)
        isDoubtOnly = true
    }

    private static func list(_ found: [Diagnostic]) -> [UInt8] {
        let sorted = found.sorted()
        let errors = sorted.filter { $0.severity == .error }
        let warnings = sorted.filter { $0.severity == .warning }
        return json(errors: errors.count, warnings: warnings.count, failure: nil) { list in
            list.array("list", (errors + warnings).prefix(mostShown)) { list, diagnostic in
                list.object { write(diagnostic, into: &$0) }
            }
        }
    }

    /// A build that something other than the content has stopped.
    init(failure: String) {
        let failure = Trouble.visible(failure, keepsLines: true)
        json = Trouble.json(errors: 0, warnings: 0, failure: failure) { list in
            list.array("list", EmptyCollection<Diagnostic>()) { _, _ in }
        }
    }

    private static func json(
        errors: Int,
        warnings: Int,
        failure: String?,
        _ list: (inout JSONWriter) -> Void
    ) -> [UInt8] {
        var json = JSONWriter(.compact)
        json.object { panel in
            panel.member("mistakes", errors)
            panel.member("warnings", warnings)
            panel.member("failure", failure)
            list(&panel)
        }
        return json.finished()
    }

    private static func write(_ diagnostic: Diagnostic, into entry: inout JSONWriter) {
        entry.member("place", visible(diagnostic.location.description))
        entry.member("severity", diagnostic.severity.rawValue)
        entry.member("message", visible(diagnostic.message))
        if let excerpt = diagnostic.excerpt {
            entry.object("excerpt") { write(excerpt, into: &$0) }
        } else {
            entry.null("excerpt")
        }
        entry.member("suggestion", diagnostic.suggestion.map { visible($0, keepsLines: true) })
        entry.member("rule", diagnostic.rule)
    }

    /// The line in three parts, the middle one being what is wrong.
    private static func write(_ excerpt: Excerpt, into parts: inout JSONWriter) {
        let characters = Array(excerpt.text)
        let start = min(excerpt.start, characters.count)
        let end = min(start + excerpt.length, characters.count)
        var before = visible(String(characters[max(0, start - lead)..<start]))
        var marked = visible(String(characters[start..<min(end, start + longestMark)]))
        var after = visible(String(characters[end..<min(characters.count, end + trail)]))
        if start > lead { before = "…" + before }
        if end - start > longestMark { marked += "…" }
        if characters.count - end > trail { after += "…" }
        parts.member("before", before)
        parts.member("marked", marked)
        parts.member("after", after)
    }

    /// Replaces controls and the marks that turn the direction of text.
    private static func visible(_ text: String, keepsLines: Bool = false) -> String {
        String(
            text.map { character -> Character in
                guard let scalar = character.unicodeScalars.first else { return character }
                if keepsLines, character.isNewline { return "\n" }
                switch scalar.properties.generalCategory {
                case .control, .format, .lineSeparator, .paragraphSeparator:
                    return character == "\t" ? " " : "\u{FFFD}"
                default: return character
                }
            }
        )
    }
}
