// Which macros have a name at a place, and which names a macro sees.

import Diagnostics

/// Gives names to macros at one place.
struct MacroNames {
    let context: Context

    /// Gives a name to a macro that is defined here or imported.
    func define(
        _ name: Name,
        _ macro: MacroReference,
        _ flow: inout Flow,
        _ compilation: inout Compilation
    ) {
        if let known = flow.names[name.text] {
            switch known.storage {
            case .macro: break
            case .root, .local, .loop:
                return compilation.report(
                    .nameTaken,
                    context.at(name.span),
                    "“\(name.text)” is a value already and cannot be a macro",
                    "Choose another name; an import can say “as”."
                )
            }
        }
        flow.bind(name.text, to: .macro(macro), .unknown, id: compilation.newID())
    }

    /// Imports macros from another template.
    func add(
        _ names: [Imported],
        from path: Name,
        withContext: Bool,
        _ flow: inout Flow,
        _ compilation: inout Compilation
    ) {
        // Templates may import from each other, so nothing holds the imported one.
        var importing = context
        importing.holders = []
        guard let template = compilation.template(path, importing) else {
            for name in names { hide(name.alias, &flow, &compilation) }
            return
        }
        for name in names {
            guard template.macros[name.name.text] != nil else {
                hide(name.alias, &flow, &compilation)
                compilation.report(
                    .unknownMacro,
                    context.at(name.name.span),
                    "“\(path.text)” has no macro “\(name.name.text)”",
                    Spelling.suggestion(name.name.text, template.macros.keys.sorted())
                )
                continue
            }
            let page = context.page.names
            let hidden = page.keys.filter { flow.names[$0]?.id != page[$0]?.id }
            let reference = MacroReference(
                template: template.path,
                name: name.name.text,
                withContext: withContext,
                hidden: withContext ? Set(hidden) : []
            )
            define(name.alias, reference, &flow, &compilation)
        }
    }

    /// Makes a name that could not be imported known, so that its uses are not reported too.
    private func hide(_ name: Name, _ flow: inout Flow, _ compilation: inout Compilation) {
        guard flow.names[name.text] == nil else { return }
        // No slot is reserved: a program is not run once a mistake has been reported.
        flow.bind(name.text, to: .local(0), .unknown, id: compilation.newID())
    }

    /// The names that a macro sees besides its parameters; the context is the macro's own.
    func visible(in macro: MacroReference, _ compilation: inout Compilation) -> [String: Binding] {
        var flow = Flow(place: HTMLPlace(isXML: false))
        if macro.withContext {
            flow.names = context.page.names.filter { !macro.hidden.contains($0.key) }
        }
        for statement in context.template.statements {
            switch statement.kind {
            case .importing(let path, let names, let withContext):
                let sees = withContext && macro.withContext
                add(names, from: path, withContext: sees, &flow, &compilation)
            case .macro(let other):
                var sibling = macro
                sibling.name = other.name.text
                define(other.name, sibling, &flow, &compilation)
            case .text, .output, .condition, .loop, .include, .extends, .block, .set, .capture:
                break
            }
        }
        return flow.names
    }
}

extension Spelling {
    /// What a macro's author probably meant, or all that there is.
    static func suggestion(_ name: String, _ known: [String]) -> String {
        question(name, known)
            ?? (known.isEmpty ? "It defines none." : "It has \(known.joined(separator: ", ")).")
    }
}
