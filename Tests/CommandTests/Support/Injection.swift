import Foundation
import TestSupport

/// A library that is loaded before the system's own, and lets a call fail or kills the process there.
enum Injection {
    /// Its file; `nil` where it cannot be made.
    static let library: String? = {
        #if os(Linux)
        let folder = FileManager.default.temporaryDirectory
            .appending(path: "recount-inject-\(ProcessInfo.processInfo.processIdentifier)").path
        let source = Package.tests + "/Support/inject.c"
        try? FileManager.default.createDirectory(
            atPath: folder,
            withIntermediateDirectories: true
        )
        let command = ["cc", "-shared", "-fPIC", source, "-o", folder + "/inject.so", "-ldl"]
        guard (try? Program.run(command).status) == 0 else { return nil }
        atexit { Injection.clean() }
        return folder + "/inject.so"
        #else
        return nil
        #endif
    }()

    private static func clean() {
        guard let library else { return }
        try? FileManager.default.removeItem(
            atPath: (library as NSString).deletingLastPathComponent
        )
    }

    /// The environment that makes a call fail, or kills the process there: `wish` names the call, which of its kind,
    /// and the number of the error or `KILL` (`write:3:KILL`); other programs than `program` go on.
    static func environment(_ wish: String, in program: String = "recount") -> [String: String] {
        ["INJECT": wish, "INJECT_PROGRAM": program, "LD_PRELOAD": library ?? ""]
    }
}
