// What grows while templates are checked and compiled. It is passed on as one `inout` value; each
// of its parts has one task.

import Diagnostics

/// The findings and the program so far.
struct Compilation {
    var findings: Findings
    var program: ProgramBuilder
    /// Macros that have been compiled, by the use they were compiled for.
    var macros: [MacroUse: CompiledMacro] = [:]
    private var steps = StepBudget()
    private var scopes = 0
    private var bindings = 0

    init(_ findings: Findings, literals: [UInt8]) {
        self.findings = findings
        program = ProgramBuilder(literals: literals)
    }

    /// Allows as many steps again, for the next page kind.
    mutating func resetSteps() { steps = StepBudget() }

    /// Counts a step of checking; false when the page kind has used up its steps.
    mutating func countStep(_ context: Context, _ span: Span) -> Bool {
        switch steps.use() {
        case .allowed: return true
        case .denied: return false
        case .firstDenied:
            report(
                .templateTooLarge,
                context,
                span,
                "pages of kind “\(context.page.kind.name)” take more than \(StepBudget.limit)"
                    + " steps",
                "Templates include or call each other too often."
            )
            return false
        }
    }

    /// The context one level deeper; `nil`, after a report, when that exceeds the limit.
    mutating func deeper(_ context: Context, _ span: Span) -> Context? {
        guard context.depth <= ExpressionParser.deepest else {
            report(
                .nestingTooDeep,
                context,
                span,
                "tags, includes, blocks and macros are nested more than"
                    + " \(ExpressionParser.deepest) levels deep"
            )
            return nil
        }
        var inner = context
        inner.depth += 1
        return inner
    }

    /// A scope that no other body has.
    mutating func newScope() -> Int {
        scopes += 1
        return scopes
    }

    /// An id that no other binding has.
    mutating func newID() -> Int {
        bindings += 1
        return bindings
    }
}

/// Limits the steps of checking for one page kind, because templates that include or call each other
/// several times multiply.
private struct StepBudget {
    /// More steps than any sensible site takes.
    static let limit = 1_000_000

    private var used = 0

    enum Answer {
        case allowed
        case firstDenied
        case denied
    }

    mutating func use() -> Answer {
        used += 1
        if used <= StepBudget.limit { return .allowed }
        return used == StepBudget.limit + 1 ? .firstDenied : .denied
    }
}
