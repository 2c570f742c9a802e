import Diagnostics
import Records
import Testing

/// Which reason belongs to which change, and what must not be repeated.
@Suite struct HistoryTests {
    private static func killed(_ number: String) -> PublishedState {
        Stated.state([
            "CS1": ["id": "CS1", "killed": number], "CS2": ["id": "CS2", "killed": "1"],
        ])
    }

    private static func reasons(_ history: History) -> [[String?]] {
        history.steps.map { $0.entries.map { $0.correction?.reason } }
    }

    @Test func aReasonBelongsToTheChangeOfItsTime() throws {
        let history = History(
            releases: [
                try Stated.release("2026-01-01-1", Self.killed("3")),
                try Stated.release("2026-02-01-2", Self.killed("4")),
                try Stated.release("2026-03-01-3", Self.killed("5")),
            ],
            current: Self.killed("6"),
            corrections: [
                Correction(
                    record: "CS1",
                    field: "killed",
                    reason: "Second.",
                    date: CalendarDate(iso: "2026-02-20")
                ),
                Correction(
                    record: "CS1",
                    field: "killed",
                    reason: "First.",
                    date: CalendarDate(iso: "2026-01-20")
                ),
            ]
        )
        #expect(Self.reasons(history) == [["First."], ["Second."], [nil]])
        #expect(history.changesWithoutReason.map(\.change.key) == ["CS1"])
        #expect(history.unusedCorrections == [])
        #expect(history.hasUnreleasedChanges)
    }

    @Test func theNarrowestReasonWins() throws {
        let history = History(
            releases: [try Stated.release("2026-01-01-1", Self.killed("3"))],
            current: Self.killed("4"),
            corrections: [
                Correction(record: "CS1", field: "killed", reason: "Of the column."),
                Correction(record: "CS1", reason: "Of the record."),
            ]
        )
        #expect(Self.reasons(history) == [["Of the column."]])
        #expect(history.unusedCorrections == [])
    }

    @Test func aReasonForWhatNeverChangedIsUnused() throws {
        let wrong = Correction(record: "CS2", field: "killed", reason: "A slip.")
        let history = History(
            releases: [try Stated.release("2026-01-01-1", Self.killed("3"))],
            current: Self.killed("4"),
            corrections: [wrong]
        )
        #expect(history.unusedCorrections == [wrong])
        #expect(Self.reasons(history) == [[nil]])
    }

    @Test func aReleaseThatStatesTheSameIsNamedWithoutAStep() throws {
        let release = try Stated.release("2026-01-01-1", Self.killed("3"))
        let history = History(releases: [release], current: Self.killed("3"))
        #expect(history.steps == [])
        #expect(history.stamp == release.stamp)
        #expect(!history.hasUnreleasedChanges)
    }

    @Test func aReportLooksTheSameWhileItIsReleasedAndAfterwards() throws {
        let first = try Stated.release("2026-01-01-1", Self.killed("3"))
        let second = try Stated.release("2026-02-01-2", Self.killed("4"))
        let during = History(
            releases: [first],
            current: second.state,
            upcoming: second.stamp
        )
        let after = History(releases: [first, second], current: second.state)
        #expect(during.steps == after.steps)
        #expect(during.stamp == after.stamp)
        #expect(during.hasUnreleasedChanges == after.hasUnreleasedChanges)
        #expect(during.departed == after.departed)
    }

    @Test func nothingIsSaidOfAStrikeThatWasRemovedForSafety() throws {
        let both = Self.killed("4")
        let gone = Stated.state(["CS2": ["id": "CS2", "killed": "1"]])
        let history = History(
            releases: [
                try Stated.release("2026-01-01-1", Self.killed("3")),
                try Stated.release("2026-02-01-2", both),
            ],
            current: gone,
            corrections: [Correction(record: "CS1", reason: "A witness.", kind: .safety)]
        )
        #expect(history.steps.map { $0.entries.count } == [0, 1])
        let entry = try #require(history.steps.last?.entries.first)
        #expect(entry.change.kind == .withdrawn)
        #expect(entry.isSecret)
        #expect(history.departed.map(\.id) == ["CS1"])
        #expect(history.changesWithoutReason == [])
    }

