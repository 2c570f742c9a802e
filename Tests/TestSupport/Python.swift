import Foundation
import Synchronization
import Testing

/// The Python that checks Recount's output: `RECOUNT_PYTHON`, that of `make test`, or the system's.
public enum Python {
    /// The program; `nil` when there is none.
    public static let path: String? = {
        let own = Package.root + "/.build/python/bin/python"
        return [Package.environment("RECOUNT_PYTHON"), own, "python3"].compactMap(\.self)
            .first { (try? Program.run([$0, "-c", "print(1)"]))?.output == "1\n" }
    }()

    /// Whether it can import a module.
    public static func has(_ module: String) -> Bool {
        guard let path else { return false }
        return modules.withLock { modules in
            if let known = modules[module] { return known }
            let isThere = (try? Program.run([path, "-c", "import \(module)"]))?.status == 0
            modules[module] = isThere
            return isThere
        }
    }

    /// Whether a module can be imported, cached because each check starts a process.
    private static let modules = Mutex<[String: Bool]>([:])

    /// Runs a program given as text, and returns its output.
    ///
    /// Throws its error output when it fails.
    public static func evaluate(_ program: String, _ arguments: String...) throws -> String {
        let ending = try Program.run([path ?? "python3", "-c", program] + arguments)
        guard ending.status == 0 else { throw Failure(description: ending.errors) }
        return ending.output
    }

    /// What a Python program printed as its error.
    public struct Failure: Error, CustomStringConvertible {
        /// The text.
        public let description: String

        /// Makes the error from what was printed.
        public init(description: String) { self.description = description }
    }

    /// Runs a script below the package.
    public static func run(
        _ script: String,
        _ arguments: [String],
        input: URL? = nil
    ) throws -> Ending {
        try Program.run(
            [path ?? "python3", Package.root + "/" + script] + arguments,
            environment: ["PYTHONDONTWRITEBYTECODE": "1", "PYTHONUTF8": "1"],
            input: input
        )
    }
}

/// Tools that a test needs besides Swift.
///
/// With `CI=true` no test is skipped, so the test fails if its tool is missing.
public enum Needs {
    /// Python 3 of any kind.
    public static let python: ConditionTrait = .enabled(
        if: Package.isCI || Python.path != nil,
        "needs Python 3 (RECOUNT_PYTHON may name one)"
    )

    /// A Python with a module.
    public static func module(_ name: String) -> ConditionTrait {
        .enabled(
            if: Package.isCI || Python.has(name),
            "needs Python with \(name); make test installs it"
        )
    }

    /// A program that is installed beside Python, or on the path.
    public static func program(_ name: String) -> ConditionTrait {
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

    /// A program on the path, which ends well with this argument.
    public static func installed(_ name: String, _ argument: String) -> ConditionTrait {
        .enabled(
            if: Package.isCI || (try? Program.run([name, argument]))?.status == 0,
            "needs \(name); make test installs it"
        )
    }

    /// A browser or Java, which `RECOUNT_FAST=1` leaves out.
    public static func slow(_ module: String, _ tool: String...) -> ConditionTrait {
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
