import Diagnostics

/// The rules for changes to what was published.
public enum HistoryRule: String, Rule {
    /// A published value changed, or a published record is gone, and no reason is given.
    case withoutReason = "correction-without-reason"
    /// A reason refers to nothing that changed.
    case unused = "correction-unused"
    /// A withdrawn strike is said to be merged into one that does not exist.
    case unknownSuccessor = "merged-into-unknown"

    /// A missing reason prevents a publication but not a build; see ``HistoryCheck``.
    public var severity: Severity {
        switch self {
        case .withoutReason, .unused: .warning
        case .unknownSuccessor: .error
        }
    }
}
