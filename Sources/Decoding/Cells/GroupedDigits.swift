// Thousands are separated by a comma, a point, a space or an apostrophe, and the same comma may stand before decimals.
// So a separator is taken out only where the codebook names it and every group has its three digits.

/// Numbers whose thousands are separated.
package enum GroupedDigits {
    /// The marks that separate thousands.
    package static let marks: [Character] = [",", ".", " ", "\u{A0}", "\u{202F}", "'", "’", "٬"]

    /// The text without the marks that separate thousands; `nil` when it has none, or one in another place.
    package static func ungrouped(_ text: String, _ mark: Character) -> String? {
        guard text.contains(mark) else { return nil }
        var result = ""
        var rest = text[...]
        var hasGroups = false
        while let first = rest.first {
            guard first.isASCIIDigit else {
                // A space may also stand around the dash of a range.
                guard first != mark || mark.isWhitespace else { return nil }
                result.append(first)
                rest.removeFirst()
                continue
            }
            var run = rest.prefix { $0.isASCIIDigit || $0 == mark }
            while mark.isWhitespace, run.last == mark { run.removeLast() }
            let groups = run.split(separator: mark, omittingEmptySubsequences: false)
            let isGrouped =
                (1...3).contains(groups[0].count) && groups.dropFirst().allSatisfy { $0.count == 3 }
            guard groups.count == 1 || isGrouped && groups[0].first != "0" else { return nil }
            hasGroups = hasGroups || groups.count > 1
            result += groups.joined()
            rest = rest[run.endIndex...]
        }
        return hasGroups ? result : nil
    }
}

extension Character {
    fileprivate var isASCIIDigit: Bool { isASCII && isNumber }
}
