// The operations of one page or macro while it is compiled.

/// The part of a routine that has been compiled.
struct RoutineBuilder {
    private(set) var operations: [Operation] = []
    private(set) var slots = 0
    private var variables: [Variable: (slot: Int, id: Int)] = [:]

    private struct Variable: Hashable {
        let scope: Int
        let name: String
    }

    /// The position of the operation that is appended next.
    var end: Int { operations.count }

    mutating func append(_ operation: Operation) { operations.append(operation) }

    /// Appends a jump whose target is set later; returns its position.
    mutating func appendOpen(_ operation: Operation) -> Int {
        operations.append(operation)
        return operations.count - 1
    }

    /// Replaces an operation that ``appendOpen(_:)`` appended.
    mutating func close(_ position: Int, _ operation: Operation) {
        operations[position] = operation
    }

    mutating func newSlot() -> Int {
        slots += 1
        return slots - 1
    }

    /// The slot and id of a name that is set in a scope, the same on all branches; a name that is set
    /// for the first time gets `newID`.
    mutating func variable(_ name: String, in scope: Int, newID: Int) -> (slot: Int, id: Int) {
        let key = Variable(scope: scope, name: name)
        if let known = variables[key] { return known }
        let variable = (slot: newSlot(), id: newID)
        variables[key] = variable
        return variable
    }
}
