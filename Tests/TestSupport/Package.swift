import Foundation

/// The paths that tests use, and the settings of the environment.
public enum Package {
    /// The package's top folder.
    public static let root = URL(filePath: #filePath)
        .deletingLastPathComponent().deletingLastPathComponent()
        .deletingLastPathComponent().path

    /// The program that commands are tested with: that of `RECOUNT_PROGRAM`, else the one beside the bundle of the
    /// tests, which is not optimised and takes several times as long.
    public static let program: String = {
        if let chosen = environment("RECOUNT_PROGRAM") { return chosen }
        #if os(macOS)
        let bundle = Bundle.allBundles.first { $0.bundlePath.hasSuffix(".xctest") }
        let folder = bundle?.bundleURL.deletingLastPathComponent()
        #else
        let folder = Bundle.main.executableURL?.deletingLastPathComponent()
        #endif
        return (folder?.path ?? ".build/debug") + "/recount"
    }()

    /// A variable of the environment; `nil` when it is empty or not set.
    public static func environment(_ name: String) -> String? {
        ProcessInfo.processInfo.environment[name].flatMap { $0.isEmpty ? nil : $0 }
    }

    /// Whether tests that need a browser, Java or servers are left out.
    public static let isFast = environment("RECOUNT_FAST") != nil
    /// Whether tests that kill programs try every moment, which takes an hour, instead of some.
    public static let isThorough = environment("RECOUNT_THOROUGH") != nil
    /// Whether no test may be skipped.
    public static let isCI = environment("CI") == "true"
    /// Whether expectations are replaced instead of compared; never in CI, where nobody reads the diff.
    public static let isAccepting = environment("RECOUNT_ACCEPT") == "1" && !isCI

    /// A file or folder of test inputs that are too large to keep beside the tests, or that may not be
    /// published: in `RECOUNT_CORPORA`, else beside the package; `nil` when it does not exist.
    public static func corpus(_ path: String) -> URL? {
        let beside = root + "/../shared/corpora"
        let place = URL(filePath: environment("RECOUNT_CORPORA") ?? beside).appending(path: path)
        return FileManager.default.fileExists(atPath: place.path) ? place : nil
    }
}
