import TestSupport

/// A workbook that an explanation writes as text.
///
/// `[Strikes]` begins a sheet; each line below it is a row, with commas between its cells. Cells are
/// texts, apart from:
///
/// - `12`, a number;
/// - `#REF!`, an error;
/// - `=B2+C2`, a formula that no program has computed, and `=B2+C2 → 12`, one with its value;
/// - `-3 as a date`, a number that is formatted as a date, and `0 as #`, one in the format “#” or “d-mmm”.
///
/// A line `merged A2:A5` merges cells, `hidden row 3` hides a row, and `hidden column 2` a column.
struct ExampleWorkbook {
    /// The workbook as a file.
    let bytes: [UInt8]

    init(_ text: String) {
        var names: [String] = []
        var rows: [String] = []
        var merged = ""
        let lines = text.split(separator: "\n")
        let hidden = Set(lines.filter { $0.hasPrefix("hidden ") })
        let columns = (1...10)
            .map {
                hidden.contains("hidden column \($0)")
                    ? "<col min=\"\($0)\" max=\"\($0)\" hidden=\"1\"/>" : ""
            }
            .joined()
        for line in lines where !hidden.contains(line) {
            if line.hasPrefix("["), line.hasSuffix("]") {
                names.append(String(line.dropFirst().dropLast()))
            } else if line.hasPrefix("merged ") {
                merged += "<mergeCell ref=\"\(line.dropFirst("merged ".count))\"/>"
            } else if names.count == 1 {
                let number = rows.count + 1
                rows.append(
                    Self.row(
                        line,
                        number: number,
                        isHidden: hidden.contains("hidden row \(number)")
                    )
                )
            }
        }
        bytes = SampleWorkbook.sheet(
            rows.joined(),
            before: columns.isEmpty ? "" : "<cols>\(columns)</cols>",
            after: merged.isEmpty ? "" : "<mergeCells>\(merged)</mergeCells>",
            names: names,
            styles: "<numFmts><numFmt numFmtId=\"164\" formatCode=\"#\"/></numFmts><cellXfs>"
                + [0, 14, 16, 164].map { "<xf numFmtId=\"\($0)\"/>" }.joined() + "</cellXfs>"
        )
    }

    /// The first row of the first sheet, as it is written.
    static func header(_ text: String) -> String {
        String(text.split(separator: "\n").dropFirst().first ?? "")
    }

    private static func row(_ line: Substring, number: Int, isHidden: Bool) -> String {
        let letters = "ABCDEFGHIJ"
        let cells = zip(letters, line.split(separator: ",", omittingEmptySubsequences: false))
        return "<row r=\"\(number)\"\(isHidden ? " hidden=\"1\"" : "")>"
            + cells.map { cell("\($0)\(number)", String($1)) }.joined() + "</row>"
    }

    private static func cell(_ place: String, _ text: String) -> String {
        if text.isEmpty { return "" }
        if text.hasPrefix("#") { return "<c r=\"\(place)\" t=\"e\"><v>\(text)</v></c>" }
        if Int(text) != nil { return "<c r=\"\(place)\"><v>\(text)</v></c>" }
        for (style, format) in [" as a date", " as d-mmm", " as #"].enumerated()
        where text.hasSuffix(format) {
            return "<c r=\"\(place)\" s=\"\(style + 1)\"><v>\(text.dropLast(format.count))</v></c>"
        }
        guard text.hasPrefix("=") else { return SampleWorkbook.cell(place, text) }
        let parts = text.dropFirst().split(separator: " → ")
        let value = parts.count > 1 ? "<v>\(parts[1])</v>" : ""
        return "<c r=\"\(place)\"><f>\(parts[0])</f>\(value)</c>"
    }
}
