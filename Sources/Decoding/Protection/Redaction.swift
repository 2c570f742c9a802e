// Records that are shown must not lead to those that are withheld, and must not be finer than the author permits.
// Both are done here, once, between decoding and everything else.

import Diagnostics
import Formats
import Records

/// Removes what protected records leave behind in others.
struct Redaction {
    private let names: [ResourceKind: Set<String>]
    /// The lists of the own columns of each table; `nil` for a column whose cells hold one value.
    private let lists: [ResourceKind: [CellList?]]

    init(_ protection: ProtectedTables) {
        names = protection.names
        lists = Dictionary(
            protection.tables.map { ($0.kind, $0.schema.resource.extraFields.map(\.list)) },
            uniquingKeysWith: { first, _ in first }
        )
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
        for place in set.media.records.indices
        where sources.contains(set.media.records[place].sourceID) {
            set.media.records[place].sourceID = ""
        }
        for place in set.corrections.records.indices
        where strikes.contains(set.corrections.records[place].mergedInto) {
            set.corrections.records[place].mergedInto = ""
        }
        clear(all, .strikes, in: &set.strikes.records)
        clear(all, .victims, in: &set.victims.records)
        clear(all, .sources, in: &set.sources.records)
        clear(all, .claims, in: &set.claims.records)
        clear(all, .disclosures, in: &set.disclosures.records)
        clear(all, .corrections, in: &set.corrections.records)
        clear(all, .media, in: &set.media.records)
    }

    /// Clears the author's own columns where they name a record that is withheld.
    private func clear<Record: ColumnRecord>(
        _ names: Set<String>,
        _ kind: ResourceKind,
        in records: inout [Record]
    ) {
        let lists = lists[kind] ?? []
        for place in records.indices {
            for extra in records[place].extras.indices {
                let cell = records[place].extras[extra]
                if lists.indices.contains(extra), let list = lists[extra] {
                    let values = list.values(of: cell)
                    let kept = values.filter { !names.contains($0) }
                    if kept.count < values.count {
                        records[place].extras[extra] = list.cell(of: kept)
                    }
                } else if names.contains(cell) {
                    records[place].extras[extra] = ""
                }
            }
        }
    }
}
