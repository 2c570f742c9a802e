import Foundation

/// What a program printed, and how it ended.
public struct Ending: Equatable, Sendable {
    /// What it printed as its output.
    public var output: String
    /// What it printed as its errors.
    public var errors: String
    /// Its exit code.
    public var status: Int32

    /// Makes an ending to compare with.
    public init(output: String, errors: String, status: Int32) {
        self.output = output
        self.errors = errors
        self.status = status
    }

    /// Everything that was printed, with placeholders for the folder, the times and the number of
    /// templates, which would differ from run to run or with the theme.
    public func printed(in folder: String) -> String {
        (output + errors)
            .replacingOccurrences(of: folder, with: "SITE")
            .replacing(#/ in [0-9]+\.[0-9]{2} s/#, with: " in 0.00 s")
            .replacing(#/, [0-9]+ templates/#, with: ", 0 templates")
    }
}

/// Runs programs as a person at a shell would.
public enum Program {
    /// Runs the built `recount`.
    public static func recount(
        _ arguments: String...,
        in folder: String = NSTemporaryDirectory(),
        environment: [String: String] = [:]
    ) throws -> Ending {
        try run([Package.program] + arguments, in: folder, environment: environment)
    }

    /// Runs any program, found on the path when its name has no slash.
    ///
    /// The output is written to files, so that a full pipe cannot block the program.
    public static func run(
        _ command: [String],
        in folder: String = NSTemporaryDirectory(),
        environment: [String: String] = [:],
        input: URL? = nil
    ) throws -> Ending {
        let output = try Capture()
        let errors = try Capture()
        let process = Process()
        process.executableURL = URL(filePath: "/usr/bin/env")
        process.arguments = command
        process.currentDirectoryURL = URL(filePath: folder)
        // Nothing is kept in the folder of whoever runs the tests.
        process.environment = ProcessInfo.processInfo.environment
            .filter { !["SOURCE_DATE_EPOCH", "NO_COLOR"].contains($0.key) }
            .merging(["XDG_STATE_HOME": "/dev/null/none"]) { $1 }
            .merging(environment) { $1 }
        process.standardOutput = output.handle
        process.standardError = errors.handle
        process.standardInput = try input.map(FileHandle.init(forReadingFrom:)) ?? .nullDevice
        try process.run()
        process.waitUntilExit()
        return Ending(
            output: try output.text(),
            errors: try errors.text(),
            status: process.terminationStatus
        )
    }
}

/// A temporary file for the output of a program.
private final class Capture {
    private let url = FileManager.default.temporaryDirectory
        .appending(path: "recount-capture-\(UUID().uuidString)")
    let handle: FileHandle

    init() throws {
        try Data().write(to: url)
        handle = try FileHandle(forWritingTo: url)
    }

    deinit { try? FileManager.default.removeItem(at: url) }

    func text() throws -> String {
        try handle.close()
        return String(decoding: try Data(contentsOf: url), as: UTF8.self)
    }
}
