import Diagnostics
import Formats
import Foundation

#if canImport(Glibc)
import Glibc
#else
import Darwin
#endif

/// For each rule an input that breaks it, and all that is told about it.
enum RuleExamples {
    static func messages(_ rule: ReadingRule) throws -> String {
        var log = DiagnosticLog()
        switch rule {
        case .notText: csv("PK\u{3}\u{4}…", &log)
        case .invalidUTF8:
            _ = CSVReader.read(Array("id\nA".utf8) + [0xE9, 0x0A], file: "t.csv", log: &log)
        case .zeroByte: csv("id,na\0me\n", &log)
        case .replacementCharacter: csv("id\n37\u{FFFD}36\n", &log)
        case .fileTooLarge: csv((0...1000).map { "c\($0)" }.joined(separator: ","), &log)
        case .tableEmpty: csv("\n\n", &log)
        case .wrongDelimiter: csv("id;date;place\n1;2;3\n", &log)
        case .columnNameEmpty: csv("id,,place\n1,2,3\n", &log)
        case .columnNameRepeated: csv("id,date,date\n1,2,3\n", &log)
        case .titleAboveHeader: csv("Strikes of 2017,,\n,,\nid,date,killed\nA1,2017,3\n", &log)
        case .totalRow: csv("id,date,killed\nA1,2017,3\nTOTAL,,3\n", &log)
        case .unclosedQuote: csv("id,place,n\nA1,\"Harat al-Badu,3\nA2,Raqqa\n", &log)
        case .textAfterQuote: csv("id,place\nA1,\"the \"bakery\" strike\"\nA2,\"x\n\ny\" z\n", &log)
        case .spaceBeforeQuote: csv("id,place\nA1, \"Raqqa, Syria\"\n", &log)
        case .rowTooLong: csv("id,place,killed\nA1,Raqqa, Syria,3\n", &log)
        case .rowTooShort: csv("id,place,killed\nA1,Raqqa\nA2,x,3", &log)
        case .workbookUnreadable: workbook(Array("PK\u{3}\u{4} and nothing more".utf8), &log)
        case .noSuchSheet:
            _ = XLSXReader.read(
                SampleWorkbook.sheet(""),
                file: "t.xlsx",
                sheet: "Strike",
                log: &log
            )
        case .otherSheets: workbook(sheet("", "", ["2016", "2017", "Notes"]), &log)
        case .errorCell: workbook(sheet("<c r=\"B2\" t=\"e\"><v>#REF!</v></c>"), &log)
        case .formulaNotComputed: workbook(sheet("<c r=\"B2\"><f>1+1</f></c>"), &log)
        case .notADate: workbook(sheet("<c r=\"B2\" s=\"1\"><v>60</v></c>"), &log)
        case .mergedCells:
            workbook(sheet("", "<mergeCells><mergeCell ref=\"A2:A5\"/></mergeCells>"), &log)
        case .cellOutsideTable: workbook(sheet(SampleWorkbook.cell("AB2", "a note")), &log)
        case .jsonSyntax: json("[{\"id\": \"A1\",\n  \"n\": 016}]", &log)
        case .jsonKeyRepeated: json("[{\"n\": 3,\n  \"n\": 8}]", &log)
        case .notATable: json("{\"A1\": {\"n\": 3}}", &log)
        case .nestedValue: json("[{\"id\": \"A1\", \"n\": {\"min\": 3}}]", &log)
        case .yamlSyntax: yaml("title: Raqqa: the record", &log)
        case .yamlAlias: yaml("from: &start 2017-06-06\nto: *start", &log)
        case .yamlTag: yaml("title: !!binary UmFxcWE=", &log)
        case .yamlKeyRepeated: yaml("title: One\nid: 1\n\"title\": Two", &log)
        case .nestingTooDeep:
            yaml(String(repeating: "[", count: 102) + String(repeating: "]", count: 102), &log)
        case .frontMatterUnclosed:
            _ = FrontMatter.split("---\ntitle: x\nText", file: "a.md", log: &log)
        case .unknownKey, .missingKey, .wrongType: fields("titel: Overview\ndraft: yes\n", &log)
        case .fileNameCollision:
            let site = try SampleSite(["content/Map.png": "", "content/map.png": ""])
            try site.write("content/Cafe\u{301}.md", [])
            try site.write("content/Café.md", [])
            try scan(site, &log)
        case .fileNameNotText:
            let site = try SampleSite()
            let name = Array("\(site.root)/content/".utf8) + [0xE9, 0]
            let file = open(name.map { CChar(bitPattern: $0) }, O_CREAT, 0o600)
            close(file)
            try scan(site, &log)
        case .linkOutside:
            let site = try SampleSite()
            try site.link("content/etc", to: "/etc")
            try scan(site, &log)
        case .brokenLink:
            let site = try SampleSite()
            try site.link("content/lost.png", to: "gone.png")
            try site.link("content/round", to: ".")
            try scan(site, &log)
        case .notAFile:
            let site = try SampleSite()
            mkfifo("\(site.root)/content/strikes.csv", 0o600)
            try scan(site, &log)
        }
        return DiagnosticPrinter().text(log)
    }

    private static func csv(_ text: String, _ log: inout DiagnosticLog) {
        _ = CSVReader.read(Array(text.utf8), file: "t.csv", log: &log)
    }

    private static func json(_ text: String, _ log: inout DiagnosticLog) {
        _ = JSONTableReader.read(Array(text.utf8), file: "t.json", log: &log)
    }

    private static func workbook(_ bytes: [UInt8], _ log: inout DiagnosticLog) {
        _ = XLSXReader.read(bytes, file: "t.xlsx", log: &log)
    }

    /// A sheet with the columns id and date, and one row.
    private static func sheet(
        _ cell: String,
        _ after: String = "",
        _ names: [String] = ["Strikes"]
    ) -> [UInt8] {
        let header = SampleWorkbook.cell("A1", "id") + SampleWorkbook.cell("B1", "date")
        let row = SampleWorkbook.cell("A2", "CS1") + cell
        return SampleWorkbook.sheet(
            "<row r=\"1\">\(header)</row><row r=\"2\">\(row)</row>",
            after: after,
            names: names,
            styles: "<cellXfs><xf numFmtId=\"0\"/><xf numFmtId=\"14\"/></cellXfs>"
        )
    }

    private static func yaml(_ text: String, _ log: inout DiagnosticLog) {
        _ = YAMLReader.read(text, file: "site.yaml", log: &log)
    }

    private static func fields(_ text: String, _ log: inout DiagnosticLog) {
        guard let node = YAMLReader.read(text, file: "site.yaml", log: &log) else { return }
        let known = ["title", "draft", "language"]
        let fields = YAMLFields(node, what: "the settings", known: known, log: &log)
        _ = fields.requiredString("title", &log)
        _ = fields.bool("draft", &log)
    }

    private static func scan(_ site: SampleSite, _ log: inout DiagnosticLog) throws {
        _ = try InputTree.scan(site.root, folders: ["content"], log: &log)
    }
}
