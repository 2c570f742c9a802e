// "3-Aug" in a column of counts was 3-8 before a program made a date of it, and in a column of dates its year is
// the one in which the cell was filled in. The author sees neither the year nor the date that is read.

import Text

/// A format that shows the month of a date, or its day and month, without the year.
struct DateWithoutYear: Equatable {
    private enum Part: Equatable {
        case text(String)
        case day(Int)
        case month(Int)
    }
    private var parts: [Part] = []

    /// `nil` when the format shows a year, a time, or no month.
    init?(_ code: String) {
        var rest = Array(code)[...]
        while let character = rest.popFirst() {
            switch character {
            case ";": rest = []
            case "\"":
                let text = rest.prefix { $0 != "\"" }
                rest = rest.dropFirst(text.count + 1)
                parts.append(.text(String(text)))
            case "\\": parts.append(.text(rest.popFirst().map(String.init) ?? ""))
            case "_", "*": _ = rest.popFirst()
            case "[": rest = rest.drop { $0 != "]" }.dropFirst()
            case "d", "D", "m", "M":
                let letter = character.lowercased()
                let more = rest.prefix { $0.lowercased() == letter }.count
                rest = rest.dropFirst(more)
                parts.append(letter == "d" ? .day(more + 1) : .month(more + 1))
            case "y", "Y", "e", "E", "h", "H", "s", "S", "g", "G", "b", "B": return nil
            case "@": break
            default: parts.append(.text(String(character)))
            }
        }
        let hasMonth = parts.contains { if case .month = $0 { true } else { false } }
        guard hasMonth else { return nil }
    }

    /// What the cell shows of a date such as 2020-08-03 or 2020-08.
    func text(_ iso: String) -> String {
        let numbers = iso.split { $0 == "-" || $0 == "T" }.prefix(3).compactMap { Int($0) }
        guard numbers.count > 1 else { return iso }
        let day = numbers.count > 2 ? numbers[2] : 1
        return
            parts.map { part in
                switch part {
                case .text(let text): text
                // The names of weekdays are left out: no date is recognised by them.
                case .day(let length) where length > 2: ""
                case .day(let length): day.padded(to: length > 1 ? 2 : 1)
                case .month(let length) where length > 2:
                    EnglishMonth.name(numbers[1], isShort: length == 3)
                case .month(let length): numbers[1].padded(to: length > 1 ? 2 : 1)
                }
            }
            .joined()
    }
}
