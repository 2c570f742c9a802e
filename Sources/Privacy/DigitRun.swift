// “0770 555 0123”, “0770-5550123” and “+964 (0)770 555 0123” are one number. Digits that stand near each other are
// therefore put together, unless they are a date, a decimal number, or numbers of a list.

import Text

/// Numbers that follow each other with hardly anything between them.
struct DigitRun {
    /// How many numbers there are.
    private(set) var count = 0
    /// Where the first begins.
    private(set) var start = 0
    private var end = 0
    private var units = 0
    private var firstUnits = 0
    private var hasComma = false
    private var hasDot = false
    private var hasOther = false
    /// Whether each number but the first has three digits.
    private var isByThousands = true

    /// Fewer digits stand in too many places.
    static let leastDigits = 7
    private static let mostDigits = 18

    init() {}

    init(_ range: Range<Int>, _ units: Int) {
        count = 1
        start = range.lowerBound
        end = range.upperBound
        self.units = units
        firstUnits = units
    }

    /// Whether a number at a place belongs to the run; notes what stands before it.
    mutating func mayContinue(_ text: UnsafeBufferPointer<UInt8>, _ place: Int) -> Bool {
        guard place - end <= 6, place > end else { return false }
        let gap = text[end..<place]
        if gap.count == 1, gap.first == UInt8(ascii: ",") {
            hasComma = true
            return true
        }
        if gap.count == 1, gap.first == UInt8(ascii: ".") {
            hasDot = true
            return true
        }
        hasOther = true
        if gap.count <= 3, gap.allSatisfy({ " -/()".utf8.contains($0) }) { return true }
        return DigitRun.spaces.contains { gap.elementsEqual($0) }
    }

    private static let spaces: [[UInt8]] = [
        [0xC2, 0xA0], [0xE2, 0x80, 0x89], [0xE2, 0x80, 0xAF], [0xE2, 0x80, 0x91],
        [0xE2, 0x80, 0x93],
        Array("&nbsp;".utf8),
    ]

    /// Forgets the numbers.
    @inline(__always)
    mutating func clear() { count = 0 }

    mutating func add(_ range: Range<Int>, _ units: Int) {
        count += 1
        if units != 3 { isByThousands = false }
        self.units += units
        end = range.upperBound
    }

    /// Whether the digits may be those of one number, as far as their form tells.
    var mayBeValue: Bool {
        guard units >= DigitRun.leastDigits, units <= DigitRun.mostDigits, count <= 6 else {
            return false
        }
        if count == 1 { return true }
        if hasComma { return !hasDot && !hasOther && isByThousands && firstUnits <= 3 }
        // One dot makes a decimal number, and one among other signs the end of a sentence.
        return !hasDot || !hasOther && count > 2
    }

    /// The digits of the number that these may be, without leading zeros: all, and those behind the code of a country.
    func readings(_ text: UnsafeBufferPointer<UInt8>, _ tables: FoldingTables) -> [[UInt8]] {
        let whole = UnsafeBufferPointer(rebasing: text[start..<end])
        let numbers = DigitRun.numbers(whole, tables)
        if DigitRun.isDate(numbers) { return [] }
        let hasPlus = start > 0 && text[start - 1] == UInt8(ascii: "+")
        return DigitRun.readings(numbers, hasPlus: hasPlus, isValue: false)
    }

    /// The digits of a value by which it is found; none for a point.
    static func all(
        of value: UnsafeBufferPointer<UInt8>,
        _ facts: ValueFacts,
        _ tables: FoldingTables
    ) -> [[UInt8]] {
        guard facts.isNumber, !facts.isOpen else { return [] }
        let hasPlus = value.first == UInt8(ascii: "+")
        return readings(numbers(value, tables), hasPlus: hasPlus, isValue: true)
    }

    private static func readings(
        _ numbers: [[UInt8]],
        hasPlus: Bool,
        isValue: Bool
    ) -> [[UInt8]] {
        guard let first = numbers.first else { return [] }
        let digits = numbers.flatMap(\.self)
        var readings = [digits[...]]
        let isInternational = hasPlus || digits.starts(with: "00".utf8)
        if numbers.count > 1, first.count <= 3 && !isValue || isInternational {
            readings.append(digits[first.count...])
        }
        if isInternational {
            // The code has one to three digits.
            let rest = digits.drop { $0 == UInt8(ascii: "0") }
            for code in 1...3 { readings.append(rest.dropFirst(code)) }
        }
        var seen: Set<[UInt8]> = []
        return readings.map { Array($0.drop { $0 == UInt8(ascii: "0") }) }
            .filter {
                $0.count >= leastDigits && $0.count <= mostDigits && seen.insert($0).inserted
            }
    }

    /// The numbers of a text, each as its digits.
    private static func numbers(
        _ text: UnsafeBufferPointer<UInt8>,
        _ tables: FoldingTables
    ) -> [[UInt8]] {
        var units = FoldedUnits(tables, text)
        var numbers: [[UInt8]] = [[]]
        while let unit = units.next() {
            if unit == Folding.separator {
                numbers.append([])
            } else {
                numbers[numbers.count - 1].append(UInt8(truncatingIfNeeded: unit))
            }
        }
        return numbers.filter { !$0.isEmpty }
    }

    /// Whether numbers are a day, in whatever order, perhaps with an hour.
    private static func isDate(_ numbers: [[UInt8]]) -> Bool {
        guard numbers.count == 3 || numbers.count == 4 else { return false }
        func value(_ place: Int) -> Int { numbers[place].reduce(0) { $0 * 10 + Int($1 & 15) } }
        let isYearFirst = numbers[0].count == 4 && numbers[2].count <= 2
        let isYearLast = numbers[2].count == 4 || numbers[2].count == 2
        let days = 1...31
        guard days.contains(value(1)), isYearFirst || isYearLast else { return false }
        return isYearFirst ? days.contains(value(2)) : days.contains(value(0))
    }

    /// The key of some digits.
    static func key(_ digits: [UInt8]) -> UInt64 {
        Mixing.word(digits.reduce(0) { Token.hash($0, UInt16($1)) })
    }
}
