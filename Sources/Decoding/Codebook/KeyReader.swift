// Reads which columns are keys. References that are part of the model (victims to strikes and so on) are checked
// whether the codebook states them or not; the author's own keys are checked in addition.

import Diagnostics
import Formats
import Records

/// Reads `primaryKey` and `foreignKeys` of one table's schema.
struct KeyReader {
    let kind: ResourceKind

    func read(_ fields: YAMLFields, _ schema: inout ResourceSchema, _ log: inout DiagnosticLog) {
        let names = schema.columns.map(\.field.name)
        let primary = fields.strings("primaryKey", &log)
        for name in primary where !names.contains(name) {
            reportUnknown(name, "primaryKey", fields.location("primaryKey"), names, &log)
        }
        schema.primaryKey = primary.allSatisfy(names.contains) ? primary : []
        for key in fields.list("foreignKeys", what: "a foreign key", known: nil, &log) {
            guard let foreign = foreignKey(key, names, &log) else { continue }
            schema.foreignKeys.append(foreign)
        }
    }

    private func foreignKey(
        _ key: YAMLFields,
        _ names: [String],
        _ log: inout DiagnosticLog
    ) -> ForeignKey? {
        key.require("fields", &log)
        let columns = key.strings("fields", &log)
        var isKnown = !columns.isEmpty
        for name in columns where !names.contains(name) {
            reportUnknown(name, "foreignKeys", key.location("fields"), names, &log)
            isKnown = false
        }
        key.require("reference", &log)
        guard let reference = key.fields("reference", known: nil, &log) else { return nil }
        let name = reference.entry("resource")?.value.scalar?.text ?? ""
        let target = ResourceKind(rawValue: name)
        if !name.isEmpty && target == nil {
            let kinds = ResourceKind.allCases.map(\.rawValue)
            reference.report(
                CodebookRule.keyUnknown,
                "resource",
                "a foreign key names the resource “\(name)”, which is not read",
                suggestion: Spelling.question(name, kinds),
                &log
            )
            return nil
        }
        let targets = reference.strings("fields", &log)
        guard isKnown, targets.count == columns.count else { return nil }
        return ForeignKey(columns: columns, target: target, targetColumns: targets)
    }

    private func reportUnknown(
        _ name: String,
        _ key: String,
        _ location: SourceLocation,
        _ names: [String],
        _ log: inout DiagnosticLog
    ) {
        log.report(
            CodebookRule.keyUnknown,
            at: location,
            "\(key) names the column “\(name)”, which is not described",
            suggestion: Spelling.question(name, names)
        )
    }
}
