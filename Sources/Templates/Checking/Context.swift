// Where in the templates of a page a statement or expression stands. A context is a value: code that
// checks nested parts gets a changed copy, so nothing has to be restored afterwards.

import Diagnostics

/// A place in a template, and what leads to it.
struct Context {
    let page: CheckedPage
    var template: ParsedTemplate
    /// The template being rendered with those that it extends.
    var unit: Unit
    /// The paths of the templates that include or extend each other up to this place, outermost first.
    var holders: [String] = []
    /// The call for which the macro around this place is being compiled.
    var call: SourceLocation?
    /// How many tags, includes, blocks and macros are open around this place.
    var depth = 0
    /// How many loops of the routine being compiled are open around this place.
    var loopLevel = 0
    /// What `super()` prints, nearest definition first.
    var overridden: ArraySlice<BlockDefinition> = []
    var isInMacro = false

    /// The context in which the template of a page begins.
    init(_ page: CheckedPage, _ template: ParsedTemplate) {
        self.page = page
        self.template = template
        unit = Unit(chain: [template])
    }

    /// A span of this context's template, for reports.
    func at(_ span: Span) -> CheckedSpan { CheckedSpan(context: self, span: span) }

    /// The context of another template that is compiled at this place.
    func entering(_ template: ParsedTemplate, of unit: Unit) -> Context {
        var inner = self
        inner.template = template
        inner.unit = unit
        inner.overridden = []
        inner.isInMacro = false
        return inner
    }

    /// The context of a macro that is called from this place and defined in `template`.
    func enteringMacro(of template: ParsedTemplate) -> Context {
        var inner = entering(template, of: Unit(chain: [template]))
        inner.loopLevel = 0
        inner.isInMacro = true
        return inner
    }
}

/// Part of a template, with the context in which it is checked.
struct CheckedSpan {
    let context: Context
    let span: Span
}
