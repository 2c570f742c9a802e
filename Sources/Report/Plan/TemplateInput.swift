// Checking the templates takes as long as planning a small report, and most edits do not change them. This
// value has everything that the check depends on, so that its result can be cached.

import Decoding
import Diagnostics
import Templates

/// The templates of a report, and everything that they are checked against.
struct TemplateInput: Equatable, Sendable {
    private let sources: [TemplateSource]
    /// The templates that articles name.
    private let ownTemplates: [String]
    /// The placeholders of each word.
    private let words: [String: Set<String>]
    /// What is added to the addresses of files, by their paths.
    private let files: [String: String]
    private let columns: [String]
    private let customKeys: [String]

    /// Takes what the check depends on: the site, and the words of its language.
    init(_ site: SiteContent, words phrases: [String: Phrase]) {
        sources = site.templates
        ownTemplates = Set(site.articles.compactMap(\.template)).sorted()
        words = phrases.mapValues(\.placeholders)
        files = Dictionary(
            site.assets.map { ($0.path, "?v=" + $0.hash) } + site.media.map { ($0, "") },
            uniquingKeysWith: { first, _ in first }
        )
        columns = ReportModel.extraColumns(of: site.dataset)
        customKeys = ReportModel.customKeys(of: site.articles)
    }

    /// The templates, checked; every mistake is reported.
    func load(_ log: inout DiagnosticLog) -> TemplateSet {
        let kinds = PageKinds.all(with: ownTemplates)
        let templates = TemplateSet.load(
            sources.map { TemplateFile(path: $0.path, source: $0.bytes, displayName: $0.file) },
            kinds: kinds,
            environment: environment,
            log: &log
        )
        // Where a name is wrong in a template, the one that it means is used.
        if !log.hasErrors { reportUnused(kinds, &log) }
        return templates
    }

    /// Reports templates of the site that are in place of none of the program's and that no page uses: one whose
    /// name has a slip would change nothing.
    private func reportUnused(_ kinds: [PageKind], _ log: inout DiagnosticLog) {
        let named = Set(kinds.map(\.template))
        let own = sources.filter { $0.origin == .site && !named.contains($0.path) }
        if own.isEmpty { return }
        let used = TemplateIDs(sources).templates(usedBy: named)
        for template in own where !used.contains(template.path) {
            // The folder is no part of the slip; all partials would be near each other.
            let (folder, name) = TemplateInput.parts(template.path)
            let others = sources.map { TemplateInput.parts($0.path) }
                .filter { $0.folder == folder && $0.name != name }
            log.report(
                ThemeRule.unused,
                at: SourceLocation(file: template.file),
                "no page uses this template",
                suggestion: Spelling.nearest(to: name, in: others.map(\.name))
                    .map { "Did you mean “\(folder)\($0)”?" }
                    ?? "Name it in an article (template: \(template.path)), include it in another "
                    + "template, or delete it."
            )
        }
    }

    private static func parts(_ path: String) -> (folder: String, name: String) {
        let start = path.lastIndex(of: "/").map { path.index(after: $0) } ?? path.startIndex
        return (String(path[..<start]), String(path[start...]))
    }

    private var environment: Environment {
        Environment(
            tables: [
                "words": words.mapValues { _ in ValueType.phrase },
                "strike columns": Dictionary(
                    columns.map { ($0, ValueType.text) },
                    uniquingKeysWith: { first, _ in first }
                ),
                "custom": Dictionary(
                    customKeys.map { ($0, ValueType.optional(.text)) },
                    uniquingKeysWith: { first, _ in first }
                ),
            ],
            phrases: words,
            files: files
        )
    }
}
