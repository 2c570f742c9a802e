import Foundation

/// Where things are that the tests use: this package, its example, and the program as it was built.
enum Package {
    /// The package's top folder.
    static let root = URL(filePath: #filePath)
        .deletingLastPathComponent().deletingLastPathComponent()
        .deletingLastPathComponent().deletingLastPathComponent().path
    /// This folder of tests.
    static let tests = root + "/Tests/CommandTests"

    /// The built program, which stands beside the tests' own bundle.
    static let program: String = {
        #if os(macOS)
        let bundle = Bundle.allBundles.first { $0.bundlePath.hasSuffix(".xctest") }
        let folder = bundle?.bundleURL.deletingLastPathComponent()
        #else
        let folder = Bundle.main.executableURL?.deletingLastPathComponent()
        #endif
        return (folder?.path ?? ".build/debug") + "/recount"
    }()

    /// A setting of the environment; `nil` when it is empty or not there.
    static func environment(_ name: String) -> String? {
        ProcessInfo.processInfo.environment[name].flatMap { $0.isEmpty ? nil : $0 }
    }

    /// Whether tests that need a browser or Java are left out.
    static let isFast = environment("RECOUNT_FAST") != nil
    /// Whether nothing may be skipped.
    static let isCI = environment("CI") == "true"
}
