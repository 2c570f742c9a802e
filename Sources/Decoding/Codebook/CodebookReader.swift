// Reads the codebook: a Frictionless Data Package descriptor with three properties of ours. Other tools read
// the same file, so their properties are ignored; only probable misspellings are reported.

import Diagnostics
import Formats
import Records
import Text

/// Reads a descriptor into the codebook and the schemas for reading its files.
struct CodebookReader {
    /// What the descriptor says.
    private(set) var codebook = Codebook()
    /// The tables in the order of the descriptor.
    private(set) var schemas: [ResourceSchema] = []
    /// The places of texts that are not stated in a language, by its tag.
    private(set) var missing: [String: [SourceLocation]] = [:]

    /// The properties that other tools read as plain texts: another language’s stands beside them as `title.ar`.
    private static let siblings: Set<String> = ["title", "description", "labels"]
    /// The properties that are texts for readers.
    static let texts: Set<String> = ["title", "description"]
    /// The properties that name people and publications.
    static let names: Set<String> = ["contributors", "sources", "licenses"]

    /// What a codebook is read from.
    struct Input: Equatable, Sendable {
        let text: ExactText
        /// The languages of the site, that of the original first.
        let languages: [String]
    }

    /// Reads the codebook in every language of the site; mistakes are reported once.
    init(_ node: YAMLNode, _ languages: [String], _ log: inout DiagnosticLog) {
        let choice = LanguageChoice(languages: languages)
        // The words of measures are read in all languages at once.
        func version(in tag: String) -> YAMLNode {
            choice.choosingSiblings(
                CodebookReader.siblings,
                of: choice.node(node, in: tag, keeping: ["measures"]),
                in: tag
            )
        }
        self.init(version(in: languages.first ?? ""), &log)
        for tag in languages.dropFirst() {
            var repeated = DiagnosticLog()
            codebook.translations[tag] = CodebookReader(version(in: tag), &repeated).codebook
            missing[tag] =
                choice.missing(
                    in: tag,
                    from: node,
                    plain: CodebookReader.texts,
                    names: CodebookReader.names
                )
        }
    }

    init(_ node: YAMLNode, _ log: inout DiagnosticLog) {
        let package = YAMLFields(node, what: "the codebook", known: nil, log: &log)
        PropertyCheck.check(package, CodebookKeys.package.names, &log)
        let measures = MeasureReader(package, &log)
        if !measures.declared.isEmpty {
            codebook.measures = MeasureList(declared: measures.declared)
        }
        codebook.name = package.string("name", &log) ?? ""
        codebook.title = package.string("title", &log) ?? ""
        codebook.description = package.string("description", &log) ?? ""
        package.require("resources", &log)
        let missing = missingValues(package, &log)
        for item in package.items("resources", &log) {
            let fields = YAMLFields(item, what: "a resource", known: nil, log: &log)
            if let schema = resource(fields, missing ?? [], &log) { schemas.append(schema) }
        }
        codebook.resources = schemas.map(\.resource)
        if let strikes = codebook.resource(.strikes) { measures.checkColumns(strikes.fields, &log) }
        let names = package.items("resources", &log)
            .compactMap { item in
                guard case .mapping(let entries, _) = item else { return nil as String? }
                return entries.first { $0.key == "name" }?.value.scalar?.text
            }
        if package.has("resources") { checkTables(names, package, &log) }
    }

    /// A site has strikes, or people who stand without one.
    private func checkTables(_ names: [String], _ package: YAMLFields, _ log: inout DiagnosticLog) {
        let hasStrikes = names.contains(ResourceKind.strikes.rawValue)
        if !hasStrikes && !names.contains(ResourceKind.victims.rawValue) {
            package.report(
                CodebookRule.resourceMissing,
                "resources",
                "the codebook describes no resource “strikes”",
                suggestion: "A site has one row a strike, in a resource named “strikes”, "
                    + "or one row a person, in a resource named “victims”.",
                &log
            )
        }
        guard let people = codebook.resource(.victims) else { return }
        let strike = people.field(.strikeID)
        if let strike, !hasStrikes {
            log.report(
                CodebookRule.resourceMissing,
                at: strike.location,
                "the column “\(strike.name)” names strikes, and the codebook describes no resource “strikes”",
                suggestion: "Describe the strikes, or write role: none for the column."
            )
        }
        if strike == nil, hasStrikes, people.field(.date) == nil, people.field(.place) == nil {
            log.report(
                CodebookRule.roleRequired,
                at: people.location,
                "no column of victims holds the role “strike_id”",
                suggestion: "Give the column that holds it the property role: strike_id. "
                    + "People without a strike need a date or a place of their own."
            )
        }
    }

