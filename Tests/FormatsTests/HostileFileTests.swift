import Diagnostics
import Formats
import Foundation
import TestSupport
import Testing
import Text

/// Files that are damaged, or made to do damage, end in a message.
@Suite struct HostileFileTests {
    private static let header = SampleWorkbook.cell("A1", "id")
    private static let row =
        "<row r=\"1\">\(header)</row><row r=\"2\">\(SampleWorkbook.cell("A2", "x"))</row>"

    @Test func aWorkbookCutOffAnywhereIsRefused() {
        let whole = SampleWorkbook.sheet(HostileFileTests.row)
        #expect(read(whole).0?.text(0, 0) == "x")
        for length in whole.indices {
            let (table, log) = read(Array(whole[..<length]))
            #expect(table == nil, "\(length) bytes")
            #expect(log.diagnostics.map(\.rule) == ["workbook-unreadable"])
        }
    }

    @Test func aWorkbookWithAnyByteChangedDoesNotCrash() {
        let whole = SampleWorkbook.sheet(HostileFileTests.row)
        for index in whole.indices {
            for byte: UInt8 in [0x00, 0x3C, 0x7F, 0xFF] {
                var bytes = whole
                bytes[index] = byte
                let (table, log) = read(bytes)
                #expect(table != nil || log.hasErrors, "byte \(index)")
            }
        }
    }

    @Test(arguments: [
        "id,note\nA1,%\nA2,x\n", "id,note\nA1,\"%\"\nA2,x\n", "%,id\nA1,x\n", "id,%\nA1,x\n",
    ])
    func aRowThatIsLongerThanAnyRecordIsRefused(_ form: String) {
        let text = form.replacing("%", with: String(repeating: "x", count: 5 << 20))
        var log = DiagnosticLog()
        let table = CSVReader.read(Array(text.utf8), file: "t.csv", log: &log)
        #expect(log.diagnostics.map(\.rule) == ["file-too-large"])
        #expect(log.diagnostics[0].message.hasPrefix("this row has 52428"))
        #expect(table?.isDamaged(0) != false)
        #expect(table?.isDamaged(1) != true)
    }

    @Test func entitiesOfItsOwnAreRefused() {
        let parts = SampleWorkbook.archive([
            ("xl/workbook.xml", "<!DOCTYPE x [<!ENTITY a \"b\">]><workbook>&a;</workbook>")
        ])
        #expect(reason(parts) == "it holds damaged XML")
    }

    @Test(Needs.python)
    func aBombIsRefusedBeforeItUnpacks() throws {
        let program = """
            import sys, zipfile, struct
            path, lie = sys.argv[1], sys.argv[2] == 'lie'
            with zipfile.ZipFile(path, 'w', zipfile.ZIP_DEFLATED) as z:
                with z.open('xl/workbook.xml', 'w') as f:
                    for _ in range(300): f.write(b' ' * (1 << 20))
            if lie:
                data = open(path, 'rb').read()
                data = data.replace(struct.pack('<I', 300 << 20), struct.pack('<I', 100))
                open(path, 'wb').write(data)
            """
        let file = FileManager.default.temporaryDirectory.appending(
            path: "\(UUID().uuidString).xlsx"
        )
        defer { try? FileManager.default.removeItem(at: file) }
        _ = try Python.evaluate(program, file.path, "plain")
        #expect(
            reason([UInt8](try Data(contentsOf: file)))
                == "“xl/workbook.xml” would unpack to 314572800 bytes; at most 268435456 are read"
        )
        _ = try Python.evaluate(program, file.path, "lie")
        #expect(reason([UInt8](try Data(contentsOf: file))) == "“xl/workbook.xml” is damaged")
    }

    @Test func otherFormatsAreNamed() {
        let old: [UInt8] = [0xD0, 0xCF, 0x11, 0xE0]
        #expect(reason(old) == "it is in the old Excel format (.xls)")
        let protected = old + "EncryptedPackage".utf8.flatMap { [$0, 0] as [UInt8] }
        #expect(reason(protected) == "it is protected by a password")
        #expect(reason(Array("id,date".utf8)) == "it is not an Excel workbook")
        #expect(
            reason(SampleWorkbook.archive([("content.xml", "")]))
                == "it is an OpenDocument file; save it as .xlsx or as CSV UTF-8"
        )
        #expect(
            reason(SampleWorkbook.archive([("xl/workbook.bin", "")]))
                == "it is a binary workbook (.xlsb); save it as .xlsx"
        )
        #expect(
            reason(SampleWorkbook.archive([("a.txt", "")]))
                == "it is a ZIP archive without a workbook in it"
        )
    }

    @Test func aHundredThousandMistakesAreReportedBriefly() {
        let text = "a,b\n" + String(repeating: "1\n", count: 100_000)
        var log = DiagnosticLog()
        _ = CSVReader.read(Array(text.utf8), file: "t.csv", log: &log)
        #expect(log.diagnostics.count == 51)
        #expect(
            log.sorted.last?.message
                == "the row has 1 cell, but the table has 2 columns: “b” is missing, "
                + "and 99949 more like this in this file"
        )
    }

    @Test func aFileInAnotherEncodingIsReportedOnce() {
        var log = DiagnosticLog()
        let text = Array("id\n".utf8) + (0..<5000).flatMap { _ in [0xC7, 0xE1, 0x0A] as [UInt8] }
        _ = CSVReader.read(text, file: "t.csv", log: &log)
        #expect(log.diagnostics.map(\.rule) == Array(repeating: "invalid-utf8", count: 6))
        #expect(
            log.sorted.last?.message
                == "byte 0xE1 is not UTF-8, and 9994 more like this in this file"
        )
    }

    @Test func textsMadeToBeSlowAreReadInTime() {
        let clock = ContinuousClock()
        let texts = [
            "a,b\n" + String(repeating: "\"a\" b,c\n", count: 20_000),
            "a,b\n" + String(repeating: "\"a\n", count: 20_001),
            "a,b\n" + String(repeating: "\n", count: 100_000) + "\"",
            String(repeating: "\"\"", count: 100_000),
            "a,b\n\"" + String(repeating: "\"\"", count: 100_000),
        ]
        for text in texts {
            let time = clock.measure {
                var log = DiagnosticLog()
                _ = CSVReader.read(Array(text.utf8), file: "t.csv", log: &log)
            }
            #expect(time < .seconds(20), "\(text.prefix(20))")
        }
    }

    private func read(_ bytes: [UInt8]) -> (Table?, DiagnosticLog) {
        var log = DiagnosticLog()
        return (XLSXReader.read(bytes, file: "t.xlsx", log: &log), log)
    }

    private func reason(_ bytes: [UInt8]) -> String? {
        let (table, log) = read(bytes)
        guard table == nil, log.diagnostics.count == 1 else { return nil }
        let prefix = "the workbook cannot be read: "
        return log.diagnostics.first.map { String($0.message.dropFirst(prefix.count)) }
    }
}
