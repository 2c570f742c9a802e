import Text

/// The order of a column's values in tables and charts: by the type and the list of values that the codebook states,
/// otherwise natural.
public struct ValueOrder: Sendable {
    /// The values that the codebook lists, in its order.
    private let listed: [String]
    /// How the other values are compared.
    private let comparison: Comparison

    private enum Comparison: Sendable {
        /// As numbers.
        case numeric
        /// As dates, whose parts stand in the order of these letters of a strptime pattern.
        case dates([Character])
        /// As texts with numbers in them.
        case natural
    }

    /// The order of the values of a column of the codebook; `nil` stands for no column.
    public init(_ field: CodebookField?, isKey: Bool = false) {
        let allowed = field?.allowedValues ?? []
        listed = isKey ? allowed.map { Key.of($0) } : allowed
        switch field?.type {
        case .integer, .number, .year: comparison = .numeric
        case .date, .datetime, .yearmonth:
            comparison = .dates(ValueOrder.parts(of: field?.dateFormat ?? ""))
        case .string, .boolean, .time, .any, nil: comparison = .natural
        }
    }

    /// Values in this order, without the empty one.
    public func sorted(_ values: Set<String>) -> [String] {
        var rest = values.subtracting([""])
        let first = listed.filter { rest.remove($0) != nil }
        let natural = NaturalOrder.sorted(rest)
        switch comparison {
        case .natural: return first + natural
        case .numeric: return first + ValueOrder.sorted(natural) { Double($0).map { [$0] } }
        case .dates(let parts):
            return first + ValueOrder.sorted(natural) { ValueOrder.date($0, parts) }
        }
    }

    /// Texts by their numbers; those without numbers come last, in the order in which they are.
    private static func sorted(_ texts: [String], by numbers: (String) -> [Double]?) -> [String] {
        let keyed = texts.enumerated().map { (offset: $0, text: $1, numbers: numbers($1)) }
        return
            keyed.sorted { left, right in
                switch (left.numbers, right.numbers) {
                case (let one?, let other?) where one != other:
                    one.lexicographicallyPrecedes(other)
                case (_?, nil): true
                case (nil, _?): false
                case (_?, _?), (nil, nil): left.offset < right.offset
                }
            }
            .map(\.text)
    }

    /// The letters of the parts of a date in a strptime pattern; those of ISO 8601 for any other format.
    private static func parts(of format: String) -> [Character] {
        guard format.utf8.contains(UInt8(ascii: "%")) else { return ["Y", "m", "d"] }
        return format.split(separator: "%").compactMap(\.first)
    }

    /// Year, month, day and time as numbers; `nil` when the text has a month in words or no numbers.
    private static func date(_ text: String, _ parts: [Character]) -> [Double]? {
        let numbers = text.split { !$0.isASCII || !$0.isWholeNumber }.compactMap { Double($0) }
        guard !numbers.isEmpty else { return nil }
        // A column of another format may hold dates of ISO 8601 as well.
        if text.prefix(4).allSatisfy({ $0.isASCII && $0.isWholeNumber }) { return numbers }
        if parts.contains("b") || parts.contains("B") { return nil }
        var date: [Double] = []
        for letter: Character in ["Y", "m", "d"] {
            guard let place = parts.firstIndex(of: letter), place < numbers.count else { break }
            date.append(numbers[place])
        }
        return date + numbers.dropFirst(3)
    }
}
