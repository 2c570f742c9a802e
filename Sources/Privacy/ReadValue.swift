// What the form of a value tells: whether it is a number, a date or a point, and so whether it can be searched for.

import Text

/// A value as it is read for the first time.
struct ReadValue {
    var facts = ValueFacts()
    var hash: UInt64 = 0
    /// The number of letters and digits of the first words.
    private var lengths: [Int] = []
    private var hasColon = false
    private var isDecimal = false
    private let isSmall: Bool

    init(_ text: UnsafeBufferPointer<UInt8>, _ tables: FoldingTables) {
        isSmall = text.allSatisfy { $0.isLetter && $0 & 0x20 != 0 }
        var end = 0
        var bits: UInt16 = 0
        var hasDigits = false
        var read = (words: 0, units: 0, hash: UInt64(0))
        var lengths: [Int] = []
        var isDecimal = false
        tables.words(text) { token in
            if read.words == 1 {
                let gap = text[end..<token.start]
                isDecimal = gap.count == 1 && (gap.first == 0x2E || gap.first == 0x2C)
            }
            read.words += 1
            read.units += token.units
            read.hash = Mixing.pair(read.hash, token.hash)
            if lengths.count < 8 { lengths.append(token.units) }
            bits |= token.bits
            if token.isNumber { hasDigits = true }
            end = token.end
            return true
        }
        facts.words = read.words
        facts.units = read.units
        facts.isNumber = bits < 0x40
        facts.hasDigits = hasDigits || text.contains(where: \.isDigit)
        hash = read.hash
        self.lengths = lengths
        self.isDecimal = isDecimal
    }

    /// Whether it is one word in small Latin letters, as words are that are no names.
    var isSingleSmallWord: Bool { isSmall && facts.words == 1 }

    /// Whether it is a number with five or more decimals, as the exact place of a house is.
    var isCoordinate: Bool {
        facts.isNumber && facts.words == 2 && isDecimal && lengths[0] <= 3 && lengths[1] >= 5
    }

    /// Why it is not searched for, as far as its form tells.
    var omission: ValueCollection.Omission? {
        if facts.units < 4 { return .short }
        guard facts.isNumber, !isCoordinate else { return nil }
        return facts.units < 7 || isDate ? .number : nil
    }

    /// Whether it is a date such as 2017-06-08 or 8.6.2017, perhaps with a time.
    private var isDate: Bool {
        guard (3...7).contains(lengths.count), lengths[1] <= 2 else { return false }
        let isYearFirst = lengths[0] == 4 && lengths[2] <= 2
        let isYearLast = lengths[0] <= 2 && (lengths[2] == 4 || lengths[2] == 2)
        return (isYearFirst || isYearLast) && lengths.dropFirst(3).allSatisfy { $0 <= 3 }
    }
}

/// Hashes of bytes.
enum ByteHash {
    static func of(_ bytes: UnsafeBufferPointer<UInt8>) -> UInt64 {
        var hash = UInt64(bytes.count)
        var rest = UnsafeRawBufferPointer(bytes)
        while rest.count >= 8 {
            hash = Mixing.pair(hash, rest.loadUnaligned(as: UInt64.self))
            rest = UnsafeRawBufferPointer(rebasing: rest.dropFirst(8))
        }
        for byte in rest { hash = Mixing.pair(hash, UInt64(byte)) }
        return hash
    }
}
