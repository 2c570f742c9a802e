// Makes a table of a sheet: the first row with content names the columns. Cells beside them or merged
// across them are reported, because a reader of the sheet would take them for data.

import Diagnostics
import Text

/// A table that grows by one row of a sheet at a time.
struct SheetTable {
    private let file: String
    private let includesHidden: Bool
    /// The columns that are public; `nil` for all.
    private let published: Set<String>?
    private var hiddenRows: [Int] = []
    private var header: Int?
    private var columns: [String] = []
    private var numbers: [Int] = []
    private var index: [Int: Int] = [:]
    private var buffer: [UInt8] = []
    private var bounds: [UInt32] = []
    private var rows: [UInt32] = []
    private var damagedRows: Set<Int> = []
    private var totals: Set<Int> = []
    private var traits = Table.Traits()
    /// The first rows, while it is not known which of them names the columns.
    private var waiting: [SheetScan.Row] = []

    /// The most text that one table may hold, in bytes.
    private static let sizeLimit = 1 << 30

    init(file: String, includesHidden: Bool, published: Set<String>?) {
        self.file = file
        self.published = published
        self.includesHidden = includesHidden
    }

    mutating func append(_ row: SheetScan.Row, _ log: inout CappedLog) throws {
        if row.isHidden, !includesHidden {
            hiddenRows.append(row.number)
            return
        }
        guard header != nil else { return try begin(row, &log) }
        var texts = [String](repeating: "", count: columns.count)
        var isDamaged = false
        for cell in row.cells {
            guard let column = index[cell.column] else { continue }
            texts[column] = cell.text
            if let shown = cell.shown { traits.shown[rows.count, default: [:]][column] = shown }
        }
        let isTotal = TotalRow.isTotal(texts)
        for cell in row.cells {
            let column = index[cell.column]
            // A missing sum is not reported on its own: the row of totals is reported as a whole.
            if isTotal, column != nil { continue }
            if let mistake = cell.mistake {
                report(
                    mistake,
                    row.number,
                    cell,
                    column.map { alone(texts[$0], $0, isShown: mistake.isError || isShown($0)) },
                    &log
                )
                isDamaged = true
            } else if column == nil {
                reportOutside(cell, row.number, &log)
            }
        }
        if texts.allSatisfy(\.isEmpty), !isDamaged { return }
        if isDamaged { damagedRows.insert(rows.count) }
        if isTotal { totals.insert(rows.count) }
        rows.append(UInt32(truncatingIfNeeded: row.number))
        for text in texts {
            bounds.append(UInt32(buffer.count))
            buffer += text.utf8
            buffer.append(Byte.lineFeed)
        }
        bounds.append(UInt32(buffer.count))
        guard buffer.count < SheetTable.sizeLimit else {
            throw ZipArchive.Damage(
                reason: "it holds more than \(SheetTable.sizeLimit) bytes of text"
            )
        }
    }

    mutating func finish(
        _ merges: [SheetScan.Merge],
        hidden hiddenColumns: [ClosedRange<Int>],
        _ sheet: String,
        _ log: inout CappedLog
    ) throws -> Table? {
        try settle(&log)
        guard let header else {
            log.report(
                .tableEmpty,
                at: SourceLocation(file: file),
                "the sheet “\(sheet)” is empty",
                suggestion: "Its first row must name the columns."
            )
            return nil
        }
        for merge in merges where merge.row >= header {
            log.report(
                .mergedCells,
                at: SourceLocation(file: file, line: merge.row, column: merge.column),
                "the cells \(merge.reference) are merged, so that only the first holds a value",
                suggestion: "Split them, and write the value into each cell that it is meant for."
            )
        }
        reportHidden(&log)
        if !includesHidden {
            for (name, number) in zip(columns, numbers)
            where hiddenColumns.contains(where: { $0.contains(number) }) {
                traits.hiddenColumns.insert(name)
            }
            reportHiddenColumns(header, &log)
        }
        return Table(
            file: file,
            columns: columns,
            buffer: buffer,
            bounds: bounds,
            origin: .sheet(rows: rows, columns: numbers.map { UInt32($0) }, header: header),
            damagedRows: damagedRows,
            traits: traits
        )
        .reportingTotals(totals, &log)
    }

