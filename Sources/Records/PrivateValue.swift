// One value that the report must not contain. Decoding collects these values from private columns, withheld records
// and drafts; the leak scan searches the finished report for them.

import Diagnostics

/// A value that must not be published, with the place that it comes from.
public struct PrivateValue: Hashable, Sendable {
    /// Why the value must not be published.
    public enum Reason: Hashable, Sendable {
        /// It stands in a column that is not public.
        case privateColumn
        /// It belongs to a record that is withheld, or to a part of a record that is not shown.
        case withheld
        /// It is finer than what the report shows, such as an exact point of which the district is shown.
        case coarsened
        /// It stands in an article that is a draft.
        case draft
        /// It was published once, and a correction or retraction removed it.
        case retracted
    }

    /// The value as the file has it, which messages and logs must not print.
    public let text: String
    /// Where it stands.
    public let location: SourceLocation
    /// The record that has it; `nil` if it belongs to none.
    public let record: String?
    /// The column, or the key of the front matter; `nil` for running text.
    public let column: String?
    /// Why it must not be published.
    public let reason: Reason

    /// Makes a private value.
    public init(
        text: String,
        location: SourceLocation,
        record: String?,
        column: String?,
        reason: Reason
    ) {
        self.text = text
        self.location = location
        self.record = record
        self.column = column
        self.reason = reason
    }
}
