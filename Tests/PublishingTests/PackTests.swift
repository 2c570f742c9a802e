import Foundation
import TestSupport
import Testing

@testable import Publishing

/// A report as one ZIP file, judged by Python's reader of such files.
@Suite(Needs.python) struct PackTests {
    private static let reader = """
        import sys, zipfile
        archive = zipfile.ZipFile(sys.argv[1])
        print(archive.testzip())
        for entry in archive.infolist():
            print(entry.filename, entry.date_time[:3], oct(entry.external_attr >> 16), entry.compress_type,
                  len(archive.read(entry)))
        """

    private func list(_ bytes: [UInt8], in sandbox: Sandbox) throws -> [Substring] {
        let path = sandbox.path + "/report.zip"
        try LocalFile.write(bytes, to: path)
        return try Python.evaluate(Self.reader, path).split(separator: "\n")
    }

    @Test func otherProgramsReadEveryFileOfThePackedReport() throws {
        let sandbox = try Sandbox()
        let text = String(repeating: "A sample line. ", count: 500)
        let report = try sandbox.report(["index.html": text, "ar/الرقة.html": "one", "a.txt": ""])
        let packed = try PackedReport(report)
        #expect(packed.files == 4)
        let lines = try list(packed.bytes, in: sandbox)
        #expect(
            lines == [
                "None", "report/a.txt (1980, 1, 1) 0o100644 0 0",
                "report/ar/الرقة.html (1980, 1, 1) 0o100644 0 3",
                "report/index.html (1980, 1, 1) 0o100644 8 7500",
                "report/manifest.json (1980, 1, 1) 0o100644 8 \(report.bytes.count)",
            ]
        )
        #expect(packed.bytes.count < 2_500)
    }

    @Test func theSameReportGivesTheSameBytes() throws {
        let files = ["index.html": String(repeating: "x", count: 9_000), "b.html": "two"]
        let first = try Sandbox()
        let second = try Sandbox()
        let reports = try [first.report(files), second.report(files, at: "elsewhere")]
        let packed = try reports.map { try PackedReport($0).bytes }
        #expect(packed[0] == packed[1])
    }

    @Test func aReportThatWasEditedAfterTheBuildIsNotPacked() throws {
        let sandbox = try Sandbox()
        let report = try sandbox.report(["index.html": "one"])
        try sandbox.put("two", at: "Output/index.html")
        #expect(
            message { _ = try PackedReport(report) } == """
                The report cannot be published: “index.html” was changed after the report was built; \
                build again.
                """
        )
    }

    @Test func aReportThatWasNotSearchedIsNotPacked() throws {
        let sandbox = try Sandbox()
        let report = try sandbox.report(["index.html": "one"], isSearched: false)
        #expect(
            message { _ = try PackedReport(report) }.contains("not searched for private values")
        )
    }

    @Test func moreFilesThanTheFirstFormatCanCountAreRead() throws {
        let sandbox = try Sandbox()
        var writer = ZipWriter()
        for number in 0..<70_000 { writer.add(.init(name: "f/\(number)", bytes: [1])) }
        let lines = try list(writer.finished(), in: sandbox)
        #expect(lines.count == 70_001)
        #expect(lines.first == "None")
        #expect(lines.last == "f/69999 (1980, 1, 1) 0o100644 0 1")
    }
}
