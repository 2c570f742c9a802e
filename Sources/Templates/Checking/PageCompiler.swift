// Checks templates against the pages that use them and compiles them at the same time: a template that
// cannot be compiled is a template with a mistake in it.
//
// A context says where a statement stands, a flow what is known there; both are values that are passed
// on. `Compilation` collects findings and the program.

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
        let isXML = page.kind.template.hasSuffix(".xml")
        var flow = Flow(names: page.names, place: HTMLPlace(isXML: isXML))
        var routine = RoutineBuilder()
        let last = UnitChecker(context: Context(page, template))
            .check(template, &flow, &routine, &compilation)
        if flow.place.state != .text { compilation.reportUnfinishedMarkup(last.source) }
        let number = compilation.program.reserveRoutine()
        compilation.program.setRoutine(number, routine)
        compilation.program.setEntry(page.kind, number)
    }
}
