/// Turns diagnostics into the text that an author reads.
public struct DiagnosticPrinter: Sendable {
    /// Whether to mark severities with terminal colours.
    public var usesColor: Bool
    /// How many mistakes of one rule are printed for one file; `nil` prints all.
    public var limit: Int?

    /// How many mistakes of one rule are printed for one file unless the author wants all of them.
    public static let usualLimit = 10

    /// Makes a printer; colours are for terminals only.
    public init(usesColor: Bool = false, limit: Int? = nil) {
        self.usesColor = usesColor
        self.limit = limit
    }

    /// One diagnostic: place and message, the marked excerpt, the suggestion, the rule's name.
    public func text(_ diagnostic: Diagnostic) -> String {
        var lines = [
            bold("\(diagnostic.location):".visibleLine) + " " + label(diagnostic.severity) + ": "
                + diagnostic.message.visibleLine
        ]
        if let excerpt = diagnostic.excerpt {
            let window = Window(excerpt)
            lines.append(indent + window.text)
            lines.append(indent + window.marker)
        }
        if let suggestion = diagnostic.suggestion {
            for line in suggestion.split(separator: "\n", omittingEmptySubsequences: false) {
                lines.append(indent + String(line).visibleLine)
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
        let errors = sorted.filter { $0.severity == .error }
        let warnings = sorted.filter { $0.severity == .warning }
        return (warnings + errors).map { text($0) + "\n\n" }.joined()
    }

    /// What a command prints of a log: its diagnostics and the closing counts; empty when there are none.
    ///
    /// With a limit, only the first mistakes of a rule in a file are printed, and warnings beside errors are
    /// only counted. The mistakes of each rule are counted, unless all can be seen at a glance.
    public func report(_ log: DiagnosticLog) -> String {
        guard let summary = summary(log) else { return "" }
        let sorted = log.sorted
        let errors = sorted.filter { $0.severity == .error }
        let warnings = sorted.filter { $0.severity == .warning }
        let printedWarnings = limit != nil && !errors.isEmpty ? [] : warnings
        let printed = limited(printedWarnings) + limited(errors)
        let omitted = sorted.count - printed.count { $0.isDiagnostic }
        var text = printed.map { $0.text + "\n\n" }.joined()
        if omitted > 0 || sorted.count > DiagnosticPrinter.usualLimit {
            text += table(warnings, "Warnings") + table(errors, "Errors")
        }
        text += summary + "\n"
        if omitted > 0 {
            text += "\(omitted) not printed here: recount check --all prints every message\n"
        }
        return text
    }

    /// The closing count, such as "2 errors, 1 warning"; `nil` when there is nothing to count.
    public func summary(_ log: DiagnosticLog) -> String? {
        let sorted = log.sorted
        let errors = sorted.count { $0.severity == .error }
        let warnings = sorted.count - errors
        let parts = [counted(errors, "error"), counted(warnings, "warning")].compactMap(\.self)
        return parts.isEmpty ? nil : parts.joined(separator: ", ")
    }

    /// Sorted diagnostics as far as the limit allows, and after the last of a rule in a file how many more
    /// there are.
    private func limited(_ sorted: [Diagnostic]) -> [(text: String, isDiagnostic: Bool)] {
        let totals = RuleCounts(sorted).perFile
        var printed: [RuleCounts.Place: Int] = [:]
        var lines: [(text: String, isDiagnostic: Bool)] = []
        for diagnostic in sorted {
            let place = RuleCounts.Place(diagnostic)
            let number = (printed[place] ?? 0) + 1
            printed[place] = number
            if let limit, number > limit { continue }
            lines.append((text(diagnostic), true))
            let more = (totals[place] ?? 0) - number
            if number == limit, more > 0 {
                lines.append(
                    (
                        "\(indent)… and \(more) more [\(place.rule)] in \(place.file.visibleLine)",
                        false
                    )
                )
            }
        }
        return lines
    }

    /// How often each rule was broken, and in which files.
    private func table(_ sorted: [Diagnostic], _ title: String) -> String {
        let rules = RuleCounts(sorted).rules
        guard !rules.isEmpty else { return "" }
        let width = rules.map { String($0.count).count }.max() ?? 0
        let nameWidth = rules.map(\.rule.count).max() ?? 0
        let rows = rules.map { rule in
            let number = String(rule.count)
            let files = rule.files.prefix(3).joined(separator: ", ").visibleLine
            let more = rule.files.count > 3 ? " and \(rule.files.count - 3) more" : ""
            return indent + String(repeating: " ", count: width - number.count) + number + "  "
                + rule.rule.padded(to: nameWidth) + "  " + files + more + "\n"
        }
        return "\(title) by rule:\n" + rows.joined() + "\n"
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

extension String {
    /// The text with spaces at its end, so that it is at least `width` characters wide.
    fileprivate func padded(to width: Int) -> String {
        self + String(repeating: " ", count: max(0, width - count))
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
