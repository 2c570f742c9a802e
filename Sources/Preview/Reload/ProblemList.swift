// Mistakes and warnings as the panel shows them: shortened to what fits on a screen, and without characters
// that could hide or reorder other text.

import Diagnostics
import Text

/// The content of the panel: mistakes, warnings, or the reason why a build failed.
struct ProblemList: Sendable {
    /// The panel's content as JSON on one line.
    let json: [UInt8]
    /// Whether the list has warnings only, so that the page on the screen is up to date.
    var isWarningsOnly = false

    /// The panel lists at most this many; the terminal lists all.
    private static let maximumShown = 100
    /// How much of a line is shown before and after the marked part, in characters.
    private static let context = 60
    private static let maximumMark = 120

    /// A build that mistakes stopped; errors are listed before warnings.
    init(mistakes: [Diagnostic]) {
        json = ProblemList.list(mistakes)
    }

    /// A build that succeeded with warnings.
    init(warnings: [Diagnostic]) {
        json = ProblemList.list(warnings)
        isWarningsOnly = true
    }

    private static func list(_ found: [Diagnostic]) -> [UInt8] {
        let sorted = found.sorted()
        let errors = sorted.filter { $0.severity == .error }
        let warnings = sorted.filter { $0.severity == .warning }
        return json(errors: errors.count, warnings: warnings.count, failure: nil) { list in
            list.array("list", (errors + warnings).prefix(maximumShown)) { list, diagnostic in
                list.object { write(diagnostic, into: &$0) }
            }
        }
    }

    /// A build that something other than the content stopped.
    init(failure: String) {
        let failure = ProblemList.visible(failure, keepsLines: true)
        json = ProblemList.json(errors: 0, warnings: 0, failure: failure) { list in
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

    /// Writes the line in three parts, of which the middle one is wrong.
    private static func write(_ excerpt: Excerpt, into parts: inout JSONWriter) {
        let characters = Array(excerpt.text)
        let start = min(excerpt.start, characters.count)
        let end = min(start + excerpt.length, characters.count)
        var before = visible(String(characters[max(0, start - context)..<start]))
        var marked = visible(String(characters[start..<min(end, start + maximumMark)]))
        var after = visible(String(characters[end..<min(characters.count, end + context)]))
        if start > context { before = "…" + before }
        if end - start > maximumMark { marked += "…" }
        if characters.count - end > context { after += "…" }
        parts.member("before", before)
        parts.member("marked", marked)
        parts.member("after", after)
    }

    /// Replaces control characters and characters that change the direction of text.
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
