import Foundation
import Testing

/// The Python that checks what Recount made: `RECOUNT_PYTHON`, that of `make test`, or the system's.
enum Python {
    static let path: String? = {
        let own = Package.root + "/.build/python/bin/python"
        return [Package.environment("RECOUNT_PYTHON"), own, "python3"].compactMap(\.self)
            .first { (try? Program.run([$0, "-c", "print(1)"]))?.output == "1\n" }
    }()

    /// Whether it can import a module.
    static func has(_ module: String) -> Bool {
        guard let path else { return false }
        return (try? Program.run([path, "-c", "import \(module)"]))?.status == 0
    }

    /// Runs a script below the package.
    static func run(_ script: String, _ arguments: [String], input: URL? = nil) throws -> Ending {
        try Program.run(
            [path ?? "python3", Package.root + "/" + script] + arguments,
            environment: ["PYTHONDONTWRITEBYTECODE": "1", "PYTHONUTF8": "1"],
            input: input
        )
    }
}

/// What a test needs besides Swift; with `CI=true` nothing is skipped, so a missing tool fails.
enum Needs {
    static let python: ConditionTrait = .enabled(
        if: Package.isCI || Python.path != nil,
        "needs Python 3 (RECOUNT_PYTHON may name one)"
    )

    static func module(_ name: String) -> ConditionTrait {
        .enabled(
            if: Package.isCI || Python.has(name),
            "needs Python with \(name); make test installs it"
        )
    }

    /// A program that is installed beside Python, or on the path.
    static func program(_ name: String) -> ConditionTrait {
        let beside = Python.path.map {
            URL(filePath: $0).deletingLastPathComponent().path + "/" + name
        }
        let isThere = [beside, name].compactMap(\.self)
            .contains { (try? Program.run([$0, "--version"]))?.status == 0 }
        return .enabled(
            if: Package.isCI || isThere,
            "needs \(name) beside Python; make test installs it"
        )
    }

    /// A browser or Java, which `RECOUNT_FAST=1` leaves out.
    static func slow(_ module: String, _ tool: String...) -> ConditionTrait {
        let isThere =
            Python.has(module)
            && tool.contains {
                (try? Program.run([$0, $0 == "java" ? "-version" : "--version"]))?.status == 0
            }
        return .enabled(
            if: !Package.isFast && (Package.isCI || isThere),
            "needs \(tool[0]) and Python with \(module), and RECOUNT_FAST not to be set"
        )
    }
}
