// A build depends on the site's files, the options, the program with its libraries, and a few variables of the
// environment. If all of them are as they were, and the output too, then it would write the same bytes again.

import Diagnostics
import Formats
import Foundation
import Media
import Output

/// What a build depends on besides its output, as far as it can be told without reading the site's files.
struct BuildTrace: Sendable {
    /// The digest of everything.
    let digest: Digest
    /// Whether the files were last changed long enough before to tell a change since.
    let isSettled: Bool

    /// Looks at everything but files of `others`; `nil` when that cannot be done, or when the site's folders hold
    /// something that is reported.
    init?(site: String, options: [String], program: String, without others: Set<String> = []) {
        let start = FileTrace.now
        var log = DiagnosticLog()
        guard let files = try? InputTree.scan(site, log: &log), log.sorted.isEmpty else {
            return nil
        }
        var trace = FileTrace()
        for text in options + [program, site] { trace.add(text) }
        let environment = ProcessInfo.processInfo.environment
        for name in ["SOURCE_DATE_EPOCH", "HOME"] { trace.add(environment[name] ?? "") }
        for file in files.files where !others.contains(file.path) {
            trace.add(file.path)
            trace.add(file: files.place(of: file))
        }
        if !files.files(below: "content/media").isEmpty {
            let folders = (environment["PATH"] ?? "").split(separator: ":")
            for tool in MediaPrograms.all {
                for folder in folders { trace.add(file: "\(folder)/\(tool)") }
            }
        }
        isSettled = trace.isSettled(at: start)
        guard let digest = trace.finish() else { return nil }
        self.digest = digest
    }

    /// The state of the program's file and of its libraries, at the start of the process; `nil` on systems that do
    /// not list them.
    static let program: String? = {
        var trace = FileTrace()
        return trace.addProgram() ? trace.finish()?.description : nil
    }()
}
