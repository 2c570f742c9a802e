// Dates and times. A strike's date may stand in up to three columns: the first day, the last day, and how
// precisely it is known; the three must agree.

import Diagnostics
import Formats
import Records
import Text

/// The columns of a strike's date.
struct DateCells {
    let first: Cell?
    let last: Cell?
    let precision: Cell?

    init(_ records: RecordTable) {
        first = records.cell(.date)
        last = records.cell(.dateEnd)
        precision = records.cell(.datePrecision)
    }
}

extension CellReader {
    /// A date.
    mutating func date(_ cell: Cell, _ row: Int) -> CellOutcome<CalendarDate> {
        switch outcome(cell, row, cell.schema.dates.date) {
        case .blank: return .blank
        case .wrong: return .wrong
        case .read(nil):
            reportDate(cell, row)
            return .wrong
        case .read(let date?):
            if cell.schema.dates == .isoDayAndTime { checkZone(cell, row) }
            if let shown = records.table.shown(row, cell.column) {
                report(
                    .yearNotShown,
                    row,
                    cell,
                    "\(cell.name): the workbook shows “\(shown)” without a year, but the cell holds "
                        + date.iso,
                    "Spreadsheet programs add the year in which a date was typed. Check it, and format the column "
                        + "so that it shows the year."
                )
            }
            return isInside(date, cell, row) ? .read(date) : .wrong
        }
    }

    /// Warns of a time with a zone: the day at the place of the strike may be another.
    private mutating func checkZone(_ cell: Cell, _ row: Int) {
        let text = cell.written(records.table, row)
        let isZoned =
            text.last == "Z" || text.last == "z"
            || text.utf8.count > 16 && text.dropFirst(11).contains { $0 == "+" || $0 == "-" }
        guard isZoned else { return }
        report(
            .dateZone,
            row,
            cell,
            "\(quoted(cell, row)) states a time zone; the day in that zone is taken, and the day at the place "
                + "may be another",
            "Write the local date, such as \(text.prefix(10)) or the day before or after it."
        )
    }

    /// Whether a date lies between the ends that the codebook sets.
    private mutating func isInside(_ date: CalendarDate, _ cell: Cell, _ row: Int) -> Bool {
        if let earliest = cell.schema.earliest, date.firstDay < earliest.firstDay {
            report(
                .range,
                row,
                cell,
                "\(quoted(cell, row)) is before \(earliest.iso), the first that the codebook allows"
            )
            return false
        }
        if let latest = cell.schema.latest, date.lastDay > latest.lastDay {
            report(
                .range,
                row,
                cell,
                "\(quoted(cell, row)) is after \(latest.iso), the last that the codebook allows"
            )
            return false
        }
        return true
    }

    /// When a strike happened; `nil` when that cannot be read, which is reported.
    mutating func strikeDate(_ cells: DateCells, _ row: Int) -> StrikeDate? {
        // A first column that is not there was reported already, once.
        guard let firstCell = cells.first else { return nil }
        let first = date(firstCell, row)
        let last = cells.last.map { date($0, row) } ?? .blank
        let precision = cells.precision.map { datePrecision($0, row) } ?? .blank
        if first.isWrong || last.isWrong || precision.isWrong { return nil }
        return strikeDate(first.value, last.value, precision.value, cells, row)
    }

    private mutating func strikeDate(
        _ first: CalendarDate?,
        _ last: CalendarDate?,
        _ precision: StrikeDate.Precision?,
        _ cells: DateCells,
        _ row: Int
    ) -> StrikeDate? {
        guard let first else {
            report(
                .required,
                row,
                cells.first,
                "the strike has no date",
                "A month or a year will do: 2017-08, 2017."
            )
            return nil
        }
        if let last, last != first || precision == .range {
            return range(first, last, precision, cells, row)
        }
        return single(first, precision, cells, row)
    }

