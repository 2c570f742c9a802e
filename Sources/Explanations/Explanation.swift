// What a rule means is written in Markdown, one file a rule, so that a text can be edited without
// touching Swift and its examples can be run as they stand.

/// A rule in words, with examples that break it and examples that keep it.
public struct Explanation: Hashable, Sendable {
    /// What the rule is and why it matters: paragraphs with a blank line between them.
    public var text: String
    /// Files as an author might wrongly write them; together they break the rule.
    public var wrong: [Example]
    /// The same files, corrected.
    public var right: [Example]

    /// A file of a site, or commands that make one.
    public struct Example: Hashable, Sendable {
        /// The language, as editors know it: `csv`, `yaml`, `markdown`; `sh` for commands.
        public var language: String
        /// Where the file stands in a site; empty for commands, which are run in the site's folder.
        public var path: String
        /// What the file holds, with a newline at the end of each line.
        public var text: String
    }

    /// The explanation of a rule; `nil` when no file has the rule's name.
    public static func of(rule: String) -> Explanation? {
        EmbeddedFiles.rules.first { $0.rule == rule }.map { Explanation(markdown: $0.text) }
    }

    /// The rules that are explained, sorted.
    public static var rules: [String] { EmbeddedFiles.rules.map(\.rule).sorted() }
}

/// A file of `Rules`, as the build step embeds it.
struct RuleFile: Sendable {
    /// The name of the file without its extension.
    let rule: String
    /// What the file holds.
    let text: String

    /// Takes over a file.
    init(_ path: String, _ text: String) {
        rule = path.hasSuffix(".md") ? String(path.dropLast(3)) : path
        self.text = text
    }
}
