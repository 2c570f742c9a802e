import Records
import Testing

/// What is found between two states of a report.
@Suite struct StateComparisonTests {
    @Test func findsEveryChangeAndInventsNone() {
        var changes = 0
        for seed in 0..<2_000 {
            let states = GeneratedStates(seed: UInt64(seed))
            let found = StateComparison(states.old, states.new).changes
            #expect(Set(found) == states.expected, "seed \(seed)")
            #expect(found.count == states.expected.count, "seed \(seed)")
            changes += found.count
        }
        #expect(changes > 10_000)
    }

    @Test func aStateDoesNotDifferFromItself() {
        for seed in 0..<50 {
            let states = GeneratedStates(seed: UInt64(seed))
            #expect(StateComparison(states.new, states.new).isEmpty)
        }
    }

    @Test func aColumnThatIsPublishedNowIsNoCorrectionOfEveryRecord() {
        let old = Stated.state(["CS1": ["id": "CS1"]])
        let new = Stated.state(["CS1": ["id": "CS1", "damage": "a house"]])
        let comparison = StateComparison(old, new)
        #expect(comparison.changes == [])
        #expect(
            comparison.columns == [ColumnChange(table: .strikes, column: "damage", isNew: true)]
        )
        #expect(
            StateComparison(new, old).columns
                == [ColumnChange(table: .strikes, column: "damage", isNew: false)]
        )
    }

    @Test func aFigureThatDiffersIsFoundWithBothTotals() throws {
        let was = try #require(
            Total(minimum: 322, maximum: 429, strikes: 40, unknown: 1, openEnded: 0)
        )
        let now = try #require(
            Total(minimum: 322, maximum: 431, strikes: 40, unknown: 1, openEnded: 0)
        )
        let comparison = StateComparison(
            Stated.state([:], figures: ["grading=counted": [.killed: was]]),
            Stated.state(
                [:],
                figures: ["grading=counted": [.killed: now], "id=CS1": [.killed: now]]
            )
        )
        #expect(
            comparison.figures
                == [FigureChange(query: "grading=counted", measure: .killed, was: was, now: now)]
        )
    }

    @Test func twoPeopleOfOneNameAreTwoPeople() {
        let twins = (0..<2)
            .map { _ in
                PublishedRecord(key: "CS1/Ali", strikes: ["CS1"], cells: ["name": "Ali"])
            }
        let table = PublishedTable(kind: .victims, columns: ["name"], records: twins)
        #expect(table.records.map(\.key) == ["CS1/Ali", "CS1/Ali/2"])
        let one = PublishedTable(kind: .victims, columns: ["name"], records: [twins[0]])
        let strikes = Stated.table(["CS1": ["id": "CS1"]])
        let comparison = StateComparison(
            PublishedState(tables: [strikes, table], figures: [], headline: ""),
            PublishedState(tables: [strikes, one], figures: [], headline: "")
        )
        #expect(comparison.changes.map(\.kind) == [.withdrawn])
    }

    @Test func noStampIsReadFromWhatIsNoDateAndNumber() {
        #expect(ReleaseStamp("2026-11-22-2")?.text == "2026-11-22-2")
        for text in [
            "", "2026-11-22", "2026-11-22-", "2026-11-22-0", "2026-11-22-02", "2026-11-2-2",
            "2026-02-30-1", "2026-11-22-+2", "2026-11-22-2.json", "../2026-11-22-2",
            "2026-11-22-99999999999999999999",
        ] {
            #expect(ReleaseStamp(text) == nil, "\(text)")
        }
    }
}

/// States of a few strikes, for tests.
enum Stated {
    static func state(
        _ strikes: [String: [String: String]],
        figures: [String: [Measure: Total]] = [:]
    ) -> PublishedState {
        PublishedState(
            tables: [table(strikes)],
            figures: figures.map { PublishedFigure(query: $0.key, totals: $0.value) },
            headline: "grading=counted"
        )
    }

    static func table(_ strikes: [String: [String: String]]) -> PublishedTable {
        PublishedTable(
            kind: .strikes,
            columns: Set(strikes.values.flatMap(\.keys)).sorted(),
            records: strikes.map {
                PublishedRecord(key: $0.key, strikes: [$0.key], cells: $0.value)
            }
        )
    }

    static func release(_ stamp: String, _ state: PublishedState) throws -> Release {
        Release(
            stamp: try #require(ReleaseStamp(stamp)),
            generator: "recount 0.1.0",
            manifest: "",
            state: state
        )
    }
}
