import Diagnostics

/// The rule for the names of the files in a report.
package enum OutputRule: String, Rule {
    /// A file whose name some system refuses.
    case outputName = "output-name"

    /// It stops the writing of the report.
    package var severity: Severity {
        switch self {
        case .outputName: .error
        }
    }
}
