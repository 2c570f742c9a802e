// Reads the columns of a table from its schema. A column is private unless it is declared public, and the few
// facts that decide what is shown must be public: a report cannot hide what it leaves out.

import Diagnostics
import Formats
import Records
import Text

/// Reads the `fields` of one table's schema.
struct FieldReader {
    let kind: ResourceKind
    let measures: MeasureList

    /// Types of the standard whose cells are shown as they are written.
    static let otherTypes = ["object", "array", "list", "duration", "geopoint", "geojson"]

    func columns(_ schema: YAMLFields, _ log: inout DiagnosticLog) -> [ColumnSchema] {
        schema.require("fields", &log)
        var columns: [ColumnSchema] = []
        var described: [YAMLFields] = []
        var names: Set<String> = []
        var roles: [Role: SourceLocation] = [:]
        for item in schema.items("fields", &log) {
            let fields = YAMLFields(item, what: "a field", known: nil, log: &log)
            PropertyCheck.check(fields, CodebookKeys.field.names, &log)
            guard let name = fields.requiredString("name", &log) else { continue }
            guard names.insert(name).inserted else {
                fields.report(
                    CodebookRule.fieldRepeated,
                    "name",
                    "the column “\(name)” is described twice",
                    suggestion: "Delete one of the two.",
                    &log
                )
                continue
            }
            var column = self.column(name, fields, &log)
            readRole(fields, &column, &roles, &log)
            columns.append(column)
            described.append(fields)
        }
        settleStandardRoles(&columns)
        for place in columns.indices {
            columns[place].field.coarsening =
                CoarseningReader(fields: described[place]).ofColumn(columns[place].field.role, &log)
        }
        for place in columns.indices where described[place].has("separator") {
            columns[place].field.list =
                SeparatorReader(fields: described[place]).list(of: columns[place].field, &log)
        }
        for place in columns.indices where columns[place].field.isMarkdown {
            checkMarkdown(&columns[place].field, described[place], &log)
        }
        RoleCheck(kind: kind, measures: measures, schema: schema).check(columns, &log)
        return columns
    }

    private func column(
        _ name: String,
        _ fields: YAMLFields,
        _ log: inout DiagnosticLog
    ) -> ColumnSchema {
        var field = CodebookField(name: name, location: fields.location)
        field.title = fields.string("title", &log) ?? name
        field.description = fields.string("description", &log) ?? ""
        field.isPublic = fields.bool("public", &log) ?? false
        field.type = type(fields, &log)
        if let question = fields.string("question", &log), !question.isEmpty {
            fields.report(
                CodebookRule.questionOpen,
                "question",
                "the question about “\(name)” is not answered: \(question)",
                suggestion: "Correct the column’s role if need be, and delete the question.",
                &log
            )
        }
        field.values = texts("values", fields, &log)
        field.labels = texts("labels", fields, &log)
        var column = ColumnSchema(field: field)
        column.hasDecimalComma = fields.string("decimalChar", &log) == ","
        column.groupMark = fields.string("groupChar", &log)?.first
        readRepeat(fields, &column, &log)
        readFormat(fields, &column, &log)
        ConstraintReader().read(fields, &column, &log)
        return column
    }

    /// A mapping of cells to texts.
    private func texts(
        _ key: String,
        _ fields: YAMLFields,
        _ log: inout DiagnosticLog
    ) -> [String: String] {
        var texts: [String: String] = [:]
        for entry in fields.fields(key, known: nil, &log)?.entries ?? [] {
            guard let scalar = entry.value.scalar else {
                log.report(
                    ReadingRule.wrongType,
                    at: entry.value.location,
                    "“\(entry.key)” must mean a single value, not \(entry.value.kind)",
                    excerpt: entry.value.excerpt
                )
                continue
            }
            texts[entry.key] = scalar.asString ?? ""
        }
        return texts
    }

    private func type(_ fields: YAMLFields, _ log: inout DiagnosticLog) -> FieldType {
        guard let text = fields.string("type", &log) else { return .string }
        if let type = FieldType(rawValue: text) { return type }
        if FieldReader.otherTypes.contains(text) { return .any }
        let known = FieldType.allCases.map(\.rawValue)
        fields.report(
            CodebookRule.typeUnknown,
            "type",
            "the type “\(text.shortened())” is unknown",
            suggestion: Spelling.question(text, known)
                ?? "The types: \(known.joined(separator: ", ")).",
            &log
        )
        return .any
    }

