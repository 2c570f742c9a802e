// A pattern as a tree. It has no references back and no look-around, so that a cell is matched in one pass.

import Text

/// A part of a regular expression.
indirect enum PatternNode: Sendable {
    /// Nothing, which matches everywhere.
    case empty
    /// One character of a set.
    case set(PatternSet)
    /// A place rather than a character.
    case place(PatternPlace)
    case sequence([PatternNode])
    case choice([PatternNode])
    /// A part again and again; `nil` for any number of times.
    case repeated(PatternNode, least: Int, most: Int?)

    /// How many steps the program for this part has; no more than `limit` + 1 are counted.
    func size(limit: Int) -> Int {
        switch self {
        case .empty: return 0
        case .set, .place: return 1
        case .sequence(let parts):
            return parts.reduce(0) { min(limit + 1, $0 + $1.size(limit: limit)) }
        case .choice(let parts):
            return parts.reduce(0) { min(limit + 1, $0 + $1.size(limit: limit) + 2) }
        case .repeated(let part, let least, let most):
            let size = part.size(limit: limit)
            let times = most ?? least + 1
            return min(limit + 1, min(times, limit + 1) * (size + 1) + 1)
        }
    }
}

/// A place in a cell.
enum PatternPlace: Sendable {
    case start, end
    /// Between a letter or digit and something else.
    case wordEdge
    case noWordEdge
}

/// Some characters.
struct PatternSet: Sendable {
    /// A part of a set.
    enum Item: Sendable {
        case range(ClosedRange<UInt32>)
        case digit, word, space
        case categories(Set<Unicode.GeneralCategory>)
        case not([Item])
    }

    var items: [Item]
    var isNegated = false
    /// What is taken away from the set, as in `[a-z-[aeiou]]`.
    var without: [PatternSet] = []
    /// Whether capitals and small letters are one.
    var ignoresCase = false

    /// Everything but the ends of lines.
    static let any = PatternSet(items: [.range(0x0A...0x0A), .range(0x0D...0x0D)], isNegated: true)

    func contains(_ scalar: Unicode.Scalar) -> Bool {
        var isFound = PatternSet.holds(items, scalar)
        if !isFound, ignoresCase {
            isFound =
                PatternSet.holds(
                    items,
                    PatternSet.other(scalar.properties.lowercaseMapping, scalar)
                )
                || PatternSet.holds(
                    items,
                    PatternSet.other(scalar.properties.uppercaseMapping, scalar)
                )
        }
        return isFound != isNegated && !without.contains { $0.contains(scalar) }
    }

    /// Whether a character is a letter, a digit, a mark on one, or an underscore.
    static func isWord(_ scalar: Unicode.Scalar) -> Bool {
        if scalar.isASCII {
            let byte = UInt8(truncatingIfNeeded: scalar.value)
            return byte.isAlphanumeric || byte == UInt8(ascii: "_")
        }
        let properties = scalar.properties
        return properties.isAlphabetic || properties.generalCategory == .decimalNumber
            || properties.generalCategory == .nonspacingMark
    }

    private static func other(_ mapping: String, _ scalar: Unicode.Scalar) -> Unicode.Scalar {
        mapping.unicodeScalars.count == 1 ? mapping.unicodeScalars.first ?? scalar : scalar
    }

    private static func holds(_ items: [Item], _ scalar: Unicode.Scalar) -> Bool {
        for item in items {
            switch item {
            case .range(let range): if range.contains(scalar.value) { return true }
            case .digit: if scalar.properties.generalCategory == .decimalNumber { return true }
            case .word: if isWord(scalar) { return true }
            case .space: if scalar.properties.isWhitespace { return true }
            case .categories(let known):
                if known.contains(scalar.properties.generalCategory) { return true }
            case .not(let items): if !holds(items, scalar) { return true }
            }
        }
        return false
    }

    /// The categories of Unicode by their short names, such as `L` and `Lu`.
    static func categories(_ name: String) -> Set<Unicode.GeneralCategory>? {
        let all: [(String, Unicode.GeneralCategory)] = [
            ("Lu", .uppercaseLetter), ("Ll", .lowercaseLetter), ("Lt", .titlecaseLetter),
            ("Lm", .modifierLetter), ("Lo", .otherLetter), ("Mn", .nonspacingMark),
            ("Mc", .spacingMark), ("Me", .enclosingMark), ("Nd", .decimalNumber),
            ("Nl", .letterNumber), ("No", .otherNumber), ("Pc", .connectorPunctuation),
            ("Pd", .dashPunctuation), ("Ps", .openPunctuation), ("Pe", .closePunctuation),
            ("Pi", .initialPunctuation), ("Pf", .finalPunctuation), ("Po", .otherPunctuation),
            ("Sm", .mathSymbol), ("Sc", .currencySymbol), ("Sk", .modifierSymbol),
            ("So", .otherSymbol), ("Zs", .spaceSeparator), ("Zl", .lineSeparator),
            ("Zp", .paragraphSeparator), ("Cc", .control), ("Cf", .format), ("Cs", .surrogate),
            ("Co", .privateUse), ("Cn", .unassigned),
        ]
        let found = all.filter { $0.0 == name || (name.count == 1 && $0.0.hasPrefix(name)) }
        return found.isEmpty ? nil : Set(found.map(\.1))
    }
}
