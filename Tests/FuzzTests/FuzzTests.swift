import Diagnostics
import Formats
import Foundation
import Markdown
import Records
import TestSupport
import Testing
import Text

@testable import Decoding
@testable import Output
@testable import Preview
@testable import Report
@testable import Templates

/// Every reader is given broken input: it reports what is wrong with it, and the process goes on.
@Suite(.serialized) struct FuzzTests {
    private func expectNoFault(
        _ name: String,
        inputs: Int = 400,
        words: [String],
        _ read: @escaping (_ bytes: [UInt8], _ log: inout DiagnosticLog) -> Bool
    ) throws {
        let fuzzer = Fuzzer(name: name, words: words) { bytes in
            var log = DiagnosticLog()
            let isRead = read(bytes, &log)
            // Every message can be printed, and what is not read is said.
            let text = DiagnosticPrinter().text(log)
            return !isRead && text.isEmpty ? "nothing was read and nothing was said" : nil
        }
        let (count, faults) = try fuzzer.run(inputs: inputs)
        #expect(faults == [], "\(name)")
        #expect(count > 10, "\(name)")
    }

    private static func text(_ bytes: [UInt8]) -> String { String(decoding: bytes, as: UTF8.self) }

    @Test func tables() throws {
        try expectNoFault(
            "csv",
            words: [",", "\"", "\"\"", "\n", "\r\n", ";", "\t", "\u{FEFF}", "\0", "#REF!"]
        ) {
            bytes,
            log in
            guard let table = CSVReader.read(bytes, file: "t.csv", log: &log) else { return false }
            for row in 0..<min(table.rowCount, 50) {
                for column in table.columns.indices { _ = table.text(row, column) }
            }
            return true
        }
    }

    @Test func json() throws {
        try expectNoFault(
            "json",
            words: [
                "{", "}", "[", "]", ",", ":", "\"", "\\u", "\\ud800", "1e999", "-", "null", "[[[[",
            ]
        ) {
            JSONTableReader.read($0, file: "t.json", log: &$1) != nil
        }
    }

    @Test func yaml() throws {
        let words = [
            ": ", "- ", "\n", "  ", "&a ", "*a", "!!binary ", "|\n", ">\n", "\"", "'", "{", "}",
            "[", "]", "? ", "---\n", "%", "\t", "<<: ", "#",
        ]
        try expectNoFault("yaml", words: words) { bytes, log in
            guard let text = String(validating: bytes, as: UTF8.self) else { return true }
            _ = YAMLReader.read(text, file: "a.yaml", log: &log)
            return true
        }
    }

    @Test func workbooks() throws {
        try expectNoFault(
            "xlsx",
            inputs: 250,
            words: [
                "PK\u{3}\u{4}", "PK\u{1}\u{2}", "<row>", "</c>", "<c r=\"A1\">", "&lt;",
                "&#x110000;", "<![CDATA[", "<v>1e308</v>",
            ]
        ) {
            bytes,
            log in
            // Rows alone are put into a whole workbook, so that changes of them do not end at its checksums.
            let isArchive = bytes.starts(with: "PK".utf8)
            let workbook = isArchive ? bytes : SampleWorkbook.sheet(FuzzTests.text(bytes))
            return XLSXReader.read(workbook, file: "t.xlsx", log: &log) != nil
        }
    }

    @Test func frontMatter() throws {
        try expectNoFault(
            "front-matter",
            words: ["---\n", "+++\n", "\r\n", "\u{FEFF}", ": ", "draft", "\n"]
        ) { bytes, log in
            let matter = FrontMatter.split(FuzzTests.text(bytes), file: "a.md", log: &log)
            return !matter.isBroken
        }
    }

