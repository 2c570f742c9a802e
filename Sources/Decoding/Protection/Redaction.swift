// Records that are shown must not lead to those that are withheld, and must not be finer than the author permits.
// Both are done here, once, between decoding and everything else.

import Diagnostics
import Formats
import Records

/// Removes what protected records leave behind in others.
struct Redaction {
    private let names: [ResourceKind: Set<String>]

    init(_ protection: ProtectedTables) {
        names = protection.names
    }

    /// Removes references to records that are withheld.
    func removeReferences(_ set: inout RecordSet) {
        if names.isEmpty { return }
        let all = names.values.reduce(into: Set<String>()) { $0.formUnion($1) }
        let strikes = names[.strikes] ?? []
        let sources = names[.sources] ?? []
        for place in set.strikes.records.indices {
            if strikes.contains(set.strikes.records[place].overlap.partOf) {
                set.strikes.records[place].overlap.partOf = ""
            }
            for group in OverlapGroup.all
            where strikes.contains(set.strikes.records[place].overlap[group]) {
                set.strikes.records[place].overlap[group] = ""
            }
            set.strikes.records[place].previousIDs.removeAll(where: strikes.contains)
        }
        for place in set.claims.records.indices {
            if sources.contains(set.claims.records[place].sourceID) {
                set.claims.records[place].sourceID = ""
            }
            guard case .strikes(let ids) = set.claims.records[place].scope else { continue }
            set.claims.records[place].scope = .strikes(ids.filter { !strikes.contains($0) })
        }
        for place in set.corrections.records.indices
        where strikes.contains(set.corrections.records[place].mergedInto) {
            set.corrections.records[place].mergedInto = ""
        }
        Redaction.clear(all, in: &set.strikes.records)
        Redaction.clear(all, in: &set.victims.records)
        Redaction.clear(all, in: &set.sources.records)
        Redaction.clear(all, in: &set.claims.records)
        Redaction.clear(all, in: &set.disclosures.records)
        Redaction.clear(all, in: &set.corrections.records)
    }

    /// Clears the author's own columns where they name a record that is withheld.
    private static func clear<Record: ColumnRecord>(
        _ names: Set<String>,
        in records: inout [Record]
    ) {
        for place in records.indices {
            for extra in records[place].extras.indices
            where names.contains(records[place].extras[extra]) {
                records[place].extras[extra] = ""
            }
        }
    }
}
