import Records

/// The months and years in which no strike is recorded, as rows between those with strikes.
///
/// Without them two months far apart would look like neighbours.
enum TimeGaps {
    /// How many rows without strikes may follow each other; a longer time is one row.
    static let longest = 24

    /// Months or years in order, with those between them; the values of other fields as they are.
    static func filled(_ values: [String], _ field: SelectionField) -> [String] {
        guard let unit = Unit(field) else { return values }
        var filled: [String] = []
        var previous: Int?
        for value in values {
            guard let number = unit.number(value) else {
                filled.append(value)
                continue
            }
            if let previous, previous + 1 < number {
                let gap = previous + 1..<number
                if gap.count <= longest {
                    filled += gap.map(unit.text)
                } else {
                    filled.append(unit.text(gap.lowerBound) + "/" + unit.text(number - 1))
                }
            }
            filled.append(value)
            previous = number
        }
        return filled
    }

    /// The first and the last month or year of a row for a long time; `nil` for every other value.
    static func ends(_ value: String) -> (from: CalendarDate, to: CalendarDate)? {
        let parts = value.split(separator: "/", omittingEmptySubsequences: false)
        guard parts.count == 2, let from = CalendarDate(iso: parts[0]),
            let to = CalendarDate(iso: parts[1])
        else { return nil }
        return (from, to)
    }

    /// The same as a selection writes it.
    static func period(_ value: String) -> SelectionValue? {
        ends(value).map { .dates(from: $0.from, to: $0.to) }
    }

    /// A month or a year, counted from the year 0.
    private enum Unit {
        case month
        case year

        init?(_ field: SelectionField) {
            switch field {
            case .month, .person(.month): self = .month
            case .year, .person(.year): self = .year
            case .id, .date, .day, .grading, .area, .disclosed, .text, .extra, .person: return nil
            }
        }

        func number(_ value: String) -> Int? {
            guard let date = CalendarDate(iso: value) else { return nil }
            switch self {
            case .month: return date.month.map { date.year * 12 + $0 - 1 }
            case .year: return date.year
            }
        }

        func text(_ number: Int) -> String {
            switch self {
            case .month: CalendarDate(year: number / 12, month: number % 12 + 1)?.iso ?? ""
            case .year: CalendarDate(year: number)?.iso ?? ""
            }
        }
    }
}
