// Most of a page is not its own: the head, the menu and the foot are the same on all pages of a folder,
// and the row of a strike is the same on every page that lists it. This finds the parts of a compiled
// page that depend on nothing else, so that the renderer can print them again without computing them.

/// Finds the parts of pages that others share, from the fields that are declared to be shared.
struct SharedPartFinder {
    private var dependencies: SharedDependencies
    private var program: CompiledProgram { dependencies.program }

    /// A part must save at least so much work; a comparison of keys costs as much as printing two values.
    private static let leastWork = 3
    /// The most operations of a part.
    private static let mostOperations = 512

    private init(_ program: CompiledProgram) {
        dependencies = SharedDependencies(program)
    }

    /// The program with its parts marked.
    static func marked(_ program: CompiledProgram) -> CompiledProgram {
        let entries = program.entries.values.filter(\.sharesParts)
        if entries.isEmpty { return program }
        var finder = SharedPartFinder(program)
        var marked = program
        for entry in entries.sorted(by: { $0.routine < $1.routine }) {
            let range = program.routines[entry.routine].operations
            for (start, part) in finder.parts(of: range) {
                marked.operations[start] = .part(marked.parts.count)
                marked.parts.append(part)
            }
        }
        return marked
    }

    /// The parts of a routine, with the positions at which they start.
    private mutating func parts(of range: Range<Int>) -> [(start: Int, part: SharedPart)] {
        let shape = RoutineShape(program, range, dependencies.reads)
        dependencies.enter(shape)
        let needs = range.map { dependencies.needs(of: program.operations[$0]) }
        var found: [(start: Int, part: SharedPart)] = []
        var start = 0
        while start < needs.count {
            guard let part = part(at: start, needs, shape) else {
                start += 1
                continue
            }
            found.append((range.lowerBound + start, part))
            start = part.end
        }
        return found
    }

    /// The longest part that starts at an operation: one for all pages if that is worth it, or one for a record.
    private func part(at start: Int, _ needs: [PartNeeds], _ shape: RoutineShape) -> SharedPart? {
        var joined = PartNeeds.nothing
        var closing = PartClosing(start: start)
        var work = 0
        var common: SharedPart?
        var own: SharedPart?
        for position in start..<min(needs.count, start + SharedPartFinder.mostOperations) {
            guard needs[position].isShared else { break }
            joined = dependencies.join(joined, needs[position])
            guard joined.isShared, !setsSubject(joined) else { break }
            closing.add(position, of: shape, slots: needs[position].slots)
            work += shape.work(at: position)
            guard work >= SharedPartFinder.leastWork, closing.isClosed else { continue }
            let part = SharedPart(
                first: shape.operations[start],
                end: position + 1,
                subject: joined.subject
            )
            if joined.subject == nil { common = part } else { own = part }
        }
        return common ?? own
    }

    /// Whether the variable that holds the record is set in the part itself.
    private func setsSubject(_ needs: PartNeeds) -> Bool {
        guard let subject = needs.subject, !needs.slots.isEmpty else { return false }
        return !dependencies.reads.slots(of: .print(subject)).isDisjoint(with: needs.slots)
    }
}

/// What the output of some operations depends on.
struct PartNeeds {
    /// Whether it depends on nothing but what is named here.
    var isShared = true
    /// The computation of the only record with a key that it depends on.
    var subject: Int?
    /// The variables that it depends on, which must be set in the same part.
    var slots: Set<Int> = []

    /// Neither on a record nor on a variable.
    static let nothing = PartNeeds()
    /// On something of the page's own.
    static let page = PartNeeds(isShared: false)
}

/// How the operations of a routine lead to each other.
struct RoutineShape {
    let operations: [Operation]
    /// Where each operation can lead, besides the next one.
    private(set) var targets: [[Int]]
    /// From where each operation can be reached, besides the one before.
    private(set) var sources: [[Int]]
    /// For each slot, the first and the last operation that sets or reads it.
    private(set) var extents: [Int: ClosedRange<Int>] = [:]
    /// For each slot, the values that it is set to; `nil` for what is captured or walked over.
    private(set) var stores: [Int: [Int?]] = [:]
    private let loopSlots: [Int]

    init(_ program: CompiledProgram, _ range: Range<Int>, _ reads: SlotReads) {
        operations = Array(program.operations[range])
        targets = [[Int]](repeating: [], count: operations.count + 1)
        sources = targets
        loopSlots = program.loops.map(\.slot)
        for (position, operation) in operations.enumerated() {
            note(operation, at: position)
            for slot in reads.slots(of: operation) { extend(slot, to: position) }
        }
    }

    private mutating func lead(_ from: Int, _ to: Int) {
        targets[from].append(to)
        sources[to].append(from)
    }

    private mutating func note(_ operation: Operation, at position: Int) {
        switch operation {
        case .jump(let target), .jumpUnless(_, let target): lead(position, target)
        case .loop(_, let loop, let target):
            lead(position, target)
            stores[loopSlots[loop], default: []].append(nil)
            extend(loopSlots[loop], to: position)
        case .next(let loop, let body):
            lead(position, body)
            extend(loopSlots[loop], to: position)
        case .store(let value, let slot):
            stores[slot, default: []].append(value)
            extend(slot, to: position)
        case .endCapture(let slot):
            stores[slot, default: []].append(nil)
            extend(slot, to: position)
        case .literal, .print, .printLink, .printNumber, .call, .fill, .beginCapture, .part: break
        }
    }

    private mutating func extend(_ slot: Int, to position: Int) {
        guard let known = extents[slot] else {
            extents[slot] = position...position
            return
        }
        extents[slot] =
            min(known.lowerBound, position)...max(known.upperBound, position)
    }

    /// How much computing an operation takes, very roughly.
    func work(at position: Int) -> Int {
        switch operations[position] {
        case .literal, .jump, .next, .beginCapture, .part: 0
        case .print, .printLink, .printNumber, .jumpUnless, .store, .endCapture: 1
        case .fill: 2
        case .loop, .call: 3
        }
    }
}

/// Whether operations can be done as one: left only at their end, entered only at their start, and without a
/// variable that anything else sets or reads.
struct PartClosing {
    private let start: Int
    private var end: Int
    private var furthest: Int
    private var captures = 0
    private var isOpen = false

    init(start: Int) {
        self.start = start
        end = start
        furthest = start
    }

    /// Whether the operations so far can be.
    var isClosed: Bool { !isOpen && captures == 0 && furthest <= end }

    /// Adds the next operation.
    mutating func add(_ position: Int, of shape: RoutineShape, slots: Set<Int>) {
        end = position + 1
        for target in shape.targets[position] {
            // A jump back to the start would begin the part again inside itself.
            if target <= start { isOpen = true }
            furthest = max(furthest, target)
        }
        if position > start {
            for source in shape.sources[position] {
                if source < start { isOpen = true }
                furthest = max(furthest, source + 1)
            }
        }
        for slot in slots {
            guard let extent = shape.extents[slot] else { continue }
            if extent.lowerBound < start { isOpen = true }
            furthest = max(furthest, extent.upperBound + 1)
        }
        switch shape.operations[position] {
        case .beginCapture: captures += 1
        case .endCapture:
            captures -= 1
            if captures < 0 { isOpen = true }
        case .literal, .print, .printLink, .printNumber, .jump, .jumpUnless, .loop, .next, .store,
            .call, .fill, .part:
            break
        }
    }
}
