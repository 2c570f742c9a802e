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
    /// A measure that does not exist.
    case unknownMeasure = "unknown-measure"

    /// Every mistake in a selection stops the build: it would count something else.
    public var severity: Severity { .error }

    /// A value may stand in a row that cannot be read.
    public var needsAllRows: Bool { self == .unknownValue }

    /// What the rule means.
    public var explanation: Explanation {
        switch self {
        case .unknownField:
            Explanation(
                "A selection names public columns of strikes.csv, or date, month, year, day, "
                    + "grading and disclosed.",
                wrong: "[](figure:killed?distrct=Al+Badou)",
                right: "[](figure:killed?district=Al+Badou)"
            )
        case .unknownValue:
            Explanation(
                "A selection that matches no strike because its value is misspelt would show an "
                    + "empty figure, so a value must be one that the records hold.",
                wrong: "[](figure:killed?grading=confrimed)",
                right: "[](figure:killed?grading=confirmed)"
            )
        case .unknownNamedSelection:
            Explanation(
                "A word without an equals sign is the name of a selection in site.yaml.",
                wrong: "[](figure:killed?concedded)",
                right: "[](figure:killed?conceded)"
            )
        case .badDate:
            Explanation(
                "Dates are written as year, year-month or year-month-day; a period has two dots.",
                wrong: "[](figure:killed?date=22/08/2017)",
                right: "[](figure:killed?date=2017-08-22)"
            )
        case .unknownMeasure:
            Explanation(
                "A figure counts one of a short list of measures; .min and .max pick one end.",
                wrong: "[](figure:deaths)",
                right: "[](figure:killed)"
            )
        }
    }
}
