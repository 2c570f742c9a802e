import ArgumentParser
import Building
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

            Example:
              recount reference > reference.md
            """
    )

    @Flag(help: "Print the roles of columns instead, for authors of a codebook.")
    var roles = false

    func run() {
        Terminal().write(roles ? ResourceKind.roleTables : ReferenceCommand.text)
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
