// Some facts only make sense together, and some decide what is shown at all. This is checked once a table,
// so that a hundred thousand rows do not repeat it.

import Diagnostics
import Formats
import Records
import Text

/// Checks that the roles of a table's columns make sense together.
struct RoleCheck {
    let kind: ResourceKind
    let schema: YAMLFields

    func check(_ columns: [ColumnSchema], _ log: inout DiagnosticLog) {
        checkRequired(columns, &log)
        checkPrivate(columns, &log)
        let roles = Dictionary(
            columns.compactMap { column in
                column.field.isPublic ? column.field.role.map { ($0, column) } : nil
            },
            uniquingKeysWith: { first, _ in first }
        )
        for role in roles.keys.sorted() {
            if role.hasSuffix(".max") { checkEnd(String(role.dropLast(4)), roles, &log) }
            if role.hasSuffix(".min"), roles[String(role.dropLast(4))] != nil {
                reportTwice(String(role.dropLast(4)), roles, &log)
            }
        }
        checkPair("latitude", "longitude", roles, &log)
        checkPair("longitude", "latitude", roles, &log)
        if let column = roles["date.end"], roles["date"] == nil {
            reportConflict(column, "the role “date.end” needs a column with the role “date”", &log)
        }
    }

    /// The facts without which a row of a kind says nothing.
    private var required: [String] {
        switch kind {
        case .strikes: ["id", "date"]
        case .victims: ["strike_id"]
        case .sources: ["id"]
        case .claims: ["id"]
        case .disclosures: ["strike_id", "fact"]
        case .corrections: ["record", "reason"]
        }
    }

    /// The facts that decide what is shown and what is added up, and so cannot be kept back.
    private static let decisive =
        ["id", "strike_id", "left_out", "part_of", "scope", "fact", "record"]
        + OverlapGroup.all.map(\.role)

    private func checkRequired(_ columns: [ColumnSchema], _ log: inout DiagnosticLog) {
        for role in required where !columns.contains(where: { $0.field.role == role }) {
            schema.report(
                CodebookRule.roleRequired,
                "fields",
                "no column of \(kind.rawValue) holds the role “\(role)”",
                suggestion: "Give the column that holds it the property role: \(role).",
                &log
            )
        }
    }

    private func checkPrivate(_ columns: [ColumnSchema], _ log: inout DiagnosticLog) {
        for column in columns where !column.field.isPublic {
            guard let role = column.field.role,
                RoleCheck.decisive.contains(role) || required.contains(role)
            else { continue }
            log.report(
                CodebookRule.rolePrivate,
                at: column.field.location,
                "the column “\(column.field.name)” holds the role “\(role)”, but is not public",
                suggestion: "It decides which records are shown and how they are joined: "
                    + "write public: true."
            )
        }
    }

    private func checkEnd(
        _ count: String,
        _ roles: [String: ColumnSchema],
        _ log: inout DiagnosticLog
    ) {
        guard let column = roles[count + ".max"] else { return }
        if roles[count] != nil { return reportTwice(count, roles, &log) }
        guard roles[count + ".min"] == nil else { return }
        reportConflict(
            column,
            "the role “\(count).max” needs a public column with the role “\(count).min”",
            &log
        )
    }

    private func reportTwice(
        _ count: String,
        _ roles: [String: ColumnSchema],
        _ log: inout DiagnosticLog
    ) {
        guard let column = roles[count] else { return }
        reportConflict(
            column,
            "the role “\(count)” stands beside “\(count).min” or “\(count).max”",
            &log
        )
    }

    private func checkPair(
        _ one: String,
        _ other: String,
        _ roles: [String: ColumnSchema],
        _ log: inout DiagnosticLog
    ) {
        guard let column = roles[one], roles[other] == nil else { return }
        reportConflict(
            column,
            "the role “\(one)” needs a public column with the role “\(other)”",
            &log
        )
    }

    private func reportConflict(
        _ column: ColumnSchema,
        _ message: String,
        _ log: inout DiagnosticLog
    ) {
        log.report(
            CodebookRule.roleConflict,
            at: column.field.location,
            message,
            suggestion: "The column is “\(column.field.name)”."
        )
    }
}
