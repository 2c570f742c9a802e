// What is known at one point of a template: the names that are visible, which optional values have
// been tested, and where in the HTML the point stands.

/// The state of checking at one point.
struct Flow {
    var names: [String: Binding] = [:]
    /// Optional values that are known to be there.
    var present: Set<Path> = []
    var place: HTMLPlace
    /// The body that is being read; names that are set in it can be set again in it alone.
    var scope = 0
    /// Names that are set on some ways to this point only.
    var partlySet: Set<String> = []

    /// Forgets what was known about a variable that gets another value.
    mutating func forget(_ binding: Int) {
        present = present.filter { $0.binding != binding }
    }
}

/// What a name stands for.
struct Binding {
    var storage: Storage
    var kind: Kind
    /// The scope in which it was given.
    var scope: Int
    /// Tells apart values of the same name in what is known about them.
    var id: Int

    enum Storage: Hashable {
        case root(Int)
        case local(Int)
        case loop(level: Int)
        case macro(MacroReference)
    }
}

/// A macro with where it is defined and whether it sees the page's names.
struct MacroReference: Hashable {
    var template: String
    var name: String
    var withContext: Bool
    /// Names of the page that stand for something else where the macro is defined.
    var hidden: Set<String>
}

/// A variable and the attributes read from it.
struct Path: Hashable {
    var binding: Int
    var attributes: [String]
}

/// What a condition tells about optional values.
struct Facts {
    var whenTrue: Set<Path> = []
    var whenFalse: Set<Path> = []

    var negated: Facts { Facts(whenTrue: whenFalse, whenFalse: whenTrue) }
}
