// Runs a program's operations for one page.

import Diagnostics
import Text

/// Renders one page.
struct Renderer: ~Copyable {
    let program: CompiledProgram
    let root: any BoxedRecord
    let formatting: any TextFormatting
    var output: ByteText
    /// The variables of all active routines, innermost last.
    var locals: [Value] = []
    /// Cached values that depend on the page alone; templates use some of them many times.
    var cachedValues: [Value]
    private var isCached: [Bool]
    private(set) var frame = 0
    private var loops: [Loop] = []
    private var loopFrame = 0
    private var depth = 0
    /// The first error; nothing more is appended after it.
    private(set) var failure: RenderError?

    init(
        program: CompiledProgram,
        root: any BoxedRecord,
        formatting: any TextFormatting,
        output: consuming ByteText
    ) {
        self.program = program
        self.root = root
        self.formatting = formatting
        self.output = output
        cachedValues = [Value](repeating: .none, count: program.cachedValues)
        isCached = [Bool](repeating: false, count: program.cachedValues)
    }

    /// The most macros that can be active inside each other.
    static let deepestCall = 100

    private struct Loop {
        let items: [Value]
        var index = 0
    }

    /// Appends a page.
    mutating func page(_ entry: Int) {
        let routine = program.routines[entry]
        locals = [Value](repeating: .none, count: routine.slots)
        run(routine)
    }

    mutating func fail(_ place: Int, _ message: String) {
        guard failure == nil else { return }
        failure = RenderError(location: program.places[place], message: message)
    }

    private mutating func run(_ routine: Routine) {
        let start = routine.operations.lowerBound
        var index = start
        var captures: [Int] = []
        while index < routine.operations.upperBound {
            switch program.operations[index] {
            case .literal(let from, let to):
                output.append(program.literals, from..<to)
            case .print(let computation): print(value(computation))
            case .printLink(let computation, let place):
                printLink(value(computation), place)
            case .printNumber(let computation, let place):
                printNumber(value(computation), place)
            case .jump(let target):
                index = start + target
                continue
            case .jumpUnless(let computation, let target):
                if !isTrue(computation) {
                    index = start + target
                    continue
                }
            case .loop(let computation, let slot, let target):
                guard case .list(let items) = value(computation), let first = items.first else {
                    index = start + target
                    continue
                }
                loops.append(Loop(items: items))
                locals[frame + slot] = first
            case .next(let slot, let body):
                let innermost = loops.count - 1
                loops[innermost].index += 1
                let position = loops[innermost].index
                if position < loops[innermost].items.count, failure == nil {
                    locals[frame + slot] = loops[innermost].items[position]
                    index = start + body
                    continue
                }
                loops.removeLast()
            case .store(let computation, let slot): locals[frame + slot] = value(computation)
            case .call(let call): self.call(program.calls[call])
            case .fill(let filling): fill(program.fillings[filling])
            case .beginCapture:
                captures.append(output.count)
            case .endCapture(let slot): locals[frame + slot] = captured(from: captures.removeLast())
            }
            index += 1
        }
    }

    /// Removes what was appended since `start` and returns it as a value.
    mutating func captured(from start: Int) -> Value {
        let html = HTML(unsafeHTML: output.text(from: start))
        output.truncate(to: start)
        return .html(html)
    }

    /// Appends what a macro prints.
    mutating func call(_ call: Call) {
        guard failure == nil else { return }
        guard depth < Renderer.deepestCall else {
            return fail(
                call.place,
                "macros call each other more than \(Renderer.deepestCall) levels deep"
            )
        }
        let routine = program.routines[call.macro]
        let base = locals.count
        for argument in call.arguments {
            let argument = value(program.arguments[argument])
            locals.append(argument)
        }
        for _ in call.arguments.count..<max(routine.slots, call.arguments.count) {
            locals.append(.none)
        }
        let outer = (frame, loopFrame)
        (frame, loopFrame) = (base, loops.count)
        depth += 1
        run(routine)
        depth -= 1
        (frame, loopFrame) = outer
        while locals.count > base { locals.removeLast() }
    }

    /// Caches a value that depends on the page alone, unless it has been cached.
    mutating func cache(_ computation: Int, at place: Int) {
        if isCached[place] { return }
        cachedValues[place] = value(computation)
        isCached[place] = true
    }

    func local(_ slot: Int) -> Value { locals[frame + slot] }

    /// The position and length of a loop of the active routine.
    func loop(_ level: Int) -> (index: Int, count: Int) {
        let loop = loops[loopFrame + level]
        return (loop.index, loop.items.count)
    }
}
