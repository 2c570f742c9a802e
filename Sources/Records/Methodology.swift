/// How a site grades strikes, and which gradings enter its totals.
public struct Methodology: Hashable, Sendable {
    /// The gradings in the order in which they are shown.
    public var gradings: [Grading]

    /// Makes a methodology from its gradings; without any, every strike is counted.
    public init(gradings: [Grading]) {
        self.gradings = gradings
    }

    /// The grading with a key.
    public func grading(_ key: String) -> Grading? { index(of: key).map { gradings[$0] } }

    /// The place of the grading with a key among ``gradings``.
    public func index(of key: String) -> Int? {
        gradings.indices.first { gradings[$0].key == key }
    }

    /// Whether a strike with this grading enters headline totals.
    public func counts(_ key: String) -> Bool {
        gradings.isEmpty || index(of: key).map { gradings[$0].isCounted } == true
    }
}

/// How well a strike is established.
public struct Grading: Hashable, Sendable {
    /// The key that data and selections use.
    public var key: String
    /// The name that readers see.
    public var label: String
    /// Whether it enters headline totals.
    public var isCounted: Bool
    /// The definition, as a sentence.
    public var meaning: String
    /// How coarsely the strikes with it are shown.
    public var coarsening = Coarsening()

    /// Makes a grading.
    public init(key: String, label: String, isCounted: Bool, meaning: String) {
        self.key = key
        self.label = label
        self.isCounted = isCounted
        self.meaning = meaning
    }
}
