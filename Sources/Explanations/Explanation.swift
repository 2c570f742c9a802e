// Explanations of rules are Markdown, one file per rule, so that they can be edited without touching
// Swift and a test can run their examples.

/// The explanation of a rule, with examples that break it and examples that follow it.
public struct Explanation: Hashable, Sendable {
    /// What the rule is and why it matters: paragraphs separated by blank lines.
    public var text: String
    /// Files that break the rule together.
    public var wrong: [Example]
    /// The same files, corrected.
    public var right: [Example]

    /// A file of a site, or commands that create one.
    public struct Example: Hashable, Sendable {
        /// The language of the fenced block: `csv`, `yaml`, `markdown`; `sh` for commands.
        public var language: String
        /// The file's path in the site; empty for commands, which are run in the site's folder.
        public var path: String
        /// The file's contents, with a newline at the end of each line.
        public var text: String
    }

    /// The explanation of a rule; `nil` when no file has the rule's name.
    public static func of(rule: String) -> Explanation? {
        EmbeddedFiles.rules.first { $0.rule == rule }.map { Explanation(markdown: $0.text) }
    }

    /// The names of the explained rules, sorted.
    public static var rules: [String] { EmbeddedFiles.rules.map(\.rule).sorted() }
}

/// A file of `Rules`, as the build step embeds it.
struct RuleFile: Sendable {
    /// The name of the file without its extension.
    let rule: String
    /// The file's contents.
    let text: String

    /// Creates a file from its path in `Rules` and its contents.
    init(_ path: String, _ text: String) {
        rule = path.hasSuffix(".md") ? String(path.dropLast(3)) : path
        self.text = text
    }
}
