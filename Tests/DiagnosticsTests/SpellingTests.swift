import Diagnostics
import Testing

@Suite struct SpellingTests {
    /// The whole table of distances, without the shortcuts.
    private static func distance(_ left: [Character], _ right: [Character]) -> Int {
        var table = [[Int]](
            repeating: [Int](repeating: 0, count: right.count + 1),
            count: left.count + 1
        )
        for row in 0...left.count {
            for column in 0...right.count {
                if row == 0 || column == 0 {
                    table[row][column] = row + column
                    continue
                }
                let isSame = left[row - 1] == right[column - 1]
                var value = min(
                    table[row - 1][column] + 1,
                    table[row][column - 1] + 1,
                    table[row - 1][column - 1] + (isSame ? 0 : 1)
                )
                if row > 1, column > 1, left[row - 1] == right[column - 2],
                    left[row - 2] == right[column - 1]
                {
                    value = min(value, table[row - 2][column - 2] + 1)
                }
                table[row][column] = value
            }
        }
        return table[left.count][right.count]
    }

    @Test(arguments: ["abc", "abé", "قرة "])
    func theNearestWordIsThatOfTheWholeTable(_ letters: String) {
        var state: UInt64 = 20_170_606
        func random(_ bound: Int) -> Int {
            state = state &* 6_364_136_223_846_793_005 &+ 1_442_695_040_888_963_407
            return Int(state >> 33) % bound
        }
        let letters = Array(letters)
        func word() -> String {
            String((0..<random(12)).map { _ in letters[random(letters.count)] })
        }
        var found = 0
        for _ in 0..<400 {
            let sought = word()
            let candidates = (0..<8).map { _ in word() }
            let near = candidates.map { (Self.distance(Array(sought), Array($0)), $0) }
                .filter { $0.0 <= max(1, sought.count / 3) }
                .min { $0 < $1 }
            if near != nil { found += 1 }
            #expect(Spelling.nearest(to: sought, in: candidates) == near?.1, "\(sought)")
        }
        #expect(found > 100 && found < 400)
    }
}
