import ArgumentParser
import Building

extension ExitCode {
    /// The exit code of a build that ended so.
    init(_ ending: BuildReporter.Ending) { self.init(ending.rawValue) }
}
