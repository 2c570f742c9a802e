/// A date of the proleptic Gregorian calendar, without time or time zone; day, or day and month, may
/// be unknown.
public struct CalendarDate: Hashable, Sendable, Comparable {
    /// Year, month and day in one number, which orders as the date does: records hold many dates.
    ///
    /// The lowest five bits are the day, the four above them the month, zero where they are not known.
    private let packed: Int32

    /// The year, 1…9999.
    public var year: Int { Int(packed >> 9) }
    /// The month, 1…12; `nil` when only the year is known.
    public var month: Int? {
        let month = Int(packed >> 5 & 15)
        return month == 0 ? nil : month
    }
    /// The day of the month, 1…31; `nil` when only the month or the year is known.
    public var day: Int? {
        let day = Int(packed & 31)
        return day == 0 ? nil : day
    }

    /// The first year that a date can state.
    public static let earliest = CalendarDate(unchecked: 1, nil, nil)

    /// A date, or `nil` when there is no such day.
    public init?(year: Int, month: Int? = nil, day: Int? = nil) {
        guard (1...9999).contains(year) else { return nil }
        if let month {
            guard (1...12).contains(month) else { return nil }
            if let day {
                guard (1...CalendarDate.days(inMonth: month, of: year)).contains(day) else {
                    return nil
                }
            }
        } else if day != nil {
            return nil
        }
        self.init(unchecked: year, month, day)
    }

    private init(unchecked year: Int, _ month: Int?, _ day: Int?) {
        packed = Int32(truncatingIfNeeded: year << 9 | (month ?? 0) << 5 | (day ?? 0))
    }

    /// Reads `YYYY`, `YYYY-MM` or `YYYY-MM-DD` (ISO 8601 calendar dates), and nothing else.
    public init?(iso text: some StringProtocol) {
        var numbers = (year: 0, month: 0, day: 0)
        var length = 0
        for byte in text.utf8 {
            guard length < 10 else { return nil }
            if length == 4 || length == 7 {
                guard byte == UInt8(ascii: "-") else { return nil }
            } else {
                guard byte &- 48 < 10 else { return nil }
                let digit = Int(byte) - 48
                switch length {
                case 0..<4: numbers.year = numbers.year * 10 + digit
                case 5..<7: numbers.month = numbers.month * 10 + digit
                default: numbers.day = numbers.day * 10 + digit
                }
            }
            length += 1
        }
        switch length {
        case 4: self.init(year: numbers.year)
        case 7: self.init(year: numbers.year, month: numbers.month)
        case 10: self.init(year: numbers.year, month: numbers.month, day: numbers.day)
        default: return nil
        }
    }

    /// The date as `YYYY`, `YYYY-MM` or `YYYY-MM-DD`.
    public var iso: String {
        String(unsafeUninitializedCapacity: 10) { text in
            var length = 0
            func append(_ number: Int, _ width: Int) {
                if length > 0 {
                    text[length] = UInt8(ascii: "-")
                    length += 1
                }
                var rest = number
                for place in (length..<length + width).reversed() {
                    text[place] = UInt8(ascii: "0") + UInt8(rest % 10)
                    rest /= 10
                }
                length += width
            }
            append(year, 4)
            if let month { append(month, 2) }
            if let day { append(day, 2) }
            return length
        }
    }

    /// The month as `YYYY-MM`; `nil` when it is unknown.
    public var isoMonth: String? {
        month.map { CalendarDate(unchecked: year, $0, nil).iso }
    }

    /// The first day that the date may mean.
    public var firstDay: CalendarDate {
        CalendarDate(unchecked: year, month ?? 1, day ?? 1)
    }

    /// The last day that the date may mean.
    public var lastDay: CalendarDate {
        let lastMonth = month ?? 12
        return CalendarDate(
            unchecked: year,
            lastMonth,
            day ?? CalendarDate.days(inMonth: lastMonth, of: year)
        )
    }

    /// Days since 1 March of the year 0; only differences mean anything.
    ///
    /// After Howard Hinnant's `days_from_civil`.
    public var dayNumber: Int {
        let first = firstDay
        let firstMonth = first.month ?? 1
        let shifted = firstMonth <= 2 ? first.year - 1 : first.year
        let era = shifted / 400
        let yearOfEra = shifted - era * 400
        let monthFromMarch = (firstMonth + 9) % 12
        let dayOfYear = (153 * monthFromMarch + 2) / 5 + (first.day ?? 1) - 1
        return era * 146_097 + yearOfEra * 365 + yearOfEra / 4 - yearOfEra / 100 + dayOfYear
    }

    /// Orders by first day; of equal ones the less precise comes first.
    public static func < (left: CalendarDate, right: CalendarDate) -> Bool {
        left.packed < right.packed
    }

    private static func days(inMonth month: Int, of year: Int) -> Int {
        switch month {
        case 2: year % 4 == 0 && (year % 100 != 0 || year % 400 == 0) ? 29 : 28
        case 4, 6, 9, 11: 30
        default: 31
        }
    }
}
