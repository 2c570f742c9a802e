// The properties of a codebook: those of a Frictionless Data Package, most of which only other tools read, and ours. Other
// tools may have more, so every mapping is open.

import Formats
import Records

/// The declarations of the properties, by the mapping that they stand in.
enum CodebookKeys {
    static let package = [
        YAMLKey(
            "resources",
            .list(
                .depending(
                    .mapping(resource, isOpen: true),
                    on: "name",
                    ResourceKind.allCases.filter { $0 != .strikes }.map { ($0.rawValue, roles($0)) }
                )
            ),
            isRequired: true,
            "The tables of the site."
        ),
        YAMLKey("name", .text), YAMLKey("id"), YAMLKey("title", .text),
        YAMLKey("description", .text), YAMLKey("version"), YAMLKey("homepage"), YAMLKey("image"),
        YAMLKey("keywords"), YAMLKey("licenses"), YAMLKey("contributors"), YAMLKey("sources"),
        YAMLKey("created"), YAMLKey("profile"), YAMLKey("$schema"),
        YAMLKey("missingValues", missingValues, "Cells that say nothing."),
        YAMLKey("measures", .named(.mapping(measure)), "Counts that only this site has."),
    ]

    static let resource = [
        YAMLKey(
            "name",
            .words(ResourceKind.allCases.map(\.rawValue)),
            isRequired: true,
            "What the table holds."
        ),
        YAMLKey(
            "path",
            .pattern("\\.(\(TableFormat.allCases.map { spelling($0) }.joined(separator: "|")))$"),
            isRequired: true,
            "The file, from the folder of the codebook."
        ),
        YAMLKey("data"), YAMLKey("type"), YAMLKey("title", .text), YAMLKey("description", .text),
        YAMLKey("format"), YAMLKey("mediatype"), YAMLKey("encoding", .text), YAMLKey("bytes"),
        YAMLKey("hash"), YAMLKey("sources"), YAMLKey("licenses"),
        YAMLKey("schema", .mapping(schema, isOpen: true), isRequired: true, "The columns."),
        YAMLKey("dialect", .mapping(dialect, isOpen: true), "How the file is written."),
        YAMLKey("profile"), YAMLKey("$schema"),
        YAMLKey("missingValues", missingValues, "Cells that say nothing."),
        YAMLKey("homepage"), YAMLKey("scheme"),
        YAMLKey("roles", .named(.mapping(constant)), "Facts that are the same in every row."),
        YAMLKey("items", .text, "The list of a JSON object whose items are the rows."),
        // Not for tables, which is reported.
        YAMLKey("repeat"),
    ]

    static let schema = [
        YAMLKey(
            "fields",
            .list(.mapping(field, isOpen: true)),
            isRequired: true,
            "The columns, each with its name."
        ),
        YAMLKey("missingValues", missingValues, "Cells that say nothing."), YAMLKey("primaryKey"),
        YAMLKey("foreignKeys"), YAMLKey("uniqueKeys"), YAMLKey("fieldsMatch"), YAMLKey("$schema"),
        YAMLKey("profile"), YAMLKey("name"), YAMLKey("title"), YAMLKey("description"),
    ]

    static let dialect = [
        YAMLKey("delimiter", .text, "What stands between cells."), YAMLKey("quoteChar", .text),
        YAMLKey("sheet", .text, "The sheet of a workbook."), YAMLKey("sheetName", .text),
        YAMLKey("header"), YAMLKey("headerRows"), YAMLKey("lineTerminator"),
        YAMLKey("doubleQuote"), YAMLKey("escapeChar"), YAMLKey("nullSequence"),
        YAMLKey("skipInitialSpace"), YAMLKey("caseSensitiveHeader"), YAMLKey("csvddfVersion"),
        YAMLKey("commentChar"), YAMLKey("commentRows"), YAMLKey("headerJoin"), YAMLKey("$schema"),
        YAMLKey("property", .text, "The list of a JSON object that holds the rows."),
        YAMLKey("itemType"), YAMLKey("itemKeys"), YAMLKey("sheetNumber"), YAMLKey("type"),
        YAMLKey(
            "include_hidden",
            .flag,
            "Whether hidden rows are read and hidden columns published."
        ),
    ]

