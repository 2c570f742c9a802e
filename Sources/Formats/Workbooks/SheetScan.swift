// One pass over a sheet's XML: rows of cells with their numbers, each value as the text that the author
// sees, and beside it what is wrong with it.

import Text

/// One pass over a sheet.
struct SheetScan {
    /// A cell that holds something.
    struct Cell {
        /// The number of the column, from 1.
        let column: Int
        var text: String
        let mistake: Mistake?
        /// What the cell shows of a date without its year.
        var shown: String?
    }

    /// Why a cell's value cannot be used.
    enum Mistake {
        /// The cell shows an error such as `#REF!`.
        case error(String)
        /// The cell holds a formula that no program has computed.
        case notComputed
        /// The cell's format is a date, but its number is none.
        case notADate(String)
        /// The cell holds a number, but shows something else.
        case shownOtherwise(number: String, shown: String)

        /// Whether the cell shows nothing but an error.
        var isError: Bool {
            switch self {
            case .error: true
            case .notComputed, .notADate, .shownOtherwise: false
            }
        }
    }

    /// The cells of one row.
    struct Row {
        /// The number of the row, from 1.
        var number: Int
        /// Whether the author cannot see it: it is hidden, or a filter leaves it out.
        var isHidden = false
        var cells: [Cell] = []
    }

    /// A block of cells that are shown as one.
    struct Merge {
        let reference: String
        let row: Int
        let column: Int
    }

    private(set) var merges: [Merge] = []
    /// The numbers of the hidden columns; complete before the first row.
    private(set) var hiddenColumns: [ClosedRange<Int>] = []

    private var scanner: XMLScanner
    private let workbook: Workbook
    private var rowNumber = 0

    init(_ bytes: [UInt8], _ workbook: Workbook) {
        scanner = XMLScanner(bytes)
        self.workbook = workbook
    }

    /// The next row that holds something; `nil` at the end, when ``merges`` is complete too.
    mutating func next() throws -> Row? {
        while let token = try scanner.next() {
            guard token == .start else { continue }
            if scanner.isNamed("row") {
                let row = try self.row()
                if !row.cells.isEmpty { return row }
            } else if scanner.isNamed("col"), try scanner.attribute("hidden").isTrue,
                let first = try scanner.attribute("min").flatMap({ Int($0) }),
                let last = try scanner.attribute("max").flatMap({ Int($0) }), first <= last
            {
                hiddenColumns.append(first...last)
            } else if scanner.isNamed("mergeCell"), let reference = try scanner.attribute("ref"),
                let place = SheetScan.place(reference)
            {
                merges.append(Merge(reference: reference, row: place.row, column: place.column))
            }
        }
        return nil
    }

    private mutating func row() throws -> Row {
        rowNumber = try scanner.attribute("r").flatMap { Int($0) } ?? rowNumber + 1
        var row = Row(number: rowNumber, isHidden: try scanner.attribute("hidden").isTrue)
        var column = 0
        while let token = try scanner.next() {
            if token == .end, scanner.isNamed("row") { break }
            guard token == .start, scanner.isNamed("c") else { continue }
            let place = try scanner.attribute("r").flatMap { SheetScan.place($0) }
            column = place?.column ?? column + 1
            if let cell = try cell(column) { row.cells.append(cell) }
        }
        return row
    }

    /// Reads one cell; `nil` when it is empty.
    private mutating func cell(_ column: Int) throws -> Cell? {
        let kind = try scanner.attribute("t") ?? "n"
        let style = try scanner.attribute("s").flatMap { Int($0) } ?? 0
        var value = ""
        var inline: String?
        var hasFormula = false
        var isValue = false
        while let token = try scanner.next() {
            if token == .end, scanner.isNamed("c") { break }
            switch token {
            case .start:
                if scanner.isNamed("v") { isValue = true }
                if scanner.isNamed("f") { hasFormula = true }
                if scanner.isNamed("is") { inline = try scanner.richText(until: "is") }
            case .end:
                if scanner.isNamed("v") { isValue = false }
            case .text:
                if isValue { value += try scanner.text() }
            }
        }
        if let inline {
            return inline.isEmpty ? nil : Cell(column: column, text: inline, mistake: nil)
        }
        if value.isEmpty {
            // A formula may yield an empty text; without any value it was never computed.
            guard hasFormula, kind != "str" else { return nil }
            return Cell(column: column, text: "", mistake: .notComputed)
        }
        return try cell(column, kind, value, style)
    }

    private func cell(
        _ column: Int,
        _ kind: String,
        _ value: String,
        _ style: Int
    ) throws -> Cell? {
        switch kind {
        case "s":
            guard let index = Int(value), workbook.texts.indices.contains(index) else {
                throw ZipArchive.Damage(reason: "a cell refers to a text that is not there")
            }
            let text = workbook.texts[index]
            return text.isEmpty ? nil : Cell(column: column, text: text, mistake: nil)
        case "b": return Cell(column: column, text: value == "0" ? "false" : "true", mistake: nil)
        case "e": return Cell(column: column, text: value, mistake: .error(value))
        case "n":
            let format =
                workbook.formats.indices.contains(style)
                ? workbook.formats[style] : NumberFormat(builtIn: 0)
            guard let number = Double(value), number.isFinite else {
                throw ZipArchive.Damage(
                    reason: "a cell holds “\(value.shortened())” as a number"
                )
            }
            switch format.shown(number) {
            case .text(let text): return Cell(column: column, text: text, mistake: nil)
            case .otherwise(let shown):
                let plain = NumberFormat.plain(number)
                return Cell(
                    column: column,
                    text: plain,
                    mistake: .shownOtherwise(number: plain, shown: shown)
                )
            case nil: break
            }
            if let text = format.text(number, countsFrom1904: workbook.countsFrom1904) {
                return Cell(
                    column: column,
                    text: text,
                    mistake: nil,
                    shown: format.dateWithoutYear?.text(text)
                )
            }
            return Cell(column: column, text: value, mistake: .notADate(NumberFormat.plain(number)))
        default:
            return Cell(column: column, text: Workbook.unescaped(value), mistake: nil)
        }
    }

    /// The place of a reference such as "C5" or of the first cell of "C5:D6".
    static func place(_ reference: String) -> (row: Int, column: Int)? {
        var column = 0
        var row = 0
        for byte in reference.utf8 {
            if byte == UInt8(ascii: ":") { break }
            if byte &- UInt8(ascii: "A") < 26, row == 0, column < 100_000 {
                column = column * 26 + Int(byte - UInt8(ascii: "A")) + 1
            } else if byte.isDigit, row < 100_000_000 {
                row = row * 10 + Int(byte - UInt8(ascii: "0"))
            } else if byte != UInt8(ascii: "$") {
                return nil
            }
        }
        return row > 0 && column > 0 ? (row, column) : nil
    }

    /// The reference of a place, such as "C5".
    static func reference(_ row: Int, _ column: Int) -> String {
        var letters = ""
        var rest = column
        while rest > 0 {
            let letter = UnicodeScalar(UInt8(ascii: "A") + UInt8((rest - 1) % 26))
            letters = String(letter) + letters
            rest = (rest - 1) / 26
        }
        return letters + String(row)
    }
}

extension String? {
    /// Whether it is a true value of XML Schema.
    fileprivate var isTrue: Bool { self == "1" || self == "true" }
}
