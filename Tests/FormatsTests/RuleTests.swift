import Diagnostics
import Formats
import Foundation
import TestSupport
import Testing
import Text

/// What an author reads about tables, workbooks, YAML and folders.
@Suite struct RuleTests {
    private static let cases = MessageCases(beside: #filePath)

    @Test(arguments: try cases.all())
    func everyMistakeIsReportedAtItsPlaceInItsWords(_ mistake: MessageCase) throws {
        var log = DiagnosticLog()
        let file = try #require(mistake.files.first)
        if file.path.hasPrefix("content") {
            let site = try Sandbox()
            for file in mistake.files { try file.write(below: site.path) }
            _ = try InputTree.scan(site.path, folders: ["content"], log: &log)
        } else {
            try Self.read(file, &log)
        }
        try mistake.expect(DiagnosticPrinter().text(log))
    }

    @Test func everyRuleHasItsCase() throws {
        #expect(try Self.cases.rules() == Set(ReadingRule.allCases.map(\.rawValue)))
    }

    /// Reads a file as what its name says.
    private static func read(_ file: CaseFile, _ log: inout DiagnosticLog) throws {
        switch (file.path, file.note) {
        case ("t.csv", _):
            let table = CSVReader.read(file.bytes, file: file.path, log: &log)
            table?.reportGarbled(in: Array(table?.columns.indices ?? 0..<0), &log)
            table?.reportDirections(in: Array(table?.columns.indices ?? 0..<0), &log)
        case ("t.json", _):
            var selection = JSONTableReader.Selection()
            if let list = file.note.wholeMatch(of: /several values in “(.+)”, separated by “(.)”/) {
                selection.joints[String(list.1)] = "\(list.2) "
            }
            _ = JSONTableReader.read(file.bytes, file: file.path, selection, log: &log)
        case ("t.xlsx", _):
            let sheet = file.note.wholeMatch(of: /reading the sheet (.+)/).map { String($0.1) }
            _ = XLSXReader.read(workbook(file), file: file.path, sheet: sheet, log: &log)
        case ("a.md", _):
            _ = FrontMatter.split(try #require(file.text), file: file.path, log: &log)
        case ("site.yaml", "settings"):
            guard let node = YAMLReader.read(file.text ?? "", file: file.path, log: &log) else {
                return
            }
            let known = ["title", "draft", "language"]
            let fields = YAMLFields(node, what: "the settings", known: known, log: &log)
            _ = fields.requiredString("title", &log)
            _ = fields.bool("draft", &log)
        case ("site.yaml", _):
            _ = YAMLReader.read(try #require(file.text), file: file.path, log: &log)
        case (let path, _): Issue.record("no case holds a file \(path)")
        }
    }

    /// A workbook, of which a case holds what stands in the first sheet; or its very bytes.
    private static func workbook(_ file: CaseFile) -> [UInt8] {
        let names = file.note.wholeMatch(of: /sheets (.+)/)
            .map { $0.1.components(separatedBy: ", ") }
        return SampleWorkbook.sheet(text: file.text ?? "", names: names ?? ["Strikes"])
            ?? file.bytes
    }
}
