// What a single cell looks like. The type of a column follows from the form of most of its cells.

import Text

/// The form of one cell.
enum CellShape: Hashable {
    /// Nothing.
    case blank
    /// A word that people write for "nothing is known".
    case missing
    /// A whole number without a sign.
    case whole
    /// A number with a point.
    case decimal
    /// A number with a comma before its last digits: a decimal, or a thousand and more.
    case decimalComma
    /// Two numbers with a hyphen between them.
    case range
    /// A number and a plus sign.
    case atLeast
    /// `2017-06-21`.
    case isoDay
    /// `2017-06`.
    case isoMonth
    /// `2017-06-21T13:30`.
    case isoTime
    /// `21/06/2017`, by its separator; day or month first.
    case dayOrMonthFirst(Character)
    /// `2017/06/21` or `2017.06.21`.
    case yearFirst(Character)
    /// A date with a year of two digits.
    case shortYear
    /// `21 June 2017`, with the month's English name.
    case namedMonth(dayFirst: Bool)
    /// A time of day.
    case time
    /// The address of a page.
    case url
    /// Anything else.
    case text

    init(_ text: String) {
        let trimmed = text.trimmingBlanks
        guard let first = trimmed.utf8.first else {
            self = .blank
            return
        }
        if CommonWords.isUnknown(trimmed) {
            self = .missing
        } else if trimmed.hasPrefix("http://") || trimmed.hasPrefix("https://") {
            self = .url
        } else if first.isDigit || first == UInt8(ascii: "-") {
            self = CellShape.number(trimmed) ?? CellShape.date(trimmed) ?? .text
        } else {
            self = CellShape.namedMonth(trimmed) ?? .text
        }
    }

    /// Whether it is a count.
    var isCount: Bool {
        switch self {
        case .whole, .range, .atLeast: true
        case .blank, .missing, .decimal, .decimalComma, .isoDay, .isoMonth, .isoTime,
            .dayOrMonthFirst,
            .yearFirst, .shortYear, .namedMonth, .time, .url, .text:
            false
        }
    }

    /// Whether it states a day or a month.
    var isDate: Bool {
        switch self {
        case .isoDay, .isoMonth, .isoTime, .dayOrMonthFirst, .yearFirst, .shortYear, .namedMonth:
            true
        case .blank, .missing, .whole, .decimal, .decimalComma, .range, .atLeast, .time, .url,
            .text:
            false
        }
    }

    /// Whether it is a number, whole or not.
    var isNumber: Bool { self == .whole || self == .decimal || self == .decimalComma }

    /// Whether it is blank or a word for “unknown”.
    var isNothing: Bool { self == .blank || self == .missing }

    private static func isDigits(_ text: some StringProtocol) -> Bool {
        !text.isEmpty && text.utf8.allSatisfy(\.isDigit)
    }

    private static func number(_ text: String) -> CellShape? {
        if isDigits(text) { return .whole }
        let unsigned = text.hasPrefix("-") ? text.dropFirst() : text[...]
        let halves = unsigned.split(separator: ".", omittingEmptySubsequences: false)
        if halves.count == 2, isDigits(halves[0]), isDigits(halves[1]) { return .decimal }
        let parts = unsigned.split(separator: ",", omittingEmptySubsequences: false)
        if parts.count == 2, parts.allSatisfy({ isDigits($0) }) { return .decimalComma }
        if isDigits(unsigned) { return .decimal }
        if text.hasSuffix("+"), isDigits(text.dropLast()) { return .atLeast }
        let ends = text.split(whereSeparator: { $0 == "-" || $0 == "–" }).map(\.trimmingBlanks)
        let isPair = ends.count == 2 && ends.allSatisfy { isDigits($0) && $0.utf8.count < 4 }
        return isPair ? .range : nil
    }

    private static func date(_ text: String) -> CellShape? {
        let clock = text.split(separator: ":")
        if (2...3).contains(clock.count),
            clock.allSatisfy({ isDigits($0) && $0.utf8.count <= 2 })
        {
            return .time
        }
        if text.utf8.count >= 16, "Tt ".contains(text[text.index(text.startIndex, offsetBy: 10)]),
            CellShape(String(text.prefix(10))) == .isoDay
        {
            return .isoTime
        }
        guard let separator = text.first(where: { "-/.".contains($0) }) else {
            return namedMonth(text)
        }
        let parts = text.split(separator: separator, omittingEmptySubsequences: false)
        guard parts.allSatisfy({ isDigits($0) }) else { return namedMonth(text) }
        let lengths = parts.map(\.utf8.count)
        if lengths == [4, 2], separator == "-" { return .isoMonth }
        guard parts.count == 3 else { return nil }
        if lengths == [4, 2, 2] { return separator == "-" ? .isoDay : .yearFirst(separator) }
        guard lengths[0] <= 2, lengths[1] <= 2 else { return nil }
        if lengths[2] == 4 { return .dayOrMonthFirst(separator) }
        return lengths[2] == 2 ? .shortYear : nil
    }

    private static func namedMonth(_ text: String) -> CellShape? {
        let parts = text.split { $0 == " " || $0 == "," }
        guard parts.count == 3, isDigits(parts[2]), parts[2].utf8.count == 4 else { return nil }
        if isDigits(parts[0]), parts[0].utf8.count <= 2, EnglishMonth.number(parts[1]) != nil {
            return .namedMonth(dayFirst: true)
        }
        if isDigits(parts[1]), parts[1].utf8.count <= 2, EnglishMonth.number(parts[0]) != nil {
            return .namedMonth(dayFirst: false)
        }
        return nil
    }
}

extension StringProtocol {
    /// The text with a space for every end of a line.
    var onOneLine: String { map { $0.isNewline ? " " : String($0) }.joined() }

    /// The text without blanks at its ends.
    var trimmingBlanks: String {
        var text = self[...]
        while let first = text.first, first.isWhitespace { text.removeFirst() }
        while let last = text.last, last.isWhitespace { text.removeLast() }
        return String(text)
    }
}
