// How a column's fact is written in downloads and releases: one rule for all of them, so that a release holds
// exactly what a download holds.

/// One cell as it is published.
public enum PublishedCell: Sendable {
    /// Nothing was published.
    case none
    /// A whole number.
    case integer(Int)
    /// A number in a form that JSON accepts.
    case number(String)
    /// A text.
    case text(String)

    /// A text, or nothing when it is empty.
    public static func of(_ text: String) -> PublishedCell { text.isEmpty ? .none : .text(text) }

    /// A number, or nothing.
    public static func of(_ number: Int?) -> PublishedCell {
        number.map(PublishedCell.integer) ?? .none
    }

    /// A count as one column writes it.
    static func of(_ count: Count) -> PublishedCell {
        switch count.kind {
        case .unknown: .none
        case .noneReported: .integer(0)
        case .exact(let number): .integer(number)
        case .range(let minimum, let maximum): .text("\(minimum)–\(maximum)")
        case .atLeast(let minimum): .text("\(minimum)+")
        }
    }

    /// The cell as text; empty when nothing was published.
    public var asText: String {
        switch self {
        case .none: ""
        case .integer(let number): String(number)
        case .number(let text), .text(let text): text
        }
    }
}

extension Column {
    /// How the cell of the column with a role is read.
    ///
    /// Chosen once for a column, so that the choice is not repeated for every row.
    public func cells(_ role: Role) -> FactReader<Record, PublishedCell> {
        switch access {
        case .text(let get, _): return { .of(get($0, $1)) }
        case .names(let get, _):
            let language = role.language ?? ""
            return { records, place in
                .of(get(records, place).first { $0.language == language }?.name ?? "")
            }
        case .ids(let get, _): return { .of(get($0, $1).joined(separator: "; ")) }
        case .number(let get, _): return { .of(get($0, $1)) }
        case .date(let get, _): return { .of(get($0, $1)?.iso ?? "") }
        case .count(let get, _):
            switch role.part {
            case .least: return { .of(get($0, $1).minimum) }
            case .most: return { .of(get($0, $1).maximum) }
            case .whole, .anyLanguage, .language: return { .of(get($0, $1)) }
            }
        case .strikeDate(let get, _):
            switch shape.content {
            case .strikeDate(.last): return { .of(get($0, $1).lastPublished?.iso ?? "") }
            case .strikeDate(.precision): return { .of(get($0, $1).precision.rawValue) }
            case .strikeDate(.first), .text, .names, .ids, .number, .count, .date, .coordinate:
                return { .of(get($0, $1).firstPublished.iso) }
            }
        case .coordinate(let get, _):
            if shape.content == .coordinate(.latitude) {
                return { get($0, $1).map { .number($0.latitudeText) } ?? .none }
            }
            return { get($0, $1).map { .number($0.longitudeText) } ?? .none }
        case .none: return { _, _ in .none }
        }
    }
}

extension StrikeDate {
    /// The date, or the first of a range, as precise as it was published.
    fileprivate var firstPublished: CalendarDate {
        switch self {
        case .day(let date), .month(let date), .year(let date), .range(let date, _): date
        }
    }

    /// The last date of a range.
    fileprivate var lastPublished: CalendarDate? {
        switch self {
        case .day, .month, .year: nil
        case .range(_, let date): date
        }
    }
}

extension Count {
    /// The count in a message: as a cell holds it, or “unknown”.
    package var inMessages: String { isKnown ? PublishedCell.of(self).asText : "unknown" }
}
