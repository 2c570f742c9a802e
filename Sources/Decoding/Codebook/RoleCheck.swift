// Some facts only make sense together, and some decide what is shown at all. This is checked once for each table,
// so that the mistake is not repeated for every row.

import Diagnostics
import Formats
import Records
import Text

/// Checks that the roles of a table's columns make sense together.
struct RoleCheck {
    let kind: ResourceKind
    let measures: MeasureList
    let schema: YAMLFields

    func check(_ columns: [ColumnSchema], _ log: inout DiagnosticLog) {
        checkRequired(columns, &log)
        checkPrivate(columns, &log)
        let held = Dictionary(
            columns.compactMap { column in
                column.field.isPublic ? column.field.role.map { ($0, column) } : nil
            },
            uniquingKeysWith: { first, _ in first }
        )
        for (role, column) in held.sorted(by: { $0.key.name < $1.key.name }) {
            switch role.part {
            case .most: checkEnd(role, held, &log)
            case .least:
                if held[role.whole] != nil { reportTwice(role.whole, held, &log) }
            case .whole, .anyLanguage, .language: checkPartner(role, column, held, &log)
            }
        }
    }

    private func checkRequired(_ columns: [ColumnSchema], _ log: inout DiagnosticLog) {
        for role in kind.columns(of: measures).all.filter(\.isRequired).map(\.role)
        where !columns.contains(where: { $0.field.role == role }) {
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
            guard let role = column.field.role, let declared = kind.columns(of: measures)[role],
                declared.isDecisive || declared.isRequired, !declared.isControl
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

    /// Checks the greatest number of a count.
    private func checkEnd(
        _ role: Role,
        _ held: [Role: ColumnSchema],
        _ log: inout DiagnosticLog
    ) {
        if held[role.whole] != nil { return reportTwice(role.whole, held, &log) }
        guard let column = held[role], held[role.least] == nil else { return }
        reportConflict(
            column,
            "the role “\(role)” needs a public column with the role “\(role.least)”",
            &log
        )
    }

    private func reportTwice(
        _ count: Role,
        _ held: [Role: ColumnSchema],
        _ log: inout DiagnosticLog
    ) {
        guard let column = held[count] else { return }
        reportConflict(
            column,
            "the role “\(count)” stands beside “\(count.least)” or “\(count.most)”",
            &log
        )
    }

    private func checkPartner(
        _ role: Role,
        _ column: ColumnSchema,
        _ held: [Role: ColumnSchema],
        _ log: inout DiagnosticLog
    ) {
        guard let partner = kind.columns(of: measures)[role]?.partner, held[partner] == nil else {
            return
        }
        reportConflict(
            column,
            "the role “\(role)” needs a public column with the role “\(partner)”",
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
