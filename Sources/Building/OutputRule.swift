import Diagnostics

/// The rules for what is found when a report is rendered and written.
package enum OutputRule: String, Rule {
    /// A file whose name some system refuses.
    case outputName = "output-name"
    /// A page that takes too many steps, or grows without end.
    case templateLimit = "template-limit"

    /// Both stop the writing of the report.
    package var severity: Severity {
        switch self {
        case .outputName, .templateLimit: .error
        }
    }
}
