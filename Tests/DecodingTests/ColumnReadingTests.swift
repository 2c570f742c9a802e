import Decoding
import Diagnostics
import Formats
import Records
import Testing

/// Every declared column is written into a table, read, and read back: a column whose fact is put into the
/// wrong place, or taken out of it, is found.
@Suite struct ColumnReadingTests {
    @Test(arguments: ResourceKind.allCases, [true, false])
    func everyColumnIsReadAsItIsWritten(_ kind: ResourceKind, countsInOneColumn: Bool) throws {
        let cells = kind.columns(of: .builtIn).all
            .filter {
                $0.isPublished
                    && ($0.content != .count || ($0.role.part == .whole) == countsInOneColumn)
            }
            .map { ($0, ColumnReadingTests.cell($0)) }
        var site = DecodingSite()
        let fields = cells.map { column, cell in "name: \(cell.name)" }
        let row = cells.map { _, cell in cell.text }.joined(separator: ",")
        let others = "S8,2017-08-01\nS9,2017-08-01"
        if kind == .strikes {
            let blanks = String(repeating: ",", count: cells.count - 2)
            let more = others.split(separator: "\n").map { $0 + blanks }.joined(separator: "\n")
            site.add("strikes", fields, row + "\n" + more)
        } else {
            site.add("strikes", ["name: id", "name: date"], others)
            if kind != .sources {
                site.add("sources", ["name: id"], "id of sources")
            }
            site.add(kind.rawValue, fields, row)
        }
        let read = try site.read()
        let dataset = try #require(read.content?.dataset, "\(read.messages)")
        let held: [String]
        switch kind {
        case .strikes:
            held = texts(dataset.strikes, cells.map(\.1)) { $0.id == "id of strikes" }
        case .victims: held = texts(dataset.victims, cells.map(\.1))
        case .sources: held = texts(dataset.sources, cells.map(\.1))
        case .claims: held = texts(dataset.claims, cells.map(\.1))
        case .disclosures: held = texts(dataset.disclosures, cells.map(\.1))
        case .corrections: held = texts(dataset.corrections, cells.map(\.1))
        case .media: held = texts(dataset.media, cells.map(\.1))
        }
        #expect(held == cells.map(\.1.text), "\(read.messages)")
    }

    /// The cells of the first record that a condition holds for, as a download would have them.
    private func texts<Record: ColumnRecord>(
        _ records: [Record],
        _ cells: [Cell],
        _ isMeant: (Record) -> Bool = { _ in true }
    ) -> [String] {
        guard let place = records.firstIndex(where: isMeant) else { return [] }
        return cells.map { cell in
            Record.columns(of: .builtIn)[cell.role]?.cells(cell.role)(records, place).asText
                ?? "no column"
        }
    }

    /// A cell of the table, with the name of its column.
    private struct Cell {
        let role: Role
        let text: String
        var name: String { role.standardColumn }
    }

    private static func cell(_ column: ColumnShape) -> Cell {
        let role = column.role
        let text: String
        switch column.content {
        case .text(.any), .text(.name):
            text =
                column.references == .strikes
                ? "S8" : column.references == .sources ? "id of sources" : "\(role) in words"
        case .text(.key): text = "key-\(role.standardColumn.utf8.count)"
        case .text(.id): text = column.meaning.contains("page") ? "id of strikes" : "id of sources"
        case .text(.url): text = "https://example.org/\(role)"
        case .text(.time): text = "21:00"
        case .text(.age): text = "60s"
        case .text(.grading): text = "fair"
        case .text(.assessment): text = "credible"
        case .text(.word(let words)):
            text = words.words.last == "unstated" ? "exact" : words.words.last ?? ""
        case .names: return Cell(role: role.language("ar"), text: "الرقة")
        case .ids: text = column.references == .strikes ? "S8; S9" : "OLD1; OLD2"
        case .number: text = "7"
        case .count:
            let least = 100 - role.whole.name.utf8.count
            switch role.part {
            case .least: text = "\(least)"
            case .most: text = "\(least + 50)"
            case .whole, .anyLanguage, .language: text = "\(least)–\(least + 50)"
            }
        case .date: text = role == .lastUpdated || role == .periodTo ? "2018-02" : "2018-01-31"
        case .strikeDate(.first): text = "2017-08-22"
        case .strikeDate(.last): text = "2017-08-23"
        case .strikeDate(.precision): text = "range"
        case .coordinate(.latitude): text = "35.950"
        case .coordinate(.longitude): text = "39.01"
        }
        return Cell(role: role, text: text)
    }

    @Test func aRowThatNamesNoStrikeIsReportedHoweverItSaysSo() throws {
        var site = DecodingSite.plain
        site.add(
            "victims",
            ["name: strike_id", "name: name"],
            "?,A\nS1,B",
            schema: "missingValues: [\"\", \"?\"]"
        )
        let read = try site.read()
        #expect(read.messages.contains("the row has no strike_id"))
    }

    @Test func aCorrectionForSafetyNeedsNoReason() throws {
        var site = DecodingSite.plain
        site.add(
            "corrections",
            ["name: record", "name: reason", "name: kind"],
            "S1,,safety\nS1,,changed"
        )
        let read = try site.read()
        #expect(read.messages.contains("content/data/corrections.csv:3"))
        #expect(!read.messages.contains("content/data/corrections.csv:2"))
        #expect(read.messages.contains("the row has no reason"))
    }
}
