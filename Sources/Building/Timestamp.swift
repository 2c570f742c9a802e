import Foundation
import Records
import Text

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

    /// Converts seconds since 1970.
    private static func time(_ seconds: Int) -> String {
        let rest = seconds % 86_400
        let parts = [rest / 3_600, rest / 60 % 60, rest % 60].map { $0.padded(to: 2) }
        return "\(CivilDay.iso(days: seconds / 86_400))T\(parts.joined(separator: ":"))Z"
    }
}
