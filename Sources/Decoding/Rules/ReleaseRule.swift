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

    /// What the rule means.
    public var explanation: Explanation {
        switch self {
        case .damaged:
            Explanation(
                "A file in content/releases is read exactly as Recount wrote it; one that was edited "
                    + "or cut short cannot say what the report once stated. Restore it.",
                wrong: "{\"key\": \"CS952\", \"cells\": {\"killed_min\": 8}}",
                right: "{\"key\": \"CS952\", \"cells\": {\"killed_min\": \"8\"}}"
            )
        case .name:
            Explanation(
                "A release’s file is named for its date and number, and states the same.",
                wrong: "content/releases/november.json",
                right: "content/releases/2026-11-22-1.json"
            )
        case .repeated:
            Explanation(
                "Releases are numbered from 1, each number once, and a later one has no earlier date.",
                wrong: "content/releases/2026-11-22-1.json\ncontent/releases/2026-12-01-1.json",
                right: "content/releases/2026-11-22-1.json\ncontent/releases/2026-12-01-2.json"
            )
        case .newer:
            Explanation(
                "A release that a newer Recount recorded is read by that version or a later one.",
                wrong: "\"format\": 2        # and Recount 0.1",
                right: "\"format\": 1"
            )
        }
    }
}
