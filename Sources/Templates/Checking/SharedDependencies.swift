/// Finds what computations and macros depend on.
struct SharedDependencies {
    let program: CompiledProgram
    let reads: SlotReads
    private var shape: RoutineShape?
    private var macros: [Int: Bool] = [:]
    /// The macro that is being looked at, whose parameters and variables are its own affair.
    private var isInMacro = false
    /// The variables that are being looked at.
    private var open: Set<Int> = []

    init(_ program: CompiledProgram) {
        self.program = program
        reads = SlotReads(program)
    }

    /// Begins with another routine.
    mutating func enter(_ shape: RoutineShape) {
        self.shape = shape
        open = []
    }

    /// What the output of an operation depends on.
    mutating func needs(of operation: Operation) -> PartNeeds {
        switch operation {
        case .literal, .jump, .beginCapture: return .nothing
        case .endCapture(let slot): return PartNeeds(slots: [slot])
        case .print(let value), .printLink(let value, _), .printNumber(let value, _),
            .jumpUnless(let value, _):
            return needs(value)
        case .store(let value, let slot): return join(needs(value), PartNeeds(slots: [slot]))
        case .loop(let list, let loop, _):
            return join(needs(list), PartNeeds(slots: [program.loops[loop].slot]))
        case .next(let loop, _): return PartNeeds(slots: [program.loops[loop].slot])
        case .call(let call): return needs(of: program.calls[call])
        case .fill(let filling): return needs(of: program.fillings[filling])
        case .part: return .page
        }
    }

    /// What depends on either.
    func join(_ left: PartNeeds, _ right: PartNeeds) -> PartNeeds {
        var joined = left
        joined.isShared = left.isShared && right.isShared
        if !right.slots.isEmpty { joined.slots.formUnion(right.slots) }
        if let other = right.subject {
            if let known = left.subject, !isSame(known, other) { joined.isShared = false }
            joined.subject = left.subject ?? other
        }
        return joined
    }

    /// What a value depends on.
    private mutating func needs(_ index: Int) -> PartNeeds {
        let own = ownNeeds(index)
        // A record with a key stands for itself, unless all pages share it anyway.
        guard program.keyed.contains(index), !isInMacro || !own.isShared else { return own }
        if own.isShared, own.subject == nil, own.slots.isEmpty { return own }
        return PartNeeds(subject: index)
    }

    private mutating func ownNeeds(_ index: Int) -> PartNeeds {
        switch program.computations[index] {
        case .constant: return .nothing
        case .root(_, let isShared): return isShared ? .nothing : .page
        case .cached(let value, _): return needs(value)
        case .local(let slot): return local(slot)
        case .field(let record, _, let isShared): return isShared ? needs(record) : .page
        case .entry(let table, _, _, _): return needs(table)
        case .loopIndex, .loopIsFirst, .loopIsLast, .loopLength:
            return isInMacro ? .nothing : .page
        case .not(let value), .isNone(let value), .length(let value), .lower(let value),
            .upper(let value), .first(let value), .last(let value), .number(let value):
            return needs(value)
        case .and(let left, let right), .or(let left, let right), .equal(let left, let right),
            .less(let left, let right), .lessOrEqual(let left, let right),
            .contains(let left, let right), .fallback(let left, let right),
            .join(let left, let right), .address(let left, let right):
            return all([left, right])
        case .conditional(let condition, let then, let otherwise):
            return all([condition, then, otherwise])
        case .concatenation(let operands), .list(let operands):
            return all(program.operands[operands])
        case .fill(let filling): return needs(of: program.fillings[filling])
        case .call(let call): return needs(of: program.calls[call])
        }
    }

    private mutating func all(_ values: [Int]) -> PartNeeds {
        var joined = PartNeeds.nothing
        for value in values { joined = join(joined, needs(value)) }
        return joined
    }

    private mutating func needs(of filling: Filling) -> PartNeeds {
        all([filling.phrase] + (filling.count.map { [$0] } ?? []) + filling.arguments.map(\.value))
    }

