import Diagnostics

/// The rules for answering for what was published.
public enum HistoryRule: String, Rule {
    /// A published value changed, or a published record is gone, and nobody says why.
    case withoutReason = "correction-without-reason"
    /// A reason speaks of nothing that changed.
    case unused = "correction-unused"
    /// A withdrawn strike is said to be held by one that is not there.
    case unknownSuccessor = "merged-into-unknown"

    /// A missing reason does not stop a build; it stops a publication, see ``HistoryCheck``.
    public var severity: Severity {
        switch self {
        case .withoutReason, .unused: .warning
        case .unknownSuccessor: .error
        }
    }
}
