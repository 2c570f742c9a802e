// Runs a program's operations for one page.

import Diagnostics

/// One page in the making.
struct Renderer {
    let program: Program
    let root: any TemplateRecord
    let formatting: any TextFormatting
    var output: [UInt8]
    /// The variables of all routines that are running, innermost last.
    private var locals: [Value] = []
    /// The page's own values that were asked for: templates ask for some of them many times.
    private var rootValues: [Value?] = []
    private var frame = 0
    private var loops: [Loop] = []
    private var loopFrame = 0
    private var depth = 0
    /// The first thing that went wrong; nothing more is appended after it.
    private(set) var failure: RenderError?

    init(
        program: Program,
        root: any TemplateRecord,
        formatting: any TextFormatting,
        output: [UInt8]
    ) {
        self.program = program
        self.root = root
        self.formatting = formatting
        self.output = output
    }

    /// How many macros may be running inside each other.
    static let deepestCall = 100

    private struct Loop {
        let items: [Value]
        var index = 0
    }

    /// Appends a page.
    mutating func page(_ entry: Int) {
        let routine = program.routines[entry]
        locals = [Value](repeating: .none, count: routine.slots)
        let fields = type(of: root).templateShape.fields.count
        rootValues = [Value?](repeating: nil, count: fields)
        run(routine.operations)
    }

    mutating func fail(_ place: Int, _ message: String) {
        guard failure == nil else { return }
        failure = RenderError(location: program.places[place], message: message)
    }

    private mutating func run(_ operations: [Operation]) {
        var index = 0
        var captures: [[UInt8]] = []
        while index < operations.count {
            switch operations[index] {
            case .literal(let start, let end):
                program.literals.withUnsafeBufferPointer {
                    output.append(contentsOf: UnsafeBufferPointer(rebasing: $0[start..<end]))
                }
            case .print(let computation): print(value(computation))
            case .printLink(let computation, let place):
                printLink(value(computation), place)
            case .printNumber(let computation, let place):
                printNumber(value(computation), place)
            case .jump(let target):
                index = target
                continue
            case .jumpUnless(let computation, let target):
                if !isTrue(computation) {
                    index = target
                    continue
                }
            case .loop(let computation, let slot, let target):
                guard case .list(let items) = value(computation), let first = items.first else {
                    index = target
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
                    index = body
                    continue
                }
                loops.removeLast()
            case .store(let computation, let slot): locals[frame + slot] = value(computation)
            case .call(let call): self.call(program.calls[call])
            case .fill(let filling): fill(program.fillings[filling])
            case .beginCapture:
                captures.append(output)
                output = []
            case .endCapture(let slot):
                locals[frame + slot] = .html(capturedHTML())
                output = captures.removeLast()
            }
            index += 1
        }
    }

    private func capturedHTML() -> HTML {
        HTML(unsafeHTML: String(decoding: output, as: UTF8.self))
    }

    /// Appends what a macro prints.
    private mutating func call(_ call: Call) {
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
            let argument = value(argument)
            locals.append(argument)
        }
        for _ in call.arguments.count..<max(routine.slots, call.arguments.count) {
            locals.append(.none)
        }
        let outer = (frame, loopFrame)
        (frame, loopFrame) = (base, loops.count)
        depth += 1
        run(routine.operations)
        depth -= 1
        (frame, loopFrame) = outer
        locals.removeLast(locals.count - base)
    }

    /// What a macro prints, as a value.
    mutating func captured(_ call: Int) -> Value {
        let outer = output
        output = []
        self.call(program.calls[call])
        let html = capturedHTML()
        output = outer
        return .html(html)
    }

    /// A value that the page itself offers, computed once.
    mutating func rootValue(_ slot: Int) -> Value {
        if let value = rootValues[slot] { return value }
        let value = root.templateValue(at: slot)
        rootValues[slot] = value
        return value
    }

    func local(_ slot: Int) -> Value { locals[frame + slot] }

    /// Items and position of a loop of the routine that is running.
    func loop(_ level: Int) -> (index: Int, count: Int) {
        let loop = loops[loopFrame + level]
        return (loop.index, loop.items.count)
    }
}
