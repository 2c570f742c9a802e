/// Workbooks built part by part, with content that no spreadsheet program would write.
public enum SampleWorkbook {
    /// A workbook with one sheet, from the sheet's rows as XML.
    public static func sheet(
        _ rows: String,
        before: String = "",
        after: String = "",
        names: [String] = ["Strikes"],
        styles: String = ""
    ) -> [UInt8] {
        let sheets = names.enumerated()
            .map {
                "<sheet name=\"\($1)\" sheetId=\"\($0 + 1)\" r:id=\"rId\($0 + 1)\"/>"
            }
        let relations = names.indices.map { relation($0 + 1, "worksheet", "worksheets/sheet1.xml") }
        return archive([
            ("_rels/.rels", relationships(relation(1, "officeDocument", "xl/workbook.xml"))),
            ("xl/workbook.xml", "<workbook><sheets>\(sheets.joined())</sheets></workbook>"),
            (
                "xl/_rels/workbook.xml.rels",
                relationships(relations.joined() + relation(99, "styles", "/xl/styles.xml"))
            ),
            ("xl/styles.xml", "<styleSheet>\(styles)</styleSheet>"),
            (
                "xl/worksheets/sheet1.xml",
                "<worksheet>\(before)<sheetData>\(rows)</sheetData>\(after)</worksheet>"
            ),
        ])
    }

    /// A workbook from a text that holds what stands in its first sheet; `nil` when it holds no such thing.
    ///
    /// Style 1 shows a date, style 2 a date as "3-Aug", and style 3 nothing for a zero.
    public static func sheet(text: String, names: [String] = ["Strikes"]) -> [UInt8]? {
        guard let data = text.wholeMatch(of: /(?s)(.*?)<sheetData>(.*)<\/sheetData>(.*)/) else {
            return nil
        }
        return sheet(
            String(data.2),
            before: String(data.1),
            after: String(data.3),
            names: names,
            styles: "<numFmts><numFmt numFmtId=\"164\" formatCode=\"#\"/></numFmts><cellXfs>"
                + [0, 14, 16, 164].map { "<xf numFmtId=\"\($0)\"/>" }.joined() + "</cellXfs>"
        )
    }

    /// A cell with a text in it.
    public static func cell(_ place: String, _ text: String) -> String {
        "<c r=\"\(place)\" t=\"inlineStr\"><is><t>\(text)</t></is></c>"
    }

    /// A ZIP archive of uncompressed parts.
    public static func archive(_ parts: [(name: String, text: String)]) -> [UInt8] {
        var bytes: [UInt8] = []
        var directory: [UInt8] = []
        for part in parts {
            let data = Array(part.text.utf8)
            let common =
                little(0, 2) + little(0, 2) + little(0, 4) + little(checksum(data), 4)
                + little(data.count, 4) + little(data.count, 4) + little(part.name.utf8.count, 2)
                + little(0, 2)
            let version = little(20, 2)
            directory +=
                little(0x0201_4B50, 4) + version + version + common + little(0, 2) + little(0, 2)
                + little(0, 2) + little(0, 4) + little(bytes.count, 4) + Array(part.name.utf8)
            bytes += little(0x0403_4B50, 4) + version + common + Array(part.name.utf8) + data
        }
        let start = bytes.count
        return bytes + directory + little(0x0605_4B50, 4) + little(0, 4) + little(parts.count, 2)
            + little(parts.count, 2) + little(directory.count, 4) + little(start, 4) + little(0, 2)
    }

    private static func relation(_ id: Int, _ kind: String, _ target: String) -> String {
        let space = "http://schemas.openxmlformats.org/officeDocument/2006/relationships"
        return "<Relationship Id=\"rId\(id)\" Type=\"\(space)/\(kind)\" Target=\"\(target)\"/>"
    }

    private static func relationships(_ relations: String) -> String {
        "<?xml version=\"1.0\"?><Relationships>\(relations)</Relationships>"
    }

    private static func little(_ number: Int, _ count: Int) -> [UInt8] {
        (0..<count).map { UInt8(truncatingIfNeeded: number >> ($0 * 8)) }
    }

    private static func checksum(_ bytes: [UInt8]) -> Int {
        var value: UInt32 = 0xFFFF_FFFF
        for byte in bytes {
            value ^= UInt32(byte)
            for _ in 0..<8 { value = value & 1 == 1 ? value >> 1 ^ 0xEDB8_8320 : value >> 1 }
        }
        return Int(~value)
    }
}
