// A row that cannot be read is missing from every total, so correct numbers in the articles would be
// reported as contradicting the records. Such errors are not reported until every row can be read.

import Decoding
import Diagnostics

/// Errors that may only be consequences of other errors.
enum ConsequentialErrors {
    /// Removes diagnostics that are reliable only if every row was read, unless every row was.
    static func removed(
        from found: DiagnosticLog,
        after earlier: DiagnosticLog,
        tables: [ResourceCount]
    ) -> DiagnosticLog {
        let files = Set(tables.map(\.file))
        let hasUnreadRows = earlier.diagnostics.contains {
            $0.severity == .error && files.contains($0.location.file)
        }
        guard hasUnreadRows else { return found }
        var log = DiagnosticLog()
        for diagnostic in found.diagnostics where !diagnostic.needsAllRows {
            log.report(diagnostic)
        }
        return log
    }
}
