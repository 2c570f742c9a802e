import Foundation
import TestSupport
import Testing

@testable import Output

/// A file system of one megabyte, which only root can mount.
private func smallDisk(_ body: (String) throws -> Void) throws -> Bool {
    let sandbox = try Sandbox()
    func run(_ tool: String, _ arguments: [String]) -> Bool {
        let process = Process()
        process.executableURL = URL(fileURLWithPath: tool)
        process.arguments = arguments
        process.standardError = nil
        guard (try? process.run()) != nil else { return false }
        process.waitUntilExit()
        return process.terminationStatus == 0
    }
    let mounted = run(
        "/bin/mount",
        ["-t", "tmpfs", "-o", "size=1m,nr_inodes=200", "recount-test", sandbox.path]
    )
    guard mounted else { return false }
    defer { _ = run("/bin/umount", [sandbox.path]) }
    try body(sandbox.path)
    return true
}

private let canMount = (try? smallDisk { _ in }) ?? false

@Suite(.serialized, .enabled("needs the right to mount a small disk") { canMount })
struct DiskFullTests {
    @Test func aFullDiskIsReportedAndTheOldReportStays() throws {
        _ = try smallDisk { disk in
            let sandbox = try Sandbox(in: disk)
            try sandbox.build(["a.html": "a"])
            let staged = try sandbox.folder.stage()
            try staged.write("a.html", [UInt8](repeating: 1, count: 600_000))
            #expect(
                message { try staged.write("b.html", [UInt8](repeating: 1, count: 600_000)) }
                    == "Cannot write “b.html”: the disk is full."
            )
            staged.discard()
            #expect(try sandbox.texts() == ["a.html": "a"])
            #expect(try sandbox.names() == ["Output"])
        }
    }

    @Test func aDiskWithoutRoomForAnotherFileIsReported() throws {
        _ = try smallDisk { disk in
            let sandbox = try Sandbox(in: disk)
            try sandbox.build(["a.html": "a"])
            let before = try sandbox.allTexts()
            let text = message {
                try sandbox.build(
                    Dictionary(uniqueKeysWithValues: (0..<300).map { ("f\($0).html", "") })
                )
            }
            #expect(
                text.hasPrefix("Cannot create “f") && text.hasSuffix(".html”: the disk is full.")
            )
            #expect(try sandbox.allTexts() == before)
            #expect(try sandbox.names() == ["Output"])
        }
    }

    @Test func anOutputThatIsAMountedDiskIsRefusedAndUntouched() throws {
        _ = try smallDisk { disk in
            let folder = OutputFolder(path: disk)
            let staged = try folder.stage()
            try staged.write("a.html", [1])
            #expect(
                message { _ = try staged.commit() } == """
                    Cannot replace “\(disk)”: it is in use, perhaps as the place where a disk is \
                    mounted.
                    """
            )
            #expect(try FileManager.default.contentsOfDirectory(atPath: disk) == [])
        }
    }
}
