// How the dates of a column are written. 03/04/2017 alone is ambiguous; all dates of the column
// together mostly are not, and where they are, the author gets a warning.

import Records
import Text

/// The way in which a column writes dates.
struct DateGuess {
    /// The type of Table Schema.
    var type: String
    /// The strptime pattern, where the type needs one.
    var format: String?
    /// A warning for the author.
    var warning: String?
    /// The first and the last day, if they are unambiguous.
    var period: (from: String, to: String)?

    init?(_ column: ColumnFacts) {
        let dates = column.shapes.filter(\.key.isDate)
        // Real dates of a workbook are read as 2017-06-21 beside any other form.
        let isISO: (CellShape) -> Bool = { $0 == .isoDay || $0 == .isoTime }
        let others = dates.filter { !isISO($0.key) && $0.key != .isoMonth && $0.key != .shortYear }
        guard
            let most = (others.isEmpty ? dates : others)
                .max(by: { ($0.value, "\($1.key)") < ($1.value, "\($0.key)") })
        else { return nil }
        let years = column.shapes[.whole] ?? 0
        type = "date"
        switch most.key {
        case .isoDay where dates.keys.contains(.isoMonth) || years > 0, .isoMonth:
            // A text with the role of a date takes days, months and years.
            type = "string"
        case .isoDay: break
        case .isoTime:
            type = "datetime"
        case .yearFirst(let separator): format = "%Y\(separator)%m\(separator)%d"
        case .dayOrMonthFirst(let separator): readOrder(column, separator)
        case .namedMonth(let dayFirst):
            let hasComma = column.order.contains { CellShape($0).isDate && $0.contains(",") }
            format = dayFirst ? "%d %B %Y" : hasComma ? "%B %d, %Y" : "%B %d %Y"
        case .shortYear:
            type = "string"
            warning =
                "its years have two digits, which do not say the century; write them as 2017-06-21"
        case .blank, .missing, .whole, .decimal, .decimalComma, .range, .atLeast, .time, .url,
            .text:
            return nil
        }
        let read = dates.filter { $0.key == most.key || isISO($0.key) }
        let unread = column.known - read.reduce(0) { $0 + $1.value }
        if type != "string", unread > 0, warning == nil {
            warning =
                unread == 1
                ? "one of its cells is written another way; the build names it"
                : "\(unread) of its cells are written another way; the build names them"
        }
        if warning == nil { period = DateGuess.period(column, format) }
    }

    private mutating func readOrder(_ column: ColumnFacts, _ separator: Character) {
        var dayFirst = 0
        var monthFirst = 0
        for text in column.order where CellShape(text) == .dayOrMonthFirst(separator) {
            let parts = text.split(separator: separator).compactMap { Int($0) }
            guard parts.count == 3 else { continue }
            if parts[0] > 12 { dayFirst += 1 }
            if parts[1] > 12 { monthFirst += 1 }
        }
        let isDayFirst = dayFirst >= monthFirst
        format =
            isDayFirst
            ? "%d\(separator)%m\(separator)%Y" : "%m\(separator)%d\(separator)%Y"
        if dayFirst > 0, monthFirst > 0 {
            warning =
                "some dates have the day first and some the month; the build names those it cannot read"
        } else if dayFirst == 0, monthFirst == 0 {
            warning =
                "no date tells whether the day or the month stands first; the day is assumed "
                + "(\(column.example))"
        }
    }

    private static func period(_ column: ColumnFacts, _ format: String?) -> (String, String)? {
        let days = column.order.filter { CellShape($0).isDate }
            .compactMap { iso($0, format) }.filter { CalendarDate(iso: $0) != nil }
        guard let first = days.min(), let last = days.max(), !days.isEmpty else { return nil }
        return (first, last)
    }

    /// A date as `2017-06-21` or `2017-06`.
    private static func iso(_ text: String, _ format: String?) -> String? {
        let isISO = CellShape(text) == .isoDay || CellShape(text) == .isoTime
        guard let format, !isISO else {
            let head = text.prefix(10)
            return CellShape(String(head)).isDate ? String(head) : nil
        }
        let parts = text.split { "-/., ".contains($0) }
        let places = format.split { "-/., ".contains($0) }
        guard parts.count == 3, places.count == 3 else { return nil }
        var year = ""
        var month = 0
        var day = 0
        for (part, place) in zip(parts, places) {
            switch place {
            case "%Y": year = String(part)
            case "%d": day = Int(part) ?? 0
            case "%B": month = EnglishMonth.number(part) ?? 0
            default: month = Int(part) ?? 0
            }
        }
        return "\(year)-\(padded(month))-\(padded(day))"
    }

    private static func padded(_ number: Int) -> String {
        number < 10 ? "0\(number)" : String(number)
    }
}
