// What templates are compiled to: flat arrays of operations that refer to values by index, so that
// rendering looks up no names.

import Diagnostics

/// An operation of a program.
enum Operation: Sendable {
    /// Appends literal text.
    case literal(start: Int, end: Int)
    /// Appends a value, escaped by its type.
    case print(Int)
    /// Appends a value that must be a checked link.
    case printLink(Int, place: Int)
    /// Appends a value that must be a whole number.
    case printNumber(Int, place: Int)
    case jump(Int)
    case jumpUnless(Int, to: Int)
    /// Begins a loop over a list, or jumps when it is empty.
    case loop(Int, loop: Int, ifEmpty: Int)
    /// Advances to the next item and jumps to the body, or ends the loop.
    case next(loop: Int, body: Int)
    case store(Int, slot: Int)
    /// Appends what a macro prints.
    case call(Int)
    /// Appends a filled phrase.
    case fill(Int)
    case beginCapture
    case endCapture(slot: Int)
    /// Begins a part that pages share; the number of a ``SharedPart``.
    case part(Int)
}

/// A run of operations whose output pages share.
struct SharedPart: Sendable {
    /// The operation in whose place it stands.
    var first: Operation
    /// Where it ends, from the start of its routine.
    var end: Int
    /// The record on which the output depends, if it depends on one.
    var subject: Int?
}

/// A computation of one value; operands are indices into ``CompiledProgram/computations``.
enum Computation: Hashable, Sendable {
    case constant(Int)
    case root(Int, isShared: Bool)
    /// The result of another computation that depends on the page alone, cached for the page.
    case cached(Int, at: Int)
    case local(Int)
    case field(Int, slot: Int, isShared: Bool)
    case entry(Int, name: Int, hint: Int, place: Int)
    case loopIndex(level: Int, offset: Int)
    case loopIsFirst(level: Int)
    case loopIsLast(level: Int)
    case loopLength(level: Int)
    case not(Int)
    case and(Int, Int)
    case or(Int, Int)
    case isNone(Int)
    case equal(Int, Int)
    case less(Int, Int)
    case lessOrEqual(Int, Int)
    case contains(Int, in: Int)
    case conditional(Int, then: Int, otherwise: Int)
    case concatenation(Int)
    /// The address of a file, from the way to the report's first folder and the path from there.
    case address(Int, path: Int)
    case list(Int)
    case fallback(Int, Int)
    case length(Int)
    case join(Int, separator: Int)
    case lower(Int)
    case upper(Int)
    case first(Int)
    case last(Int)
    case number(Int)
    case fill(Int)
    case call(Int)
}

/// A phrase with its arguments.
struct Filling: Sendable {
    var phrase: Int
    var count: Int?
    var arguments: [(name: String, value: Int)]
}

/// A call of a macro.
struct Call: Sendable {
    var macro: Int
    /// The range of its arguments in ``CompiledProgram/arguments``.
    var arguments: Range<Int>
    var place: Int
}

/// What is known of a loop before it runs.
struct LoopFacts: Sendable {
    /// Where the current item is stored.
    var slot: Int
    /// Where its tag stands.
    var place: Int
    /// The number of steps that one round takes at most, inner loops and macros not counted.
    var cost = 1
}

/// The operations of one page kind or macro.
struct Routine: Sendable {
    /// Their range in ``CompiledProgram/operations``; targets of jumps are relative to its start.
    var operations = 0..<0
    var slots = 0
    /// The number of steps that it takes at most, loops and macros not counted.
    var cost = 1
}

/// A program that is shared without copying its parts, each of which would count references.
final class ProgramObject: Sendable {
    let content: CompiledProgram

    init(_ content: CompiledProgram) { self.content = content }
}

/// All compiled templates of a site.
struct CompiledProgram: Sendable {
    var literals: [UInt8] = []
    var operations: [Operation] = []
    var routines: [Routine] = []
    var computations: [Computation] = []
    /// The number of values that are cached for a page.
    var cachedValues = 0
    var constants: [Value] = []
    var names: [String] = []
    /// The operands of computations with a variable number of them.
    var operands: [[Int]] = []
    var fillings: [Filling] = []
    var calls: [Call] = []
    /// The arguments of all calls, as indices of computations.
    var arguments: [Int] = []
    var loops: [LoopFacts] = []
    var places: [SourceLocation] = []
    /// The places of computations that make texts, by index in ``computations``.
    var origins: [Int: Int] = [:]
    /// The computations that yield a record with a key.
    var keyed: Set<Int> = []
    var parts: [SharedPart] = []
    /// The fields that templates read, by the record of which pages are made.
    ///
    /// Page kinds that are made of the same record share macros, so what one of them reads counts for all.
    var reads: [RecordType: FieldReads] = [:]
    /// The routine of each page kind.
    var entries: [String: Entry] = [:]

    /// Adds operations as a routine.
    mutating func routine(_ operations: [Operation], slots: Int, cost: Int) -> Routine {
        let start = self.operations.count
        self.operations += operations
        return Routine(operations: start..<self.operations.count, slots: slots, cost: cost)
    }

    struct Entry: Sendable {
        var routine: Int
        var root: RecordType
        /// The beginning of its template.
        var place: Int
        var sharesParts = false
    }
}
