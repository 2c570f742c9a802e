/// When a strike happened, as precisely as it is known.
public enum StrikeDate: Hashable, Sendable {
    /// On one day.
    case day(CalendarDate)
    /// On some day of one month.
    case month(CalendarDate)
    /// On some day of one year.
    case year(CalendarDate)
    /// On some day from one to another, both included.
    case range(CalendarDate, CalendarDate)

    /// The words of the `date_precision` column.
    public enum Precision: String, CaseIterable, Sendable {
        /// The day is known.
        case day
        /// The month is known.
        case month
        /// The year is known.
        case year
        /// The first and the last possible day are known.
        case range
    }

    /// The first day on which it may have happened.
    ///
    /// Every table sorts strikes by this day.
    public var first: CalendarDate {
        switch self {
        case .day(let date), .month(let date), .year(let date), .range(let date, _): date.firstDay
        }
    }

    /// The last day on which it may have happened.
    public var last: CalendarDate {
        switch self {
        case .day(let date), .month(let date), .year(let date): date.lastDay
        case .range(_, let date): date.lastDay
        }
    }

    /// How precisely it is known.
    public var precision: Precision {
        switch self {
        case .day: .day
        case .month: .month
        case .year: .year
        case .range: .range
        }
    }

    /// The year as `YYYY`; `nil` when it may have been in one of several years.
    public var isoYear: String? {
        first.year == last.year ? CalendarDate(year: first.year)?.iso : nil
    }

    /// The month as `YYYY-MM`; `nil` when it may have been in one of several months.
    public var isoMonth: String? {
        let (first, last) = (first, last)
        return first.year == last.year && first.month == last.month ? first.isoMonth : nil
    }

    /// The day as `YYYY-MM-DD`; `nil` when it may have been on one of several days.
    public var isoDay: String? {
        let (first, last) = (first, last)
        return first == last ? first.iso : nil
    }

    /// The date as ISO 8601 text; a range as `from/to`.
    public var iso: String {
        switch self {
        case .day(let date), .month(let date), .year(let date): date.iso
        case .range(let from, let to): "\(from.iso)/\(to.iso)"
        }
    }
}
