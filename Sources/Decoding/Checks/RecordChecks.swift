// All checks that compare more than one row, in the order in which an author would make them.

import Diagnostics
import Records
import Text

/// Checks records for consistency, each by itself and against the others.
struct RecordChecks: Sendable {
    let settings: SiteSettings
    let measures: MeasureList
    /// Whether the site is a list of people, without any strike.
    let isOfPeopleOnly: Bool
    /// What media may refer to.
    let mediaTargets: MediaTargets

    func check(_ set: inout RecordSet) {
        checkNames(&set)
        let lookup = StrikeLookup(set)
        checkReferences(&set, lookup)
        let checks = strikeChecks(set, lookup) + otherChecks(set, lookup)
        let logs = ParallelMap.map(checks) { check in
            var log = RowLog()
            check.run(&log)
            return (check.kind, log)
        }
        for (kind, own) in logs { set.withLog(kind) { $0.append(own) } }
        if let table = set.table(.strikes) {
            ConcessionCheck(table: table, lookup: lookup)
                .check(
                    set.strikes.records,
                    set.claims.records,
                    set.table(.claims),
                    &set.strikes.log,
                    &set.claims.log
                )
        }
        DuplicateCheck.check(&set)
    }

    /// A check that needs no other, with the kind of table whose log it adds to.
    private struct TableCheck: Sendable {
        let kind: ResourceKind
        let run: @Sendable (inout RowLog) -> Void
    }

    private func strikeChecks(_ set: RecordSet, _ lookup: StrikeLookup) -> [TableCheck] {
        guard let table = set.table(.strikes) else { return [] }
        let (strikes, strays, sources) = (
            set.strikes.records, set.strikes.strays, set.sources.records
        )
        let (settings, measures) = (settings, measures)
        let victims = VictimTally(set, lookup)
        // The longest first.
        let checks: [@Sendable (inout RowLog) -> Void] = [
            { LookAlikeCheck(table: table).check(strikes, measures, &$0) },
            { log in
                StrikeChecks(table: table, settings: settings, measures: measures)
                    .check(strikes, victims, &log)
            },
            { PreviousIDCheck(table: table).check(strikes, &$0) },
            { log in
                OverlapCheck(table: table, lookup: lookup, measures: measures)
                    .check(strikes, &log)
            },
            { CoordinateCheck(table: table).check(strikes, strays, &$0) },
            { log in
                LikelyDuplicateCheck(table: table, lookup: lookup).check(strikes, sources, &log)
            },
        ]
        return checks.map { TableCheck(kind: .strikes, run: $0) }
    }

    private func otherChecks(_ set: RecordSet, _ lookup: StrikeLookup) -> [TableCheck] {
        var checks: [TableCheck] = []
        func add(_ kind: ResourceKind, _ run: @escaping @Sendable (inout RowLog) -> Void) {
            checks.append(TableCheck(kind: kind, run: run))
        }
        if let table = set.table(.victims) {
            let (victims, strikes) = (set.victims.records, set.strikes.records)
            add(.victims) { VictimCheck(table: table).check(victims, &$0) }
            add(.victims) { log in
                PersonDuplicateCheck(table: table, strikes: strikes, lookup: lookup)
                    .check(victims, &log)
            }
            add(.victims) { LookAlikeCheck(table: table).check(victims, .family, \.row, &$0) }
        }
        if let table = set.table(.claims) {
            let claims = set.claims.records
            add(.claims) { [self] in checkPeriods(claims, table, &$0) }
            add(.claims) { ClaimFallCheck(table: table, measures: measures).check(claims, &$0) }
            add(.claims) { LookAlikeCheck(table: table).check(claims, .claimant, \.row, &$0) }
        }
        if let table = set.table(.sources) {
            let sources = set.sources.records
            add(.sources) { LookAlikeCheck(table: table).check(sources, .publisher, \.row, &$0) }
        }
        if let table = set.table(.media) {
            let (media, names) = (set.media.records, SourceLookup.names(set))
            let check = MediaCheck(
                table: table,
                targets: mediaTargets,
                lookup: lookup,
                sources: names,
                isWhole: set.media.withheld.isEmpty && set.media.leftOut.isEmpty
            )
            add(.media) { check.check(media, &$0) }
            let cards = MediumCardCheck(
                table: table,
                withheldStrikes: Set(set.strikes.withheld.map(\.name)),
                leftOut: set.media.leftOut.map(\.row)
            )
            add(.media) { cards.check(media, &$0) }
        }
        return checks
    }

    private func checkNames(_ set: inout RecordSet) {
        if let table = set.table(.strikes) {
            let strikes = set.strikes.records
            let names = strikes.indices.map { (strikes[$0].id, strikes[$0].row) }
            NameCheck(table: table)
                .check(names, set.strikes.leftOut, &set.strikes.log, namesPages: true)
        }
        if let table = set.table(.victims), table.cell(.id) != nil {
            let names = set.victims.records.map { ($0.id, $0.row) }
            NameCheck(table: table)
                .check(names, [], &set.victims.log, namesPages: settings.hasPersonPages)
        }
        if let table = set.table(.sources) {
            let names = set.sources.records.map { ($0.id, $0.row) }
            NameCheck(table: table).check(names, set.sources.leftOut, &set.sources.log)
        }
        if let table = set.table(.claims) {
            let names = set.claims.records.map { ($0.id, $0.row) }
            NameCheck(table: table).check(names, set.claims.leftOut, &set.claims.log)
        }
        if let table = set.table(.media) {
            let names = set.media.records.map { ($0.id, $0.row) }
            NameCheck(table: table).check(names, set.media.leftOut, &set.media.log)
        }
        let tables = set.tables
        for table in tables {
            set.withLog(table.kind) { KeyCheck(table: table, tables: tables).check(&$0) }
        }
    }