    static let field = [
        YAMLKey("name", .text, isRequired: true, "The column, as its header says."),
        YAMLKey("title", .text, "The column, as readers see it."),
        YAMLKey(
            "type",
            .words(FieldType.allCases.map(\.rawValue) + FieldReader.otherTypes),
            "What its cells are."
        ),
        YAMLKey("format", .text, "How its dates are written, or `markdown` for a summary."),
        YAMLKey("description", .text, "What it means, for readers of the data."),
        YAMLKey("role", .text, "The fact that it holds; none for a column of your own."),
        YAMLKey("public", .flag, "Whether it may be published; without it, it is private."),
        YAMLKey("values", .named(.any), "What cells stand for."),
        YAMLKey("labels", .named(.any), "What readers see instead of cells."),
        YAMLKey("question", .text, "What is to be decided before the site is built."),
        YAMLKey("separator", .text, "What stands between several values in one cell."),
        YAMLKey("repeat", .text, "The columns of which each is a row, such as source_{n}_url."),
        YAMLKey("coarsen", .any, "How exactly its cells are shown."),
        YAMLKey("constraints", .mapping(constraints, isOpen: true), "What its cells must be."),
        YAMLKey("missingValues"), YAMLKey("example"), YAMLKey("rdfType"), YAMLKey("categories"),
        YAMLKey("categoriesOrdered"), YAMLKey("trueValues"), YAMLKey("falseValues"),
        YAMLKey("decimalChar", .text), YAMLKey("groupChar", .text), YAMLKey("bareNumber"),
        YAMLKey("unit"), YAMLKey("$schema"),
    ]

    static let constraints = [
        YAMLKey("required", .flag), YAMLKey("unique", .flag), YAMLKey("minimum"),
        YAMLKey("maximum"), YAMLKey("exclusiveMinimum"), YAMLKey("exclusiveMaximum"),
        YAMLKey("minLength", .integer), YAMLKey("maxLength", .integer), YAMLKey("pattern", .text),
        YAMLKey("enum", .list(.text)), YAMLKey("jsonSchema"),
    ]

    static let measure = [
        YAMLKey("label"), YAMLKey("description", .text), YAMLKey("part_of", .text),
        YAMLKey("unit"),
    ]

    static let constant = [YAMLKey("constant", .text, isRequired: true)]
    static let missingValue = [YAMLKey("value", .text), YAMLKey("label", .text)]

    private static let missingValues = YAMLShape.list(
        .either([.pattern(""), .mapping(missingValue)])
    )

    /// A table whose columns have the roles of a kind of record, and no other.
    private static func roles(_ kind: ResourceKind) -> YAMLShape {
        let names = kind.columns(of: .builtIn).all.map(\.role.name)
        let stems = names.filter { $0.hasSuffix(".*") }.map { $0.dropLast(2) }
        var shapes: [YAMLShape] = [
            .words([Role.noneWord] + names.filter { !$0.hasSuffix(".*") })
        ]
        if !stems.isEmpty {
            shapes.append(.pattern("^(\(stems.joined(separator: "|")))\\.[A-Za-z][A-Za-z0-9-]+$"))
        }
        let role = YAMLKey("role", .either(shapes))
        let fields = YAMLKey("fields", .list(.mapping([role], isOpen: true)))
        return .mapping([YAMLKey("schema", .mapping([fields], isOpen: true))], isOpen: true)
    }

    /// What holds of the roles of strikes where the site has no measures of its own, which are roles as well.
    static var strikes: YAMLShape {
        let table = YAMLShape.depending(
            .mapping([], isOpen: true),
            on: "name",
            [(ResourceKind.strikes.rawValue, roles(.strikes))]
        )
        return .mapping([YAMLKey("resources", .list(table))], isOpen: true)
    }

    /// An ending of a file in capital or small letters.
    private static func spelling(_ format: TableFormat) -> String {
        format.rawValue.map { "[\($0.uppercased())\($0)]" }.joined()
    }
}

extension Codebook {
    /// The JSON Schema of a codebook.
    public static var schema: JSONSchema {
        JSONSchema(
            "The codebook of a report made with Recount (datapackage.yaml)",
            .mapping(CodebookKeys.package, isOpen: true),
            unless: ("measures", CodebookKeys.strikes)
        )
    }
}
