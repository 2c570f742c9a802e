import Foundation

/// Where messages go, and what the place can show.
struct Terminal: Sendable {
    /// Whether standard output is a terminal.
    let isInteractive: Bool
    /// Whether messages are coloured: on a terminal, and never with NO_COLOR.
    let usesColor: Bool

    /// Looks at standard output and error, and at the environment.
    init() {
        let environment = ProcessInfo.processInfo.environment
        isInteractive = isatty(STDOUT_FILENO) == 1
        usesColor =
            isatty(STDERR_FILENO) == 1 && (environment["NO_COLOR"] ?? "").isEmpty
            && environment["TERM"] != "dumb"
    }

    /// Prints a line of progress or summary.
    func say(_ line: String) {
        FileHandle.standardOutput.write(Data((line + "\n").utf8))
    }

    /// Prints text as it is.
    func write(_ text: String) {
        FileHandle.standardOutput.write(Data(text.utf8))
    }

    /// Prints messages about mistakes.
    func complain(_ text: String) {
        FileHandle.standardError.write(Data(text.utf8))
    }

    /// Redraws the last line on a terminal; nothing elsewhere.
    func redraw(_ line: String) {
        guard isInteractive else { return }
        FileHandle.standardOutput.write(Data("\r\u{1B}[2K\(line)".utf8))
    }
}
