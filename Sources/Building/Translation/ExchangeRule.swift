import Diagnostics

/// The rules for the files that translators send back.
package enum ExchangeRule: String, Rule {
    /// A file that does not follow the format, or is not for this site.
    case poNotRead = "po-not-read"
    /// A translation that lacks something it must have.
    case poEntry = "po-entry"
    /// A translation of a text that the site no longer has.
    case poStale = "po-stale"

    /// A text that has gone needs no translation, so the others can be taken in.
    package var severity: Severity {
        switch self {
        case .poNotRead, .poEntry: .error
        case .poStale: .warning
        }
    }
}
