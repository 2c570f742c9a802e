/// What a build did to the output, for its closing summary and for whatever copies the output on.
public struct OutputChanges: Sendable, Equatable {
    /// The files that were not there before, sorted.
    public var new: [String] = []
    /// The files whose bytes differ from before, sorted.
    public var changed: [String] = []
    /// The files that stayed as they were, sorted.
    public var unchanged: [String] = []
    /// The files of the last build that this one does not make, sorted.
    public var removed: [String] = []
    /// The folder with the old report when it could not be cleared away after the switch.
    public var leftBehind: String?

    /// Makes a record without any change.
    public init() {}

    /// Whether the output is as it was before the build.
    public var isEmpty: Bool { new.isEmpty && changed.isEmpty && removed.isEmpty }
}