    private func checkReferences(_ set: inout RecordSet, _ lookup: StrikeLookup) {
        guard set.table(.strikes) != nil || isOfPeopleOnly else { return }
        if let table = set.table(.victims) {
            let check = ReferenceCheck(table, .strikeID, lookup)
            var known: String?
            for index in set.victims.records.indices {
                let id = set.victims.records[index].strikeID
                if id == known { continue }
                if id.isEmpty {
                    checkAlone(table, set.victims.records[index].row, &set.victims.log)
                } else if lookup.contains(id) {
                    known = id
                } else {
                    check.check(id, set.victims.records[index].row, &set.victims.log)
                }
            }
        }
        if let table = set.table(.sources) {
            let check = ReferenceCheck(table, .strikeID, lookup)
            for source in set.sources.records where !source.strikeID.isEmpty {
                check.check(source.strikeID, source.row, &set.sources.log)
            }
        }
        if let table = set.table(.disclosures) {
            let check = ReferenceCheck(table, .strikeID, lookup)
            for disclosure in set.disclosures.records {
                check.check(disclosure.strikeID, disclosure.row, &set.disclosures.log)
            }
        }
        guard let table = set.table(.claims) else { return }
        let scope = ReferenceCheck(table, .scope, lookup)
        let source = ReferenceCheck(table, .sourceID, SourceLookup.names(set), "source")
        for claim in set.claims.records {
            if case .strikes(let ids) = claim.scope {
                for id in ids { scope.check(id, claim.row, &set.claims.log) }
            }
            if !claim.sourceID.isEmpty { source.check(claim.sourceID, claim.row, &set.claims.log) }
        }
    }

    /// Asks about a person without a strike of whom neither date nor place is known: the strike may be forgotten.
    private func checkAlone(_ table: RecordTable, _ row: Int, _ log: inout RowLog) {
        guard let strike = table.cell(.strikeID), table.protections[row] == nil,
            [Role.date, .place]
                .allSatisfy({ role in
                    table.cell(role)?.read(table.table, row, CellBytes.text) == nil
                })
        else { return }
        log.report(CellRule.required) {
            table.diagnostic(
                CellRule.required,
                row,
                strike,
                "the row has no \(strike.name), and neither a date nor a place of its own",
                "Name the strike, or say when or where the person died."
            )
        }
    }

    private func checkPeriods(_ claims: [Claim], _ table: RecordTable, _ log: inout RowLog) {
        for claim in claims {
            guard let from = claim.periodFrom, let to = claim.periodTo, to.lastDay < from.firstDay
            else { continue }
            log.report(RecordRule.claimPeriod) {
                table.diagnostic(
                    RecordRule.claimPeriod,
                    claim.row,
                    table.cell(.periodTo),
                    "the period of the claim ends on \(to.iso), before it begins on \(from.iso)",
                    "Did you swap the two?"
                )
            }
        }
    }
}

/// Where strikes are among those that were read, by id.
struct StrikeLookup {
    private let positions: [String: Int]
    /// All ids, of strikes that are left out or could not be read too.
    let names: Set<String>

    init(_ set: RecordSet) {
        var positions: [String: Int] = [:]
        positions.reserveCapacity(set.strikes.records.count)
        for position in set.strikes.records.indices {
            positions[set.strikes.records[position].id] = position
        }
        self.positions = positions
        var others = Set(set.strikes.leftOut.map(\.name))
        others.formUnion(set.strikes.unread)
        names = others
    }

    /// The position of a strike that is shown.
    func position(_ id: String) -> Int? { positions[id] }

    /// Whether there is a strike with an id.
    func contains(_ id: String) -> Bool { positions[id] != nil || names.contains(id) }

    /// All ids, in no order.
    var all: [String] { Array(positions.keys) + Array(names) }
}

/// The names of sources.
enum SourceLookup {
    static func names(_ set: RecordSet) -> Set<String> {
        Set(set.sources.records.map(\.id) + set.sources.leftOut.map(\.name) + set.sources.unread)
    }
}

/// How many people the victims' table lists for each strike.
struct VictimTally {
    /// Whether there is such a table.
    let isKnown: Bool
    private var listed: [Int32]
    private var dead: [Int32]

    init(_ set: RecordSet, _ lookup: StrikeLookup) {
        isKnown = set.table(.victims) != nil
        listed = [Int32](repeating: 0, count: set.strikes.records.count)
        dead = listed
        var last: (id: String, position: Int?) = ("", nil)
        for index in set.victims.records.indices {
            let id = set.victims.records[index].strikeID
            // The people of one strike are usually in consecutive rows.
            if id != last.id { last = (id, lookup.position(id)) }
            guard let position = last.position else { continue }
            listed[position] += 1
            let status = set.victims.records[index].status
            if status.isEmpty || status == "killed" { dead[position] += 1 }
        }
    }

    /// How many are listed for the strike at a position.
    func listed(_ position: Int) -> Int { Int(listed[position]) }

    /// How many of them are dead, or may be.
    func dead(_ position: Int) -> Int { Int(dead[position]) }
}
