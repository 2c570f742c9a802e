// What the preview says to whoever runs it; the command line turns it into lines in a terminal.

import Diagnostics

/// Something that happened in the preview.
public enum PreviewEvent: Sendable {
    /// The preview answers at this address.
    case serving(url: String)
    /// These files changed, sorted, and a build begins.
    case changed([String])
    /// A report can be looked at, and is being written.
    case shown
    /// A build is done, and these output paths are new, changed or removed; some things may be doubtful.
    case built(changed: [String], warnings: [Diagnostic])
    /// A build was stopped by mistakes in the content.
    case mistakes([Diagnostic])
    /// A build was stopped by something else.
    case failed(String)
    /// Changes are looked for several times a second instead of being told by the system, for this reason.
    case polling(reason: String)
}

/// What a build hands over while it runs.
public enum PreviewStep: Sendable {
    /// A report that is checked, and can be served before it is written.
    case planned(PlannedSite)
    /// What the build, or what was left of an earlier one, came to.
    case ended(BuildOutcome)
}

/// What one build came to.
public enum BuildOutcome: Sendable {
    /// The output is new; these of its paths are new, changed or removed; some things may be doubtful.
    case built(changed: [String], warnings: [Diagnostic] = [])
    /// It was stopped before it was written, as files changed again; the output is as it was.
    case overtaken
    /// The content has mistakes, and the report is as it was.
    case mistakes([Diagnostic])
    /// Something other than the content is wrong, and the report is as it was.
    case failed(String)
    /// The report that is shown cannot be written, for this reason; the one before is shown again.
    case unwritten(String)
    /// The report that is shown, of a build that was stopped, is written now.
    case caughtUp
}
