// The reference of the template language and of the values that pages offer. It is generated from the
// declarations that the parser and the checker use, so it cannot become outdated.

/// The reference for authors of templates, as Markdown.
public struct TemplateReference: Sendable {
    private let kinds: [PageKind]
    private let environment: Environment

    /// Describes the language, these page kinds and these tables.
    public init(kinds: [PageKind], environment: Environment) {
        self.kinds = kinds
        self.environment = environment
    }

    /// The whole reference.
    public var markdown: String {
        [language, pages, records, tables].filter { !$0.isEmpty }.joined(separator: "\n")
    }

    /// The language alone, which is the same for every site.
    public var language: String {
        var lines = [TemplateReference.introduction, "### Tags\n"]
        for tag in Tag.allCases { lines.append("- `\(tag.form)`  \n  \(tag.doc)") }
        lines.append("\n### Filters\n")
        for filter in Filter.allCases { lines.append("- `\(filter.form)`: \(filter.doc)") }
        lines.append("\n### Where values may stand\n")
        lines.append(TemplateReference.places)
        lines.append("\n### Differences from Jinja2\n")
        lines.append(TemplateReference.differences)
        return lines.joined(separator: "\n") + "\n"
    }

    private var pages: String {
        var lines: [String] = kinds.isEmpty ? [] : ["## Pages\n"]
        for kind in kinds {
            let shape = kind.root.templateShape
            lines.append("### Page kind `\(kind.name)` (`\(kind.template)`)\n")
            lines.append(shape.doc + "\n")
            lines.append(table(shape))
        }
        return lines.joined(separator: "\n")
    }

    private var records: String {
        var seen: Set<ObjectIdentifier> = []
        var waiting: [any TemplateRecord.Type] = kinds.map(\.root)
        var shapes: [RecordShape] = []
        var position = 0
        while position < waiting.count {
            let type = waiting[position]
            position += 1
            guard seen.insert(ObjectIdentifier(type)).inserted else { continue }
            if position > kinds.count { shapes.append(type.templateShape) }
            waiting.append(contentsOf: type.templateShape.fields.compactMap { record($0.type) })
        }
        guard !shapes.isEmpty else { return "" }
        let parts = shapes.sorted { $0.name < $1.name }
            .map { shape in
                "### Record `\(shape.name)`\n\n\(shape.doc)\n\n\(table(shape))"
            }
        return (["## Records\n"] + parts).joined(separator: "\n")
    }

    private func record(_ type: ValueType) -> (any TemplateRecord.Type)? {
        switch type {
        case .record(let record): record
        case .list(let inner), .optional(let inner): record(inner)
        case .boolean, .integer, .text, .url, .html, .phrase, .table: nil
        }
    }

    private func table(_ shape: RecordShape) -> String {
        let rows = shape.fields.map { "| `\(cell($0.name))` | \($0.type) | \(cell($0.doc)) |" }
        return (["| name | type | what it is |", "|---|---|---|"] + rows)
            .joined(separator: "\n") + "\n"
    }

    /// Text with `|` escaped, so that it does not end the cell of a table.
    private func cell(_ text: String) -> String {
        text.split(separator: "|", omittingEmptySubsequences: false).joined(separator: "\\|")
    }

    private var tables: String {
        guard !environment.tables.isEmpty else { return "" }
        var lines = ["## Tables\n"]
        for (name, entries) in environment.tables.sorted(by: { $0.key < $1.key }) {
            lines.append("### Table `\(name)`\n")
            lines.append("| name | type | placeholders |")
            lines.append("|---|---|---|")
            for (entry, type) in entries.sorted(by: { $0.key < $1.key }) {
                let known = name == Environment.words ? environment.phrases[entry] ?? [] : []
                let placeholders = known.sorted().map { "`{\($0)}`" }.joined(separator: ", ")
                lines.append("| `\(cell(entry))` | \(type) | \(placeholders) |")
            }
            lines.append("")
        }
        return lines.joined(separator: "\n")
    }

    private static let introduction = """
        ## The template language

        A strict subset of Jinja2: with `autoescape`, `StrictUndefined`, `trim_blocks`,
        `lstrip_blocks` and `keep_trailing_newline` on, Jinja2 makes the same bytes of the same
        templates and values.

        `{{ value }}` prints a value, escaped. `{# … #}` is a comment. A tag or comment takes the
        line end after it away, and the spaces before it when nothing else stands before it on its
        line; `-` next to the brace takes all white space away on that side, `+` keeps it.

        Values are names (`title`), attributes (`strike.place.name`, `table["any name"]`), texts
        (`"x"`), whole numbers, `true`, `false`, `none` and lists (`["a", "b"]`). They are joined by
        `~`, compared by `==`, `!=`, `<`, `<=`, `>`, `>=`, looked for by `in` and `not in`, tested by
        `is none` and `is not none`, and combined by `and`, `or`, `not` and `a if b else c`.

        Every name, attribute, filter, macro, argument and template is checked when templates are
        loaded, in every page that uses it. An optional value must be tested before it is used:
        inside `{% if x %}` or `{% if x is not none %}` it is there. The two values of
        `a if b else c`, and of `default`, have one type, or both can be printed. Nesting, includes and macros
        that call themselves end at \(ExpressionParser.deepest) levels. A page takes at most \(Effort.mostSteps)
        steps, which are rounds of loops and calls of macros by their parts, and \(Effort.mostBytes >> 20) MiB.

        Types: text, integer, boolean (tested, never printed), url (a checked link), html (printed as
        it is), phrase (a text of the interface), list, record, table, and optional forms of these.

        """

    private static let places = """
        - Between tags: everything that can be printed.
        - In quoted attribute values, `<title>` and `<textarea>`: everything but html.
        - At the beginning of a link (`href`, `src` and their like): a url only.
        - In tags, comments, scripts, styles, event handlers, `style`, and attribute values without
          quotes: integers only.
        - Branches of an `if`, loops and macros must end in the HTML where they began.
        """

    private static let differences = """
        - `default` replaces what is none; Jinja2 replaces what is undefined.
        - `first` and `last` of an empty list are none; in Jinja2 they are undefined.
        - `number`, `plural` and `fill` are ours.
        - Left out: calculating, `safe`, comparisons in a row, items by number, methods, all other
          tags, filters and tests.
        - A name that is set may not hide another; macros are defined and imported outside all tags
          and see no names that were set.
        """
}