    /// The format of cells that are read as articles are.
    private static let markdown = "markdown"

    /// Only what pages show as running text can be Markdown: summaries, statements, and own texts.
    private func checkMarkdown(
        _ field: inout CodebookField,
        _ fields: YAMLFields,
        _ log: inout DiagnosticLog
    ) {
        let isText =
            switch field.role?.whole {
            case .summary: kind == .strikes
            case .statement: kind == .claims
            case nil: field.list == nil && [.strikes, .victims, .sources, .claims].contains(kind)
            case .some: false
            }
        if isText, field.type == .string { return }
        field.isMarkdown = false
        fields.report(
            CodebookRule.formatNotRead,
            "format",
            "the column “\(field.name)” cannot be Markdown",
            suggestion:
                "Summaries of strikes, statements of claims, and texts without a role and separator can.",
            &log
        )
    }

    private func readRepeat(
        _ fields: YAMLFields,
        _ column: inout ColumnSchema,
        _ log: inout DiagnosticLog
    ) {
        guard let text = fields.string("repeat", &log) else { return }
        column.repeated = ColumnPattern(text)
        if column.repeated != nil { return }
        column.isRepeatUnread = true
        fields.report(
            CodebookRule.repeatInvalid,
            "repeat",
            "“\(text.shortened())” does not say where the number stands",
            suggestion: "Write {n} once in its place, such as repeat: \"source_{n}_url\".",
            &log
        )
    }

    private func readFormat(
        _ fields: YAMLFields,
        _ column: inout ColumnSchema,
        _ log: inout DiagnosticLog
    ) {
        if fields.node("format")?.scalar?.asString == FieldReader.markdown {
            column.field.isMarkdown = true
            return
        }
        switch column.field.type {
        case .date: column.dates = .isoDay
        case .datetime: column.dates = .isoDayAndTime
        case .string, .integer, .number, .boolean, .time, .year, .yearmonth, .any: return
        }
        guard let text = fields.string("format", &log), text != "default" else { return }
        if text == "any" {
            column.dates = column.field.type == .date ? .yearFirst : .isoDayAndTime
        } else if let format = DateFormat(strptime: text) {
            column.dates = format
            column.field.dateFormat = text
        } else {
            fields.report(
                CodebookRule.formatNotRead,
                "format",
                "the date format “\(text.shortened())” is not read",
                suggestion: text.contains("%y")
                    ? "Years of two digits do not say the century. Write them in full, as %Y."
                    : "Write it with %Y, %m, %d and %B, such as %d/%m/%Y.",
                &log
            )
        }
    }

    private func readRole(
        _ fields: YAMLFields,
        _ column: inout ColumnSchema,
        _ roles: inout [Role: SourceLocation],
        _ log: inout DiagnosticLog
    ) {
        guard let name = fields.string("role", &log) else { return }
        if name == Role.noneWord {
            column.hasExplicitRole = true
            return
        }
        guard let role = kind.columns(of: measures).role(named: name) else {
            let known = kind.columns(of: measures).all.map(\.role.name)
            fields.report(
                CodebookRule.roleUnknown,
                "role",
                "“\(name.shortened())” is no role of a column of \(kind.rawValue)",
                suggestion: Spelling.question(name, known)
                    ?? "The roles: \(known.joined(separator: ", ")).",
                &log
            )
            return
        }
        if let first = roles[role] {
            fields.report(
                CodebookRule.roleRepeated,
                "role",
                "two columns have the role “\(role)”",
                suggestion: "The other is described on line \(first.line). Only one can hold it.",
                &log
            )
            return
        }
        roles[role] = fields.location("role")
        column.field.role = role
        column.hasExplicitRole = true
    }

    /// Gives columns with a standard name its role, unless another column claims it or theirs is `none`.
    private func settleStandardRoles(_ columns: inout [ColumnSchema]) {
        let claimed = Set(columns.compactMap(\.field.role))
        let shapes = kind.columns(of: measures)
        let hasConsent =
            claimed.contains(.consent)
            || columns.contains { $0.field.name == Role.consent.standardColumn }
        for index in columns.indices
        where columns[index].field.role == nil && !columns[index].hasExplicitRole {
            guard
                let role = shapes.role(standardColumn: columns[index].field.name),
                // Many tables have a column “until” that has nothing to do with a consent.
                !claimed.contains(role), role != .until || hasConsent
            else { continue }
            columns[index].field.role = role
        }
    }
}