    private func resource(
        _ fields: YAMLFields,
        _ packageMissing: [String],
        _ log: inout DiagnosticLog
    ) -> ResourceSchema? {
        PropertyCheck.check(fields, CodebookKeys.resource.names, &log)
        guard let name = fields.requiredString("name", &log) else { return nil }
        let kinds = ResourceKind.allCases.map(\.rawValue)
        guard let kind = ResourceKind(rawValue: name) else {
            fields.report(
                CodebookRule.resourceUnknown,
                "name",
                "the resource “\(name.shortened())” is not read",
                suggestion: Spelling.question(name, kinds)
                    ?? "The resources that are read: \(kinds.joined(separator: ", ")).",
                &log
            )
            return nil
        }
        guard !schemas.contains(where: { $0.resource.kind == kind }) else {
            fields.report(
                CodebookRule.resourceRepeated,
                "name",
                "the resource “\(name)” is described twice",
                suggestion: "Put all rows into one file.",
                &log
            )
            return nil
        }
        guard let path = path(fields, &log) else { return nil }
        var resource = Resource(kind: kind, path: path, location: fields.location)
        resource.title = fields.string("title", &log) ?? ""
        resource.description = fields.string("description", &log) ?? ""
        if path.hasSuffix(".tsv") { resource.delimiter = Byte.tab }
        readDialect(fields, &resource, &log)
        fields.require("schema", &log)
        guard let table = fields.fields("schema", known: nil, &log) else { return nil }
        PropertyCheck.check(table, CodebookKeys.schema.names, &log)
        resource.missingValues =
            missingValues(table, &log) ?? missingValues(fields, &log) ?? packageMissing
        var schema = ResourceSchema(resource: resource)
        let reader = FieldReader(kind: kind, measures: codebook.measures)
        schema.columns = reader.columns(table, &log)
        schema.columns += ConstantReader(kind: kind, measures: codebook.measures)
            .read(fields, schema.columns, &log)
        schema.resource.fields = schema.columns.map(\.field)
        checkRepeats(fields, schema, &log)
        KeyReader(kind: kind).read(table, &schema, &log)
        return schema
    }

    /// A table is gathered from columns that repeat, or from lists in JSON.
    private func checkRepeats(
        _ fields: YAMLFields,
        _ schema: ResourceSchema,
        _ log: inout DiagnosticLog
    ) {
        if fields.has("repeat") {
            fields.report(
                CodebookRule.repeatInvalid,
                "repeat",
                "a table does not repeat; columns do",
                suggestion: "Write it at a field: {name: url, repeat: \"source_{n}_url\"}.",
                &log
            )
        }
        guard schema.isGathered else { return }
        if !schema.resource.items.isEmpty {
            fields.report(
                CodebookRule.repeatInvalid,
                "items",
                "the rows are items of a list, and cannot repeat in columns too",
                suggestion: "Delete items, or repeat.",
                &log
            )
        }
        for column in schema.columns where schema.isStray(column) && !column.isRepeatUnread {
            let name = column.field.name
            log.report(
                CodebookRule.repeatInvalid,
                at: column.field.location,
                "“\(name.shortened())” does not repeat as other columns of the table do",
                suggestion: "A column of the whole row is “\(WideColumns.parent)\(name)” here; "
                    + "one that repeats needs repeat: \"…_{n}_…\"."
            )
        }
    }

