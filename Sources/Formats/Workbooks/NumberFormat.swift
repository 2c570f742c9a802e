// A workbook keeps a date as a count of days and shows it by its format. This turns such numbers into the
// text that the author sees as a date or time, in ISO form, and other numbers into plain digits.

import Text

/// What a cell's number format says about its number.
struct NumberFormat: Equatable {
    /// Whether the format shows a day.
    var hasDate = false
    /// Whether the format shows a time of day.
    var hasTime = false
    /// Whether the format shows hours beyond 24, as `[h]` does.
    var isDuration = false
    /// Whether a date is shown without its day, as in "Aug-20": only the month or the year is known then.
    var hidesDay = false
    /// Whether a date is shown without its month.
    var hidesMonth = false
    /// How a date is shown whose year is not, as in "3-Aug".
    var dateWithoutYear: DateWithoutYear?
    /// How numbers are shown that are not shown as they are: `"CS"0000` shows CS0007.
    var sections: NumberSections?

    /// The meaning of a format that is known by its number alone.
    init(builtIn id: Int) {
        if let code = NumberFormat.code(builtIn: id) {
            self.init(code: code)
        } else {
            self.init(id)
        }
    }

    private init(_ id: Int) {
        switch id {
        case 17:
            hasDate = true
            hidesDay = true
        case 14...15, 27...31, 36, 50...54, 57, 58: hasDate = true
        case 18...21, 32...35, 45, 47, 55, 56: hasTime = true
        case 22:
            hasDate = true
            hasTime = true
        case 46:
            hasTime = true
            isDuration = true
        default: break
        }
    }

    /// The meaning of a format that is written as a code such as `yyyy\-mm\-dd hh:mm`.
    init(code: String) {
        read(code)
        if hasDate {
            dateWithoutYear = DateWithoutYear(code)
        } else if !hasTime {
            sections = NumberSections(code)
        }
    }

    /// The codes of formats that are known by their numbers alone, as far as they show more than a number or a date.
    private static func code(builtIn id: Int) -> String? {
        switch id {
        case 16: "d-mmm"
        case 5, 6: "\"$\"#,##0;\\-\"$\"#,##0"
        case 7, 8: "\"$\"#,##0.00;\\-\"$\"#,##0.00"
        case 9: "0%"
        case 10: "0.00%"
        case 37, 38: "#,##0;(#,##0)"
        case 39, 40: "#,##0.00;(#,##0.00)"
        case 41: "#,##0;(#,##0);\"-\""
        case 42: "\"$\"#,##0;\"$\"(#,##0);\"$\"\"-\""
        case 43: "#,##0.00;(#,##0.00);\"-\"??"
        case 44: "\"$\"#,##0.00;\"$\"(#,##0.00);\"$\"\"-\"??"
        default: nil
        }
    }

    private mutating func read(_ code: String) {
        var hasMonthOrMinute = false
        var hasDay = false
        var bracket: [UInt8]?
        var isQuoted = false
        var isEscaped = false
        for byte in code.utf8 {
            if isEscaped {
                isEscaped = false
            } else if isQuoted {
                isQuoted = byte != Byte.quote
            } else if let inside = bracket {
                if byte == UInt8(ascii: "]") {
                    bracket = nil
                    let isUnit = !inside.isEmpty && inside.allSatisfy { "hmsHMS".utf8.contains($0) }
                    if isUnit {
                        hasTime = true
                        isDuration = true
                    }
                } else {
                    bracket = inside + [byte]
                }
            } else {
                switch byte {
                case Byte.quote: isQuoted = true
                case Byte.backslash, UInt8(ascii: "_"), UInt8(ascii: "*"): isEscaped = true
                case UInt8(ascii: "["): bracket = []
                // What follows a semicolon is for negative numbers and texts.
                case UInt8(ascii: ";"):
                    settle(hasMonthOrMinute, hasDay)
                    return
                case UInt8(ascii: "y"), UInt8(ascii: "Y"): hasDate = true
                case UInt8(ascii: "d"), UInt8(ascii: "D"):
                    hasDate = true
                    hasDay = true
                case UInt8(ascii: "h"), UInt8(ascii: "H"), UInt8(ascii: "s"), UInt8(ascii: "S"):
                    hasTime = true
                case UInt8(ascii: "m"), UInt8(ascii: "M"): hasMonthOrMinute = true
                default: break
                }
            }
        }
        settle(hasMonthOrMinute, hasDay)
    }

