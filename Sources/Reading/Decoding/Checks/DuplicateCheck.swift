// The same row twice is mostly a slip of copying, and it makes one person or one statement into two.

import Diagnostics
import Records

/// Finds rows that say the same as an earlier one.
enum DuplicateCheck {
    static func check(_ set: inout RecordSet) {
        if let table = set.table(.victims) {
            check(set.victims.records, table, "strike_id", &set.victims.log) { victim in
                Relation.isOne(victim.name) ? nil : victim.name + victim.strikeID
            } same: { left, right in
                var copy = left
                copy.row = right.row
                return copy == right
            }
        }
        if let table = set.table(.claims) {
            check(set.claims.records, table, "id", &set.claims.log) { claim in
                claim.statement.isEmpty ? nil : claim.statement
            } same: { left, right in
                var copy = left
                copy.row = right.row
                copy.id = right.id
                return copy == right
            }
        }
        if let table = set.table(.disclosures) {
            check(set.disclosures.records, table, "strike_id", &set.disclosures.log) { disclosure in
                disclosure.strikeID + disclosure.fact.rawValue
            } same: { left, right in
                left.disclosedBy == right.disclosedBy && left.value == right.value
            }
        }
        if let table = set.table(.sources) {
            check(set.sources.records, table, "id", &set.sources.log) { source in
                source.url.isEmpty ? nil : source.url + source.strikeID
            } same: { left, right in
                left.title == right.title && left.publisher == right.publisher
            }
        }
    }

    private static func check<Record: RowRecord>(
        _ records: [Record],
        _ table: RecordTable,
        _ role: String,
        _ log: inout RowLog,
        key: (Record) -> String?,
        same: (Record, Record) -> Bool
    ) {
        var earlier: [Int: [Int32]] = [:]
        earlier.reserveCapacity(records.count)
        let cell = table.cell(role)
        for (position, record) in records.enumerated() {
            guard let key = key(record)?.hashValue else { continue }
            guard let others = earlier[key] else {
                earlier[key] = [Int32(position)]
                continue
            }
            guard let first = others.first(where: { same(records[Int($0)], record) }) else {
                // A great number of rows with one key would make every comparison longer.
                if others.count < 100 { earlier[key]?.append(Int32(position)) }
                continue
            }
            log.report(RecordRule.duplicateRow) {
                let place = table.table.location(row: records[Int(first)].row)
                return table.diagnostic(
                    RecordRule.duplicateRow,
                    record.row,
                    cell,
                    "this row says the same as an earlier one",
                    "The earlier one is at \(place). If they are two, tell them apart; if not, delete one."
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

/// A record that knows its row.
protocol RowRecord {
    var row: Int { get }
}

extension Victim: RowRecord {}
extension Claim: RowRecord {}
extension Disclosure: RowRecord {}
extension Source: RowRecord {}
