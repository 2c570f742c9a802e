// A card travels to places where nobody can take it back, so a mark that would show nothing, or something that the
// report itself shows only after a warning, is found where it stands.

import Diagnostics
import Records
import Text

/// Checks the media that are marked as the cards of their pages.
struct MediumCardCheck: Sendable {
    let table: RecordTable
    /// The ids of strikes that are withheld, with which their media are.
    let withheldStrikes: Set<String>
    /// The rows of media that are left out.
    let leftOut: [Int]

    func check(_ media: [Medium], _ log: inout RowLog) {
        guard let cell = table.cell(.card) else { return }
        let marked = media.filter(\.isCard)
        let graphic = Set(media.filter(\.isGraphic).map(\.path))
        for medium in marked { check(medium, graphic, cell, &log) }
        checkPages(marked, "strike", \.strikeID, cell, &log)
        checkPages(marked, "article", \.articlePath, cell, &log)
        checkUnpublished(cell, &log)
    }

    private func check(
        _ medium: Medium,
        _ graphic: Set<String>,
        _ cell: Cell,
        _ log: inout RowLog
    ) {
        if medium.strikeID.isEmpty, medium.article.isEmpty {
            report(
                medium.row,
                cell,
                "the medium belongs to no strike and no article, so it is the card of no page",
                "State one of them, or write the medium into content/site.yaml: card: \(medium.id).",
                &log
            )
        } else if graphic.contains(medium.path) {
            report(
                medium.row,
                cell,
                "“\(medium.file.shortened())” is graphic, and a card is shown without a warning",
                "Mark a picture that anybody may see.",
                &log
            )
        } else if !Medium.isShownBesideLinks(medium.file) {
            report(
                medium.row,
                cell,
                "“\(medium.file.shortened())” is of a kind that chat programs do not show",
                "Mark a PNG, JPEG or WebP picture.",
                &log
            )
        }
    }

    /// Checks that a page has one card.
    private func checkPages(
        _ marked: [Medium],
        _ kind: String,
        _ name: (Medium) -> String,
        _ cell: Cell,
        _ log: inout RowLog
    ) {
        var first: [String: Int] = [:]
        for medium in marked where !name(medium).isEmpty {
            guard let earlier = first[name(medium)] else {
                first[name(medium)] = medium.row
                continue
            }
            report(
                medium.row,
                cell,
                "the \(kind) “\(name(medium).shortened())” has a card already",
                "The other one is marked at \(table.table.location(earlier, cell.column)). A page has one card.",
                &log
            )
        }
    }

    /// Reports marks on media that nobody is to see.
    ///
    /// Those that fall away with their strike or article take the page with them.
    private func checkUnpublished(_ cell: Cell, _ log: inout RowLog) {
        let advice = "Delete the mark; the page then has the card of the report."
        for row in table.protections.keys.sorted() where table.protections[row] == .withheld {
            let strike = WithheldRow(table, row).strikeID
            if withheldStrikes.contains(strike) || !isMarked(row, cell) { continue }
            log.report(RecordRule.mediumCard) {
                Diagnostic(
                    RecordRule.mediumCard,
                    at: table.table.location(row, cell.column),
                    "the medium is withheld, and a card is shown to everybody",
                    suggestion: advice
                )
            }
        }
        for row in leftOut where isMarked(row, cell) {
            report(row, cell, "the medium is left out, and a card is published", advice, &log)
        }
    }

    private func isMarked(_ row: Int, _ cell: Cell) -> Bool {
        guard let key = cell.read(table.table, row, { Key.of(CellBytes.text($0)) }) else {
            return false
        }
        return Medium.answers.word(key) == "yes"
    }

    private func report(
        _ row: Int,
        _ cell: Cell,
        _ message: String,
        _ suggestion: String,
        _ log: inout RowLog
    ) {
        log.report(RecordRule.mediumCard) {
            table.diagnostic(RecordRule.mediumCard, row, cell, message, suggestion)
        }
    }
}