    /// An `m` is a month, unless there are hours or seconds for it to be the minutes of.
    private mutating func settle(_ hasMonthOrMinute: Bool, _ hasDay: Bool) {
        if hasMonthOrMinute, !hasTime { hasDate = true }
        guard hasDate, !hasTime, !hasDay else { return }
        hidesDay = true
        hidesMonth = !hasMonthOrMinute
    }

    /// What a cell shows of a number in this format; `nil` when the number is a date or a time.
    func shown(_ number: Double) -> ShownNumber? {
        if hasDate || hasTime { return nil }
        return sections?.shown(number) ?? .text(NumberFormat.plain(number))
    }

    /// The text of a date or a time in this format; `nil` when the number is none.
    ///
    /// A date with a time of exactly midnight is a date: programs write plain dates that way.
    func text(_ number: Double, countsFrom1904: Bool) -> String? {
        guard number >= 0, number < 2_958_466 else { return nil }
        let seconds = Int((number * 86_400).rounded())
        let day = seconds / 86_400
        let rest = isDuration && !hasDate ? seconds : seconds % 86_400
        guard hasDate else { return NumberFormat.time(rest) }
        guard let date = NumberFormat.date(day, countsFrom1904: countsFrom1904) else { return nil }
        if hidesDay { return String(date.prefix(hidesMonth ? 4 : 7)) }
        return hasTime && rest > 0 ? "\(date)T\(NumberFormat.time(rest))" : date
    }

    private static func time(_ seconds: Int) -> String {
        let minutes = seconds / 60
        let text = (minutes / 60).padded(to: 2) + ":" + (minutes % 60).padded(to: 2)
        return seconds % 60 == 0 ? text : text + ":" + (seconds % 60).padded(to: 2)
    }

    /// The day of a serial number; `nil` for the 29th of February 1900, which some programs count
    /// although it never was, and for day 0.
    static func date(_ serial: Int, countsFrom1904: Bool) -> String? {
        if !countsFrom1904, serial == 60 || serial == 0 { return nil }
        return CivilDay.iso(
            days: countsFrom1904 ? serial - 24_107 : serial - (serial < 60 ? 25_568 : 25_569)
        )
    }

    /// A number as digits, without an exponent and without ".0".
    static func plain(_ number: Double) -> String {
        if number == number.rounded(), abs(number) < 1e15 { return String(Int(number)) }
        let text = number.description
        guard let mark = text.firstIndex(of: "e"),
            let exponent = Int(text[text.index(after: mark)...])
        else { return text.hasSuffix(".0") ? String(text.dropLast(2)) : text }
        let isNegative = text.hasPrefix("-")
        let mantissa = text[..<mark].drop { $0 == "-" }
        let whole = mantissa.prefix { $0 != "." }
        let fraction = mantissa.dropFirst(whole.count + 1).drop { _ in false }
        let digits = whole + (fraction == "0" ? "" : fraction)
        let point = whole.count + exponent
        let shown: String
        if point <= 0 {
            shown = "0." + String(repeating: "0", count: -point) + digits
        } else if point >= digits.count {
            shown = digits + String(repeating: "0", count: point - digits.count)
        } else {
            shown = digits.prefix(point) + "." + digits.dropFirst(point)
        }
        return isNegative ? "-" + shown : shown
    }
}

/// The numbers by which spreadsheet programs store days.
package enum SpreadsheetDay {
    /// The days from 2000 to 2035: a number that a cell holds by mistake is mostly one of these.
    package static let recent = 36_526...49_674

    /// The day that a number of the usual system stands for, such as 2020-08-03 for 44046.
    package static func iso(_ number: Int) -> String? {
        number < 2_958_466 ? NumberFormat.date(number, countsFrom1904: false) : nil
    }
}
