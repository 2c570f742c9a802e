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
    /// The text before a whole number, and the least number of its digits: `"CS"0000` shows CS0007.
    var code: Code?

    /// How whole numbers that stand for codes are shown.
    struct Code: Equatable {
        let prefix: String
        let digits: Int
    }

    /// The meaning of a format that is known by its number alone.
    init(builtIn id: Int) {
        switch id {
        case 17:
            hasDate = true
            hidesDay = true
        case 14...16, 27...31, 36, 50...54, 57, 58: hasDate = true
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
        self.code = Code(format: code)
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

    /// The text of a number in this format; `nil` when the number is no date although it should be.
    ///
    /// A date with a time of exactly midnight is a date: programs write plain dates that way.
    func text(_ number: Double, countsFrom1904: Bool) -> String? {
        guard hasDate || hasTime else { return code?.text(number) ?? NumberFormat.plain(number) }
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
        let text = padded(minutes / 60, 2) + ":" + padded(minutes % 60, 2)
        return seconds % 60 == 0 ? text : text + ":" + padded(seconds % 60, 2)
    }

    /// The day of a serial number; `nil` for the 29th of February 1900, which some programs count
    /// although it never was, and for day 0.
    private static func date(_ serial: Int, countsFrom1904: Bool) -> String? {
        if !countsFrom1904, serial == 60 || serial == 0 { return nil }
        // Days since 1970-01-01, then the civil calendar from 400-year cycles.
        let days = countsFrom1904 ? serial - 24_107 : serial - (serial < 60 ? 25_568 : 25_569)
        let shifted = days + 719_468
        let era = shifted / 146_097
        let dayOfEra = shifted % 146_097
        let yearOfEra =
            (dayOfEra - dayOfEra / 1460 + dayOfEra / 36_524 - dayOfEra / 146_096) / 365
        let dayOfYear = dayOfEra - (365 * yearOfEra + yearOfEra / 4 - yearOfEra / 100)
        let shiftedMonth = (5 * dayOfYear + 2) / 153
        let day = dayOfYear - (153 * shiftedMonth + 2) / 5 + 1
        let month = shiftedMonth < 10 ? shiftedMonth + 3 : shiftedMonth - 9
        let year = yearOfEra + era * 400 + (month <= 2 ? 1 : 0)
        return "\(padded(year, 4))-\(padded(month, 2))-\(padded(day, 2))"
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

    private static func padded(_ number: Int, _ width: Int) -> String {
        let digits = String(number)
        return String(repeating: "0", count: max(0, width - digits.count)) + digits
    }
}

extension NumberFormat.Code {
    /// `nil` for a format that shows whole numbers as they are, with a unit, or in another way.
    init?(format: String) {
        var prefix = ""
        var digits = 0
        var isQuoted = false
        var isEscaped = false
        for character in format {
            if isEscaped || isQuoted && character != "\"" {
                guard digits == 0 else { return nil }
                prefix.append(character)
                isEscaped = false
            } else if character == "\"" {
                isQuoted.toggle()
            } else if character == "\\" {
                isEscaped = true
            } else if character == "0" {
                digits += 1
            } else if character == ";" {
                break
            } else if digits == 0, "-/_".contains(character) {
                prefix.append(character)
            } else {
                return nil
            }
        }
        guard digits > 1 || digits == 1 && !prefix.isEmpty, !prefix.contains(" ") else {
            return nil
        }
        self.init(prefix: prefix, digits: digits)
    }

    /// A number as it is shown; `nil` when it is not a whole number from 0.
    func text(_ number: Double) -> String? {
        guard number >= 0, number == number.rounded(), number < 1e15 else { return nil }
        let text = String(Int(number))
        return prefix + String(repeating: "0", count: max(0, digits - text.count)) + text
    }
}
