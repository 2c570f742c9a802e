import Records

/// Pairs of states with a known difference, made from a seed.
struct GeneratedStates {
    private(set) var old: PublishedState
    private(set) var new: PublishedState
    /// Every change that was made, and nothing else.
    private(set) var expected: Set<RecordChange> = []

    private var random: SplitMix
    private var strikes: (old: [PublishedRecord], new: [PublishedRecord]) = ([], [])
    private var people: (old: [PublishedRecord], new: [PublishedRecord]) = ([], [])
    private var claims: (old: [PublishedRecord], new: [PublishedRecord]) = ([], [])

    private static let columns = ["id", "killed_min", "place", "summary"]
    private static let texts = [
        "", "3", "8", "Mukhtalata", "الصناعة", "a \"b\"\n,c\\", "\u{1}", "é",
    ]

    init(seed: UInt64) {
        random = SplitMix(state: seed)
        let empty = PublishedState(tables: [], figures: [], headline: "")
        (old, new) = (empty, empty)
        let count = 3 + random.below(12)
        // The first strike always stays, so that others can become part of it.
        for number in 0..<count { addStrike(number, mustStay: number == 0) }
        for number in 0..<random.below(8) { addClaim(number) }
        old = state(strikes.old, people.old, claims.old)
        new = state(strikes.new, people.new, claims.new)
    }

    private func state(
        _ strikes: [PublishedRecord],
        _ people: [PublishedRecord],
        _ claims: [PublishedRecord]
    ) -> PublishedState {
        PublishedState(
            tables: [
                PublishedTable(
                    kind: .strikes,
                    columns: GeneratedStates.columns,
                    records: strikes
                ),
                PublishedTable(
                    kind: .victims,
                    columns: ["strike_id", "name", "age", "note"],
                    records: people
                ),
                PublishedTable(kind: .claims, columns: ["id", "statement"], records: claims),
            ],
            figures: [],
            headline: ""
        )
    }

    private mutating func addStrike(_ number: Int, mustStay: Bool) {
        let id = "CS\(number)"
        let record = strike(id)
        switch mustStay ? 0 : random.below(7) {
        case 0, 1:
            strikes.old.append(record)
            strikes.new.append(record)
            addPeople(id)
        case 2:
            let changed = change(record, .strikes, among: ["killed_min", "place", "summary"])
            strikes.old.append(record)
            strikes.new.append(changed)
            addPeople(id)
        case 3:
            strikes.new.append(record)
            people.new.append(person(id, "New"))
            expected.insert(made(.strikes, id, [id], .added))
        case 4:
            strikes.old.append(record)
            people.old.append(person(id, "Gone"))
            expected.insert(made(.strikes, id, [id], .withdrawn))
        case 5:
            strikes.old.append(record)
            people.old.append(person(id, "Gone"))
            strikes.new[0].previous.append(id)
            expected.insert(made(.strikes, id, [id], .merged(into: strikes.new[0].key)))
        default:
            var renamed = record
            renamed.key = "New-" + id
            renamed.strikes = [renamed.key]
            renamed.previous = [id]
            renamed.cells["id"] = renamed.key
            strikes.old.append(record)
            strikes.new.append(renamed)
            people.old.append(person(id, "Follows"))
            people.new.append(person(renamed.key, "Follows"))
            expected.insert(made(.strikes, renamed.key, [renamed.key], .renamed(from: id)))
        }
    }

    private mutating func addPeople(_ strike: String) {
        for number in 0..<random.below(5) {
            let record = person(strike, "P\(number)", age: "\(number)")
            switch random.below(5) {
            case 0, 1:
                people.old.append(record)
                people.new.append(record)
            case 2:
                people.old.append(record)
                people.new.append(change(record, .victims, among: ["age", "note"]))
            case 3:
                people.new.append(record)
                expected.insert(made(.victims, record.key, [strike], .added))
            default:
                people.old.append(record)
                expected.insert(made(.victims, record.key, [strike], .withdrawn))
            }
        }
        if random.below(3) == 0 {
            let before = person(strike, "Duaa", age: "respelt")
            let after = person(strike, "Du’aa", age: "respelt")
            people.old.append(before)
            people.new.append(after)
            let kind = RecordChange.Kind.changed(column: "name", was: "Duaa", now: "Du’aa")
            expected.insert(made(.victims, after.key, [strike], kind))
        }
    }

    private mutating func addClaim(_ number: Int) {
        let id = "CLM-\(number)"
        let record = PublishedRecord(
            key: id,
            strikes: number % 2 == 0 ? [] : ["CS0"],
            cells: ["id": id, "statement": text()]
        )
        switch random.below(3) {
        case 0:
            claims.old.append(record)
            claims.new.append(record)
        case 1:
            claims.old.append(record)
            claims.new.append(change(record, .claims, among: ["statement"]))
        default:
            claims.old.append(record)
            expected.insert(made(.claims, id, record.strikes, .withdrawn))
        }
    }

    private mutating func strike(_ id: String) -> PublishedRecord {
        PublishedRecord(
            key: id,
            strikes: [id],
            cells: ["id": id, "killed_min": text(), "place": text(), "summary": text()]
        )
    }

    private func person(_ strike: String, _ name: String, age: String = "") -> PublishedRecord {
        // The note keeps two people from being alike in all but the name.
        PublishedRecord(
            key: "\(strike)/\(name)",
            strikes: [strike],
            cells: [
                "strike_id": strike, "name": name, "age": age,
                "note": age == "respelt" ? "" : "note of \(name)",
            ]
        )
    }

    private mutating func change(
        _ record: PublishedRecord,
        _ table: ResourceKind,
        among columns: [String]
    ) -> PublishedRecord {
        var changed = record
        for column in columns where random.below(2) == 0 {
            let was = record.cells[column] ?? ""
            let now = text()
            guard now != was else { continue }
            changed.cells[column] = now.isEmpty ? nil : now
            let kind = RecordChange.Kind.changed(column: column, was: was, now: now)
            expected.insert(made(table, record.key, record.strikes, kind))
        }
        return changed
    }

    private func made(
        _ table: ResourceKind,
        _ key: String,
        _ strikes: [String],
        _ kind: RecordChange.Kind
    ) -> RecordChange {
        RecordChange(table: table, key: key, strikes: strikes, kind: kind)
    }

    private mutating func text() -> String {
        GeneratedStates.texts[random.below(GeneratedStates.texts.count)]
    }
}

/// Sebastiano Vigna's SplitMix64: the same numbers from the same seed everywhere.
struct SplitMix {
    var state: UInt64

    mutating func next() -> UInt64 {
        state &+= 0x9E37_79B9_7F4A_7C15
        var value = state
        value = (value ^ (value >> 30)) &* 0xBF58_476D_1CE4_E5B9
        value = (value ^ (value >> 27)) &* 0x94D0_49BB_1331_11EB
        return value ^ (value >> 31)
    }

    mutating func below(_ limit: Int) -> Int { Int(next() % UInt64(limit)) }
}
