import Diagnostics
import Foundation

/// Standard output and standard error, and what they can display.
///
/// Everything that is printed passes through here, and nothing in it can control the terminal; see
/// ``Swift/String/visible``.
package struct Terminal: Sendable {
    /// Whether standard output is a terminal.
    package let isInteractive: Bool
    /// Whether messages are coloured: on a terminal, and never with NO_COLOR.
    package let usesColor: Bool
    /// Whether lines of progress and summary are left out, so that standard output holds one document.
    let isQuiet: Bool

    /// Inspects standard output, standard error and the environment.
    package init(isQuiet: Bool = false) {
        self.isQuiet = isQuiet
        let environment = ProcessInfo.processInfo.environment
        isInteractive = isatty(STDOUT_FILENO) == 1
        usesColor =
            isatty(STDERR_FILENO) == 1 && (environment["NO_COLOR"] ?? "").isEmpty
            && environment["TERM"] != "dumb"
    }

    /// Prints a line of progress or summary, unless the terminal is quiet.
    package func say(_ line: String) {
        guard !isQuiet else { return }
        FileHandle.standardOutput.write(Data((line.visibleLine + "\n").utf8))
    }

    /// Prints text to standard output, without adding a line break.
    package func write(_ text: String) {
        FileHandle.standardOutput.write(Data(text.visible.utf8))
    }

    /// Prints a JSON document to standard output.
    package func write(json: String) {
        FileHandle.standardOutput.write(Data(json.visibleJSON.utf8))
    }

    /// Prints text to standard error, without adding a line break.
    package func complain(_ text: String) {
        FileHandle.standardError.write(Data(text.visible.utf8))
    }

    /// Prints mistakes to standard error as a `DiagnosticPrinter` wrote them: in colours, and with the words of others
    /// made visible.
    package func complain(printed text: String) {
        FileHandle.standardError.write(Data(text.utf8))
    }

    /// Redraws the last line if standard output is a terminal.
    package func redraw(_ line: String) {
        guard isInteractive, !isQuiet else { return }
        FileHandle.standardOutput.write(Data("\r\u{1B}[2K\(line)".utf8))
    }
}
