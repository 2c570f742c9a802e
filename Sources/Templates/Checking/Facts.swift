// What a condition reveals about optional values. This follows from the form of the condition alone.

/// A variable and the attributes read from it.
struct Path: Hashable {
    var binding: Int
    var attributes: [String]

    init(binding: Int) {
        self.binding = binding
        attributes = []
    }

    /// The path that an expression reads, if that is all it does.
    init?(_ value: Expression, in flow: Flow) {
        switch value.kind {
        case .name(let name):
            guard let binding = flow.names[name] else { return nil }
            self.init(binding: binding.id)
        case .attribute(let base, let name):
            self.init(base, in: flow)
            attributes.append(name.text)
        case .none, .boolean, .integer, .text, .list, .filter, .isNone, .not, .and, .or, .compare,
            .contains, .concatenation, .conditional, .call, .invalid:
            return nil
        }
    }
}

/// The optional values that are known to be present after a condition, by its outcome.
struct Facts {
    var whenTrue: Set<Path> = []
    var whenFalse: Set<Path> = []

    private var negated: Facts { Facts(whenTrue: whenFalse, whenFalse: whenTrue) }

    private init(whenTrue: Set<Path> = [], whenFalse: Set<Path> = []) {
        self.whenTrue = whenTrue
        self.whenFalse = whenFalse
    }

    /// What a condition reveals.
    init(_ value: Expression, in flow: Flow) {
        switch value.kind {
        case .name, .attribute:
            if let path = Path(value, in: flow) { whenTrue = [path] }
        case .not(let operand):
            self = Facts(operand, in: flow).negated
        case .isNone(let operand):
            if let path = Path(operand, in: flow) { whenFalse = [path] }
        case .and(let left, let right):
            let (left, right) = (Facts(left, in: flow), Facts(right, in: flow))
            whenTrue = left.whenTrue.union(right.whenTrue)
            whenFalse = left.whenFalse.intersection(right.whenFalse)
        case .or(let left, let right):
            let (left, right) = (Facts(left, in: flow), Facts(right, in: flow))
            whenTrue = left.whenTrue.intersection(right.whenTrue)
            whenFalse = left.whenFalse.union(right.whenFalse)
        case .compare(.equal, let left, let right):
            self = Facts(equal: left, right, in: flow)
        case .compare(.unequal, let left, let right):
            self = Facts(equal: left, right, in: flow).negated
        case .compare, .none, .boolean, .integer, .text, .list, .filter, .contains, .concatenation,
            .conditional, .call, .invalid:
            break
        }
    }

    /// A value that equals a literal is present; one that does not equal `none` is present too.
    private init(equal left: Expression, _ right: Expression, in flow: Flow) {
        for (side, other) in [(left, right), (right, left)] {
            guard let path = Path(side, in: flow) else { continue }
            switch other.kind {
            case .integer, .text, .boolean:
                whenTrue = [path]
                return
            case .none:
                whenFalse = [path]
                return
            case .name, .list, .attribute, .filter, .isNone, .not, .and, .or, .compare, .contains,
                .concatenation, .conditional, .call, .invalid:
                continue
            }
        }
    }
}
