import Records
import Testing

@Suite struct MeasureListTests {
    private let healthWorkers = Measure(
        "health_workers_killed",
        "Health workers among the killed",
        labels: ["": "Health workers killed"],
        partOf: "killed"
    )
    private let displaced = Measure("displaced", "People displaced", labels: [:])

    @Test func everyBuiltInMeasureAndGroupStandsAtItsPosition() {
        let list = MeasureList.builtIn
        #expect(list.all.map(\.position) == Array(list.all.indices))
        #expect(Set(list.names).count == list.all.count)
        #expect(OverlapGroup.all.map(\.position) == Array(OverlapGroup.all.indices))
        #expect(list.all.allSatisfy { list[$0.name] == $0 })
        #expect(list.all.allSatisfy { !$0.isDeclared })
    }

    @Test func furtherMeasuresFollowAndShareWithTheirWhole() throws {
        let list = MeasureList(declared: [healthWorkers, displaced])
        #expect(list.names == MeasureList.builtIn.names + ["health_workers_killed", "displaced"])
        #expect(list.all.map(\.position) == Array(list.all.indices))
        #expect(list["health_workers_killed"]?.group == .killed)
        #expect(list.members(of: .killed).last?.name == "health_workers_killed")
        let displaced = try #require(list["displaced"])
        #expect(displaced.group == nil)
        #expect(list.declared.map(\.name) == ["health_workers_killed", "displaced"])
        #expect(
            list.parts.map { "\($0.part.name) of \($0.whole.name)" } == [
                "children_killed of killed", "women_killed of killed", "men_killed of killed",
                "health_workers_killed of killed",
            ]
        )
    }

    @Test func ofTwoMeasuresWithOneNameTheFirstHolds() {
        let again = Measure("displaced", "Families displaced", labels: [:], unit: "families")
        let killed = Measure("killed", "Soldiers killed", labels: [:])
        let list = MeasureList(declared: [displaced, again, killed])
        #expect(list["displaced"]?.unit == "people")
        #expect(list["killed"] == .killed)
        #expect(list.all.count == MeasureList.builtIn.all.count + 1)
    }

    @Test func aDeclaredMeasureHasColumnsOfItsOwn() {
        let list = MeasureList(declared: [healthWorkers])
        let columns = ResourceKind.strikes.columns(of: list).all
            .filter { $0.role.whole == .count(healthWorkers) }
        #expect(
            columns.map { "\($0.role): \($0.meaning)" } == [
                "health_workers_killed: Health workers among the killed, in one column (3, 3–8, 10+).",
                "health_workers_killed.min: Health workers among the killed, the least number published.",
                "health_workers_killed.max: Health workers among the killed, the greatest number "
                    + "published.",
            ]
        )
        #expect(ResourceKind.strikes.columns(of: .builtIn)[.count(healthWorkers)] == nil)
        #expect(ResourceKind.strikes.columns(of: list)[.count(.sources)] == nil)
    }

    @Test func anEndIsReadOnlyOfAMeasureOfTheList() {
        let list = MeasureList(declared: [healthWorkers])
        #expect(MeasureEnd("health_workers_killed.max", in: list)?.end == .max)
        #expect(MeasureEnd("health_workers_killed.max", in: .builtIn) == nil)
        #expect(MeasureEnd("killed.most", in: list) == nil)
        #expect(MeasureEnd("killed.min.max", in: list) == nil)
        #expect(MeasureEnd("killed", in: list)?.text == "killed")
    }

    @Test func whatIsNotStoredIsUnknownAndEqual() throws {
        let measure = try #require(MeasureList(declared: [healthWorkers]).declared.first)
        var counts = StrikeCounts()
        #expect(counts[measure] == .unknown)
        counts[measure] = .exact(2)
        #expect(counts[measure] == .exact(2))
        #expect(counts[.killed] == .unknown)
        counts[measure] = .unknown
        #expect(counts == StrikeCounts())
        #expect(counts.hashValue == StrikeCounts().hashValue)
    }

    @Test func aTallyAddsADeclaredMeasureAndEachOverlapOnce() throws {
        var codebook = Sample.codebook
        codebook.measures = MeasureList(declared: [healthWorkers, displaced])
        let workers = try #require(codebook.measures["health_workers_killed"])
        let displaced = try #require(codebook.measures["displaced"])
        let strikes = [
            Sample.strike("A", killed: .exact(5)) {
                $0.counts[workers] = .range(1, 2)
                $0.counts[displaced] = .exact(10)
            },
            Sample.strike("B", killed: .exact(5)) {
                $0.counts[workers] = .range(1, 2)
                $0.counts[displaced] = .atLeast(20)
                $0.overlap[.killed] = "A"
            },
            Sample.strike("C", killed: .exact(5)) {
                $0.counts[displaced] = .exact(40)
                $0.overlap.partOf = "A"
            },
            Sample.strike("D", killed: .exact(1)),
        ]
        let dataset = Dataset(
            codebook: codebook,
            methodology: Sample.methodology,
            strikes: strikes
        )
        let tally = Recounting(dataset).tally(StrikeIndex(dataset).strikes(.all))
        #expect(tally.total(.killed).minimum == 6)
        #expect(tally.total(workers).minimum == 1)
        #expect(tally.total(workers).maximum == 2)
        #expect(tally.total(workers).unknown == 1)
        #expect(tally.total(displaced).minimum == 30)
        #expect(tally.total(displaced).openEnded == 1)
    }
}