    private mutating func needs(of call: Call) -> PartNeeds {
        isShared(macro: call.macro) ? all(Array(program.arguments[call.arguments])) : .page
    }

    /// A variable that is set once to what all pages share is shared as well; another must be set in the part.
    private mutating func local(_ slot: Int) -> PartNeeds {
        if isInMacro { return .nothing }
        let stores = shape?.stores[slot] ?? []
        if stores.count == 1, let store = stores[0], open.insert(slot).inserted {
            let needs = needs(store)
            open.remove(slot)
            if needs.isShared, needs.subject == nil, needs.slots.isEmpty { return .nothing }
        }
        return PartNeeds(slots: [slot])
    }

    /// Whether a macro prints the same on all pages, for the same arguments.
    private mutating func isShared(macro number: Int) -> Bool {
        if let known = macros[number] { return known }
        // One that calls itself is not worth more thought.
        macros[number] = false
        let outer = isInMacro
        isInMacro = true
        var joined = PartNeeds.nothing
        for position in program.routines[number].operations {
            joined = join(joined, needs(of: program.operations[position]))
            if !joined.isShared || joined.subject != nil { break }
        }
        isInMacro = outer
        macros[number] = joined.isShared && joined.subject == nil
        return joined.isShared && joined.subject == nil
    }

    /// Whether two computations are alike, and so yield the same record.
    private func isSame(_ one: Int, _ other: Int) -> Bool {
        if one == other { return true }
        switch (program.computations[one], program.computations[other]) {
        case (.local(let left), .local(let right)): return left == right
        case (.cached(_, let left), .cached(_, let right)): return left == right
        case (.field(let left, let slot, _), .field(let right, let otherSlot, _)):
            return slot == otherSlot && isSame(left, right)
        default: return false
        }
    }
}

/// Finds the variables that operations read.
struct SlotReads {
    private let program: CompiledProgram

    init(_ program: CompiledProgram) { self.program = program }

    /// The slots that an operation reads.
    func slots(of operation: Operation) -> Set<Int> {
        var found: Set<Int> = []
        switch operation {
        case .literal, .jump, .next, .beginCapture, .endCapture, .part: break
        case .print(let value), .printLink(let value, _), .printNumber(let value, _),
            .jumpUnless(let value, _), .store(let value, _), .loop(let value, _, _):
            add(value, &found)
        case .call(let call): add(program.calls[call], &found)
        case .fill(let filling): add(program.fillings[filling], &found)
        }
        return found
    }

    private func add(_ call: Call, _ found: inout Set<Int>) {
        for value in program.arguments[call.arguments] { add(value, &found) }
    }

    private func add(_ filling: Filling, _ found: inout Set<Int>) {
        add(filling.phrase, &found)
        if let count = filling.count { add(count, &found) }
        for argument in filling.arguments { add(argument.value, &found) }
    }

    private func add(_ index: Int, _ found: inout Set<Int>) {
        switch program.computations[index] {
        case .local(let slot): found.insert(slot)
        case .constant, .root, .cached, .loopIndex, .loopIsFirst, .loopIsLast, .loopLength: break
        case .field(let value, _, _), .entry(let value, _, _, _), .not(let value),
            .isNone(let value), .length(let value), .lower(let value), .upper(let value),
            .first(let value), .last(let value), .number(let value):
            add(value, &found)
        case .and(let left, let right), .or(let left, let right), .equal(let left, let right),
            .less(let left, let right), .lessOrEqual(let left, let right),
            .contains(let left, let right), .fallback(let left, let right),
            .join(let left, let right), .address(let left, let right):
            add(left, &found)
            add(right, &found)
        case .conditional(let condition, let then, let otherwise):
            for value in [condition, then, otherwise] { add(value, &found) }
        case .concatenation(let operands), .list(let operands):
            for value in program.operands[operands] { add(value, &found) }
        case .fill(let filling): add(program.fillings[filling], &found)
        case .call(let call): add(program.calls[call], &found)
        }
    }
}
