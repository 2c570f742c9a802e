// Spreadsheets that people keep by hand often begin with a title and end with a row of sums. Read as
// names and as a record, each would cause a hundred mistakes; recognised, each causes one.

import Diagnostics
import Text

/// A title above the names of the columns.
enum TitleRow {
    /// How many rows above the header may belong to a title.
    static let limit = 12

    /// Whether a row, by its cells, may be a part of a title: it holds a single text.
    static func isTitle(_ cells: [String]) -> Bool {
        cells.count { !isBlank($0) } == 1
    }

    /// Whether a row below the first may be a part of a title: "Updated: | 2020-01-05" is one too.
    static func isNote(_ cells: [String]) -> Bool {
        cells.count { !isBlank($0) } < 3
    }

    /// Whether a row below a title names columns: at least three, mostly in letters.
    static func isHeader(_ cells: [String]) -> Bool {
        let names = cells.filter { !isBlank($0) }
        return names.count >= 3 && names.count { $0.contains(where: \.isLetter) } * 2 > names.count
    }

    static func report(
        at location: SourceLocation,
        header: Int,
        _ unit: String,
        _ log: inout CappedLog
    ) {
        let last = header - 1
        let rows =
            location.line == last ? "\(unit) \(last)" : "\(unit)s \(location.line)–\(last)"
        log.report(
            .titleAboveHeader,
            at: location,
            "\(unit) \(location.line) holds a single text; the header seems to be in \(unit) \(header)",
            suggestion: "Delete \(rows), so that the names of the columns stand first."
        )
    }

    private static func isBlank(_ text: String) -> Bool { text.allSatisfy(\.isWhitespace) }
}

/// A row of sums below the records.
enum TotalRow {
    private static let words: Set<String> = [
        "total", "totals", "grand total", "sum", "totaux", "total général", "total general",
        "somme", "suma", "totales", "summe", "gesamt", "المجموع", "مجموع", "الإجمالي", "الاجمالي",
        "إجمالي", "اجمالي", "المجموع الكلي", "итого", "всего", "toplam",
    ]

    /// Whether a row, by its cells, sums up those above it: a word for it, and else only numbers.
    static func isTotal(_ cells: [String]) -> Bool {
        var hasWord = false
        var hasBlank = false
        for cell in cells {
            let text = cell.lowercased().split { $0.isWhitespace || ":=".contains($0) }
                .joined(separator: " ")
            if text.isEmpty {
                hasBlank = true
            } else if words.contains(text) {
                hasWord = true
            } else if text.contains(where: \.isLetter) || !text.contains(where: \.isNumber) {
                return false
            }
        }
        return hasWord && hasBlank
    }
}

extension Table {
    /// How many rows at the end are looked at for sums.
    private static let tail = 3

    /// The table with its rows of sums reported, so that they are not read as records: those that are
    /// known already and those at its end.
    func reportingTotals(_ known: Set<Int>, _ log: inout CappedLog) -> Table {
        var totals = known
        var seen = 0
        for row in (max(0, rowCount - 100)..<rowCount).reversed() where seen < Table.tail {
            let texts = columns.indices.map { text(row, $0) }
            if texts.allSatisfy({ $0.allSatisfy(\.isWhitespace) }) { continue }
            seen += 1
            if TotalRow.isTotal(texts) { totals.insert(row) }
        }
        for row in totals.sorted() {
            log.report(
                .totalRow,
                at: location(row: row),
                "this looks like a row of totals, not a record",
                suggestion: "Delete it: Recount adds up the records itself."
            )
        }
        return totals.isEmpty ? self : damaged(totals)
    }
}
