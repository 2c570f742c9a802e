/// A rule that an author's file can break; every room lists its own in one enum.
///
/// The raw value is the rule's public name, in kebab case, as it is printed in brackets under a message
/// and as `recount explain` takes it. A `CaseIterable` enum makes the list complete by construction,
/// and a `switch` over it makes every rule say how bad it is. What a rule means is explained in
/// `Sources/Explanations/Rules/<name>.md`.
public protocol Rule: RawRepresentable<String>, CaseIterable, Sendable {
    /// Whether breaking the rule stops the build.
    var severity: Severity { get }
    /// Whether it can be judged only when every row of the records has been read; `false` by default.
    var needsAllRows: Bool { get }
}

extension Rule {
    /// Most rules refer to one place in one file.
    public var needsAllRows: Bool { false }
}

/// How bad a mistake is.
public enum Severity: String, Sendable, Comparable {
    /// The build stops; nothing is written.
    case error
    /// Doubtful; the build goes on.
    case warning

    /// Errors come before warnings.
    public static func < (left: Severity, right: Severity) -> Bool {
        left == .error && right == .warning
    }
}
