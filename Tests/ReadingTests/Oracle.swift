import Foundation

/// Other people's programs and texts that the tests compare with.
enum Oracle {
    /// The package's top folder.
    static let package = URL(filePath: #filePath)
        .deletingLastPathComponent().deletingLastPathComponent().deletingLastPathComponent()

    /// A Python that has openpyxl or at least the standard library; `nil` when there is none.
    static let python: String? = {
        let named = ProcessInfo.processInfo.environment["RECOUNT_PYTHON"]
        let own = package.appending(path: ".build/python/bin/python").path
        return [named, own, "python3"].compactMap(\.self)
            .first { (try? run($0, "print(1)")) == "1\n" }
    }()

    /// Whether that Python can write workbooks.
    static let hasOpenpyxl = hasModule("openpyxl")

    /// Whether that Python can import a module.
    static func hasModule(_ name: String) -> Bool {
        guard let python else { return false }
        return (try? run(python, "import \(name); print(1)")) == "1\n"
    }

    /// The folder with other people's test inputs; `nil` when it is not there.
    static let corpora: URL? = {
        let named = ProcessInfo.processInfo.environment["RECOUNT_CORPORA"].map { URL(filePath: $0) }
        let beside = package.deletingLastPathComponent().appending(path: "shared/corpora")
        return [named, beside].compactMap(\.self)
            .first {
                FileManager.default.fileExists(atPath: $0.path)
            }
    }()

    /// What a Python program prints.
    static func python(_ program: String, _ arguments: String...) throws -> String {
        try run(python ?? "python3", program, arguments)
    }

    struct Failure: Error {
        let message: String
    }

    private static func run(
        _ python: String,
        _ program: String,
        _ arguments: [String] = []
    ) throws -> String {
        let process = Process()
        process.executableURL = URL(filePath: "/usr/bin/env")
        process.arguments = [python, "-c", program] + arguments
        let output = Pipe()
        let errors = FileManager.default.temporaryDirectory
            .appending(path: "recount-python-\(UUID().uuidString)")
        try Data().write(to: errors)
        defer { try? FileManager.default.removeItem(at: errors) }
        process.standardOutput = output
        process.standardError = try FileHandle(forWritingTo: errors)
        try process.run()
        let data = output.fileHandleForReading.readDataToEndOfFile()
        process.waitUntilExit()
        guard process.terminationStatus == 0 else {
            throw Failure(message: (try? String(contentsOf: errors, encoding: .utf8)) ?? "")
        }
        return String(decoding: data, as: UTF8.self)
    }
}
