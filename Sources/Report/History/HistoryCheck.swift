import Diagnostics
import Records

/// Reports changes without a reason, and reasons without a change.
struct HistoryCheck {
    let history: History
    let dataset: Dataset
    /// Whether a missing reason is an error, as it is when the report is to be published.
    let requiresReasons: Bool

    /// How many changes without a reason are reported one by one.
    private static let limit = 25

    func report(_ log: inout DiagnosticLog) {
        let unexplained = history.changesWithoutReason
        for entry in unexplained.prefix(HistoryCheck.limit) { log.report(withoutReason(entry)) }
        if unexplained.count > HistoryCheck.limit {
            log.report(
                diagnostic(
                    file: "content/data/corrections.csv",
                    "\(unexplained.count - HistoryCheck.limit) more changes have no reason",
                    suggestion: "recount diff lists them all. A row with a blank field covers a "
                        + "whole record."
                )
            )
        }
        // A reason of safety may refer to what is nowhere any more.
        for correction in history.unusedCorrections where correction.kind != .safety {
            log.report(unused(correction))
        }
        for correction in dataset.corrections where !correction.mergedInto.isEmpty {
            guard dataset.index(of: correction.mergedInto) == nil else { continue }
            log.report(
                HistoryRule.unknownSuccessor,
                at: correction.location,
                "\(correction.record) is merged into “\(correction.mergedInto)”, which is no strike",
                suggestion: Spelling.question(correction.mergedInto, dataset.strikes.map(\.id))
            )
        }
    }

    private func withoutReason(_ entry: HistoryEntry) -> Diagnostic {
        let change = entry.change
        let text = ChangeText(change)
        let file = dataset.codebook.resource(change.table).map { "content/" + $0.path }
        let record =
            change.table.isNamedByStrike
            ? change.strikes.first ?? change.table.rawValue : change.key
        let field =
            change.table == .strikes || change.column.isEmpty
            ? change.column : "\(change.table.rawValue).\(change.column)"
        return diagnostic(
            file: file ?? "content/data/\(change.table.rawValue).csv",
            (entry.isSecret ? text.secretSentence : text.sentence) + ", and no reason is given",
            suggestion: "Add a row to content/data/corrections.csv: record \(record), field "
                + (field.isEmpty ? "blank" : field) + ", and the reason as a sentence."
        )
    }

    private func diagnostic(file: String, _ message: String, suggestion: String) -> Diagnostic {
        var diagnostic = Diagnostic(
            HistoryRule.withoutReason,
            at: SourceLocation(file: file),
            message,
            suggestion: suggestion
        )
        if requiresReasons { diagnostic.severity = .error }
        return diagnostic
    }

    private func unused(_ correction: Correction) -> Diagnostic {
        let what =
            correction.field.isEmpty
            ? correction.record
            : "\(correction.field) of \(correction.record)"
        var known = Set(dataset.strikes.map(\.id))
        for step in history.steps { known.formUnion(step.comparison.changes.map(\.key)) }
        return Diagnostic(
            HistoryRule.unused,
            at: correction.location,
            "the reason for \(what) refers to nothing that changed",
            suggestion: known.contains(correction.record)
                ? "Delete the row, or correct its field or date."
                : Spelling.question(correction.record, known)
                    ?? "Delete the row, or correct its id."
        )
    }
}
