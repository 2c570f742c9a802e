import Text

/// Which strikes: conditions over fields and dates that must all hold.
///
/// Written the same way everywhere: `grading=counted&month=2017-08`.
public struct Selection: Hashable, Sendable {
    /// The conditions, sorted and each once, so that equal selections are equal values.
    public let conditions: [Condition]

    /// All strikes.
    public static let all = Selection([])

    /// Makes a selection from conditions in any order.
    public init(_ conditions: some Sequence<Condition>) {
        let all = Array(conditions)
        if all.count < 2 {
            self.conditions = all
            return
        }
        var seen: Set<Condition> = []
        self.conditions = all.filter { seen.insert($0).inserted }.sorted()
    }

    /// This selection with one more condition.
    public func and(_ condition: Condition) -> Selection {
        Selection(conditions + [condition])
    }

    /// This selection with all conditions of another.
    public func and(_ other: Selection) -> Selection {
        Selection(conditions + other.conditions)
    }

    /// The one spelling of the selection, as an author could write it in a link.
    public var query: String {
        conditions.map(\.query).joined(separator: "&")
    }

    /// The name of the selection's page: ASCII, lower case, the same for ever.
    ///
    /// If a value is not unambiguous in that alphabet, a hash of the query is added.
    public var slug: String {
        if conditions.isEmpty { return "all" }
        var parts: [String] = []
        var isExact = true
        for condition in conditions {
            let values = condition.values.map { value in
                let slug = Selection.slug(value.text)
                isExact = isExact && Selection.isPlain(value, slug)
                return slug
            }
            let name = Selection.slug(condition.name)
            isExact = isExact && name == condition.name
            parts.append(
                name + (condition.isNegated ? "-not-" : "-") + values.joined(separator: "-or-")
            )
        }
        let readable = parts.joined(separator: ".")
        if isExact && readable.utf8.count <= 100 { return readable }
        // A slug is ASCII, so every byte is a character.
        let head = readable.utf8.count > 100 ? String(readable.prefix(100)) : readable
        return head + "." + ShortHash.of(query)
    }

    /// Whether a value survives in a slug so that no other value has the same.
    private static func isPlain(_ value: SelectionValue, _ slug: String) -> Bool {
        switch value {
        case .date, .counted: return true
        case .dates, .years: return slug == value.text
        case .text(let text):
            return slug == text && !text.isEmpty && text != "counted"
                && !text.hasPrefix("not-") && !text.contains("-or-") && !text.contains(".")
        }
    }

    private static func slug(_ text: String) -> String {
        var slug: [UInt8] = []
        slug.reserveCapacity(text.utf8.count)
        for byte in text.utf8 {
            switch byte {
            case 65...90: slug.append(byte + 32)
            case 97...122, 48...57, 46, 95: slug.append(byte)
            case 128...: continue
            default: if let last = slug.last, last != 45 { slug.append(45) }
            }
        }
        while slug.last == 45 || slug.last == 46 { slug.removeLast() }
        return String(decoding: slug, as: UTF8.self)
    }
}

/// One condition of a selection: a field has one of some values, or none of them.
public struct Condition: Hashable, Sendable, Comparable {
    /// The field.
    public let field: SelectionField
    /// The field's name, as the author writes it.
    public let name: String
    /// Whether the field must have none of the values.
    public let isNegated: Bool
    /// The values, sorted, each once.
    public let values: [SelectionValue]

    /// Makes a condition from values in any order.
    public init(
        _ field: SelectionField,
        named name: String,
        isNegated: Bool = false,
        _ values: some Sequence<SelectionValue>
    ) {
        // An age band is a shorter way to write its ages, so that both are one figure.
        let isBand =
            field == .person(.ageBand)
            && values.allSatisfy {
                if case .years = $0 { return true }
                return false
            }
        self.field = isBand ? .person(.age) : field
        self.name = isBand ? PersonField.age.name : name
        self.isNegated = isNegated
        let values = Array(values)
        if values.count < 2 {
            self.values = values
            return
        }
        var seen: Set<SelectionValue> = []
        self.values = values.filter { seen.insert($0).inserted }.sorted { $0.text < $1.text }
    }

    /// The one spelling of the condition.
    public var query: String {
        name + (isNegated ? "!=" : "=")
            + values.map { QueryText.encoded($0.text) }.joined(separator: ",")
    }

    /// Orders by name, then spelling.
    public static func < (left: Condition, right: Condition) -> Bool {
        (left.name, left.query) < (right.name, right.query)
    }
}

/// One value of a condition.
public enum SelectionValue: Hashable, Sendable {
    /// A text that must be equal; empty for "nothing published".
    case text(String)
    /// A year, month or day.
    case date(CalendarDate)
    /// From one date to another, both included; an end may be open.
    case dates(from: CalendarDate?, to: CalendarDate?)
    /// Ages in whole years from one to another, both included; an end may be open.
    case years(from: Int?, to: Int?)
    /// Any grading that enters totals.
    case counted

    /// Whether the value is a period of time.
    var isPeriod: Bool {
        switch self {
        case .date, .dates: true
        case .text, .counted, .years: false
        }
    }

    /// The value as an author writes it, before it is encoded for a link.
    public var text: String {
        switch self {
        case .text(let text): text
        case .date(let date): date.iso
        case .dates(let from, let to): "\(from?.iso ?? "")..\(to?.iso ?? "")"
        case .years(let from, let to):
            from == to
                ? from.map { "\($0)" } ?? ".."
                : (from.map { "\($0)" } ?? "") + ".." + (to.map { "\($0)" } ?? "")
        case .counted: "counted"
        }
    }
}
