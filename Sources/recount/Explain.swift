import ArgumentParser
import Building
import Decoding
import Diagnostics
import Formats
import Markdown
import Publishing
import Records
import Report
import Templates

/// `recount explain`: a rule in words, with an example of wrong and right.
struct Explain: ParsableCommand {
    static let configuration = CommandConfiguration(
        abstract: "Explain a rule.",
        discussion: """
            The name of a rule stands in brackets under every message.

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
                Spelling.question(rule, AllRules.names) ?? "recount explain --list names all."
            terminal.complain("recount: there is no rule “\(rule)”\n     \(help)\n")
            throw ExitCode(1)
        }
        terminal.write(found.text)
    }
}

/// Every rule of every room, for `recount explain` and for the documentation.
enum AllRules {
    /// One rule with what there is to say about it.
    struct Entry {
        let name: String
        let severity: Severity
        let explanation: Explanation

        /// The rule as the command prints it.
        var text: String {
            """
            \(name) (\(severity.rawValue))

            \(explanation.text)

            Wrong:
            \(indented(explanation.wrong))

            Right:
            \(indented(explanation.right))

            """
        }

        private func indented(_ text: String) -> String {
            text.split(separator: "\n", omittingEmptySubsequences: false)
                .map { "    " + $0 }.joined(separator: "\n")
        }
    }

    /// The rules by name.
    static var all: [Entry] {
        var entries: [Entry] = []
        for rules in rooms { entries += rules }
        return entries.sorted { $0.name < $1.name }
    }

    /// The names, sorted.
    static var names: [String] { all.map(\.name) }

    private static var rooms: [[Entry]] {
        [
            entries(SelectionRule.self), entries(ReadingRule.self), entries(CodebookRule.self),
            entries(CellRule.self), entries(RecordRule.self), entries(SettingsRule.self),
            entries(ArticleRule.self), entries(MarkdownRule.self), entries(TemplateRule.self),
            entries(LanguageRule.self), entries(ProseRule.self), entries(ReleaseRule.self),
            entries(HistoryRule.self), entries(PublishingRule.self),
        ]
    }

    private static func entries<Rules: Rule>(_ rules: Rules.Type) -> [Entry] {
        Rules.allCases.map {
            Entry(name: $0.rawValue, severity: $0.severity, explanation: $0.explanation)
        }
    }
}
