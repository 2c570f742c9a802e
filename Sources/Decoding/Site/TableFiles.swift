// Opens the files that the codebook describes, and compares their columns with it: described columns must exist,
// and columns that are not described stay private, which is reported so that it is no surprise.

import Diagnostics
import Formats
import Records
import Text

/// Reads the tables of a site.
struct TableFiles {
    let files: InputTree

    /// What a table is read from.
    struct Input: Equatable, Sendable {
        let file: ExactText
        let bytes: [UInt8]
        let dialect: CSVDialect
        let sheet: ExactText
        /// The path of the list within a JSON object.
        let property: ExactText
        /// The path of a list within each object of that list.
        let items: ExactText
        let includesHidden: Bool
        /// The columns that are published, by name.
        let published: Set<ExactText>
        /// The repeated columns that become the rows of a table.
        let wide: WideColumns?
        /// Their names and patterns.
        let repeated: [ExactText]
        /// Whether another table reports the mistakes in the form of the file.
        let isReadElsewhere: Bool
        /// What stands between the values of lists in a JSON file, by column.
        let joints: [ExactText: ExactText]
        /// The columns of a JSON file that the codebook describes; none for other files.
        let described: Set<ExactText>
    }

    func read(
        _ schemas: [ResourceSchema],
        _ cache: inout Cache<Input, Table?>,
        _ log: inout DiagnosticLog
    ) throws -> [RecordTable] {
        let inputs = try ParallelMap.map(schemas, &log) { try input($0, schemas, &$1) }
        let present = zip(schemas, inputs)
            .compactMap { schema, input in input.map { (schema: schema, input: $0) } }
        let read = cache.outputs(
            for: present.map { (name: $0.schema.resource.kind.rawValue, input: $0.input) },
            log: &log
        ) { _, input, log in TableFiles.table(input, &log) }
        let tables = zip(present, read)
            .compactMap { item, table in
                table.map { RecordTable(item.schema, checked($0, item.schema, &log)) }
            }
        for table in tables {
            checkColumns(table.schema, table.table, TableFiles.lists(of: table, schemas), &log)
            checkWideColumns(table, schemas, &log)
        }
        reportUndescribed(schemas, &log)
        return tables
    }