    @Test func whatIsNoLongerPublicIsNotRepeated() throws {
        func state(_ contact: String?, _ killed: String) -> PublishedState {
            var cells = ["id": "CS1", "killed": killed]
            cells["contact"] = contact
            return Stated.state(["CS1": cells])
        }
        let history = History(
            releases: [
                try Stated.release("2026-01-01-1", state("Umm Ali", "3")),
                try Stated.release("2026-02-01-2", state("Abu Ali", "3")),
            ],
            current: state(nil, "3")
        )
        #expect(history.steps.flatMap(\.entries) == [])
        #expect(
            history.steps.last?.comparison.columns
                == [ColumnChange(table: .strikes, column: "contact", isNew: false)]
        )
    }

    @Test func aPersonWhoIsNoLongerListedIsNotNamed() throws {
        func state(_ ages: [String: String]) -> PublishedState {
            PublishedState(
                tables: [
                    Stated.table(["CS1": ["id": "CS1"]]),
                    PublishedTable(
                        kind: .victims,
                        columns: ["name", "age"],
                        records: ages.map {
                            PublishedRecord(
                                key: "CS1/\($0.key)",
                                strikes: ["CS1"],
                                cells: ["name": $0.key, "age": $0.value]
                            )
                        }
                    ),
                ],
                figures: [],
                headline: ""
            )
        }
        let history = History(
            releases: [
                try Stated.release("2026-01-01-1", state(["Ali": "3", "Hana": "4"])),
                try Stated.release("2026-02-01-2", state(["Ali": "5", "Hana": "6"])),
            ],
            current: state(["Hana": "6"])
        )
        #expect(history.steps.map { $0.entries.map(\.isSecret) } == [[true, false], [true]])
    }

    @Test func aNameThatWasChangedByHandIsNotRepeatedUnlessTheAuthorStatesIt() throws {
        func state(_ name: String, _ note: String) -> PublishedState {
            PublishedState(
                tables: [
                    Stated.table(["CS1": ["id": "CS1"]]),
                    PublishedTable(
                        kind: .victims,
                        columns: ["age", "name", "note"],
                        records: [
                            PublishedRecord(
                                key: "CS1/\(name)",
                                strikes: ["CS1"],
                                cells: ["name": name, "age": "3", "note": note]
                            )
                        ]
                    ),
                ],
                figures: [],
                headline: ""
            )
        }
        func secrets(_ now: PublishedState, _ corrections: [Correction] = []) throws -> [Bool] {
            let history = History(
                releases: [try Stated.release("2026-01-01-1", state("Adam Bell", "A baker"))],
                current: now,
                corrections: corrections,
                identifying: ["name", "note"]
            )
            return history.steps.flatMap(\.entries).map(\.isSecret)
        }
        func correction(_ kind: Correction.Kind?) -> Correction {
            Correction(record: "CS1", field: "victims.name", reason: "Misspelt.", kind: kind)
        }
        let renamed = state("Omar Till", "A baker")
        #expect(try secrets(renamed) == [true])
        #expect(try secrets(renamed, [correction(nil)]) == [true])
        #expect(try secrets(renamed, [correction(.changed)]) == [false])
        let noted = state("Adam Bell", "A nurse")
        #expect(try secrets(noted, [correction(.changed)]) == [true])
    }

    @Test func aFormerIdLeadsToItsStrike() throws {
        let old = Stated.state(["CS1": ["id": "CS1"], "CS2": ["id": "CS2"]])
        var heir = PublishedRecord(key: "CS2", strikes: ["CS2"], cells: ["id": "CS2"])
        heir.previous = ["CS1"]
        let new = PublishedState(
            tables: [PublishedTable(kind: .strikes, columns: ["id"], records: [heir])],
            figures: [],
            headline: "grading=counted"
        )
        let history = History(releases: [try Stated.release("2026-01-01-1", old)], current: new)
        let departed = try #require(history.departed.first)
        #expect(departed.successor == "CS2")
        #expect(departed.isMoved)
        #expect(history.steps.flatMap(\.entries).map(\.change.kind) == [.merged(into: "CS2")])
    }
}