    private mutating func range(
        _ first: CalendarDate,
        _ last: CalendarDate,
        _ precision: StrikeDate.Precision?,
        _ cells: DateCells,
        _ row: Int
    ) -> StrikeDate? {
        guard first.firstDay <= last.lastDay else {
            report(
                .dateOrder,
                row,
                cells.last,
                "the last day \(last.iso) is before the first day \(first.iso)",
                "Did you swap the two?"
            )
            return nil
        }
        switch precision {
        case nil, .range:
            return first == last ? single(first, nil, cells, row) : .range(first, last)
        case .day, .month, .year:
            report(
                .datePrecision,
                row,
                cells.precision,
                "the precision is “\(precision?.rawValue ?? "")”, but the date runs from "
                    + "\(first.iso) to \(last.iso)",
                "Write “range”, or leave the last day blank."
            )
            return nil
        }
    }

    private mutating func single(
        _ date: CalendarDate,
        _ precision: StrikeDate.Precision?,
        _ cells: DateCells,
        _ row: Int
    ) -> StrikeDate? {
        switch precision {
        case nil:
            if date.day != nil { return .day(date) }
            return date.month == nil ? .year(date) : .month(date)
        case .day where date.day != nil: return .day(date)
        case .month:
            if let month = CalendarDate(year: date.year, month: date.month), date.month != nil {
                return .month(month)
            }
        case .year:
            if let year = CalendarDate(year: date.year) { return .year(year) }
        case .range:
            report(
                .datePrecision,
                row,
                cells.precision,
                "the precision is “range”, but the row states no last day",
                "State it in a column with the role date.end, or write “day”."
            )
            return nil
        case .day: break
        }
        report(
            .datePrecision,
            row,
            cells.precision,
            "the precision is “\(precision?.rawValue ?? "")”, but the date is only \(date.iso)",
            "Write the precision that the date has, or the whole date."
        )
        return nil
    }

    private mutating func datePrecision(
        _ cell: Cell,
        _ row: Int
    ) -> CellOutcome<StrikeDate.Precision> {
        switch key(cell, row) {
        case .blank: return .blank
        case .wrong: return .wrong
        case .read(let key):
            if let precision = StrikeDate.Precision(rawValue: key) { return .read(precision) }
            let known = StrikeDate.Precision.allCases.map(\.rawValue)
            report(
                .wordUnknown,
                row,
                cell,
                "\(quoted(cell, row)) is no precision of a date",
                Spelling.question(key, known)
                    ?? "The words: \(known.joined(separator: ", ")). If the cells use others, say in "
                    + "the codebook what they mean: values: {\(cell.written(records.table, row)): day}."
            )
            return .wrong
        }
    }

    private mutating func reportDate(_ cell: Cell, _ row: Int) {
        let text = cell.written(records.table, row)
        let format = cell.schema.dates
        let isNoDay = format.isNoDay(text)
        report(
            .dateInvalid,
            row,
            cell,
            isNoDay
                ? "\(quoted(cell, row)) is no day of the calendar"
                : "\(quoted(cell, row)) is not a date that can be read",
            DateAdvice.suggestion(text, format, isNoDay: isNoDay)
        )
    }
}

/// What an author may have meant by a date that cannot be read.
enum DateAdvice {
    /// Whether a text has the form of an ISO date, but there is no such day.
    static func isNoDay(_ text: String) -> Bool {
        let bytes = Array(text.utf8)
        guard bytes.count == 10, bytes[4] == CellBytes.minus, bytes[7] == CellBytes.minus else {
            return false
        }
        return bytes.enumerated().allSatisfy { $0 == 4 || $0 == 7 || $1.isDigit }
    }

    /// Whether a text is a date, or a month, in ISO form.
    static func isISO(_ text: String) -> Bool {
        let parts = text.split(separator: "-", omittingEmptySubsequences: false)
        return (2...3).contains(parts.count) && parts[0].utf8.count == 4
            && parts.allSatisfy { !$0.isEmpty && $0.utf8.allSatisfy(\.isDigit) }
    }

