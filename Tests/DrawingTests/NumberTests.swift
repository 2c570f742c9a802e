import Testing

@testable import Drawing

@Suite struct NumberTests {
    @Test(arguments: [
        (0, [0, 1]), (1, [0, 1]), (3, [0, 1, 2, 3]), (5, [0, 1, 2, 3, 4, 5]), (6, [0, 2, 4, 6]),
        (36, [0, 10, 20, 30, 40]), (138, [0, 50, 100, 150]), (429, [0, 100, 200, 300, 400, 500]),
        (1891, [0, 500, 1000, 1500, 2000]), (-7, [0, 1]),
    ])
    func ticksAreRound(largest: Int, expected: [Int]) {
        #expect(Ticks(upTo: largest).values == expected)
    }

    @Test func ticksReachTheLargestInNoMoreThanFiveRoundSteps() {
        for largest in Array(1...3000) + [999_999, 1_000_001, 123_456_789] {
            let ticks = Ticks(upTo: largest)
            #expect(ticks.top >= largest)
            #expect(ticks.values.count <= 6)
            #expect(ticks.top - ticks.step < largest, "an empty step above \(largest)")
            var lead = ticks.step
            while lead % 10 == 0 { lead /= 10 }
            #expect([1, 2, 5].contains(lead))
        }
    }

    @Test(arguments: [
        (0, 2, "0"), (3333, 2, "33.33"), (3330, 2, "33.3"), (4800, 2, "48"), (5, 2, "0.05"),
        (-5, 1, "-0.5"), (-1234, 1, "-123.4"), (100, 1, "10"),
    ])
    func decimalsArePrintedShortAndExact(scaled: Int, places: Int, expected: String) {
        #expect(Decimal.text(scaled, places: places) == expected)
    }

    @Test func coordinatesThatAreNoNumbersDoNotCrash() {
        #expect(Decimal.coordinate(.nan) == "-100000")
        #expect(Decimal.coordinate(.infinity) == "-100000")
        #expect(Decimal.coordinate(1e300) == "100000")
        #expect(Decimal.coordinate(-0.04) == "0")
    }

    @Test func cosinesAreRight() {
        // Known values, to fifteen places.
        let known: [(Double, Double)] = [
            (0, 1), (30, 0.866_025_403_784_438_6), (45, 0.707_106_781_186_547_5), (60, 0.5),
            (35.95, 0.809_529_625_656_384_4), (90, 0), (-60, 0.5),
        ]
        for (degrees, cosine) in known {
            #expect(abs(Cosine.of(degrees: degrees) - cosine) < 1e-15, "cosine of \(degrees)")
        }
    }
}
