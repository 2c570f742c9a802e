// A summary in Markdown is planned as the account of a strike for which content/strikes/ holds none, and other texts in
// Markdown as accounts that stand within a line. Lines and columns within a cell mean nothing to its author, so their
// mistakes are reported at the cell, with an excerpt.

import Decoding
import Diagnostics
import Markdown
import Records

/// The accounts that stand in cells.
struct CellAccounts {
    /// The accounts, by their keys.
    let accounts: [NarrativeKey: Article]
    /// The texts that are shown within a line, each once, in the order of their cells.
    let lines: [Article]
    /// The texts that say what somebody else says.
    private var quoted: Set<String> = []
    /// Where their cells are, by the names that stand for their files.
    private var places: [String: [SourceLocation]] = [:]

    init(_ site: SiteContent) {
        let cells = site.dataset.markdownCells
        var accounts: [NarrativeKey: Article] = [:]
        if !cells.isEmpty {
            let written = Set(site.narratives.keys.map(\.strike))
            for cell in cells where !written.contains(cell.key.strike) {
                let folder = cell.key.language.isEmpty ? "" : cell.key.language + "/"
                var account = Article(
                    path: "\(folder)strikes/\(cell.key.strike).md",
                    file: CellAccounts.file(cell.location)
                )
                account.narrative = cell.key
                account.language = cell.key.language
                account.body = cell.text
                accounts[cell.key] = account
                places[account.file] = [cell.location]
            }
        }
        self.accounts = accounts
        var files: [String: String] = [:]
        var lines: [Article] = []
        for cell in site.dataset.markdownTexts {
            if let file = files[cell.text] {
                places[file]?.append(cell.location)
                continue
            }
            // Links to files are written as in accounts.
            var line = Article(path: "strikes/cell.md", file: CellAccounts.file(cell.location))
            line.language = cell.language
            line.body = cell.text
            lines.append(line)
            files[cell.text] = line.file
            places[line.file] = [cell.location]
            if cell.isQuoted { quoted.insert(line.file) }
        }
        self.lines = lines
    }

    /// The name that stands for the file of a cell; no file can have it.
    private static func file(_ location: SourceLocation) -> String { "\(location)\0" }

    /// Whether a text stands in a cell.
    static func isCell(_ text: Article) -> Bool { text.file.hasSuffix("\0") }

    /// Whether a text says what somebody else says, so that its numbers need not be those of the records.
    func isQuoted(_ text: Article) -> Bool { quoted.contains(text.file) }

    /// Reports what has no place within a line.
    func checkLine(_ text: Article, _ document: MarkdownDocument, _ log: inout DiagnosticLog) {
        let picture = document.links.contains(where: \.isImage) ? "a picture" : nil
        guard let unfit = document.unfitForLine ?? picture else { return }
        log.report(
            ProseRule.blockInCell,
            at: SourceLocation(file: text.file),
            "\(unfit) cannot be shown in this cell",
            suggestion:
                "Pages show it within a line: write running text with emphasis and links, and a \\ before a "
                + "character that is not meant as Markdown."
        )
    }

    /// Moves the mistakes in the accounts to their cells.
    func relocate(_ log: inout DiagnosticLog) {
        if places.isEmpty { return }
        log.relocate(places)
    }
}
