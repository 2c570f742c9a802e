import Records
import Testing

@Suite struct RecountingTests {
    private func tally(
        _ strikes: [Strike],
        only ids: [String]? = nil
    ) -> (Tally, Recounting, StrikeSet) {
        let recounting = Recounting(Sample.dataset(strikes))
        var selected = StrikeSet(count: strikes.count)
        for (position, strike) in recounting.dataset.strikes.enumerated()
        where ids?.contains(strike.id) ?? true {
            selected.insert(position)
        }
        return (recounting.tally(selected), recounting, selected)
    }

    @Test func aConcessionThatIsSharedCountsOnce() {
        let strikes = [
            Sample.strike("A", killed: .exact(1), conceded: .exact(8)),
            Sample.strike("B", killed: .exact(1)) { $0.overlap[.conceded] = "A" },
            Sample.strike("C", killed: .range(7, 9), conceded: .exact(8)) {
                $0.overlap[.conceded] = "B"
            },
            Sample.strike("D", killed: .exact(2)),
        ]
        let (whole, recounting, selected) = tally(strikes)
        #expect(whole.total(.concededKilled).minimum == 8)
        #expect(whole.total(.concededKilled).unknown == 1)
        #expect(whole.total(.killed).minimum == 11)
        #expect(whole.total(.strikes).minimum == 4)
        #expect(
            recounting.omissions(.conceded, selected) == [1: .sharedWith(0), 2: .sharedWith(0)]
        )
        let (part, _, _) = tally(strikes, only: ["B", "C"])
        #expect(part.total(.concededKilled).minimum == 8)
        #expect(part.total(.concededKilled).unknown == 0)
    }

    @Test func aPartAddsNothingWhereItsWholeIsSelected() {
        let strikes = [
            Sample.strike("A", killed: .exact(20)),
            Sample.strike("B", killed: .exact(5)) { $0.overlap.partOf = "A" },
            Sample.strike("C", killed: .exact(2)) { $0.overlap.partOf = "B" },
        ]
        #expect(tally(strikes).0.total(.killed).minimum == 20)
        #expect(tally(strikes).0.total(.strikes).minimum == 1)
        #expect(tally(strikes).0.selected == 3)
        #expect(tally(strikes, only: ["A", "C"]).0.total(.killed).minimum == 20)
        #expect(tally(strikes, only: ["B", "C"]).0.total(.killed).minimum == 5)
        #expect(tally(strikes, only: ["C"]).0.total(.killed).minimum == 2)
    }

    @Test func aCycleOfPartsDoesNotHang() {
        let strikes = [
            Sample.strike("A", killed: .exact(1)) { $0.overlap.partOf = "B" },
            Sample.strike("B", killed: .exact(2)) { $0.overlap.partOf = "A" },
        ]
        #expect(tally(strikes, only: ["A"]).0.total(.killed).minimum == 1)
    }
}
