// A summary in Markdown is planned as the account of a strike for which content/strikes/ holds none. Lines and columns
// within a cell mean nothing to its author, so its mistakes are reported at the cell, with an excerpt.

import Decoding
import Diagnostics
import Records

/// The accounts that stand in cells.
struct CellAccounts {
    /// The accounts, by their keys.
    let accounts: [NarrativeKey: Article]
    /// Where their cells are, by the names that stand for their files.
    private let places: [String: SourceLocation]

    init(_ site: SiteContent) {
        let cells = site.dataset.markdownCells
        var accounts: [NarrativeKey: Article] = [:]
        var places: [String: SourceLocation] = [:]
        if !cells.isEmpty {
            let written = Set(site.narratives.keys.map(\.strike))
            for cell in cells where !written.contains(cell.key.strike) {
                let folder = cell.key.language.isEmpty ? "" : cell.key.language + "/"
                // No file can have such a name.
                let file = "\(cell.location)\0"
                var account = Article(path: "\(folder)strikes/\(cell.key.strike).md", file: file)
                account.narrative = cell.key
                account.language = cell.key.language
                account.body = cell.text
                accounts[cell.key] = account
                places[file] = cell.location
            }
        }
        self.accounts = accounts
        self.places = places
    }

    /// Moves the mistakes in the accounts to their cells.
    func relocate(_ log: inout DiagnosticLog) {
        if places.isEmpty { return }
        log.relocate(places)
    }
}