    @Test func markdown() throws {
        let words = [
            "*", "_", "[", "](", "![", "]:", "> ", "- ", "1. ", "|", "|-|\n", "`", "```\n", "~~",
            "[^1]", "[^1]: ", "<!--", "<?", "<a ", "&amp;", "\\", "\n", "\n\n", "# ", "http://",
            "    ",
        ]
        try expectNoFault("markdown", words: words) { bytes, log in
            let document = MarkdownDocument.parse(FuzzTests.text(bytes), file: "a.md", log: &log)
            let labels = MarkdownLabels(
                footnotes: "Notes",
                backToReference: "{n}",
                taskDone: "x",
                taskOpen: "o",
                table: "{n}"
            )
            let html = document.html(MarkdownRendering(labels: labels))
            return html.utf8.count <= 60 * bytes.count + 10_000
        }
    }

    @Test func templates() throws {
        let words = [
            "{{ ", " }}", "{% ", " %}", "{#", "#}", "for x in ", "endfor", "if ", "endif",
            "macro m(x)", "endmacro", "m(1)", "set t = ", "t ~ t", "block a", "include 'a.html'",
            "extends 'a.html'", "[1, 2]", "'", "\"", "|", "(", ")", "and ", "not ", "title",
        ]
        try expectNoFault("templates", words: words) { bytes, log in
            let file = TemplateFile(
                path: "page.html",
                source: bytes,
                displayName: "templates/page.html"
            )
            let set = TemplateSet.load(
                [file],
                kinds: [PageKind("page", template: "page.html", root: FuzzedPage.self)],
                environment: Environment(tables: [:], phrases: [:]),
                log: &log
            )
            if log.hasErrors { return true }
            var output = ByteText()
            try? set.render("page", FuzzedPage(), formatting: FuzzedFormatting(), into: &output)
            return true
        }
    }

    @Test func baseMaps() throws {
        try expectNoFault(
            "geojson",
            words: [
                "[", "]", "1e400", "-", "null", "\"type\":", "\"Polygon\"", "{", "}", ",", "[[[[",
            ]
        ) { bytes, log in
            _ = BaseMap.shapes(Basemap(path: "map.geojson", bytes: bytes), log: &log)
            return true
        }
    }

    @Test func releases() throws {
        try expectNoFault(
            "releases",
            words: ["{", "}", "[", "]", "\"", ":", ",", "null", "-1", "1e9", "9999999999999999999"]
        ) {
            ReleaseReader.read(
                $0,
                file: "content/releases/2026-01-01-1.json",
                measures: MeasureList(declared: []),
                log: &$1
            ) != nil
        }
    }

    @Test func manifests() throws {
        try expectNoFault(
            "manifest",
            words: [
                "{", "}", "[", "]", "\"", ":", ",", "null", "-1", "1e9", "9999999999999999999",
                "../",
            ]
        ) { bytes, _ in
            _ = try? ManifestReader.read(bytes, requiringIntact: true)
            _ = try? ManifestReader.read(bytes)
            return true
        }
    }

    @Test func requests() throws {
        try expectNoFault(
            "request",
            words: [
                "\r\n", "\n", "GET ", " HTTP/1.1", ":", "%2e%2e/", "%00", "//", "Host: localhost",
                "Range: bytes=", "-", ",", "\0",
            ]
        ) { bytes, _ in
            if case .request(let request, let length) = RequestParser.parse(bytes, seen: 0) {
                _ = try? RequestPath(request.target)
                return length <= bytes.count
            }
            return true
        }
    }
}

/// A page for templates that are made at random.
private struct FuzzedPage: TemplateRecord {
    static let schema = RecordSchema<Self>(
        "page",
        "A page.",
        [
            .text("title", "The title.") { _ in "A & <B>" },
            .texts("tags", "Several texts.") { _ in ["a", "b"] },
            .integer("count", "A number.") { _ in 3 },
        ]
    )
}

private struct FuzzedFormatting: TextFormatting {
    func number(_ value: Int) -> String { String(value) }
    func pluralCategory(_ value: Int) -> PluralCategory { value == 1 ? .one : .other }
}
