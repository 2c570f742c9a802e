// Adds computations to the program. Constants, and values that depend on the page alone, are added
// once and shared by all templates.

import Diagnostics

/// The program so far.
struct ProgramBuilder {
    private(set) var program = CompiledProgram()
    /// The fields that were met so far.
    private var reads: Set<FieldRead> = []
    private var constants: [Constant: Int] = [:]
    /// Values that are computed once for each page, by what computes them.
    private var cachedValues: [Computation: Int] = [:]

    /// A constant; texts are compared by their bytes, as equal strings can differ in them.
    private enum Constant: Hashable {
        case none
        case boolean(Bool)
        case integer(Int)
        case text([UInt8])
    }

    /// The index of the computation that yields no value.
    static let none = 0

    init(literals: [UInt8]) {
        program.literals = literals
        _ = constant(.none, .none)
    }

    /// Adds a computation; returns its index.
    mutating func add(_ computation: Computation) -> Int {
        program.computations.append(computation)
        return program.computations.count - 1
    }

    /// Adds a value that is reached from the page through fields alone, such as `strike.grading`;
    /// the same index for the same value.
    mutating func addCached(_ computation: Computation) -> Int {
        if let known = cachedValues[computation] { return known }
        let index = add(.cached(add(computation), at: program.cachedValues))
        program.cachedValues += 1
        cachedValues[computation] = index
        return index
    }

    /// Notes that pages that are made of `root` read a field of a record.
    mutating func noteRead(_ slot: Int, of type: RecordType, root: any TemplateRecord.Type) {
        reads.insert(FieldRead(root: RecordType(type: root), type: type, slot: slot))
    }

    /// A field that pages read that are made of `root`.
    private struct FieldRead: Hashable {
        let root: RecordType
        let type: RecordType
        let slot: Int
    }

    /// The program, once all templates have been compiled.
    var finished: CompiledProgram {
        var finished = program
        for read in reads.sorted(by: { $0.slot < $1.slot }) {
            finished.reads[read.root, default: FieldReads()].add(read.slot, of: read.type)
        }
        return finished
    }

    /// Notes that a computation yields a record with a key.
    mutating func setKeyed(_ index: Int) { program.keyed.insert(index) }

    /// Whether a computation was added by ``addCached(_:)``.
    func isCached(_ index: Int) -> Bool {
        if case .cached = program.computations[index] { return true }
        return false
    }

    /// The filling that a computation yields, when it is one.
    func filling(_ index: Int) -> Int? {
        if case .fill(let filling) = program.computations[index] { return filling }
        return nil
    }

    mutating func boolean(_ flag: Bool) -> Int { constant(.boolean(flag), .boolean(flag)) }

    mutating func integer(_ number: Int) -> Int { constant(.integer(number), .integer(number)) }

    mutating func text(_ text: String) -> Int { constant(.text(Array(text.utf8)), .text(text)) }

    private mutating func constant(_ key: Constant, _ value: Value) -> Int {
        if let known = constants[key] { return known }
        program.constants.append(value)
        let index = add(.constant(program.constants.count - 1))
        constants[key] = index
        return index
    }

    /// Adds the reading of a table's entry; `place` is where to report that it is not there, or -1.
    mutating func addEntry(_ table: Int, _ name: String, hint: Int, place: Int) -> Int {
        program.names.append(name)
        return add(.entry(table, name: program.names.count - 1, hint: hint, place: place))
    }

    mutating func addConcatenation(_ operands: [Int], place: Int) -> Int {
        addText(.concatenation(addOperands(operands)), place: place)
    }

    /// Adds a computation that makes a text, which can become too long.
    mutating func addText(_ computation: Computation, place: Int) -> Int {
        let index = add(computation)
        program.origins[index] = place
        return index
    }

    /// Adds a loop; returns its number.
    mutating func addLoop(slot: Int, place: Int) -> Int {
        program.loops.append(LoopFacts(slot: slot, place: place))
        return program.loops.count - 1
    }

    /// Sets what a round of a loop costs.
    mutating func setCost(_ cost: Int, ofLoop number: Int) { program.loops[number].cost = cost }

    mutating func addList(_ operands: [Int]) -> Int { add(.list(addOperands(operands))) }

    private mutating func addOperands(_ operands: [Int]) -> Int {
        program.operands.append(operands)
        return program.operands.count - 1
    }

    mutating func addFilling(_ filling: Filling) -> Int {
        program.fillings.append(filling)
        return add(.fill(program.fillings.count - 1))
    }

    /// Adds a call, which is not a computation yet; returns its number.
    mutating func addCall(_ routine: Int, _ arguments: [Int], place: Int) -> Int {
        let first = program.arguments.count
        program.arguments += arguments
        program.calls.append(
            Call(macro: routine, arguments: first..<program.arguments.count, place: place)
        )
        return program.calls.count - 1
    }

    /// Adds a place that an error at rendering can name.
    mutating func addPlace(_ location: SourceLocation) -> Int {
        program.places.append(location)
        return program.places.count - 1
    }

    /// Reserves the number of a routine that will be set later, so that it can call itself.
    mutating func reserveRoutine() -> Int {
        program.routines.append(Routine())
        return program.routines.count - 1
    }

    mutating func setRoutine(_ number: Int, _ routine: RoutineBuilder, cost: Int) {
        program.routines[number] =
            program.routine(routine.operations, slots: routine.slots, cost: cost)
    }

    /// Makes a routine the one that renders pages of a kind.
    mutating func setEntry(_ kind: PageKind, _ routine: Int, place: Int) {
        program.entries[kind.name] = CompiledProgram.Entry(
            routine: routine,
            root: RecordType(type: kind.root),
            place: place,
            sharesParts: kind.sharesParts
        )
    }
}
