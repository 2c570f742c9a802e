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

    /// What the rule means.
    public var explanation: Explanation {
        switch self {
        case .withoutReason:
            Explanation(
                "Readers are owed a reason for every value that differs from the last release, and "
                    + "for every record that is gone. Write a row in content/data/corrections.csv; "
                    + "a blank field speaks of the whole record.",
                wrong:
                    "record,field,reason,date\n                        # and killed_min of CS952 changed",
                right: "record,field,reason,date\n"
                    + "CS952,killed_min,\"The Coalition’s statement names eight dead.\",2026-11-22"
            )
        case .unused:
            Explanation(
                "A row of corrections.csv speaks of a value that differs between two releases, or "
                    + "between the last release and now. A slip in the id or the column would leave "
                    + "the change unexplained.",
                wrong: "CS925,killed_min,…      # CS925 never changed",
                right: "CS952,killed_min,…"
            )
        case .unknownSuccessor:
            Explanation(
                "merged_into names the strike to which readers of a withdrawn one are led.",
                wrong:
                    "record,reason,kind,merged_into\nCS7,The same event.,merged,CS99   # no such strike",
                right: "record,reason,kind,merged_into\nCS7,The same event.,merged,CS9"
            )
        }
    }
}
