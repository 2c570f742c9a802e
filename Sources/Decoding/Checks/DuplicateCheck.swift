// A repeated row is usually a copying error, and it turns one person or one statement into two.

import Diagnostics
import Formats
import Records

/// Finds rows that say the same as an earlier one.
enum DuplicateCheck {
    static func check(_ set: inout RecordSet) {
        if let table = set.table(.strikes) {
            checkStrikes(set.strikes.records, table, &set.strikes.log)
        }
        if let table = set.table(.victims) {
            check(set.victims.records, table, .strikeID, &set.victims.log) { victim, hasher in
                hasher.combine(victim.pointee.name)
                hasher.combine(victim.pointee.strikeID)
            } same: { left, right in
                if left.name != right.name || Relation.isOne(left.name) { return false }
                var copy = left
                copy.row = right.row
                return copy == right
            }
        }
        if let table = set.table(.claims) {
            check(set.claims.records, table, .id, &set.claims.log) { claim, hasher in
                hasher.combine(claim.pointee.statement)
                hasher.combine(claim.pointee.scope)
            } same: { left, right in
                if left.statement.isEmpty { return false }
                var copy = left
                copy.row = right.row
                copy.id = right.id
                return copy == right
            }
        }
        if let table = set.table(.disclosures) {
            check(set.disclosures.records, table, .strikeID, &set.disclosures.log) {
                disclosure,
                hasher in
                hasher.combine(disclosure.pointee.strikeID)
                hasher.combine(disclosure.pointee.fact)
            } same: { left, right in
                left.strikeID == right.strikeID && left.fact == right.fact
                    && left.disclosedBy == right.disclosedBy && left.value == right.value
            }
        }
        if let table = set.table(.media) {
            check(set.media.records, table, .id, &set.media.log) { medium, hasher in
                hasher.combine(medium.pointee.file)
                hasher.combine(medium.pointee.strikeID)
                hasher.combine(medium.pointee.article)
            } same: { left, right in
                left.path == right.path && left.strikeID == right.strikeID
                    && left.article == right.article
            }
        }
        if let table = set.table(.sources) {
            check(set.sources.records, table, .id, &set.sources.log) { source, hasher in
                hasher.combine(source.pointee.url)
                hasher.combine(source.pointee.strikeID)
            } same: { left, right in
                !left.url.isEmpty && left.url == right.url && left.strikeID == right.strikeID
                    && left.title == right.title && left.publisher == right.publisher
            }
        }
    }

    /// How many cells besides the id must be filled; rows with fewer can be equal by chance.
    private static let fewestCells = 4

    /// Finds strikes whose cells are all equal except the id, private columns included.
    private static func checkStrikes(
        _ strikes: [Strike],
        _ table: RecordTable,
        _ log: inout RowLog
    ) {
        guard let id = table.cell(.id) else { return }
        let rows = table.table
        let columns = rows.columns.indices.filter { $0 != id.column }
        check(
            strikes,
            table,
            .id,
            &log,
            key: { strike, hasher in
                hasher.combine(strike.pointee.date)
                hasher.combine(strike.pointee.counts[.killed])
                hasher.combine(strike.pointee.place.coordinate)
                hasher.combine(strike.pointee.place.name)
            },
            same: { left, right in
                columns.count { !rows.isEmpty(right.row, $0) } >= fewestCells
                    && columns.allSatisfy {
                        rows.text(left.row, $0) == rows.text(right.row, $0)
                    }
            },
            words: { left, right in
                (
                    "the strikes \(left.id) and \(right.id) are the same but for their id",
                    "If it is one strike, delete one of the rows; if they are two, tell them apart."
                )
            }
        )
    }

    /// The hash of each record's key; reads the records in place, because copying them is slow.
    private static func hashes<Record>(
        _ records: [Record],
        _ key: (UnsafePointer<Record>, inout Hasher) -> Void
    ) -> [Int] {
        records.withUnsafeBufferPointer { records in
            guard let first = records.baseAddress else { return [] }
            return records.indices.map { position in
                var hasher = Hasher()
                key(first + position, &hasher)
                return hasher.finalize()
            }
        }
    }

    private static func check<Record: ColumnRecord>(
        _ records: [Record],
        _ table: RecordTable,
        _ role: Role,
        _ log: inout RowLog,
        key: (UnsafePointer<Record>, inout Hasher) -> Void,
        same: (Record, Record) -> Bool,
        words: (_ first: Record, _ second: Record) -> (message: String, advice: String) = { _, _ in
            (
                "this row says the same as an earlier one",
                "If they are two, tell them apart; if not, delete one."
            )
        }
    ) {
        let hashes = hashes(records, key)
        // The first row of each key, and for each row the next one with its key.
        var heads: [Int: Int32] = [:]
        heads.reserveCapacity(records.count)
        var next = [Int32](repeating: -1, count: records.count)
        let cell = table.cell(role)
        for position in records.indices {
            guard let head = heads.updateValue(Int32(position), forKey: hashes[position])
            else { continue }
            next[position] = head
            var candidate = head
            var steps = 0
            // Without a limit, many rows with one key would take quadratic time.
            while candidate >= 0, steps < 100, !same(records[Int(candidate)], records[position]) {
                candidate = next[Int(candidate)]
                steps += 1
            }
            guard candidate >= 0, steps < 100 else { continue }
            let first = candidate
            let record = records[position]
            log.report(RecordRule.duplicateRow) {
                let place = table.table.location(row: records[Int(first)].row)
                let words = words(records[Int(first)], record)
                return table.diagnostic(
                    RecordRule.duplicateRow,
                    record.row,
                    cell,
                    words.message,
                    "The earlier one is at \(place). \(words.advice)"
                )
            }
        }
    }
}

/// People who are listed without a name of their own: several sons of one man are several rows that are
/// equal in all they say.
enum Relation {
    private static let words: Set<String> = [
        "son", "sons", "daughter", "daughters", "child", "children", "baby", "infant", "wife",
        "husband",
        "mother", "father", "brother", "sister", "nephew", "niece", "cousin", "uncle", "aunt",
        "grandson", "granddaughter", "grandchild", "grandmother", "grandfather", "relative",
        "family",
        "unidentified", "unnamed", "unknown", "ابن", "أبنت", "ابنة", "بنت", "طفل", "طفلة", "زوجة",
        "زوج",
        "والد", "والدة", "أخ", "أخت", "مجهول",
    ]

    /// Whether a name is missing, or only says how the person is related to another.
    static func isOne(_ name: String) -> Bool {
        let parts = name.lowercased().split { !$0.isLetter }
        return parts.isEmpty || parts.contains { words.contains(String($0)) }
    }
}
