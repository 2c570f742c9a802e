import TestSupport

/// A workbook that an explanation writes as text.
///
/// `[Strikes]` begins a sheet; each line below it is a row, with commas between its cells. Cells are
/// texts, apart from:
///
/// - `12`, a number;
/// - `#REF!`, an error;
/// - `=B2+C2`, a formula that no program has computed, and `=B2+C2 → 12`, one with its value;
/// - `-3 as a date`, a number that is formatted as a date.
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
            styles: "<cellXfs><xf numFmtId=\"0\"/><xf numFmtId=\"14\"/></cellXfs>"
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
        if text.hasSuffix(" as a date") {
            return "<c r=\"\(place)\" s=\"1\"><v>\(text.dropLast(" as a date".count))</v></c>"
        }
        guard text.hasPrefix("=") else { return SampleWorkbook.cell(place, text) }
        let parts = text.dropFirst().split(separator: " → ")
        let value = parts.count > 1 ? "<v>\(parts[1])</v>" : ""
        return "<c r=\"\(place)\"><f>\(parts[0])</f>\(value)</c>"
    }
}
