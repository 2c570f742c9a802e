// The state that grows while templates are checked and compiled. It is passed on as one `inout` value;
// each of its parts has one task.

import Diagnostics

/// The mistakes found and the program compiled so far.
struct Compilation {
    var findings: Findings
    var program: ProgramBuilder
    /// The routine that is being compiled.
    var routine = RoutineBuilder()
    /// Macros that have been compiled, by the use they were compiled for.
    var macros: [MacroUse: CompiledMacro] = [:]
    private var steps = 0
    private var scopes = 0
    private var bindings = 0

    init(_ findings: Findings, literals: [UInt8]) {
        self.findings = findings
        program = ProgramBuilder(literals: literals)
    }

    /// Limits the steps of checking for one page kind, because templates that include or call each
    /// other several times multiply; no sensible site takes as many.
    private static let maximumSteps = 1_000_000

    /// Allows the same number of steps again, for the next page kind.
    mutating func resetSteps() { steps = 0 }

    /// Counts a step of checking; false when the page kind has used up its steps.
    mutating func countStep(_ place: CheckedSpan) -> Bool {
        steps += 1
        if steps == Compilation.maximumSteps + 1 {
            report(
                .templateTooLarge,
                place,
                "pages of kind “\(place.context.page.kind.name)” take more than"
                    + " \(Compilation.maximumSteps) steps",
                "Templates include or call each other too often."
            )
        }
        return steps <= Compilation.maximumSteps
    }

    /// The context one level deeper; `nil`, after a report, when that exceeds the limit.
    mutating func deeper(_ place: CheckedSpan) -> Context? {
        guard place.context.depth <= ExpressionParser.deepest else {
            report(
                .nestingTooDeep,
                place,
                "tags, includes, blocks and macros are nested more than"
                    + " \(ExpressionParser.deepest) levels deep"
            )
            return nil
        }
        var inner = place.context
        inner.depth += 1
        return inner
    }

    /// Compiles a routine while another one waits to be continued.
    mutating func compileRoutine(_ number: Int, _ body: (inout Compilation) -> Void) {
        let waiting = routine
        routine = RoutineBuilder()
        let start = extent
        body(&self)
        program.setRoutine(number, routine, cost: cost(since: start))
        routine = waiting
    }

    /// The extent of what has been compiled, from which costs are computed.
    var extent: Int { routine.end + program.program.computations.count }

    /// How many steps the operations and computations take that were compiled since an earlier extent of the
    /// same routine.
    func cost(since start: Int) -> Int { 1 + max(0, extent - start) / 4 }

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

    /// Adds a computation that yields a value of a kind.
    mutating func add(_ kind: Kind, _ computation: Computation) -> Typed {
        Typed(kind: kind, index: program.add(computation))
    }
}
