import Records
import Testing

/// Records are put in order in place, whatever the order of their tables.
@Suite struct DatasetOrderTests {
    /// The numbers below `count`, the same every time, in an order that looks like chance.
    private static func shuffled(_ count: Int, _ seed: Int) -> [Int] {
        var state = UInt64(truncatingIfNeeded: seed)
        var numbers = Array(0..<count)
        for last in numbers.indices.dropFirst().reversed() {
            state = state &* 6_364_136_223_846_793_005 &+ 1_442_695_040_888_963_407
            numbers.swapAt(last, Int(state >> 33) % (last + 1))
        }
        return numbers
    }

    private static func day(_ number: Int) -> String {
        let day = number % 28 + 1
        return "2017-08-" + (day < 10 ? "0\(day)" : "\(day)")
    }

    @Test(arguments: 1...25)
    func strikesStandByDayAndPeopleByStrikeAndRow(_ seed: Int) throws {
        let count = seed * 3
        let rows = Self.shuffled(count, seed).map { Sample.strike("S\($0)", Self.day($0)) }
        let people = Self.shuffled(count * 4, seed + 100).enumerated()
            .map { row, number in
                // Every fifth belongs to no strike.
                var victim = Victim(strikeID: number % 5 == 0 ? "" : "S\(number % count)")
                victim.name = "row \(row)"
                return victim
            }
        let dataset = Dataset(
            codebook: Sample.codebook,
            methodology: Sample.methodology,
            strikes: rows,
            victims: people
        )
        let ordered = rows.sorted { ($0.date.iso, $0.id) < ($1.date.iso, $1.id) }
        #expect(dataset.strikes.map(\.id) == ordered.map(\.id))
        #expect(dataset.victims.count == people.count)
        for position in dataset.strikes.indices {
            let id = dataset.strikes[position].id
            #expect(dataset.index(of: id) == position)
            #expect(
                dataset.victims(ofStrikeAt: position).map(\.name)
                    == people.filter { $0.strikeID == id }.map(\.name)
            )
        }
        #expect(
            dataset.victims[dataset.peopleWithoutStrike].map(\.name)
                == people.filter { $0.strikeID.isEmpty }.map(\.name)
        )
    }
}
