import Diagnostics

/// The rules for selections, wherever they are written.
public enum SelectionRule: String, Rule {
    /// A field that the records do not have, or do not publish.
    case unknownField = "selection-unknown-field"
    /// A value that no strike has.
    case unknownValue = "selection-unknown-value"
    /// A name that site.yaml does not define.
    case unknownNamedSelection = "selection-unknown-name"
    /// A date or period that is not one.
    case badDate = "selection-bad-date"
    /// An age that is not a number of years.
    case badAge = "selection-bad-age"
    /// What is written is no rectangle of degrees.
    case badArea = "selection-bad-area"
    /// A measure that does not exist.
    case unknownMeasure = "unknown-measure"

    /// Every mistake in a selection stops the build: it would count something else.
    public var severity: Severity { .error }

    /// A value may be in a row that cannot be read.
    public var needsAllRows: Bool { self == .unknownValue }
}
