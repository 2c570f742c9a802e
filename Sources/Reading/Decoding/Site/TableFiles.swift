// Opens the files that the codebook describes, and holds their columns against it: what is described must be
// there, and what is not described stays private, which is told so that nobody wonders.

import Diagnostics
import Records

/// Reads the tables of a site.
struct TableFiles {
    let files: InputTree

    func read(
        _ schemas: [ResourceSchema],
        _ log: inout DiagnosticLog
    ) throws -> [RecordTable] {
        let tables = try ParallelMap.map(schemas, &log) { schema, log -> RecordTable? in
            guard let table = try table(schema, &log) else { return nil }
            checkColumns(schema, table, &log)
            return RecordTable(schema, table)
        }
        reportUndescribed(schemas, &log)
        return tables.compactMap(\.self)
    }

    private func table(_ schema: ResourceSchema, _ log: inout DiagnosticLog) throws -> Table? {
        let resource = schema.resource
        guard files.contains(schema.file), let format = TableFormat(path: resource.path) else {
            let known = files.files(below: "content").map { String($0.path.dropFirst(8)) }
                .filter { TableFormat(path: $0) != nil }
            log.report(
                CodebookRule.resourceMissing,
                at: resource.location,
                "there is no file “\(resource.path)” in content/",
                suggestion: Spelling.question(resource.path, known)
                    ?? "Put it there, or delete the resource “\(resource.kind.rawValue)”."
            )
            return nil
        }
        let bytes = try files.read(schema.file)
        switch format {
        case .csv, .tsv:
            let dialect = CSVDialect(delimiter: resource.delimiter)
            return CSVReader.read(bytes, file: schema.file, dialect: dialect, log: &log)
        case .json: return JSONTableReader.read(bytes, file: schema.file, log: &log)
        case .xlsx:
            let sheet = resource.sheet.isEmpty ? nil : resource.sheet
            return XLSXReader.read(bytes, file: schema.file, sheet: sheet, log: &log)
        }
    }

    private func checkColumns(
        _ schema: ResourceSchema,
        _ table: Table,
        _ log: inout DiagnosticLog
    ) {
        let described = schema.columns.map(\.field.name)
        let known = Set(described)
        let present = Set(table.columns)
        let undescribed = table.columns.filter { !known.contains($0) }
        for (index, name) in table.columns.enumerated()
        where !known.contains(name) && name.utf8.first != 0 {
            log.report(
                CodebookRule.columnUndescribed,
                at: table.location(column: index),
                "the codebook does not describe the column “\(Table.shortened(name))”",
                excerpt: table.excerpt(column: index),
                suggestion: Spelling.question(name, described.filter { !present.contains($0) })
                    ?? "It stays private. Describe it to say so, or to publish it."
            )
        }
        for column in schema.columns where !present.contains(column.field.name) {
            log.report(
                CodebookRule.columnMissing,
                at: column.field.location,
                "\(schema.file) has no column “\(column.field.name)”",
                suggestion: Spelling.question(column.field.name, undescribed)
                    ?? "Add the column, or delete its description."
            )
        }
    }

    private func reportUndescribed(_ schemas: [ResourceSchema], _ log: inout DiagnosticLog) {
        let described = Set(schemas.map(\.file))
        for file in files.files(below: "content/data")
        where TableFormat(path: file.path) != nil && !described.contains(file.path) {
            log.report(
                CodebookRule.dataFileUndescribed,
                at: SourceLocation(file: file.path),
                "the codebook does not describe this file, so it is not read",
                suggestion: "Describe it as a resource, or move it out of content/."
            )
        }
    }
}
