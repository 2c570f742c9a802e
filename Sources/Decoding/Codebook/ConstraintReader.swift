// Reads the constraints of Table Schema. A constraint that cannot be checked is reported: a check must not be
// skipped silently.

import Diagnostics
import Formats
import Records
import Text

/// Reads the `constraints` of one column.
struct ConstraintReader {
    func read(_ field: YAMLFields, _ column: inout ColumnSchema, _ log: inout DiagnosticLog) {
        guard let constraints = field.fields("constraints", known: nil, &log) else { return }
        PropertyCheck.check(constraints, CodebookKeys.constraints.names, &log)
        column.field.isRequired = constraints.bool("required", &log) ?? false
        column.field.isUnique = constraints.bool("unique", &log) ?? false
        column.field.allowedValues = constraints.strings("enum", &log)
        column.minimumLength = constraints.integer("minLength", &log)
        column.maximumLength = constraints.integer("maxLength", &log)
        readEnds(constraints, &column, &log)
        guard let pattern = constraints.string("pattern", &log) else { return }
        do {
            _ = try CellPattern(pattern)
            column.pattern = pattern
        } catch { report(error, pattern, constraints, &log) }
    }

    private func report(
        _ flaw: PatternFlaw,
        _ pattern: String,
        _ constraints: YAMLFields,
        _ log: inout DiagnosticLog
    ) {
        let shown = pattern.shortened()
        let (message, advice) =
            switch flaw {
            case .malformed(let reason):
                ("“\(shown)” is not a regular expression: \(reason)", nil as String?)
            case .unsupported(let part):
                (
                    "the pattern “\(shown)” contains \(part), which is not supported",
                    "A pattern has characters, sets such as [A-Z] and \\d, groups, | and repetitions. "
                        + "Looking ahead or back is left out, because it could take hours."
                )
            case .tooLarge:
                (
                    "the pattern “\(shown)” stands for more than \(CellPattern.mostSteps) steps",
                    "Repeat less often; for a length alone, use minLength and maxLength."
                )
            }
        constraints.report(
            CodebookRule.constraintInvalid,
            "pattern",
            message,
            suggestion: advice,
            &log
        )
    }

    private func readEnds(
        _ constraints: YAMLFields,
        _ column: inout ColumnSchema,
        _ log: inout DiagnosticLog
    ) {
        switch column.field.type {
        case .integer, .number, .year:
            column.field.minimum = number("minimum", constraints, &log)
            column.field.maximum = number("maximum", constraints, &log)
        case .date, .yearmonth, .datetime:
            column.earliest = date("minimum", constraints, &log)
            column.latest = date("maximum", constraints, &log)
        case .string, .boolean, .time, .any:
            for key in ["minimum", "maximum"] where constraints.has(key) {
                constraints.report(
                    CodebookRule.constraintInvalid,
                    key,
                    "a column of type \(column.field.type.rawValue) has no \(key)",
                    suggestion: "State the type that the cells have.",
                    &log
                )
            }
        }
    }

    private func number(
        _ key: String,
        _ constraints: YAMLFields,
        _ log: inout DiagnosticLog
    ) -> Double? {
        guard let text = constraints.string(key, &log) else { return nil }
        if let value = Double(text), value.isFinite { return value }
        reportEnd(key, text, "a number", constraints, &log)
        return nil
    }

    private func date(
        _ key: String,
        _ constraints: YAMLFields,
        _ log: inout DiagnosticLog
    ) -> CalendarDate? {
        guard let text = constraints.string(key, &log) else { return nil }
        if let value = CalendarDate(iso: text.prefix(10)) { return value }
        reportEnd(key, text, "a date such as 2017-06-21", constraints, &log)
        return nil
    }

    private func reportEnd(
        _ key: String,
        _ text: String,
        _ kind: String,
        _ constraints: YAMLFields,
        _ log: inout DiagnosticLog
    ) {
        constraints.report(
            CodebookRule.constraintInvalid,
            key,
            "the \(key) “\(text.shortened())” is not \(kind)",
            &log
        )
    }
}
