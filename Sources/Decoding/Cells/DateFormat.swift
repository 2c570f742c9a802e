// Spreadsheets write dates in different orders. The codebook says which one ("%d/%m/%Y"), and nothing is
// guessed: 03/04/2017 could be the third of April or the fourth of March.

import Records
import Text

/// How the dates of a column are written.
enum DateFormat: Hashable, Sendable {
    /// Year, month and day: `2017-06-21`.
    case isoDay
    /// A year, or a year and a month, is enough: `2017`, `2017-06`.
    case isoPartial
    /// Year, month and day with any of `-`, `/` and `.` between them.
    case yearFirst
    /// A day and a time: `2017-06-21T13:30:00`; only the day is kept.
    case isoDayAndTime
    /// As a strptime pattern says.
    case pattern([Part], strptime: String)

    /// One part of a strptime pattern.
    enum Part: Hashable, Sendable {
        case year
        case month
        case monthName
        case day
        /// Hour, minute or second, which a date does not keep.
        case twoDigits
        case literal(UInt8)
    }

    /// Reads a strptime pattern; `nil` when it holds something that is not read, such as `%y`.
    init?(strptime text: String) {
        var parts: [Part] = []
        var isDirective = false
        for byte in text.utf8 {
            guard isDirective else {
                if byte == UInt8(ascii: "%") {
                    isDirective = true
                } else {
                    parts.append(.literal(byte))
                }
                continue
            }
            if byte == UInt8(ascii: "-") { continue }
            isDirective = false
            switch byte {
            case UInt8(ascii: "Y"): parts.append(.year)
            case UInt8(ascii: "m"): parts.append(.month)
            case UInt8(ascii: "B"), UInt8(ascii: "b"): parts.append(.monthName)
            case UInt8(ascii: "d"), UInt8(ascii: "e"): parts.append(.day)
            case UInt8(ascii: "H"), UInt8(ascii: "M"), UInt8(ascii: "S"): parts.append(.twoDigits)
            case UInt8(ascii: "%"): parts.append(.literal(byte))
            default: return nil
            }
        }
        guard !isDirective, parts.contains(.year) else { return nil }
        if parts.contains(.day), !parts.contains(.month), !parts.contains(.monthName) { return nil }
        self = .pattern(parts, strptime: text)
    }

    /// The date that a cell states; `nil` when it is not written this way or there is no such day.
    ///
    /// A day as `2017-06-21` is read whatever the pattern: a spreadsheet mixes texts with real dates, which
    /// arrive in this form.
    func date(_ bytes: CellBytes.Bytes) -> CalendarDate? {
        switch self {
        case .isoDay:
            return bytes.count == 10
                ? DateFormat.day(bytes, separators: "-") : DateFormat.dayOfTime(bytes)
        case .isoPartial:
            return DateFormat.partial(bytes) ?? DateFormat.dayOfTime(bytes)
        case .yearFirst:
            return bytes.count == 10
                ? DateFormat.day(bytes, separators: "-/.") : DateFormat.dayOfTime(bytes)
        case .isoDayAndTime:
            if bytes.count == 10 { return DateFormat.day(bytes, separators: "-") }
            guard bytes.count >= 16, "T t".utf8.contains(bytes[10]) else { return nil }
            return DateFormat.day(bytes, separators: "-")
        case .pattern(let parts, _):
            if let date = DateFormat.reading(bytes, parts)?.date { return date }
            guard readsISO else { return nil }
            return bytes.count == 10
                ? DateFormat.day(bytes, separators: "-") : DateFormat.dayOfTime(bytes)
        }
    }

    /// Whether a text has the form of this format, but states a day that is not in the calendar.
    func isNoDay(_ text: String) -> Bool {
        if DateAdvice.isNoDay(text), readsISO { return true }
        guard case .pattern(let parts, _) = self else { return false }
        return Array(text.utf8)
            .withUnsafeBufferPointer { bytes in
                DateFormat.reading(bytes, parts).map { $0.date == nil } ?? false
            }
    }

    /// The strptime pattern, if the codebook states one.
    var strptime: String? {
        if case .pattern(_, let text) = self { return text }
        return nil
    }

    /// Whether `2017-04-03` can only be the third of April.
    var readsISO: Bool {
        guard case .pattern(let parts, _) = self else { return true }
        let dash = Part.literal(CellBytes.minus)
        return !parts.starts(with: [.year, dash, .day, dash])
    }

