import ArgumentParser
import Building
import Decoding
import Records
import Report
import Templates

/// `recount reference`: describes the template language and the values of each kind of page.
struct ReferenceCommand: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "reference",
        abstract:
            "Print the reference for designers: the template language and every page's values.",
        discussion: """
            The reference is generated from the declarations that templates are checked against, so \
            it is never out of date.

            Examples:
              recount reference > reference.md
              recount reference --schema site > .schema/site.json
            """
    )

    @Flag(help: "Print the roles of columns instead, for authors of a codebook.")
    var roles = false

    @Flag(help: "Print the keys of site.yaml instead, for authors.")
    var settings = false

    @Option(
        help: ArgumentHelp(
            "Print a JSON Schema instead, by which editors complete and check site.yaml (site) or datapackage.yaml (codebook).",
            valueName: "site|codebook"
        )
    )
    var schema: SchemaFile?

    func validate() throws {
        guard [roles, settings, schema != nil].count(where: { $0 }) < 2 else {
            throw ValidationError("--roles, --settings and --schema each print something else.")
        }
    }

    func run() {
        let terminal = Terminal()
        if let schema { return terminal.write(schema.text) }
        if settings { return terminal.write(SiteSettings.keyTable) }
        terminal.write(roles ? ResourceKind.roleTables : ReferenceCommand.text)
    }

    /// The reference as Markdown.
    static var text: String {
        TemplateReference(
            kinds: PageKinds.all,
            environment: Environment(tables: [:], phrases: [:])
        )
        .markdown
    }
}
