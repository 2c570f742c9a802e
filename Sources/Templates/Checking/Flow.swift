// What is known at one point of a template: which names are visible, which optional values have been
// tested, and where in the HTML the point is.

/// The state of checking at one point.
struct Flow {
    var names: [String: Binding] { didSet { mark = Mark() } }
    /// Two states with the same mark have the same names, because every change of them sets another one.
    private var mark = Mark()
    /// Optional values that are known to be present.
    var present: Set<Path> = []
    var place: HTMLPlace
    /// The scope of the innermost body; a name can be set again only in the scope that set it.
    var scope = 0
    /// Names that are set on some paths to this point only.
    var partlySet: Set<String> = []

    init(names: [String: Binding] = [:], place: HTMLPlace) {
        self.names = names
        self.place = place
    }

    /// Gives a name a meaning in the innermost body.
    mutating func bind(_ name: String, to storage: Binding.Storage, _ kind: Kind, id: Int) {
        names[name] = Binding(storage: storage, kind: kind, scope: scope, id: id)
    }

    private final class Mark {}

    /// Discards what tests revealed about a variable that is set again.
    mutating func discardTests(of binding: Int) {
        present = present.filter { $0.binding != binding }
    }

    /// Keeps only what is known both here and at the end of another branch; leaves the place in HTML.
    mutating func merge(_ other: Flow, in environment: Environment) {
        present.formIntersection(other.present)
        partlySet.formUnion(other.partlySet)
        if mark === other.mark { return }
        for (name, binding) in other.names where names[name] == nil {
            if case .local = binding.storage { partlySet.insert(name) }
        }
        // The names are changed only where they differ, because a change copies all of them.
        for (name, binding) in names {
            guard let otherBinding = other.names[name], otherBinding.storage == binding.storage
            else {
                names[name] = nil
                partlySet.insert(name)
                continue
            }
            if binding.kind == otherBinding.kind { continue }
            if let kind = environment.join(binding.kind, otherBinding.kind) {
                names[name]?.kind = kind
            } else {
                names[name] = nil
                partlySet.insert(name)
            }
        }
    }
}

/// What a name stands for.
struct Binding {
    var storage: Storage
    var kind: Kind
    /// The scope in which the name was set.
    var scope: Int
    /// Distinguishes bindings of the same name.
    var id: Int

    enum Storage: Hashable {
        case root(Int, isShared: Bool)
        case local(Int)
        case loop(level: Int)
        case macro(MacroReference)
    }

    /// Whether it is one of the page's variables.
    var isRoot: Bool {
        if case .root = storage { return true }
        return false
    }
}

/// A macro: where it is defined, and which of the page's names are visible in it.
struct MacroReference: Hashable {
    var template: String
    var name: String
    var withContext: Bool
    /// Names of the page that mean something else where the macro is defined.
    var hidden: Set<String>
}
