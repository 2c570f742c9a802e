// Checks templates against the pages that use them and compiles them at the same time: a template that
// cannot be compiled is a template with a mistake in it.
//
// A context says where a statement stands, and a flow what is known there; both are values.
// `Compilation` collects findings and the program.

import Diagnostics

/// Compiles the template of one page kind.
struct PageCompiler {
    let page: CheckedPage
    /// How messages name the folder of templates, with its slash.
    let folder: String

    func compile(_ compilation: inout Compilation) {
        guard let template = page.templates[page.kind.template] else {
            return compilation.reportMissingTemplate(of: page, inFolder: folder)
        }
        compilation.resetSteps()
        let number = compilation.program.reserveRoutine()
        compilation.compileRoutine(number) { compilation in
            let place = HTMLPlace(isXML: page.kind.template.hasSuffix(".xml"))
            var flow = Flow(names: page.names, place: place)
            let last = UnitChecker(context: Context(page, template))
                .check(template, &flow, &compilation)
            if flow.place.state != .text { compilation.reportUnfinishedMarkup(last.source) }
        }
        let place = compilation.program.addPlace(template.source.location(0))
        compilation.program.setEntry(page.kind, number, place: place)
    }
}
