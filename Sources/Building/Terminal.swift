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
        isInteractive = isatty(STDOUT_FILENO) == 1
        usesColor =
            isatty(STDERR_FILENO) == 1 && (Terminal.variable("NO_COLOR") ?? "").isEmpty
            && Terminal.variable("TERM") != "dumb"
    }

    /// A variable of the environment; Foundation would read all of them first, which takes a tenth of a command that does
    /// little else.
    private static func variable(_ name: String) -> String? {
        getenv(name).map { String(cString: $0) }
    }

    /// Prints a line of progress or summary, unless the terminal is quiet.
    package func say(_ line: String) {
        guard !isQuiet else { return }
        StandardStream.output.write(line.visibleLine + "\n")
    }

    /// Prints text to standard output, without adding a line break.
    package func write(_ text: String) {
        StandardStream.output.write(text.visible)
    }

    /// Prints a JSON document to standard output.
    package func write(json: String) {
        StandardStream.output.write(json.visibleJSON)
    }

    /// Prints text to standard error, without adding a line break.
    package func complain(_ text: String) {
        StandardStream.errors.write(text.visible)
    }

    /// Prints mistakes to standard error as a `DiagnosticPrinter` wrote them: in colours, and with the words of others
    /// made visible.
    package func complain(printed text: String) {
        StandardStream.errors.write(text)
    }

    /// Redraws the last line if standard output is a terminal.
    package func redraw(_ line: String) {
        guard isInteractive, !isQuiet else { return }
        StandardStream.output.write("\r\u{1B}[2K\(line)")
    }

    /// Whether something could not be printed; a command then stops before its next step.
    ///
    /// A reader that has read enough, as `head`, is no failure.
    package var hasFailed: Bool {
        StandardStream.output.failure != nil || StandardStream.errors.failure != nil
    }

    /// The exit code of a command that has ended with `code`: 2 if something could not be printed, which is
    /// then stated on the other stream.
    package func exitCode(_ code: Int32) -> Int32 {
        let (output, errors) = (StandardStream.output, StandardStream.errors)
        guard hasFailed else { return code }
        if let failure = output.failure { errors.write(Terminal.message(output, failure)) }
        if let failure = errors.failure { output.write(Terminal.message(errors, failure)) }
        return 2
    }

    private static func message(_ stream: StandardStream, _ code: CInt) -> String {
        let reason = code == EBADF ? "it is closed" : SystemError.reason(code)
        return "recount: cannot write to \(stream.name): \(reason)\n"
    }
}
