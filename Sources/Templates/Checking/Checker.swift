// Checks templates against the pages that use them, and compiles them on the way: a template that
// cannot be compiled is a template with a mistake in it.

import Diagnostics

/// Compiles the templates of a site for its page kinds.
final class Checker {
    let templates: [String: ParsedTemplate]
    let environment: Environment
    let findings: Findings
    /// How messages name the folder of templates, with its slash.
    private let folder: String
    var program: Program

    /// The page kind that is being compiled.
    var kind: PageKind?
    var rootNames: [String: Binding] = [:]
    /// The templates that hold the place being compiled, outermost first.
    var holders: [String] = []
    /// The calls that led into the macro being compiled, outermost first.
    var trail: [SourceLocation] = []
    var instances: [InstanceKey: Instance] = [:]

    // The routine that is being compiled.
    var operations: [Operation] = []
    var slots = 0
    var loopLevel = 0

    var depth = 0
    private var work = 0
    private var isExhausted = false
    private var scopes = 0
    private var bindings = 0
    private var variables: [Variable: (slot: Int, id: Int)] = [:]
    /// Values that are kept for a page, by what computes them.
    private var keptValues: [Computation: Int] = [:]
    /// Constants by their bytes: texts that look alike are not the same.
    private var constants: [[UInt8]: Int] = [:]

    /// How many steps of checking are enough for any sensible site.
    private static let mostWork = 1_000_000

    init(
        templates: [String: ParsedTemplate],
        literals: [UInt8],
        folder: String,
        environment: Environment,
        findings: Findings
    ) {
        self.templates = templates
        self.environment = environment
        self.findings = findings
        self.folder = folder
        program = Program()
        program.literals = literals
    }

    /// Compiles the template of a page kind.
    func compile(_ kind: PageKind) {
        guard let template = templates[kind.template] else {
            return reportMissing(kind)
        }
        self.kind = kind
        rootNames = [:]
        for (slot, field) in kind.root.templateShape.fields.enumerated() {
            rootNames[field.name] = Binding(
                storage: .root(slot),
                kind: Kind(field.type),
                scope: -1,
                id: -1 - slot
            )
        }
        operations = []
        slots = 0
        loopLevel = 0
        work = 0
        isExhausted = false
        let isXML = kind.template.hasSuffix(".xml")
        var flow = Flow(names: rootNames, place: HTMLPlace(isXML: isXML))
        let end = unit(template, &flow)
        if flow.place.state != .text {
            let bytes = end.source.bytes
            let offset = bytes.lastIndex(of: UInt8(ascii: "<")) ?? bytes.count
            findings.report(
                .brokenMarkup,
                end.source,
                Span(start: offset, end: offset),
                "the page ends inside a tag, a comment or a script",
                "Close it, so that what browsers see does not depend on their guesses."
            )
        }
        program.entries[kind.name] = Program.Entry(
            routine: program.routines.count,
            root: RecordType(type: kind.root)
        )
        program.routines.append(program.routine(operations, slots: slots))
    }

    private func reportMissing(_ kind: PageKind) {
        findings.report(
            .unknownTemplate,
            file: folder + kind.template,
            "there is no template “\(kind.template)”, which pages of kind “\(kind.name)” need",
            kind.advice ?? Spelling.question(kind.template, templates.keys)
        )
    }

    /// Reports a mistake, with the call for which it was found when it is in a macro.
    func report(
        _ rule: TemplateRule,
        _ context: Context,
        _ span: Span,
        _ message: String,
        _ suggestion: String? = nil
    ) {
        var lines = suggestion.map { [$0] } ?? []
        if let call = trail.last { lines.append("Found for the call at \(call).") }
        let text = lines.isEmpty ? nil : lines.joined(separator: "\n")
        findings.report(rule, context.template.source, span, message, text)
    }

    /// Counts a step; false when there have been so many that checking would hardly end.
    func mayGoOn(_ context: Context, _ span: Span) -> Bool {
        work += 1
        if work > Checker.mostWork, !isExhausted {
            isExhausted = true
            report(
                .templateTooLarge,
                context,
                span,
                "pages of kind “\(kind?.name ?? "")” take more than \(Checker.mostWork) steps",
                "Templates include or call each other too often."
            )
        }
        return !isExhausted
    }

    /// Does something one level deeper, unless that is too deep.
    func nested(_ context: Context, _ span: Span, _ act: () -> Void) {
        guard depth <= ExpressionParser.deepest else {
            return report(
                .nestingTooDeep,
                context,
                span,
                "tags, includes, blocks and macros are nested more than"
                    + " \(ExpressionParser.deepest) levels deep"
            )
        }
        depth += 1
        act()
        depth -= 1
    }

    func newScope() -> Int {
        scopes += 1
        return scopes
    }

    func newSlot() -> Int {
        slots += 1
        return slots - 1
    }

    func newID() -> Int {
        bindings += 1
        return bindings
    }

    /// Where a name of a scope is kept; the same on all branches.
    func variable(_ name: String, in scope: Int) -> (slot: Int, id: Int) {
        let key = Variable(scope: scope, name: name)
        if let known = variables[key] { return known }
        let variable = (slot: newSlot(), id: newID())
        variables[key] = variable
        return variable
    }

    private struct Variable: Hashable {
        let scope: Int
        let name: String
    }

    /// Adds a value that leads from the page through fields alone, such as `strike.grading`; the same
    /// wherever it is asked for.
    func addKept(_ computation: Computation) -> Int {
        if let known = keptValues[computation] { return known }
        let index = add(.kept(add(computation), at: program.keptValues))
        program.keptValues += 1
        keptValues[computation] = index
        return index
    }

    /// Whether a computation is kept for the page.
    func isKept(_ index: Int) -> Bool {
        if case .kept = program.computations[index] { return true }
        return false
    }

    func add(_ computation: Computation) -> Int {
        program.computations.append(computation)
        return program.computations.count - 1
    }

    func constant(_ value: Value, key: String) -> Int {
        let key = Array(key.utf8)
        if let known = constants[key] { return known }
        program.constants.append(value)
        let computation = add(.constant(program.constants.count - 1))
        constants[key] = computation
        return computation
    }

    func place(_ context: Context, _ span: Span) -> Int {
        program.places.append(context.template.source.location(span.start))
        return program.places.count - 1
    }
}

/// Where in which template the checker is.
struct Context {
    var template: ParsedTemplate
    var unit: Unit
    /// What `super()` would print, nearest first.
    var overridden: ArraySlice<(block: Block, template: ParsedTemplate)> = []
    var isInMacro = false
}

/// A template with those that it extends, rendered as one.
final class Unit {
    /// From the template that is rendered to the one that it extends last.
    let chain: [ParsedTemplate]
    /// The names that were visible when it began.
    let outer: [String: Binding]
    /// The scope of what it sets outside all loops and blocks.
    let scope: Int

    init(chain: [ParsedTemplate], outer: [String: Binding], scope: Int) {
        self.chain = chain
        self.outer = outer
        self.scope = scope
    }

    /// The definitions of a block, the one that counts first.
    func definitions(_ name: String) -> [(block: Block, template: ParsedTemplate)] {
        chain.compactMap { template in template.blocks[name].map { ($0, template) } }
    }

    /// The names that a block sees.
    func visibleInBlocks(_ names: [String: Binding]) -> [String: Binding] {
        names.filter { $0.value.scope == scope || outer[$0.key]?.id == $0.value.id }
    }
}
