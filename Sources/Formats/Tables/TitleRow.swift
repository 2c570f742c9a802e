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

/// A row that groups the columns, such as "Killed" above "Min" and "Max".
enum GroupRow {
    /// Whether a row, by its cells, may group columns: several texts, and no numbers.
    static func canBe(_ cells: [String]) -> Bool {
        let texts = cells.filter { !$0.allSatisfy(\.isWhitespace) }
        return texts.count > 1 && texts.allSatisfy(isName)
    }

    /// The names of the columns, each with its group before it; `nil` when the first row groups nothing, or the second
    /// holds a record.
    static func names(_ groups: [String], _ names: [String]) -> [String]? {
        let groups = groups.map(trimmed)
        let names = names.map(trimmed)
        let pairs = zip(groups, names)
        let firstGroup = groups.firstIndex { !$0.isEmpty } ?? 0
        let isCovered = pairs.allSatisfy { !$0.isEmpty || !$1.isEmpty }
        // A merged group leaves the cells to its right blank.
        let isMerged = pairs.dropFirst(firstGroup).contains { $0.isEmpty && !$1.isEmpty }
        guard groups.count == names.count, canBe(groups), isCovered, isMerged,
            names.count(where: { !$0.isEmpty }) > 1,
            names.allSatisfy({ $0.isEmpty || isName($0) })
        else { return nil }
        var group = ""
        return pairs.map { above, name in
            if name.isEmpty {
                group = ""
                return above
            }
            if !above.isEmpty { group = above }
            let isSaid = name.lowercased().contains(group.lowercased())
            return group.isEmpty || isSaid ? name : "\(group) \(name)"
        }
    }

    static func report(
        at location: SourceLocation,
        header: Int,
        example: String,
        _ unit: String,
        _ log: inout CappedLog
    ) {
        log.report(
            .titleAboveHeader,
            at: location,
            "\(unit) \(location.line) groups the columns; their names seem to be in \(unit) \(header)",
            suggestion:
                "Write each name with its group in \(unit) \(header), such as “\(example)”, and delete \(unit) "
                + "\(location.line)."
        )
    }

    private static func isName(_ text: String) -> Bool {
        guard let first = text.first else { return false }
        // "Admin 1" is a name, and S1 an id.
        let head = text.dropLast(text.last?.isNumber == true ? 1 : 0)
        return text.count <= 40 && (first.isLetter || "#№%(".contains(first))
            && !head.contains(where: \.isNumber) && (head.count == text.count || head.count > 2)
            && !text.hasPrefix("http") && !CommonWords.isUnknown(text)
    }

    private static func trimmed(_ text: String) -> String {
        text.split(whereSeparator: \.isWhitespace).joined(separator: " ")
    }
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
