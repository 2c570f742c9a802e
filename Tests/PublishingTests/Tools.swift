import Foundation
import TestSupport

/// The programs that tests talk to, when they are there.
///
/// A test that needs one is skipped by name where it is missing; with `CI=true` nothing is skipped,
/// and a missing program fails the test.
enum Tools {
    /// Whether a test that needs these programs runs; none of them does with `RECOUNT_FAST=1`.
    static func run(_ names: String...) -> Bool {
        !Package.isFast && (Package.isCI || names.allSatisfy { path($0) != nil })
    }

    /// Whether the tests against an object store run.
    static var runStore: Bool {
        run("rclone") && (Package.isCI || Python.has("moto.server"))
    }

    /// Where a program is.
    static func path(_ name: String) -> String? {
        let folders = (ProcessInfo.processInfo.environment["PATH"] ?? "").split(separator: ":")
        return (folders.map { String($0) } + ["/usr/sbin", "/sbin"]).map { "\($0)/\(name)" }
            .first { FileManager.default.isExecutableFile(atPath: $0) }
    }

    /// Starts a program with its output discarded.
    static func start(_ path: String, _ arguments: [String]) throws -> RunningProgram {
        try RunningProgram(path, arguments)
    }

    /// Runs a program to its end; fails unless it succeeds.
    static func run(_ path: String, _ arguments: [String]) throws {
        let code = try start(path, arguments).exitCode()
        guard code == 0 else { throw Failure(program: path, code: code) }
    }

    struct Failure: Error {
        let program: String
        let code: Int32
    }

    /// A port of the loopback address that nobody listens on.
    static func freePort() -> Int {
        let file = socket(AF_INET, streamSocket, 0)
        defer { close(file) }
        var address = loopback(port: 0)
        var length = socklen_t(MemoryLayout<sockaddr_in>.size)
        withUnsafeMutablePointer(to: &address) {
            $0.withMemoryRebound(to: sockaddr.self, capacity: 1) {
                _ = bind(file, $0, length)
                _ = getsockname(file, $0, &length)
            }
        }
        return Int(UInt16(bigEndian: address.sin_port))
    }

    /// Waits until somebody listens on a port; at most ten seconds.
    static func waitForPort(_ port: Int) -> Bool {
        for _ in 0..<200 {
            let file = socket(AF_INET, streamSocket, 0)
            defer { close(file) }
            var address = loopback(port: port)
            let connected = withUnsafePointer(to: &address) {
                $0.withMemoryRebound(to: sockaddr.self, capacity: 1) {
                    connect(file, $0, socklen_t(MemoryLayout<sockaddr_in>.size)) == 0
                }
            }
            if connected { return true }
            usleep(50_000)
        }
        return false
    }

    #if os(Linux)
    private static let streamSocket = CInt(SOCK_STREAM.rawValue)
    #else
    private static let streamSocket = SOCK_STREAM
    #endif

    private static func loopback(port: Int) -> sockaddr_in {
        var address = sockaddr_in()
        address.sin_family = sa_family_t(AF_INET)
        address.sin_port = UInt16(port).bigEndian
        address.sin_addr.s_addr = UInt32(0x7F00_0001).bigEndian
        return address
    }
}

/// A program that a test has started; it ends with its last owner, or by itself after a quarter of an hour.
final class RunningProgram: @unchecked Sendable {
    private let process = Process()

    init(_ path: String, _ arguments: [String]) throws {
        if let timeout = Tools.path("timeout") {
            process.executableURL = URL(fileURLWithPath: timeout)
            process.arguments = ["-s", "KILL", "900", path] + arguments
        } else {
            process.executableURL = URL(fileURLWithPath: path)
            process.arguments = arguments
        }
        process.standardInput = FileHandle.nullDevice
        process.standardOutput = FileHandle.nullDevice
        process.standardError = FileHandle.nullDevice
        try process.run()
    }

    /// Ends the program by the signal that cannot be blocked.
    ///
    /// Tests run on threads that block signals, and what they start inherits that. `timeout` leads a group of its own with what it runs.
    deinit {
        guard process.isRunning else { return }
        kill(-process.processIdentifier, SIGKILL)
        kill(process.processIdentifier, SIGKILL)
        process.waitUntilExit()
    }

    func exitCode() -> Int32 {
        process.waitUntilExit()
        return process.terminationStatus
    }
}
