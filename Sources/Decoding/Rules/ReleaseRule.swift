// The rules for the files in content/releases, which Recount writes and nobody edits.

import Diagnostics

/// A rule about the record of a release.
public enum ReleaseRule: String, Rule {
    case damaged = "release-damaged"
    case name = "release-name"
    case repeated = "release-number-repeated"
    case newer = "release-format-newer"

    /// A history with a gap would call old changes new.
    public var severity: Severity { .error }
}
