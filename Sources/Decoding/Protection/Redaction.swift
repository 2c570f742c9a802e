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

/// Makes records as coarse as they may be shown.
struct CoarseFacts {
    /// The strikes whose points or other facts are coarser than they were read, by id.
    private(set) var strikes: Set<String> = []
    /// How coarsely strikes are shown that the author coarsens, by id.
    private(set) var stated: [String: Coarsening] = [:]

    /// Coarsens the records, and adds what is cut off from points to `values`.
    mutating func apply(
        _ settings: SiteSettings,
        _ set: inout RecordSet,
        _ values: inout [PrivateValue],
        _ log: inout DiagnosticLog
    ) {
        guard let table = set.table(.strikes) else { return }
        let columns = Strike.columns(of: .builtIn)
        let plan = CoarseningPlan(settings, table)
        var rows = RowLog()
        var cut: [PrivateValue] = []
        for place in set.strikes.records.indices {
            let point = set.strikes.records[place].place.coordinate
            if !plan.isIdle {
                let coarsening = plan.coarsening(of: set.strikes.records[place], &rows)
                if !coarsening.isEmpty {
                    let isChanged = set.strikes.records[place].coarsen(coarsening, columns)
                    let id = set.strikes.records[place].id
                    if isChanged { strikes.insert(id) }
                    if isChanged || coarsening.groupsAge { stated[id] = coarsening }
                }
            }
            if let decimals = set.strikes.records[place].place.precision.decimals,
                let finer = set.strikes.records[place].place.coordinate
            {
                let rounded = finer.rounded(to: decimals)
                if rounded != finer { set.strikes.records[place].place.coordinate = rounded }
            }
            guard let point, point != set.strikes.records[place].place.coordinate else { continue }
            strikes.insert(set.strikes.records[place].id)
            cut += CoarseFacts.cut(from: point, set.strikes.records[place], table)
        }
        if !cut.isEmpty {
            // Another strike at the same place may be known so exactly.
            let shown = Set(
                set.strikes.records.compactMap(\.place.coordinate)
                    .flatMap { [$0.latitudeText, $0.longitudeText] }
            )
            values += cut.filter { !shown.contains($0.text) }
        }
        rows.flush(into: &log)
        groupAges(&set)
    }

    private func groupAges(_ set: inout RecordSet) {
        guard let table = set.table(.victims) else { return }
        let isForAll = table.schema.columns.contains { $0.field.coarsening.groupsAge }
        let groups = stated.filter(\.value.groupsAge)
        if !isForAll && groups.isEmpty { return }
        for place in set.victims.records.indices
        where isForAll || groups[set.victims.records[place].strikeID] != nil {
            set.victims.records[place].groupAge()
        }
    }

    private static func cut(
        from point: Coordinate,
        _ strike: Strike,
        _ table: RecordTable
    ) -> [PrivateValue] {
        let shown = strike.place.coordinate
        let texts = [
            (Role.latitude, point.latitudeText, shown?.latitudeText),
            (Role.longitude, point.longitudeText, shown?.longitudeText),
        ]
        return texts.compactMap { role, exact, shown in
            guard exact != shown, let cell = table.cell(role) else { return nil }
            return PrivateValue(
                text: exact,
                location: table.table.location(strike.row, cell.column),
                record: strike.id,
                column: cell.name,
                reason: .coarsened
            )
        }
    }
}

extension Victim {
    /// Shows whether the person is a child instead of the age.
    fileprivate mutating func groupAge() {
        if ageGroup.isEmpty { ageGroup = Victim.group(AgeText(age).years) }
        age = ""
    }
}

/// How coarsely each strike is shown: by its columns, its grading and its own row.
private struct CoarseningPlan {
    private let ofColumns: Coarsening
    private let ofGradings: [String: Coarsening]
    private let cell: Cell?
    private let table: RecordTable

    init(_ settings: SiteSettings, _ table: RecordTable) {
        self.table = table
        var all = Coarsening()
        for column in table.schema.columns { all.merge(column.field.coarsening) }
        ofColumns = all
        ofGradings = Dictionary(
            settings.methodology.gradings.filter { !$0.coarsening.isEmpty }
                .map { ($0.key, $0.coarsening) },
            uniquingKeysWith: { first, _ in first }
        )
        cell = table.cell(.coarsening)
    }

    /// Whether no strike is coarsened.
    var isIdle: Bool { ofColumns.isEmpty && ofGradings.isEmpty && cell == nil }

    func coarsening(of strike: Strike, _ log: inout RowLog) -> Coarsening {
        var coarsening = ofColumns
        if let ofGrading = ofGradings[strike.grading] { coarsening.merge(ofGrading) }
        guard let cell, let text = cell.read(table.table, strike.row, CellBytes.text) else {
            return coarsening
        }
        if let own = CoarseningReader.ofCell(text) {
            coarsening.merge(own)
        } else {
            log.report(CodebookRule.coarsenInvalid) {
                Diagnostic(
                    CodebookRule.coarsenInvalid,
                    at: table.table.location(strike.row, cell.column),
                    "\(cell.name) is no way to show a strike more coarsely",
                    suggestion: "Write \(Coarsening.forms), separated by semicolons."
                )
            }
        }
        return coarsening
    }
}
