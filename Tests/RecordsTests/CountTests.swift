import Records
import Testing

@Suite struct CountTests {
    @Test func unknownIsNotZero() {
        #expect(Count.unknown.kind == .unknown)
        #expect(Count.exact(0).kind == .noneReported)
        #expect(Count.unknown != Count.noneReported)
        let total = Total([.unknown, .exact(3)])
        #expect(total.minimum == 3)
        #expect(total.unknown == 1)
        #expect(!total.isUnknown)
        #expect(Total([.unknown]).isUnknown)
    }

    @Test func aSumOverNoStrikesIsUnknownAndANumberOfThingsIsZero() {
        #expect(Total([]).isUnknown)
        #expect(Total([]).statedMinimum == nil)
        #expect(Total([]).statedMaximum == nil)
        #expect(!Total(things: 0).isUnknown)
        #expect(Total(things: 0).statedMinimum == 0)
        #expect(Total(things: 0).statedMaximum == 0)
    }

    @Test func minimumAndMaximumTravelTogether() {
        let total = Total([.range(3, 8), .exact(2), .atLeast(10)])
        #expect(total.minimum == 15)
        #expect(total.maximum == 20)
        #expect(total.openEnded == 1)
        #expect(!total.isExact)
    }

    @Test func aRangeOfEqualEndsIsExact() {
        #expect(Count.range(4, 4).kind == .exact(4))
        #expect(Count.range(8, 3).kind == .exact(8))
        #expect(Count.exact(-1).kind == .noneReported)
    }

    @Test(arguments: [
        ("2017-08-22", true), ("2017-02-29", false), ("2016-02-29", true), ("2017-13", false),
        ("2017", true), ("2017-8-1", false), ("+017", false), ("2017-08-22T00:00", false),
        ("٢٠١٧", false), ("", false), ("2017-08-", false), ("0000", false),
    ])
    func datesAreReadStrictly(text: String, isDate: Bool) {
        let date = CalendarDate(iso: text)
        #expect((date != nil) == isDate)
        if let date { #expect(date.iso == text) }
    }

    @Test func daysBetweenDatesFollowTheCalendar() throws {
        let first = try #require(CalendarDate(iso: "2017-06-06"))
        let last = try #require(CalendarDate(iso: "2017-10-17"))
        #expect(last.dayNumber - first.dayNumber == 133)
        let leap = try #require(CalendarDate(iso: "2000-02-28"))
        let march = try #require(CalendarDate(iso: "2000-03-01"))
        #expect(march.dayNumber - leap.dayNumber == 2)
    }

    @Test(arguments: [
        ("Non-credible", "non-credible"), ("non_credible", "non-credible"), ("Fair", "fair"),
        (" under  Investigation ", "under-investigation"), ("fair", "fair"), ("مؤكدة", "مؤكدة"),
    ])
    func keysIgnoreCaseAndSpacing(word: String, key: String) {
        #expect(Key.of(word) == key)
    }
}
