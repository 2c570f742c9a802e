// A person or claim whose strike does not exist would be missing from the report without notice. Each is
// reported, with the id that was probably meant.

import Diagnostics
import Records
import Text

/// Checks that the ids in one column are there.
struct ReferenceCheck {
    private let table: RecordTable
    private let cell: Cell?
    private let what: String
    private let isKnown: (String) -> Bool
    private let candidates: () -> [String]

    /// Checks references to strikes.
    init(_ table: RecordTable, _ role: Role, _ lookup: StrikeLookup) {
        self.table = table
        cell = table.cell(role)
        what = "strike"
        isKnown = lookup.contains
        candidates = { lookup.all }
    }

    /// Checks references to other records.
    init(_ table: RecordTable, _ role: Role, _ names: Set<String>, _ what: String) {
        self.table = table
        self.what = what
        cell = table.cell(role)
        isKnown = names.contains
        candidates = { Array(names) }
    }

    func check(_ id: String, _ row: Int, _ log: inout RowLog) {
        if isKnown(id) { return }
        log.report(RecordRule.referenceUnknown) {
            table.diagnostic(
                RecordRule.referenceUnknown,
                row,
                cell,
                "there is no \(what) “\(id.shortened())”",
                question(id)
            )
        }
    }

    private func question(_ id: String) -> String? {
        let candidates = candidates()
        if let advice = LookAlike.advice(id, candidates) { return advice }
        let length = id.utf8.count
        let ends = (Array(id.lowercased().utf8.prefix(2)), Array(id.lowercased().utf8.suffix(2)))
        // Comparing every id of a large record would take longer than reading it.
        let near =
            candidates.filter { candidate in
                let utf8 = candidate.lowercased().utf8
                return abs(utf8.count - length) <= 2
                    && (utf8.starts(with: ends.0) || Array(utf8.suffix(2)) == ends.1)
            }
        return Spelling.question(id, near)
    }
}
