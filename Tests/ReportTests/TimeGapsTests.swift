import Records
import Testing

@testable import Report

@Suite struct TimeGapsTests {
    @Test func monthsAndYearsBetweenOthersAreRows() {
        #expect(
            TimeGaps.filled(["2019-11", "2020-02"], .month)
                == ["2019-11", "2019-12", "2020-01", "2020-02"]
        )
        #expect(
            TimeGaps.filled(["2016", "2017", "2021"], .year)
                == ["2016", "2017", "2018", "2019", "2020", "2021"]
        )
    }

    @Test func aLongGapIsOneRow() {
        let filled = TimeGaps.filled(["2000-01", "2010-01"], .month)
        #expect(filled == ["2000-01", "2000-02/2009-12", "2010-01"])
        #expect(TimeGaps.ends("2000-02/2009-12")?.to.iso == "2009-12")
        #expect(TimeGaps.ends("2000-02") == nil)
    }

    @Test func otherColumnsHaveNoGaps() {
        #expect(TimeGaps.filled(["1", "5"], .grading) == ["1", "5"])
    }
}
