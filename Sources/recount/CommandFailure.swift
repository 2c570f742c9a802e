// How commands fail: each prints what is wrong and throws the exit code that belongs to it.

import ArgumentParser
import Building
import Diagnostics

extension ExitCode {
    /// The exit code of a build.
    init(_ ending: BuildReporter.Ending) { self.init(ending.rawValue) }
}

extension Terminal {
    /// Prints a message and returns the exit code to throw: 2, unless the content or the arguments are wrong.
    func failure(_ message: Any, code: Int32 = 2) -> ExitCode {
        complain("recount: \(message)\n")
        return ExitCode(code)
    }

    /// Prints the mistakes in the content and returns the exit code to throw.
    func mistakes(_ log: DiagnosticLog) -> ExitCode {
        let printer = DiagnosticPrinter(usesColor: usesColor, limit: DiagnosticPrinter.usualLimit)
        complain(printed: printer.report(log))
        return ExitCode(.mistakes)
    }
}
