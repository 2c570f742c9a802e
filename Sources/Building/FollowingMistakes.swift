// A row that cannot be read is missing from every total, and then all prose seems to contradict the
// records. Those reports would be false, so they wait until the rows are mended.

import Decoding
import Diagnostics
import Records
import Report

/// Mistakes that only follow from others.
enum FollowingMistakes {
    /// A log without what cannot be judged while rows cannot be read.
    static func removed(
        from found: DiagnosticLog,
        after earlier: DiagnosticLog,
        tables: [ResourceCount]
    ) -> DiagnosticLog {
        let files = Set(tables.map(\.file))
        let areRowsWhole = !earlier.diagnostics.contains {
            $0.severity == .error && files.contains($0.location.file)
        }
        if areRowsWhole { return found }
        var log = DiagnosticLog()
        for diagnostic in found.diagnostics where !restsOnRows(diagnostic) {
            log.report(diagnostic)
        }
        return log
    }

    /// Whether a mistake may be gone once every row can be read; of the broken links only those to
    /// the pages of strikes.
    private static func restsOnRows(_ diagnostic: Diagnostic) -> Bool {
        if diagnostic.rule == ProseRule.brokenLink.rawValue {
            return diagnostic.message.contains("strikes/")
        }
        return restingOnRows.contains(diagnostic.rule)
    }

    /// The rules whose judgement needs every row.
    private static let restingOnRows: Set<String> = [
        ProseRule.figureContradiction.rawValue, ProseRule.claimContradiction.rawValue,
        ProseRule.unknownStrike.rawValue, ProseRule.unknownSource.rawValue,
        ProseRule.unknownClaim.rawValue, SelectionRule.unknownValue.rawValue,
    ]
}