    private func reportHiddenColumns(_ header: Int, _ log: inout CappedLog) {
        for (name, number) in zip(columns, numbers)
        where traits.hiddenColumns.contains(name) && published?.contains(name) != false {
            log.report(
                .hiddenColumn,
                at: SourceLocation(file: file, line: header, column: number),
                "the column “\(name)” is hidden in the workbook, but public",
                suggestion:
                    "Show it in the workbook, or make it private in the codebook. To read hidden rows and "
                    + "columns, write under the table: dialect: {include_hidden: true}."
            )
        }
    }

    private func reportHidden(_ log: inout CappedLog) {
        guard let first = hiddenRows.first else { return }
        var ranges: [ClosedRange<Int>] = []
        for row in hiddenRows {
            if let last = ranges.last, last.upperBound + 1 == row {
                ranges[ranges.count - 1] = last.lowerBound...row
            } else {
                ranges.append(row...row)
            }
        }
        let shown = ranges.prefix(5)
            .map { $0.count == 1 ? "\($0.lowerBound)" : "\($0.lowerBound)–\($0.upperBound)" }
            .joined(separator: ", ")
        let more = ranges.count > 5 ? " and others" : ""
        let isOne = hiddenRows.count == 1
        log.report(
            .hiddenRows,
            at: SourceLocation(file: file, line: first),
            "\(hiddenRows.count) \(isOne ? "row is" : "rows are") hidden or filtered out in the "
                + "workbook and not read: \(isOne ? "row" : "rows") \(shown)\(more)",
            suggestion:
                "Delete \(isOne ? "it" : "them"), or show \(isOne ? "it" : "them") again. To read "
                + "hidden rows and columns, write under the table in the codebook: "
                + "dialect: {include_hidden: true}."
        )
    }

    /// Waits while the first rows look like a title, until one names columns.
    private mutating func begin(_ row: SheetScan.Row, _ log: inout CappedLog) throws {
        let texts = row.cells.map(\.text)
        if waiting.count == 1, let groups = waiting.first,
            let named = SheetTable.joined(groups, row)
        {
            let example = named.cells.first { cell in
                row.cells.contains { $0.column == cell.column && $0.text != cell.text }
            }
            GroupRow.report(
                at: SourceLocation(
                    file: file,
                    line: groups.number,
                    column: groups.cells.first?.column ?? 1
                ),
                header: row.number,
                example: example?.text ?? "",
                "row",
                &log
            )
            waiting = []
            return try name(named, &log)
        }
        let isBelowTitle = waiting.first.map { TitleRow.isTitle($0.cells.map(\.text)) } ?? false
        if isBelowTitle, let title = waiting.first, TitleRow.isHeader(texts) {
            TitleRow.report(
                at: SourceLocation(
                    file: file,
                    line: title.number,
                    column: title.cells.first?.column ?? 1
                ),
                header: row.number,
                "row",
                &log
            )
            waiting = []
            return try name(row, &log)
        }
        let isWaiting =
            (waiting.isEmpty
                ? TitleRow.isTitle(texts) || GroupRow.canBe(texts)
                : isBelowTitle && TitleRow.isNote(texts))
            && waiting.count < TitleRow.limit
        waiting.append(row)
        if !isWaiting { try settle(&log) }
    }

    /// A row of names with the groups that stand above them; `nil` when none do.
    private static func joined(_ groups: SheetScan.Row, _ row: SheetScan.Row) -> SheetScan.Row? {
        let last = (groups.cells + row.cells).map(\.column).max() ?? 0
        let columns = Array(1...max(1, last))
        let texts = { (row: SheetScan.Row) in
            columns.map { number in row.cells.first { $0.column == number }?.text ?? "" }
        }
        guard last <= CSVReader.columnLimit,
            let names = GroupRow.names(texts(groups), texts(row))
        else { return nil }
        var joined = row
        joined.cells = columns.compactMap { number in
            let cells = row.cells + groups.cells
            guard var cell = cells.first(where: { $0.column == number && !$0.text.isEmpty }) else {
                return nil
            }
            cell.text = names[number - 1]
            return cell
        }
        return joined
    }

