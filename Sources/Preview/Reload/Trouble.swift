// Mistakes and warnings on their way to the panel: already cut to what fits on a screen, and with nothing in them
// that could hide or move other text.

import Diagnostics

/// Why the page on the screen is not the newest, as the panel is told.
struct Trouble: Sendable {
    let json: JSON
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

    private static func list(_ found: [Diagnostic]) -> JSON {
        let sorted = found.sorted()
        let errors = sorted.filter { $0.severity == .error }
        let warnings = sorted.filter { $0.severity == .warning }
        return .object([
            ("mistakes", .number(errors.count)),
            ("warnings", .number(warnings.count)),
            ("failure", .null),
            ("list", .array((errors + warnings).prefix(mostShown).map(entry))),
        ])
    }

    /// A build that something other than the content has stopped.
    init(failure: String) {
        json = .object([
            ("mistakes", .number(0)),
            ("warnings", .number(0)),
            ("failure", .string(Trouble.visible(failure, keepsLines: true))),
            ("list", .array([])),
        ])
    }

    private static func entry(_ diagnostic: Diagnostic) -> JSON {
        .object([
            ("place", .string(visible(diagnostic.location.description))),
            ("severity", .string(diagnostic.severity.rawValue)),
            ("message", .string(visible(diagnostic.message))),
            ("excerpt", diagnostic.excerpt.map(excerpt) ?? .null),
            ("suggestion", .string(diagnostic.suggestion.map { visible($0, keepsLines: true) })),
            ("rule", .string(diagnostic.rule)),
        ])
    }

    /// The line in three parts, the middle one being what is wrong.
    private static func excerpt(_ excerpt: Excerpt) -> JSON {
        let characters = Array(excerpt.text)
        let start = min(excerpt.start, characters.count)
        let end = min(start + excerpt.length, characters.count)
        var before = visible(String(characters[max(0, start - lead)..<start]))
        var marked = visible(String(characters[start..<min(end, start + longestMark)]))
        var after = visible(String(characters[end..<min(characters.count, end + trail)]))
        if start > lead { before = "…" + before }
        if end - start > longestMark { marked += "…" }
        if characters.count - end > trail { after += "…" }
        return .object([
            ("before", .string(before)), ("marked", .string(marked)), ("after", .string(after)),
        ])
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
