import Foundation
import Records

/// The time that a report gives as its own: `SOURCE_DATE_EPOCH` if it is set, otherwise the newest date in
/// the content, so that the same input gives the same bytes on any day.
///
/// See <https://reproducible-builds.org/specs/source-date-epoch/>.
package enum Timestamp {
    /// The time in UTC, in the form of RFC 3339.
    package static func of(_ newest: CalendarDate?) -> String {
        if let text = ProcessInfo.processInfo.environment["SOURCE_DATE_EPOCH"],
            let seconds = Int(text), (0...253_402_300_799).contains(seconds)
        {
            return time(seconds)
        }
        return (newest?.lastDay.iso ?? "1970-01-01") + "T00:00:00Z"
    }

    /// Today's date in the local time zone; for dating releases, never for a page.
    package static var today: CalendarDate? {
        let parts = Calendar(identifier: .gregorian)
            .dateComponents([.year, .month, .day], from: Date())
        guard let year = parts.year else { return nil }
        return CalendarDate(year: year, month: parts.month, day: parts.day)
    }

    /// Converts seconds since 1970, using Howard Hinnant's `civil_from_days`.
    private static func time(_ seconds: Int) -> String {
        let days = seconds / 86_400 + 719_468
        let era = days / 146_097
        let dayOfEra = days % 146_097
        let yearOfEra =
            (dayOfEra - dayOfEra / 1_460 + dayOfEra / 36_524 - dayOfEra / 146_096) / 365
        let dayOfYear = dayOfEra - (365 * yearOfEra + yearOfEra / 4 - yearOfEra / 100)
        let shifted = (5 * dayOfYear + 2) / 153
        let day = dayOfYear - (153 * shifted + 2) / 5 + 1
        let month = shifted < 10 ? shifted + 3 : shifted - 9
        let year = yearOfEra + era * 400 + (month <= 2 ? 1 : 0)
        let rest = seconds % 86_400
        return "\(padded(year, 4))-\(padded(month, 2))-\(padded(day, 2))T"
            + "\(padded(rest / 3_600, 2)):\(padded(rest / 60 % 60, 2)):\(padded(rest % 60, 2))Z"
    }

    private static func padded(_ number: Int, _ width: Int) -> String {
        let digits = String(number)
        return String(repeating: "0", count: max(0, width - digits.count)) + digits
    }
}
