// Statistics over all cells of a column, so that guesses are based on the whole file and not on its first rows.

import Formats
import Records

/// What a column holds.
struct ColumnFacts {
    /// The name in the header.
    let name: String
    /// The place in the table.
    let index: Int
    /// How many rows the table has.
    let rowCount: Int
    /// How many cells have each form.
    private(set) var shapes: [CellShape: Int] = [:]
    /// How many cells are not blank.
    private(set) var filled = 0
    /// The first value that occurs twice, with its two rows as the file numbers them.
    private(set) var repeated: (value: String, rows: (Int, Int))?
    /// How often each value occurs, as far as there are not too many.
    private(set) var values: [String: Int] = [:]
    /// The values in the order in which they first occur.
    private(set) var order: [String] = []
    /// The numbers' least and greatest.
    private(set) var numbers: ClosedRange<Double>?
    /// Whether a whole number is written with zeros before it.
    private(set) var hasLeadingZeros = false

    /// Looks at the cells of a column, without those of the rows that are no records.
    ///
    /// Rows that are not lines of a file, as those of a JSON list, are numbered from 1.
    init(_ table: Table, _ index: Int, without leftOut: Set<Int> = [], areLines: Bool = true) {
        name = table.columns[index]
        self.index = index
        rowCount = table.rowCount - leftOut.count
        var rows: [String: Int] = [:]
        for row in 0..<table.rowCount where !leftOut.contains(row) {
            let text = table.text(row, index).trimmingBlanks
            let shape = CellShape(text)
            shapes[shape, default: 0] += 1
            if shape == .blank { continue }
            filled += 1
            if let first = rows[text] {
                if repeated == nil {
                    repeated =
                        areLines
                        ? (text, (table.location(row: first).line, table.location(row: row).line))
                        : (text, (first + 1, row + 1))
                }
            } else {
                rows[text] = row
                order.append(text)
            }
            values[text, default: 0] += 1
            note(text, shape)
        }
    }

    private mutating func note(_ text: String, _ shape: CellShape) {
        let isNumber = shape == .whole || shape == .decimal || shape == .decimalComma
        guard isNumber, let value = Double(text.replacing(",", with: ".")) else { return }
        if shape == .whole, text.utf8.count > 1, text.hasPrefix("0") { hasLeadingZeros = true }
        numbers =
            numbers.map { min($0.lowerBound, value)...max($0.upperBound, value) } ?? value...value
    }

    /// How many cells hold something that is not a word for "unknown".
    var known: Int { filled - (shapes[.missing] ?? 0) }

    /// Whether at least this part of the known cells has a form.
    func mostly(_ part: Double = 0.6, _ test: (CellShape) -> Bool) -> Bool {
        let count = shapes.reduce(0) { $0 + (test($1.key) ? $1.value : 0) }
        return known > 0 && Double(count) >= part * Double(known)
    }

    /// Whether every known cell has a form.
    func all(_ test: (CellShape) -> Bool) -> Bool {
        known > 0 && shapes.allSatisfy { $0.key.isNothing || test($0.key) }
    }

    /// Whether its numbers have decimal commas; "1,234" alone may be a thousand and more.
    var hasDecimalCommas: Bool { mostly(0.6) { $0 == .decimalComma } && all(\.isNumber) }

    /// Whether no two cells are equal and none is blank.
    var isUnique: Bool { repeated == nil && filled == rowCount && rowCount > 0 }

    /// The words for "nothing is known" that occur.
    var missingWords: [String] { order.filter { CellShape($0) == .missing } }

    /// The cells without any digit that are no word for "nothing is known".
    var words: [String] {
        order.filter { text in
            CellShape(text) == .text && !text.contains { $0.isNumber }
        }
    }

    /// Whether most cells look like e-mail addresses, phone numbers or the numbers of identity papers.
    var looksPersonal: Bool {
        let found = order.count { text in
            if text.contains("@") { return text.contains(".") && !text.contains(" ") }
            let digits = text.utf8.count(where: \.isDigit)
            let others = text.utf8.allSatisfy { $0.isDigit || "+-() /".utf8.contains($0) }
            return others && (9...15).contains(digits) && !text.contains(".")
        }
        return found > 0 && found * 10 >= order.count * 6
    }

    /// What separates the values in cells that evidently hold several, out of a few that repeat.
    var listSeparator: Character? {
        for separator: Character in [";", "|"] {
            let list = CellList(separator: separator)
            var cells: [String: Int] = [:]
            var several = 0
            for (cell, count) in values where !CellShape(cell).isNothing {
                let parts = list.values(of: cell)
                if parts.count > 1 { several += count }
                for part in parts { cells[part, default: 0] += count }
            }
            let areWords = cells.keys.allSatisfy { CellShape($0) == .text && $0.count <= 40 }
            let isRepeated = cells.values.reduce(0, +) >= 2 * cells.count
            if several > 1, cells.count <= 40, areWords, isRepeated { return separator }
        }
        return nil
    }

    /// A cell that shows what the column holds.
    var example: String {
        let text = order.first { !CellShape($0).isNothing } ?? ""
        return text.count > 32 ? text.prefix(31) + "…" : text
    }

    /// Whether its cells are web addresses, as far as they hold anything.
    var holdsAddresses: Bool {
        let cells = order.filter { !$0.isEmpty }
        return !cells.isEmpty && cells.allSatisfy { $0.lowercased().hasPrefix("http") }
    }
}
