import Foundation

/// Where things are that the tests use, and what the environment asks of them.
public enum Package {
    /// The package's top folder.
    public static let root = URL(filePath: #filePath)
        .deletingLastPathComponent().deletingLastPathComponent()
        .deletingLastPathComponent().path

    /// The built program, which stands beside the tests' own bundle.
    public static let program: String = {
        #if os(macOS)
        let bundle = Bundle.allBundles.first { $0.bundlePath.hasSuffix(".xctest") }
        let folder = bundle?.bundleURL.deletingLastPathComponent()
        #else
        let folder = Bundle.main.executableURL?.deletingLastPathComponent()
        #endif
        return (folder?.path ?? ".build/debug") + "/recount"
    }()

    /// A setting of the environment; `nil` when it is empty or not there.
    public static func environment(_ name: String) -> String? {
        ProcessInfo.processInfo.environment[name].flatMap { $0.isEmpty ? nil : $0 }
    }

    /// Whether tests that need a browser, Java or servers are left out.
    public static let isFast = environment("RECOUNT_FAST") != nil
    /// Whether nothing may be skipped.
    public static let isCI = environment("CI") == "true"
    /// Whether expectations are written anew instead of being compared; never where nobody reads them.
    public static let isAccepting = environment("RECOUNT_ACCEPT") == "1" && !isCI

    /// A file or folder of other people's test inputs, which are too large or not ours to keep beside
    /// the tests: below `RECOUNT_CORPORA`, else beside the package; `nil` when it is not there.
    public static func corpus(_ path: String) -> URL? {
        let beside = root + "/../shared/corpora"
        let place = URL(filePath: environment("RECOUNT_CORPORA") ?? beside).appending(path: path)
        return FileManager.default.fileExists(atPath: place.path) ? place : nil
    }
}
