import Diagnostics

/// The rules of the leak scan.
public enum LeakRule: String, Rule {
    /// A private value stands in a file that would be published.
    case valuePublished = "private-value-published"
    /// An allowed value is not a private value of the site.
    case allowanceUnused = "leak-allowance-unused"

    /// A leak stops the build.
    public var severity: Severity {
        switch self {
        case .valuePublished: .error
        case .allowanceUnused: .warning
        }
    }
}
