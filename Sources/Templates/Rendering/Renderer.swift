// Runs a program's operations for one page.

import Diagnostics
import Text

/// Renders one page.
struct Renderer: ~Copyable {
    private let object: ProgramObject
    @inline(__always) var program: CompiledProgram { _read { yield object.content } }
    let root: any BoxedRecord
    let formatting: any TextFormatting
    var output: ByteText
    /// The variables of all active routines, innermost last.
    var locals: [Value] = []
    /// The values that depend on the page alone.
    var cached: CachedValues
    private(set) var frame = 0
    private var loops: [Loop] = []
    private var loopFrame = 0
    private var depth = 0
    /// The work done so far, which is limited.
    private var effort = Effort()
    private let shared: SharedOutput?
    /// The group of pages that this one shares parts with.
    private let group: Int?
    /// The call of the active macro, or the beginning of the page's template.
    private var callPlace: Int
    /// The first error; nothing more is appended after it.
    private(set) var failure: RenderError?

    init(
        program: ProgramObject,
        root: any BoxedRecord,
        formatting: any TextFormatting,
        output: consuming ByteText,
        shared: SharedOutput?,
        place: Int
    ) {
        object = program
        self.shared = shared
        group = shared?.group
        self.root = root
        self.formatting = formatting
        effort.start = output.count
        callPlace = place
        self.output = output
        let count = program.content.cachedValues
        cached = shared?.takeMemory(count) ?? CachedValues(count)
    }

    /// The most macros that can be active inside each other.
    static let deepestCall = 100

    private struct Loop {
        let items: [Value]
        let place: Int
        var index = 0
    }

    /// Appends a page; only once.
    mutating func page(_ entry: Int) {
        let routine = program.routines[entry]
        locals = [Value](repeating: .none, count: routine.slots)
        run(routine)
        cached.unset()
        shared?.giveBack(cached)
        cached = CachedValues(0)
    }

    mutating func fail(_ place: Int, _ message: String) {
        guard failure == nil else { return }
        failure = RenderError(location: program.places[place], message: message)
    }

    private mutating func run(_ routine: Routine) {
        let operations = routine.operations
        run(operations.lowerBound, from: operations.lowerBound, to: operations.upperBound)
    }

    /// Runs the operations from one position to another of a routine that begins at `start`; `first` takes the
    /// place of the first.
    private mutating func run(
        _ start: Int,
        from: Int,
        to end: Int,
        first: Operation? = nil
    ) {
        var index = from
        var replaced = first
        var captures: [Int] = []
        while index < end {
            let operation = replaced ?? program.operations[index]
            replaced = nil
            switch operation {
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
            case .part(let number):
                let part = program.parts[number]
                if shares(part, number, start, index) {
                    index = start + part.end
                } else {
                    replaced = part.first
                }
                continue
            }
            index += 1
        }
    }

    /// Appends a part that other pages share, as a copy or by running it; `false` if this page does not share it.
    private mutating func shares(
        _ part: SharedPart,
        _ number: Int,
        _ start: Int,
        _ index: Int
    ) -> Bool {
        guard let shared, let group, failure == nil else { return false }
        var key = -1
        if let subject = part.subject {
            guard case .record(let record) = value(subject), let own = record.sharedKey else {
                return false
            }
            key = own
        }
        if let copy = shared.copy(number, key, group),
            effort.allows(copy.effort, bytes: output.count + copy.bytes.count)
        {
            output.append(copy.bytes)
            effort.steps += copy.effort.steps
            effort.made += copy.effort.made
            return true
        }
        let (length, before) = (output.count, effort)
        run(start, from: index, to: start + part.end, first: part.first)
        guard failure == nil else { return true }
        shared.keep(
            SharedOutput.Copy(
                group: group,
                part: number,
                key: key,
                bytes: output.bytes(from: length),
                effort: effort.since(before)
            )
        )
        return true
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
        if cached.has(place) { return }
        let value = value(computation)
        cached.set(value, at: place)
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
