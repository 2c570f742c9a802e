// The codebook in the Records room holds what readers of the report need. Reading the files needs more: formats,
// patterns and keys, which are kept here.

import Diagnostics
import Formats
import Records

/// One table of the codebook with everything that reading it needs.
struct ResourceSchema: Sendable {
    var resource: Resource
    var columns: [ColumnSchema] = []
    /// The columns that together occur once; empty when none are named.
    var primaryKey: [String] = []
    var foreignKeys: [ForeignKey] = []

    /// Whether its rows are gathered from columns that repeat with a number.
    var isGathered: Bool { columns.contains { $0.repeated != nil } }

    /// Whether a column cannot be in the table, because it neither repeats nor belongs to the whole row.
    func isStray(_ column: ColumnSchema) -> Bool {
        isGathered && column.repeated == nil && column.field.constant == nil
            && column.field.name != WideColumns.item
            && !column.field.name.hasPrefix(WideColumns.parent)
    }

    /// The file as diagnostics name it.
    var file: String { "content/" + resource.path }
}

/// One column with everything that reading it needs.
struct ColumnSchema: Sendable {
    var field: CodebookField
    /// The columns of the file that become this one, such as source_{n}_url; `nil` for a single column.
    var repeated: ColumnPattern?
    /// Whether it should repeat, but does not say how, which is reported.
    var isRepeatUnread = false
    var dates = DateFormat.isoPartial
    /// Whether its numbers are written with a comma, as 12,5.
    var hasDecimalComma = false
    /// What separates thousands, as the comma in 1,234; `nil` when nothing does.
    var groupMark: Character?
    /// A pattern that the whole cell must match.
    var pattern: String?
    var minimumLength: Int?
    var maximumLength: Int?
    /// Dates between which the cell's must lie.
    var earliest: CalendarDate?
    var latest: CalendarDate?
    /// Whether the role stands in the descriptor, and does not follow from the column's name.
    var hasExplicitRole = false
}

/// Columns whose cells must occur in a column of another table.
struct ForeignKey: Sendable {
    var columns: [String]
    /// The table; `nil` for the same one.
    var target: ResourceKind?
    var targetColumns: [String]
}
