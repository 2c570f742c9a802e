// A row that cannot be read is missing from every total, and then all prose seems to contradict the
// records. Those reports would be false, so they wait until the rows are mended.

import Decoding
import Diagnostics

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
        for diagnostic in found.diagnostics where !diagnostic.needsAllRows {
            log.report(diagnostic)
        }
        return log
    }
}
