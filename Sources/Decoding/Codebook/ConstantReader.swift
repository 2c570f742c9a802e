// A table that knows all its places to the town need not say so 621 times: the codebook states it once, and each
// record gets it as if a column held it.

import Diagnostics
import Formats
import Records

/// Reads `roles: {location.precision: {constant: city}}` of one table.
struct ConstantReader {
    let kind: ResourceKind
    let measures: MeasureList

    /// The columns that stand for constants; `columns` are those of the table.
    func read(
        _ resource: YAMLFields,
        _ columns: [ColumnSchema],
        _ log: inout DiagnosticLog
    ) -> [ColumnSchema] {
        guard let roles = resource.fields("roles", known: nil, &log) else { return [] }
        return roles.entries.compactMap { entry in
            guard let role = role(entry, columns, &log) else { return nil }
            let what = "the role “\(role)”"
            let fields = YAMLFields(
                entry.value,
                what: what,
                known: CodebookKeys.constant.names,
                log: &log
            )
            guard let value = fields.requiredString("constant", &log) else { return nil }
            var field = CodebookField(name: role.name, location: fields.location("constant"))
            field.role = role
            field.isPublic = true
            field.constant = value
            field.description = kind.columns(of: measures)[role]?.meaning ?? ""
            return ColumnSchema(field: field)
        }
    }

    private func role(
        _ entry: YAMLNode.Entry,
        _ columns: [ColumnSchema],
        _ log: inout DiagnosticLog
    ) -> Role? {
        let declared = kind.columns(of: measures)
        let allowed = declared.all.filter { $0.takesConstant }.map(\.role.name)
        guard let role = declared.role(named: entry.key), allowed.contains(role.name) else {
            let isRole = declared.role(named: entry.key) != nil
            log.report(
                isRole ? CodebookRule.constantRefused : .roleUnknown,
                at: entry.keyLocation,
                isRole
                    ? "“\(entry.key)” differs from record to record, so the codebook cannot state it for all"
                    : "“\(entry.key.shortened())” is no role of a column of \(kind.rawValue)",
                excerpt: entry.keyExcerpt,
                suggestion: isRole
                    ? "The roles that can have one value: \(allowed.joined(separator: ", "))."
                    : Spelling.question(entry.key, allowed)
                        ?? "The roles that can have one value: \(allowed.joined(separator: ", "))."
            )
            return nil
        }
        if let column = columns.first(where: { $0.field.role == role && $0.field.isPublic }) {
            log.report(
                CodebookRule.constantRefused,
                at: entry.keyLocation,
                "the column “\(column.field.name)” has the role “\(role)” already",
                excerpt: entry.keyExcerpt,
                suggestion: "Delete the constant, or the role of the column."
            )
            return nil
        }
        return role
    }
}

extension ColumnShape {
    /// Whether one value can hold for all records: words of a list and names, but no number, date or id, and nothing
    /// that protects a record.
    fileprivate var takesConstant: Bool {
        if isRequired || isControl { return false }
        switch content {
        case .text(.key), .text(.name), .text(.grading), .text(.assessment), .text(.word):
            return true
        case .text(.any), .text(.id), .text(.url), .text(.time), .text(.age), .names, .ids, .count,
            .number, .date, .strikeDate, .coordinate:
            return false
        }
    }
}
