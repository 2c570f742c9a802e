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
    /// The work done so far, which is limited.
    private var effort = Effort()
    /// The call of the active macro, or the beginning of the page's template.
    private var callPlace: Int
    /// The first error; nothing more is appended after it.
    private(set) var failure: RenderError?

    init(
        program: CompiledProgram,
        root: any BoxedRecord,
        formatting: any TextFormatting,
        output: consuming ByteText,
        place: Int
    ) {
        self.program = program
        self.root = root
        self.formatting = formatting
        effort.start = output.count
        callPlace = place
        self.output = output
        cachedValues = [Value](repeating: .none, count: program.cachedValues)
        isCached = [Bool](repeating: false, count: program.cachedValues)
    }

    /// The most macros that can be active inside each other.
    static let deepestCall = 100

    private struct Loop {
        let items: [Value]
        let place: Int
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
            case .loop(let computation, let loop, let target):
                guard case .list(let items) = value(computation), let first = items.first else {
                    index = start + target
                    continue
                }
                let facts = program.loops[loop]
                loops.append(Loop(items: items, place: facts.place))
                locals[frame + facts.slot] = first
            case .next(let loop, let body):
                let facts = program.loops[loop]
                count(facts.cost, facts.place)
                let innermost = loops.count - 1
                loops[innermost].index += 1
                let position = loops[innermost].index
                if position < loops[innermost].items.count, failure == nil {
                    locals[frame + facts.slot] = loops[innermost].items[position]
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
        guard makes(output.count - start) else {
            output.truncate(to: start)
            return .none
        }
        let html = HTML(unsafeHTML: output.text(from: start))
        output.truncate(to: start)
        return .html(html)
    }

    /// Appends what a macro prints.
    mutating func call(_ call: Call) {
        guard failure == nil else { return }
        guard depth < Renderer.deepestCall else {
            return exceed(
                call.place,
                "macros call each other more than \(Renderer.deepestCall) levels deep"
            )
        }
        let routine = program.routines[call.macro]
        count(routine.cost, call.place)
        let base = locals.count
        for argument in call.arguments {
            let argument = value(program.arguments[argument])
            locals.append(argument)
        }
        for _ in call.arguments.count..<max(routine.slots, call.arguments.count) {
            locals.append(.none)
        }
        let outer = (frame, loopFrame, callPlace)
        (frame, loopFrame, callPlace) = (base, loops.count, call.place)
        depth += 1
        run(routine)
        depth -= 1
        (frame, loopFrame, callPlace) = outer
        while locals.count > base { locals.removeLast() }
    }

    /// Caches a value that depends on the page alone, unless it has been cached.
    mutating func cache(_ computation: Int, at place: Int) {
        if isCached[place] { return }
        cachedValues[place] = value(computation)
        isCached[place] = true
    }

    /// Counts steps, and stops the page when it has taken too many or is too large.
    @inline(__always)
    private mutating func count(_ steps: Int, _ place: Int) {
        effort.steps += steps
        if effort.steps > Effort.mostSteps || output.count - effort.start > Effort.mostBytes {
            exceed(place)
        }
    }

    /// Whether a text of so many bytes may be made or appended; otherwise the page stops.
    mutating func makes(_ bytes: Int, by computation: Int? = nil) -> Bool {
        effort.made += bytes
        if effort.made <= Effort.mostBytes { return true }
        exceed(computation.flatMap { program.origins[$0] } ?? innermostPlace)
        return false
    }

    /// Whether a text of so many bytes fits on the page; otherwise the page stops.
    @inline(__always)
    mutating func fits(_ bytes: Int) -> Bool {
        if output.count - effort.start + bytes <= Effort.mostBytes { return true }
        exceed(innermostPlace)
        return false
    }

    /// Counts the steps of a search or comparison of so many bytes.
    mutating func search(_ bytes: Int) {
        if bytes >= Effort.bytesOfAStep { count(bytes / Effort.bytesOfAStep, innermostPlace) }
    }

    /// The tag of the innermost loop, or the call of the active macro, or the beginning of the template.
    private var innermostPlace: Int {
        loops.count > loopFrame ? loops[loops.count - 1].place : callPlace
    }

    private mutating func exceed(_ place: Int, _ message: String? = nil) {
        guard failure == nil else { return }
        let message =
            message
            ?? (effort.steps > Effort.mostSteps
                ? "this page takes more than \(Effort.mostSteps) steps to render"
                : "this page or its texts grow beyond \(Effort.mostBytes >> 20) MiB")
        failure = RenderError(location: program.places[place], message: message, isLimit: true)
    }

    func local(_ slot: Int) -> Value { locals[frame + slot] }

    /// The position and length of a loop of the active routine.
    func loop(_ level: Int) -> (index: Int, count: Int) {
        let loop = loops[loopFrame + level]
        return (loop.index, loop.items.count)
    }
}
