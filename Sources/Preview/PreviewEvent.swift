// What the preview reports to its caller; the command line prints it in the terminal.

import Diagnostics

/// Something that happened in the preview.
public enum PreviewEvent: Sendable {
    /// The preview is available at this address.
    case serving(url: String)
    /// These files changed, sorted; a build begins.
    case changed([String])
    /// A report is shown and is now being written.
    case shown
    /// A build succeeded; these output paths are new, changed or removed.
    case built(changed: [String], warnings: [Diagnostic])
    /// Mistakes in the content stopped a build.
    case mistakes([Diagnostic])
    /// Something else stopped a build.
    case failed(String)
    /// The preview checks for changes several times a second, because the system cannot report them.
    case polling(reason: String)
}

/// What a build reports while it runs.
public enum PreviewStep: Sendable {
    /// A report that has been checked and can be served before it is written.
    case planned(PlannedSite)
    /// The outcome of the build, or of writing an earlier report.
    case ended(BuildOutcome)
}

/// The outcome of one build.
public enum BuildOutcome: Sendable {
    /// The output was replaced; these of its paths are new, changed or removed.
    case built(changed: [String], warnings: [Diagnostic] = [])
    /// The build was cancelled because files changed again; the output is unchanged.
    case superseded
    /// The content has mistakes; the output is unchanged.
    case mistakes([Diagnostic])
    /// Something other than the content is wrong; the output is unchanged.
    case failed(String)
    /// The report that is shown cannot be written, for this reason; the output folder is shown instead.
    case writeFailed(String)
    /// The report that is shown has been written, although its own build was cancelled.
    case writtenLater
}
