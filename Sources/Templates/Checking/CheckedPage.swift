// A page kind while its template is compiled. Nothing of it changes, so all contexts share one object.

/// The page kind that is being compiled, with everything that all its templates can refer to.
final class CheckedPage {
    let kind: PageKind
    /// All templates of the site by path.
    let templates: [String: ParsedTemplate]
    let environment: Environment
    /// The variables that the page kind declares.
    let names: [String: Binding]

    init(_ kind: PageKind, templates: [String: ParsedTemplate], environment: Environment) {
        self.kind = kind
        self.templates = templates
        self.environment = environment
        var names: [String: Binding] = [:]
        for (slot, field) in kind.root.templateShape.fields.enumerated() {
            names[field.name] = Binding(
                storage: .root(slot, isShared: field.isShared),
                kind: Kind(field.type),
                scope: -1,
                id: -1 - slot
            )
        }
        self.names = names
    }
}
