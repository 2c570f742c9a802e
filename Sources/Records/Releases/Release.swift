/// One publication of a report: when, by which program, and what it stated.
public struct Release: Hashable, Sendable {
    /// Which release it is.
    public var stamp: ReleaseStamp
    /// The name and version of the program that made it.
    public var generator: String
    /// The SHA-256 of its `manifest.json` in hexadecimal; empty when it was not stated.
    public var manifest: String
    /// What it stated.
    public var state: PublishedState

    /// Makes a release.
    public init(stamp: ReleaseStamp, generator: String, manifest: String, state: PublishedState) {
        self.stamp = stamp
        self.generator = generator
        self.manifest = manifest
        self.state = state
    }
}

/// The date and number of a release; numbers count from 1 and never start again.
public struct ReleaseStamp: Hashable, Sendable, Comparable {
    /// The day on which it was published.
    public let date: CalendarDate
    /// Its number among all releases of the report.
    public let number: Int

    /// Makes a stamp; `nil` unless the date is a day and the number is at least 1.
    public init?(date: CalendarDate, number: Int) {
        guard date.day != nil, (1...999_999).contains(number) else { return nil }
        self.date = date
        self.number = number
    }

    /// Reads `2026-11-22-2`.
    public init?(_ text: some StringProtocol) {
        guard text.utf8.count > 11, let date = CalendarDate(iso: text.prefix(10)) else {
            return nil
        }
        let rest = text.dropFirst(10)
        guard rest.first == "-", let number = Int(rest.dropFirst()), rest.dropFirst() == "\(number)"
        else { return nil }
        self.init(date: date, number: number)
    }

    /// As files and fragments are named: `2026-11-22-2`.
    public var text: String { "\(date.iso)-\(number)" }

    /// The file of the release, from the root of the site.
    public var path: String { "content/releases/\(text).json" }

    /// The stamp of the release after some others, on a day.
    public static func next(after releases: [Release], on date: CalendarDate) -> ReleaseStamp? {
        ReleaseStamp(date: date, number: (releases.map(\.stamp.number).max() ?? 0) + 1)
    }

    /// Orders by number.
    public static func < (left: ReleaseStamp, right: ReleaseStamp) -> Bool {
        (left.number, left.date) < (right.number, right.date)
    }
}