    /// An example of a date in this format, for suggestions.
    var example: String {
        switch self {
        case .isoDay: "2017-06-21"
        case .isoPartial: "2017-06-21, 2017-06 or 2017"
        case .yearFirst: "2017-06-21"
        case .isoDayAndTime: "2017-06-21T13:30:00"
        case .pattern(let parts, _): parts.map(DateFormat.example).joined()
        }
    }

    private static func day(_ bytes: CellBytes.Bytes, separators: String) -> CalendarDate? {
        guard separators.utf8.contains(bytes[4]), bytes[4] == bytes[7],
            let year = CellBytes.digits(bytes, 0..<4), let month = CellBytes.digits(bytes, 5..<7),
            let day = CellBytes.digits(bytes, 8..<10)
        else { return nil }
        return CalendarDate(year: year, month: month, day: day)
    }

    /// The day of `2017-06-21T13:30`, as dates with a time come from a workbook.
    private static func dayOfTime(_ bytes: CellBytes.Bytes) -> CalendarDate? {
        guard bytes.count == 16 || bytes.count == 19, bytes[10] == UInt8(ascii: "T"),
            bytes[13] == UInt8(ascii: ":"), CellBytes.digits(bytes, 11..<13) != nil,
            CellBytes.digits(bytes, 14..<16) != nil
        else { return nil }
        if bytes.count == 19 {
            guard bytes[16] == UInt8(ascii: ":"), CellBytes.digits(bytes, 17..<19) != nil else {
                return nil
            }
        }
        return day(bytes, separators: "-")
    }

    private static func partial(_ bytes: CellBytes.Bytes) -> CalendarDate? {
        if bytes.count == 10 { return day(bytes, separators: "-") }
        guard let year = CellBytes.digits(bytes, 0..<4) else { return nil }
        if bytes.count == 4 { return CalendarDate(year: year) }
        guard bytes.count == 7, bytes[4] == CellBytes.minus,
            let month = CellBytes.digits(bytes, 5..<7)
        else { return nil }
        return CalendarDate(year: year, month: month)
    }

    /// What a text in the form of a pattern states; `nil` when it has another form.
    ///
    /// Its date is `nil` when there is no such day.
    private static func reading(
        _ bytes: CellBytes.Bytes,
        _ parts: [Part]
    ) -> (date: CalendarDate?, Void)? {
        var cursor = DateCursor(bytes: bytes)
        var year: Int?
        var month: Int?
        var day: Int?
        for part in parts {
            switch part {
            case .year: year = cursor.number(4...4)
            case .month: month = cursor.number(1...2)
            case .monthName: month = cursor.monthName()
            case .day: day = cursor.number(1...2)
            case .twoDigits: _ = cursor.number(1...2)
            case .literal(let byte): cursor.skip(byte)
            }
            if cursor.hasFailed { return nil }
        }
        guard cursor.isAtEnd, let year else { return nil }
        return (CalendarDate(year: year, month: month, day: day), ())
    }

    private static func example(_ part: Part) -> String {
        switch part {
        case .year: "2017"
        case .month: "06"
        case .monthName: "June"
        case .day: "21"
        case .twoDigits: "13"
        case .literal(let byte): String(UnicodeScalar(byte))
        }
    }
}

/// A cursor over the bytes of one date.
private struct DateCursor {
    let bytes: CellBytes.Bytes
    var index = 0
    var hasFailed = false

    var isAtEnd: Bool { index == bytes.count }

    mutating func number(_ length: ClosedRange<Int>) -> Int? {
        var end = index
        while end < bytes.count, end - index < length.upperBound, bytes[end].isDigit {
            end += 1
        }
        guard end - index >= length.lowerBound else {
            hasFailed = true
            return nil
        }
        defer { index = end }
        return CellBytes.digits(bytes, index..<end)
    }

    mutating func skip(_ byte: UInt8) {
        guard index < bytes.count, bytes[index] == byte else {
            hasFailed = true
            return
        }
        index += 1
    }

    /// An English month, in full or by its first three letters.
    mutating func monthName() -> Int? {
        var letters: [UInt8] = []
        while index < bytes.count, (65...90).contains(bytes[index] & 0xDF) {
            letters.append(bytes[index] | 0x20)
            index += 1
        }
        let month = EnglishMonth.number(String(decoding: letters, as: UTF8.self))
        hasFailed = month == nil
        return month
    }
}
