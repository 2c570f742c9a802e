import Diagnostics
import Formats
import Foundation
import TestSupport
import Testing

/// Reads other people's test inputs; without them the tests say that they were skipped.
@Suite struct CorpusTests {
    static let hasCorpora = Package.corpus("csv-spectrum") != nil
    static let spectrum: [String] = {
        let folder = Package.corpus("csv-spectrum/csvs")
        let names = folder.flatMap { try? FileManager.default.contentsOfDirectory(atPath: $0.path) }
        return (names ?? []).map { String($0.dropLast(4)) }.sorted()
    }()

    @Test(
        .enabled(if: hasCorpora, "needs csv-spectrum: set RECOUNT_CORPORA"),
        arguments: spectrum
    )
    func csvSpectrumIsReadAsItsAuthorsExpect(_ name: String) throws {
        let folder = try #require(Package.corpus("csv-spectrum"))
        var csv = [UInt8](try Data(contentsOf: folder.appending(path: "csvs/\(name).csv")))
        let json = try Data(contentsOf: folder.appending(path: "json/\(name).json"))
        var log = DiagnosticLog()
        if name.hasSuffix("_crlf"), !csv.contains(0x0D) {
            // A checkout may have turned the line ends that this file is about into plain ones.
            csv = csv.flatMap { $0 == 0x0A ? [0x0D, 0x0A] : [$0] }
        }
        let table = try #require(CSVReader.read(csv, file: name, log: &log))
        if name == "location_coordinates" {
            // Its JSON is one object with another telephone number, and two letters were lost.
            let expected = try JSONDecoder().decode([String: String].self, from: json)
            let key = "Contact Phone Number"
            #expect(
                rows(table).map { $0.filter { $0.key != key } } == [
                    expected.filter { $0.key != key }
                ]
            )
            #expect(
                log.diagnostics.map(\.rule) == ["replacement-character", "replacement-character"]
            )
            return
        }
        let expected = try JSONDecoder().decode([[String: String]].self, from: json)
        #expect(log.diagnostics == [])
        #expect(rows(table) == expected)
        let own = try #require(JSONTableReader.read([UInt8](json), file: name, log: &log))
        #expect(rows(own) == expected)
    }

    @Test(
        .enabled(
            if: Package.corpus("blns") != nil,
            "needs the list of naughty strings: set RECOUNT_CORPORA"
        )
    )
    func naughtyStringsComeThroughEveryReader() throws {
        let file = try #require(Package.corpus("blns/blns.json"))
        let data = try Data(contentsOf: file)
        let naughty = try JSONDecoder().decode([String].self, from: data)
        #expect(naughty.count > 500)
        var log = DiagnosticLog()

        let document = try #require(JSONReader.read([UInt8](data), file: "blns", log: &log))
        #expect(document.root.asArray?.map(\.asString) == naughty)

        let quoted = naughty.map { "\"" + $0.replacing("\"", with: "\"\"") + "\",x\r\n" }.joined()
        let csv = try #require(CSVReader.read(Array("n,m\n\(quoted)".utf8), file: "n", log: &log))
        #expect((0..<csv.rowCount).map { csv.text($0, 0) } == naughty)

        let encoded = try JSONEncoder().encode(naughty.map { ["n": $0] })
        let json = try #require(JSONTableReader.read([UInt8](encoded), file: "n", log: &log))
        #expect((0..<json.rowCount).map { json.text($0, 0) } == naughty)
        #expect(log.diagnostics == [])
    }

    private func rows(_ table: Table) -> [[String: String]] {
        (0..<table.rowCount)
            .map { row in
                Dictionary(
                    uniqueKeysWithValues: zip(
                        table.columns,
                        table.columns.indices.map { table.text(row, $0) }
                    )
                )
            }
    }
}
