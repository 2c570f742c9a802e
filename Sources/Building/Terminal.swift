import Foundation

/// Where messages go, and what the place can show.
package struct Terminal: Sendable {
    /// Whether standard output is a terminal.
    package let isInteractive: Bool
    /// Whether messages are coloured: on a terminal, and never with NO_COLOR.
    package let usesColor: Bool

    /// Looks at standard output and error, and at the environment.
    package init() {
        let environment = ProcessInfo.processInfo.environment
        isInteractive = isatty(STDOUT_FILENO) == 1
        usesColor =
            isatty(STDERR_FILENO) == 1 && (environment["NO_COLOR"] ?? "").isEmpty
            && environment["TERM"] != "dumb"
    }

    /// Prints a line of progress or summary.
    package func say(_ line: String) {
        FileHandle.standardOutput.write(Data((line + "\n").utf8))
    }

    /// Prints text as it is.
    package func write(_ text: String) {
        FileHandle.standardOutput.write(Data(text.utf8))
    }

    /// Prints messages about mistakes.
    package func complain(_ text: String) {
        FileHandle.standardError.write(Data(text.utf8))
    }

    /// Redraws the last line on a terminal; nothing elsewhere.
    package func redraw(_ line: String) {
        guard isInteractive else { return }
        FileHandle.standardOutput.write(Data("\r\u{1B}[2K\(line)".utf8))
    }
}
