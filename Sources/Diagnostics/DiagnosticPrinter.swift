/// Turns diagnostics into the text that an author reads.
public struct DiagnosticPrinter: Sendable {
    /// Whether to mark severities with terminal colours.
    public var usesColor: Bool

    /// Makes a printer; colours are for terminals only.
    public init(usesColor: Bool = false) {
        self.usesColor = usesColor
    }

    /// One diagnostic: place and message, the marked excerpt, the suggestion, the rule's name.
    public func text(_ diagnostic: Diagnostic) -> String {
        var lines = [
            bold("\(diagnostic.location):") + " " + label(diagnostic.severity) + ": "
                + diagnostic.message
        ]
        if let excerpt = diagnostic.excerpt {
            let window = Window(excerpt)
            lines.append(indent + window.text)
            lines.append(indent + window.marker)
        }
        if let suggestion = diagnostic.suggestion {
            for line in suggestion.split(separator: "\n", omittingEmptySubsequences: false) {
                lines.append(indent + line)
            }
        }
        lines.append(indent + "[\(diagnostic.rule)]")
        return lines.joined(separator: "\n")
    }

    /// All diagnostics of a log, sorted, with an empty line after each; empty when there are none.
    ///
    /// Errors come last: a terminal shows the end, and they must not scroll away above warnings.
    public func text(_ log: DiagnosticLog) -> String {
        let sorted = log.sorted
        let warnings = sorted.filter { $0.severity == .warning }
        let errors = sorted.filter { $0.severity == .error }
        return (warnings + errors).map { text($0) + "\n\n" }.joined()
    }

    /// The closing count, such as "2 errors, 1 warning"; `nil` when there is nothing to count.
    public func summary(_ log: DiagnosticLog) -> String? {
        let sorted = log.sorted
        let errors = sorted.count { $0.severity == .error }
        let warnings = sorted.count - errors
        let parts = [counted(errors, "error"), counted(warnings, "warning")].compactMap(\.self)
        return parts.isEmpty ? nil : parts.joined(separator: ", ")
    }

    private let indent = "     "

    private func counted(_ number: Int, _ noun: String) -> String? {
        number == 0 ? nil : "\(number) \(noun)\(number == 1 ? "" : "s")"
    }

    private func label(_ severity: Severity) -> String {
        guard usesColor else { return severity.rawValue }
        switch severity {
        case .error: return "\u{1B}[1;31merror\u{1B}[0m"
        case .warning: return "\u{1B}[1;33mwarning\u{1B}[0m"
        }
    }

    private func bold(_ text: String) -> String {
        usesColor ? "\u{1B}[1m\(text)\u{1B}[0m" : text
    }
}

/// The part of a long line that fits a terminal, with the mark under it.
private struct Window {
    let text: String
    let marker: String

    private static let width = 90

    init(_ excerpt: Excerpt) {
        let characters = Array(excerpt.text).map(Window.visible)
        let start = min(excerpt.start, characters.count)
        let end = min(max(start + excerpt.length, start + 1), max(characters.count, start + 1))
        var first = 0
        if end > Window.width { first = max(0, min(start - 30, characters.count - Window.width)) }
        let last = min(characters.count, first + Window.width)
        let head = first > 0 ? "…" : ""
        let tail = last < characters.count ? "…" : ""
        text = head + String(characters[first..<last]) + tail
        let marked = max(1, min(end, last) - start)
        marker =
            String(repeating: " ", count: head.count + start - first)
            + String(repeating: "^", count: marked)
    }

    /// Replaces what would move the cursor or hide, so that the mark stays under its text.
    private static func visible(_ character: Character) -> Character {
        guard let scalar = character.unicodeScalars.first else { return character }
        switch scalar.properties.generalCategory {
        case .control, .format, .lineSeparator, .paragraphSeparator:
            return character == "\t" ? " " : "\u{FFFD}"
        default: return character
        }
    }
}
