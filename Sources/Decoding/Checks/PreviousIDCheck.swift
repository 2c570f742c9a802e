// A former id is an address that readers may have saved. It can lead to one strike only, and to none while another
// strike has that id.

import Diagnostics
import Records
import Text

/// Checks the names that strikes had before.
struct PreviousIDCheck {
    let table: RecordTable

    func check(_ strikes: [Strike], _ log: inout RowLog) {
        guard strikes.indices.contains(where: { !strikes[$0].previousIDs.isEmpty }) else { return }
        var owners: [String: String] = [:]
        for strike in strikes { owners[strike.id.lowercased()] = strike.id }
        var heirs: [String: String] = [:]
        for strike in strikes {
            for former in strike.previousIDs {
                if let owner = owners[former.lowercased()] {
                    report(
                        former,
                        strike,
                        "is the id of \(owner), which has a page of its own",
                        &log
                    )
                } else if let heir = heirs[former.lowercased()] {
                    report(former, strike, "is already a former id of \(heir)", &log)
                } else {
                    heirs[former.lowercased()] = strike.id
                }
            }
        }
    }

    private func report(
        _ former: String,
        _ strike: Strike,
        _ clause: String,
        _ log: inout RowLog
    ) {
        log.report(RecordRule.previousIDTaken) {
            table.diagnostic(
                RecordRule.previousIDTaken,
                strike.row,
                table.cell(.previousIDs),
                "the former id “\(former.shortened())” \(clause)",
                "Readers who kept the old address are led to one strike; name it there alone."
            )
        }
    }
}