    /// Takes the first row for the header, as there is no better one.
    private mutating func settle(_ log: inout CappedLog) throws {
        guard let first = waiting.first else { return }
        let rest = waiting.dropFirst()
        waiting = []
        try name(first, &log)
        for row in rest { try append(row, &log) }
    }

    private mutating func name(_ row: SheetScan.Row, _ log: inout CappedLog) throws {
        guard row.cells.count <= CSVReader.columnLimit else {
            throw ZipArchive.Damage(
                reason:
                    "it has \(row.cells.count) columns; at most \(CSVReader.columnLimit) are read"
            )
        }
        header = row.number
        let cells = row.cells.filter { !$0.text.allSatisfy(\.isWhitespace) }
        columns = cells.map(\.text)
        numbers = cells.map(\.column)
        for (position, number) in numbers.enumerated() { index[number] = position }
        let line = columns
        HeaderCheck(file: file)
            .check(&columns, &log) { position in
                (
                    SourceLocation(file: file, line: row.number, column: numbers[position]),
                    Table.joined(line, marking: position)
                )
            }
        for cell in row.cells {
            guard let mistake = cell.mistake else { continue }
            report(mistake, row.number, cell, nil, &log)
        }
    }

    /// Whether a cell may be shown; one without a named column may be private.
    private func isShown(_ column: Int?) -> Bool {
        guard let published else { return true }
        return column.map { published.contains(columns[$0]) } ?? false
    }

    /// A cell in its row, of which no other cell is shown: it may be private, and so may this one.
    private func alone(_ text: String, _ column: Int, isShown: Bool) -> Excerpt {
        var texts = [String](repeating: SourceText.hidden, count: columns.count)
        if isShown { texts[column] = text.shortened() }
        return Table.joined(texts, marking: column)
    }

    private func report(
        _ mistake: SheetScan.Mistake,
        _ row: Int,
        _ cell: SheetScan.Cell,
        _ excerpt: Excerpt?,
        _ log: inout CappedLog
    ) {
        let reference = SheetScan.reference(row, cell.column)
        let location = SourceLocation(file: file, line: row, column: cell.column)
        switch mistake {
        case .error(let error):
            log.report(
                .errorCell,
                at: location,
                "the cell \(reference) shows the error \(error)",
                excerpt: excerpt,
                suggestion: "Correct the formula, or clear the cell."
            )
        case .notComputed:
            log.report(
                .formulaNotComputed,
                at: location,
                "the cell \(reference) holds a formula that was never computed",
                excerpt: excerpt,
                suggestion: "Open the workbook in a spreadsheet program and save it again."
            )
        case .notADate(let number):
            log.report(
                .notADate,
                at: location,
                "the cell \(reference) is formatted as a date or time, but "
                    + (isShown(index[cell.column]) ? "\(number) is none" : "its number is none"),
                excerpt: excerpt,
                suggestion: "Enter the date again, or change the format of the cell."
            )
        case .shownOtherwise(let number, let shown):
            log.report(
                .shownOtherwise,
                at: location,
                "the cell \(reference) holds \(number), but shows "
                    + (shown.isEmpty ? "nothing" : "“\(shown.shortened())”"),
                excerpt: excerpt,
                suggestion:
                    "Give the cell the format General, so that what it holds is seen, or write what is meant."
            )
        }
    }

    private func reportOutside(_ cell: SheetScan.Cell, _ row: Int, _ log: inout CappedLog) {
        log.report(
            .cellOutsideTable,
            at: SourceLocation(file: file, line: row, column: cell.column),
            "the cell \(SheetScan.reference(row, cell.column)) holds "
                + (isShown(nil) ? "“\(cell.text.shortened())”" : "a text")
                + " in a column without a name",
            suggestion: "Name the column in row \(header ?? 1), or clear the cell."
        )
    }
}
