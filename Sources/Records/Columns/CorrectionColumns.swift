import Diagnostics

/// Why a published record changed, as the author states it in `data/corrections.csv`.
public struct Correction: Hashable, Sendable {
    /// The id of the strike, claim or source.
    public var record: String
    /// The column, such as `killed_min` or `victims.age`; empty for the whole record.
    public var field: String
    /// The reason, as a sentence; may be empty when something is removed for safety.
    public var reason: String
    /// When it was corrected.
    public var date: CalendarDate?
    /// What was done, when the author says so.
    public var kind: Kind?
    /// The strike that now holds a withdrawn one; empty when there is none.
    public var mergedInto = ""
    /// Where the author states it.
    public var location: SourceLocation

    /// Makes a reason.
    public init(
        record: String,
        field: String = "",
        reason: String,
        date: CalendarDate? = nil,
        kind: Kind? = nil,
        location: SourceLocation = SourceLocation(file: "content/data/corrections.csv")
    ) {
        self.record = record
        self.field = field
        self.reason = reason
        self.date = date
        self.kind = kind
        self.location = location
    }

    /// What a correction did to its record.
    public enum Kind: String, CaseIterable, Sendable {
        /// A value was corrected.
        case changed
        /// The record was taken back.
        case withdrawn
        /// The record became part of another.
        case merged
        /// Something was removed for somebody's safety: nothing more is ever said of it.
        case safety
    }
}
