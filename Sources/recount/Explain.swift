import ArgumentParser
import Building
import Decoding
import Diagnostics
import Explanations
import Formats
import Markdown
import Media
import Privacy
import Publishing
import Records
import Report
import Templates

/// `recount explain`: explains a rule, with examples that break it and examples that follow it.
struct Explain: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "explain",
        abstract: "Explain a rule.",
        discussion: """
            Every message ends with the name of its rule, in brackets.

            Examples:
              recount explain coordinate-out-of-range
              recount explain --list
            """
    )

    @Argument(help: "The rule's name.", completion: .list(AllRules.names))
    var rule: String?

    @Flag(help: "List all rules.")
    var list = false

    func run() throws {
        let terminal = Terminal()
        guard let rule, !list else {
            terminal.write(AllRules.names.joined(separator: "\n") + "\n")
            return
        }
        guard let found = AllRules.all.first(where: { $0.name == rule }) else {
            let help =
                Spelling.question(rule, AllRules.names) ?? "recount explain --list lists all rules."
            throw terminal.failure("there is no rule “\(rule)”\n     \(help)", code: 1)
        }
        terminal.write(found.text)
    }
}

/// Every rule of every target, for `recount explain` and its completions.
enum AllRules {
    /// One rule.
    struct Entry {
        let name: String
        let severity: Severity

        /// What the command prints for the rule; a test requires an explanation for each rule.
        var text: String {
            let title = "\(name) (\(severity.rawValue))\n"
            guard let explanation = Explanation.of(rule: name) else { return title }
            return """
                \(title)
                \(explanation.text)

                Wrong:
                \(explanation.wrong.map(Entry.printed).joined(separator: "\n"))
                Right:
                \(explanation.right.map(Entry.printed).joined(separator: "\n"))
                """
        }

        /// The path of an example, followed by its lines, indented further.
        private static func printed(_ example: Explanation.Example) -> String {
            let title = example.path.isEmpty ? "in a shell, in the site’s folder" : example.path
            let lines = example.text.split(separator: "\n", omittingEmptySubsequences: false)
            return "    \(title)\n"
                + lines.dropLast().map { $0.isEmpty ? "\n" : "        \($0)\n" }.joined()
        }
    }

    /// The rules by name.
    static var all: [Entry] { byTarget.flatMap(\.self).sorted { $0.name < $1.name } }

    /// The names, sorted.
    static var names: [String] { all.map(\.name) }

    private static var byTarget: [[Entry]] {
        [
            entries(SelectionRule.self), entries(ReadingRule.self), entries(CodebookRule.self),
            entries(CellRule.self), entries(RecordRule.self), entries(SettingsRule.self),
            entries(ArticleRule.self), entries(MarkdownRule.self), entries(TemplateRule.self),
            entries(LanguageRule.self), entries(ProseRule.self), entries(ReleaseRule.self),
            entries(HistoryRule.self), entries(PublishingRule.self), entries(OutputRule.self),
            entries(MediaRule.self), entries(ThemeRule.self),
            entries(LeakRule.self), entries(ExchangeRule.self),
        ]
    }

    private static func entries<Rules: Rule>(_ rules: Rules.Type) -> [Entry] {
        Rules.allCases.map { Entry(name: $0.rawValue, severity: $0.severity) }
    }
}