    private func path(_ fields: YAMLFields, _ log: inout DiagnosticLog) -> String? {
        guard let path = fields.requiredString("path", &log) else { return nil }
        let parts = path.split(separator: "/", omittingEmptySubsequences: false)
        let isInside = !parts.contains { ["", ".", ".."].contains($0) } && !path.contains("\\")
        let isRead = TableFormat(path: path) != nil
        if isInside && isRead { return path }
        fields.report(
            CodebookRule.resourcePath,
            "path",
            isInside
                ? "the file “\(path.shortened())” is of no kind that is read"
                : "the path “\(path.shortened())” does not lead to a file below content/",
            suggestion: isInside
                ? "Tables are read from .csv, .tsv, .json and .xlsx files."
                : "Write it as from content/, such as data/strikes.csv.",
            &log
        )
        return nil
    }

    private func readDialect(
        _ fields: YAMLFields,
        _ resource: inout Resource,
        _ log: inout DiagnosticLog
    ) {
        if let encoding = fields.string("encoding", &log),
            !["utf-8", "utf8"].contains(encoding.lowercased())
        {
            fields.report(
                CodebookRule.dialectNotRead,
                "encoding",
                "the encoding “\(encoding.shortened())” is not read",
                suggestion: "Save the file as UTF-8 and write encoding: utf-8.",
                &log
            )
        }
        resource.items = fields.string("items", &log) ?? ""
        if !resource.items.isEmpty, TableFormat(path: resource.path) != .json {
            fields.report(
                CodebookRule.dialectNotRead,
                "items",
                "only objects in a JSON file have items that can be rows",
                suggestion: "Delete the line, or name the JSON file.",
                &log
            )
        }
        guard let dialect = fields.fields("dialect", known: nil, &log) else { return }
        PropertyCheck.check(dialect, CodebookKeys.dialect.names, &log)
        if let text = dialect.string("delimiter", &log) {
            if let byte = text.utf8.first, text.utf8.count == 1, byte < 0x80 {
                resource.delimiter = byte
            } else {
                dialect.report(
                    CodebookRule.dialectNotRead,
                    "delimiter",
                    "the delimiter “\(text.shortened())” is not one ASCII character",
                    suggestion: "Usual are \",\", \";\" and \"\\t\" for a tab, in double quotes.",
                    &log
                )
            }
        }
        if let quote = dialect.string("quoteChar", &log), quote != "\"" {
            dialect.report(
                CodebookRule.dialectNotRead,
                "quoteChar",
                "the quote “\(quote.shortened())” is not read",
                suggestion: "Cells are quoted with \" as RFC 4180 says.",
                &log
            )
        }
        if dialect.node("header")?.scalar?.asBool == false {
            dialect.report(
                CodebookRule.dialectNotRead,
                "header",
                "a table without a header is not read",
                suggestion: "Its first line must name the columns.",
                &log
            )
        }
        resource.sheet =
            dialect.string("sheet", &log) ?? dialect.string("sheetName", &log) ?? ""
        resource.property = dialect.string("property", &log) ?? ""
        resource.includesHidden = dialect.bool("include_hidden", &log) ?? false
    }

    /// The cells that mean "nothing"; `nil` when nothing is said about them.
    private func missingValues(_ fields: YAMLFields, _ log: inout DiagnosticLog) -> [String]? {
        guard fields.entry("missingValues") != nil else { return nil }
        return fields.items("missingValues", &log)
            .compactMap { item in
                if case .mapping = item {
                    return YAMLFields(
                        item,
                        what: "a missing value",
                        known: CodebookKeys.missingValue.names,
                        log: &log
                    )
                    .string("value", &log)
                }
                return item.scalar?.text
            }
            .filter { !$0.isEmpty }
    }
}

/// Reports properties that are probably misspelled; all others belong to other tools.
enum PropertyCheck {
    static func check(_ fields: YAMLFields, _ known: [String], _ log: inout DiagnosticLog) {
        for entry in fields.entries where !known.contains(entry.key) {
            guard let question = Spelling.question(entry.key, known) else { continue }
            log.report(
                CodebookRule.propertyUnknown,
                at: entry.keyLocation,
                "the property “\(entry.key)” means nothing here",
                excerpt: entry.keyExcerpt,
                suggestion: question
            )
        }
    }
}

/// The kinds of files that hold tables, by the ending of the path.
enum TableFormat: String, CaseIterable {
    case csv
    case tsv
    case json
    case xlsx

    init?(path: String) {
        guard let dot = path.lastIndex(of: ".") else { return nil }
        self.init(rawValue: path[path.index(after: dot)...].lowercased())
    }
}
