// A reason for a correction and the columns that state one.

import Diagnostics

/// Why a published record changed, as the author states it in `data/corrections.csv`.
public struct Correction: Hashable, Sendable {
    /// The id of the strike, claim or source.
    public var record: String
    /// The column, such as `killed_min` or `victims.age`; empty for the whole record.
    public var field: String
    /// The reason, as a sentence; may be empty when something is removed for safety.
    public var reason: String
    /// The same in other languages.
    public var reasons: [LocalName] = []
    /// When it was corrected.
    public var date: CalendarDate?
    /// What was done, when the author says so.
    public var kind: Kind?
    /// The strike that now holds a withdrawn one; empty when there is none.
    public var mergedInto = ""
    /// Where the author states it.
    public var location: SourceLocation
    /// The public columns that have no role, in the codebook's order.
    public var extras: [String] = []
    /// The row in its file, from 0.
    public var row = 0

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

    /// Makes an empty correction for a row.
    public init(row: Int, location: () -> SourceLocation) {
        self.init(record: "", reason: "", location: location())
        self.row = row
    }

    /// What a correction did to its record.
    public enum Kind: String, CaseIterable, Sendable {
        /// A value was corrected.
        case changed
        /// The record was withdrawn.
        case withdrawn
        /// The record became part of another.
        case merged
        /// Something was removed for somebody's safety: its former content is never shown.
        case safety
    }
}

// MARK: - Columns

extension Correction: ColumnRecord {
    /// The columns of a correction; they are the same for all measures.
    public static func columns(of measures: MeasureList) -> ColumnList<Correction> { columnList }

    private static let columnList = ColumnList<Correction>([
        .text(.record, "The id of the strike, claim or source that changed.")
            .get { $0[$1].record }.set { $0.record = $1 }
            .required().decisive().naming().referring(to: .strikes),
        .text(.field, "The column that changed (victims.age of a person); blank for the record.")
            .get { $0[$1].field }.set { $0.field = $1 },
        .text(.reason, "Why it changed, as a sentence.")
            .get { $0[$1].reason }.set { $0.reason = $1 }.required(unless: { $0.kind == .safety }),
        .names(.reason, "The same in another language: reason.ar.")
            .get { $0[$1].reasons }.set { $0.reasons = $1 },
        .date(.date, "When it was corrected.")
            .get { $0[$1].date }.set { $0.date = $1 },
        .text(
            .kind,
            "changed, withdrawn, merged or safety; safety says no more.",
            .word(ModelWords("kind of correction", Kind.self))
        )
        .get { $0[$1].kind?.rawValue ?? "" }.set { $0.kind = Kind(rawValue: $1) },
        .text(.mergedInto, "The id of the strike that now holds a withdrawn one.")
            .get { $0[$1].mergedInto }.set { $0.mergedInto = $1 },
    ])
}

extension Role {
    /// The record that a correction refers to.
    public static let record = Role("record")
    /// The column that a correction refers to.
    public static let field = Role("field")
    /// The strike that now holds a withdrawn one.
    public static let mergedInto = Role("merged_into")
}