    private func input(
        _ schema: ResourceSchema,
        _ schemas: [ResourceSchema],
        _ log: inout DiagnosticLog
    ) throws -> Input? {
        let resource = schema.resource
        guard files.contains(schema.file), TableFormat(path: schema.file) != nil else {
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
        return Input(
            file: ExactText(schema.file),
            bytes: try files.read(schema.file),
            dialect: CSVDialect(delimiter: resource.delimiter),
            sheet: ExactText(resource.sheet),
            property: ExactText(resource.property),
            items: ExactText(resource.items),
            includesHidden: resource.includesHidden,
            published: names(schema.columns.filter(\.field.isPublic)),
            wide: schema.isGathered ? wideColumns(schema, schema.columns) : nil,
            repeated: schema.columns.flatMap { column in
                column.repeated.map { [ExactText(column.field.name), ExactText($0.text)] } ?? []
            },
            isReadElsewhere: schema.isGathered
                && schemas.contains { !$0.isGathered && $0.isOfSameRows(as: schema) },
            joints: TableFormat(path: schema.file) == .json
                ? Dictionary(
                    schema.columns.compactMap { column in
                        column.field.list.map {
                            (ExactText(column.field.name), ExactText($0.joint))
                        }
                    },
                    uniquingKeysWith: { first, _ in first }
                ) : [:],
            described: TableFormat(path: schema.file) == .json
                ? names(schema.columns) : []
        )
    }

    private static func table(_ input: Input, _ log: inout DiagnosticLog) -> Table? {
        guard let wide = input.wide else { return plainTable(input, &log) }
        var mistakes = DiagnosticLog()
        let table = plainTable(input, &mistakes)
        if !input.isReadElsewhere { log.append(mistakes) }
        return table?.gathering(wide, &log)
    }

    private static func plainTable(_ input: Input, _ log: inout DiagnosticLog) -> Table? {
        let file = input.file.text
        let sheet = input.sheet.text
        return switch TableFormat(path: file) {
        case .csv, .tsv:
            CSVReader.read(
                input.bytes,
                file: file,
                dialect: input.dialect,
                published: Set(input.published.map(\.text)),
                log: &log
            )
        case .json:
            JSONTableReader.read(input.bytes, file: file, selection(input), log: &log)
        case .xlsx:
            XLSXReader.read(
                input.bytes,
                file: file,
                sheet: sheet.isEmpty ? nil : sheet,
                includesHidden: input.includesHidden,
                published: Set(input.published.map(\.text)),
                log: &log
            )
        case nil: nil
        }
    }

    private static func selection(_ input: Input) -> JSONTableReader.Selection {
        var selection = JSONTableReader.Selection()
        selection.property = input.property.text
        selection.items = input.items.text
        selection.described = Set(input.described.map(\.text))
        for (column, joint) in input.joints { selection.joints[column.text] = joint.text }
        selection.published = Set(input.published.map(\.text))
        return selection
    }

    /// A table with the texts reported that a program has spoilt, as far as its columns are read.
    private func checked(
        _ table: Table,
        _ schema: ResourceSchema,
        _ log: inout DiagnosticLog
    ) -> Table {
        let read = Set(schema.columns.map(\.field).filter(\.isPublic).map(\.name))
        let columns = table.columns.indices.filter { read.contains(table.columns[$0]) }
        table.reportGarbled(in: columns, &log)
        table.reportDirections(in: columns, &log)
        return table.reportingErrors(in: columns, except: schema.resource.missingValues, &log)
    }

    /// The columns of a table whose cells are lists that other tables are read from.
    private static func lists(of table: RecordTable, _ schemas: [ResourceSchema]) -> Set<String> {
        let own = table.schema.resource
        guard own.items.isEmpty else { return [] }
        let others = schemas.filter { $0.isOfSameRows(as: table.schema) }
        let patterns = others.flatMap(\.columns).compactMap(\.repeated)
        return Set(others.map(\.resource.items))
            .union(
                patterns.isEmpty
                    ? []
                    : table.table.columns.filter { name in
                        patterns.contains { $0.number(in: name) != nil }
                    }
            )
    }

    /// Compares the columns of a table with the codebook; what is in `others` other tables describe.
    private func checkColumns(
        _ schema: ResourceSchema,
        _ table: Table,
        _ others: Set<String>,
        _ log: inout DiagnosticLog
    ) {
        let described = schema.columns.filter { $0.field.constant == nil }.map(\.field.name)
        let known = Set(described)
        let present = Set(table.columns)
        let undescribed = table.columns.filter { !known.contains($0) }
        for (index, name) in table.columns.enumerated()
        where !known.contains(name) && !others.contains(name) && name.utf8.first != 0 {
            log.report(
                CodebookRule.columnUndescribed,
                at: table.location(column: index),
                "the codebook does not describe the column “\(name.shortened())”",
                excerpt: table.excerpt(column: index),
                suggestion: Spelling.question(name, described.filter { !present.contains($0) })
                    ?? "It stays private. Describe it to say so, or to publish it."
            )
        }
        for column in schema.columns
        where column.field.constant == nil && !present.contains(column.field.name)
            && !schema.isStray(column) && !column.isRepeatUnread
        {
            let name = TableFiles.nameInFile(column, of: schema)
            log.report(
                CodebookRule.columnMissing,
                at: column.field.location,
                "\(schema.file) has no column “\(name)”",
                suggestion: Spelling.question(name, undescribed)
                    ?? "Add the column, or delete its description."
            )
        }
    }

    /// Reports the columns of a file that no table describes, where one is gathered from it and none has its rows.
    private func checkWideColumns(
        _ table: RecordTable,
        _ schemas: [ResourceSchema],
        _ log: inout DiagnosticLog
    ) {
        guard let wide = table.table.wide,
            schemas.first(where: { $0.isOfSameRows(as: table.schema) })?.resource.kind
                == table.kind,
            !schemas.contains(where: { !$0.isGathered && $0.isOfSameRows(as: table.schema) })
        else { return }
        let gathered = schemas.filter { $0.isOfSameRows(as: table.schema) }
        let known = gathered.map { wideColumns($0, $0.columns) }
        for (column, name) in wide.columns.enumerated()
        where !known.contains(where: { $0.holds(name) }) && name.utf8.first != 0 {
            log.report(
                CodebookRule.columnUndescribed,
                at: wide.location(column: column),
                "the codebook does not describe the column “\(name.shortened())”",
                excerpt: wide.excerpt(column: column),
                suggestion: "It stays private. Describe it to say so, or to publish it."
            )
        }
    }

    /// The name of a column in its file: with the place of the number where it repeats.
    private static func nameInFile(_ column: ColumnSchema, of schema: ResourceSchema) -> String {
        if let pattern = column.repeated { return pattern.text }
        let name = column.field.name
        let isOfParent = schema.isGathered && name.hasPrefix(WideColumns.parent)
        return isOfParent ? String(name.dropFirst(WideColumns.parent.count)) : name
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

extension ResourceSchema {
    /// Whether its rows, or those from which they are gathered, are those of another table.
    func isOfSameRows(as other: ResourceSchema) -> Bool {
        file == other.file && resource.property == other.resource.property
            && resource.sheet == other.resource.sheet
    }
}

extension TableFiles {
    /// The names that some columns of a table can have in its file.
    private func names(_ columns: [ColumnSchema]) -> Set<ExactText> {
        guard columns.contains(where: { $0.repeated != nil }) else {
            return Set(columns.map { ExactText($0.field.name) })
        }
        let names = columns.flatMap { column -> [String] in
            if let pattern = column.repeated { return pattern.names }
            let name = column.field.name
            return [
                name.hasPrefix(WideColumns.parent)
                    ? String(name.dropFirst(WideColumns.parent.count)) : name
            ]
        }
        return Set(names.map { ExactText($0) })
    }

    /// The columns of the file that become those of a table.
    private func wideColumns(_ schema: ResourceSchema, _ columns: [ColumnSchema]) -> WideColumns {
        let ofParent = columns.map(\.field.name).filter { $0.hasPrefix(WideColumns.parent) }
        let strike = columns.first { $0.field.role == .strikeID }?.field.name
        return WideColumns(
            repeated: columns.compactMap { column in
                column.repeated.map { WideColumns.Repeated(name: column.field.name, pattern: $0) }
            },
            ofParent: ofParent.map { String($0.dropFirst(WideColumns.parent.count)) },
            parentName: strike.flatMap { name in
                name.hasPrefix(WideColumns.parent)
                    ? String(name.dropFirst(WideColumns.parent.count)) : nil
            },
            namesRows: columns.contains { $0.field.name == WideColumns.item },
            missing: Set(schema.resource.missingValues)
        )
    }
}