    /// What to do about a text that cannot be read in the format that is in force.
    static func suggestion(_ text: String, _ format: DateFormat, isNoDay: Bool) -> String? {
        if let number = Int(text), text.utf8.count == 5, SpreadsheetDay.recent.contains(number),
            let day = SpreadsheetDay.iso(number)
        {
            return
                "Spreadsheet programs store \(day) as this number. If that is the day, write it as "
                + "\(day), or format the column as a date in the workbook."
        }
        if isNoDay {
            return format.strptime.map {
                "The codebook reads the column as \($0): \(format.example)."
            }
        }
        let parts = text.split { "/.-".contains($0) }
        let isDate = parts.count == 3 && parts.allSatisfy { $0.allSatisfy(\.isNumber) }
        if isDate, parts[2].count == 2, parts[0].count <= 2 {
            return "A year of two digits does not say the century. Write 2017-06-21."
        }
        if let strptime = format.strptime {
            return "The codebook reads the column as \(strptime): \(format.example)."
                + (format.readsISO ? " A date as 2017-06-21 is read too." : "")
        }
        guard isDate, parts[2].count == 4 else { return "Write it as \(format.example)." }
        let separator = text.first { "/.-".contains($0) } ?? "/"
        return "If all dates of the column are written so, say it in the codebook: type: date, "
            + "format: \"%d\(separator)%m\(separator)%Y\" (day first) or "
            + "\"%m\(separator)%d\(separator)%Y\"."
    }
}

// MARK: - Times

extension CellReader {
    /// A local time as published: `21:00`, or words such as "around midday".
    mutating func time(_ cell: Cell, _ row: Int) -> CellOutcome<String> {
        let written = text(cell, row)
        guard case .read(let text) = written else { return written }
        switch ClockTime(text) {
        case .time(let time): return .read(time)
        case .words where cell.schema.field.type != .time:
            return .read(String(text.map { $0 == "_" ? " " : $0 }))
        case .words, .wrong:
            report(
                .timeInvalid,
                row,
                cell,
                "\(quoted(cell, row)) is no time of day",
                "Write it on the 24-hour clock as HH:MM, such as 09:30 or 21:00."
            )
            return .wrong
        }
    }
}

/// A time of day as a cell writes it.
enum ClockTime: Equatable {
    case time(String)
    case words
    case wrong

    /// Reads 21:00 and 21:00:30, and 9:00 PM as spreadsheet programs write it.
    init(_ text: String) {
        let half = ClockTime.half(text)
        let clock = half.map { text.dropLast($0.length) } ?? text[...]
        let parts = clock.split(separator: ":", omittingEmptySubsequences: false)
        guard (2...3).contains(parts.count),
            parts.allSatisfy({ $0.utf8.allSatisfy(\.isDigit) })
        else {
            self = .words
            return
        }
        var numbers = parts.enumerated()
            .compactMap { place, part in
                part.utf8.count == 2 || half != nil && place == 0 ? Int(part) : nil
            }
        let hours = half == nil ? 0...23 : 1...12
        guard numbers.count == parts.count, hours.contains(numbers[0]),
            numbers.dropFirst().allSatisfy({ $0 < 60 })
        else {
            self = .wrong
            return
        }
        if let half { numbers[0] = numbers[0] % 12 + (half.isAfternoon ? 12 : 0) }
        if numbers.count == 3, numbers[2] == 0 { numbers.removeLast() }
        self = .time(numbers.map { $0 < 10 ? "0\($0)" : "\($0)" }.joined(separator: ":"))
    }

    /// Whether a text ends in AM or PM, and how many characters that is with the space before it.
    private static func half(_ text: String) -> (isAfternoon: Bool, length: Int)? {
        let ending = text.suffix(2).lowercased()
        guard ending == "am" || ending == "pm" else { return nil }
        let space = text.dropLast(2).last.map { $0.isWhitespace ? 1 : 0 } ?? 0
        return (ending == "pm", 2 + space)
    }
}
