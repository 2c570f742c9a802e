import CCMarkGFM
import Diagnostics
import Text

/// Refuses texts that would take the parser, or a reader, too long.
///
/// The library fills up every short row of a table with empty cells, so that 256 KiB can take
/// gigabytes of memory. Such tables are recognised by their row of dashes before anything is parsed.
enum LimitCheck {
    /// The most cells that a table may have; 256 KiB of written cells have fewer.
    static let maximumCells = 100_000
    /// The most pipes in a row of a table, for each of which the library reads the row again.
    static let maximumPipes = 100
    /// The most lines of a paragraph above a row of dashes, for each of which the library reads it again.
    static let maximumLinesAbove = 1_000

    /// Parses a text that keeps the limits; one that breaks them is reported.
    static func parse(_ text: IndexedText, log: inout DiagnosticLog) -> CMarkTree? {
        guard text.bytes.count <= MarkdownDocument.maximumBytes else {
            log.report(
                MarkdownRule.tooLong,
                at: SourceLocation(file: text.source.file),
                "\(text.bytes.count) bytes of Markdown are more than the \(MarkdownDocument.maximumBytes) (256 KiB) that a file may have",
                suggestion: "Split the text into several articles."
            )
            return nil
        }
        guard GrowthCheck.allows(text, log: &log) else { return nil }
        let suspects = wideTables(text)
        if suspects.isEmpty { return CMarkTree(text.bytes) }
        guard let plain = CMarkTree(text.bytes, tables: false) else { return nil }
        let paragraphs = plain.paragraphLines
        let tables = firsts(of: suspects, in: paragraphs)
        if tables.isEmpty { return CMarkTree(text.bytes) }
        for table in tables { report(table, text, log: &log) }
        return plain
    }

    /// The first suspect in each paragraph: both are in the order of their lines.
    private static func firsts(
        of suspects: [WideTable],
        in paragraphs: [ClosedRange<Int>]
    ) -> [WideTable] {
        var found: [WideTable] = []
        var next = 0
        for paragraph in paragraphs {
            while next < suspects.count, suspects[next].line + 1 < paragraph.lowerBound {
                next += 1
            }
            guard next < suspects.count, paragraph.contains(suspects[next].line + 1) else {
                continue
            }
            found.append(suspects[next])
            while next < suspects.count, suspects[next].line + 1 <= paragraph.upperBound {
                next += 1
            }
        }
        return found
    }

    /// A row of dashes under a table's header that announces too much.
    private struct WideTable {
        var line: Int
        var columns: Int
        var rows: Int
        /// The most pipes in one of its rows.
        var pipes = 0
        /// How many lines stand above its row of dashes without a blank line.
        var linesAbove: Int
    }

    private static func report(_ table: WideTable, _ text: IndexedText, log: inout DiagnosticLog) {
        let header = max(0, table.line - 1)
        if table.linesAbove > maximumLinesAbove {
            log.report(
                MarkdownRule.growth,
                at: text.location(ofLine: table.line),
                "\(table.linesAbove) lines stand directly above this row of dashes; at most \(maximumLinesAbove) are read",
                suggestion: "Put a blank line above the table’s header."
            )
            return
        }
        let columns = max(table.columns, table.pipes > maximumPipes ? table.pipes : 0)
        let isWide = columns > MarkdownDocument.maximumColumns
        log.report(
            MarkdownRule.tableTooWide,
            at: text.location(ofLine: header),
            isWide
                ? "a table has \(columns) columns; at most \(MarkdownDocument.maximumColumns) are allowed"
                : "a table has \(table.rows) rows of \(table.columns) columns; at most \(maximumCells) cells are allowed",
            suggestion: "Keep the columns that readers need, and offer the rest as a CSV file."
        )
    }

    private static func wideTables(_ text: IndexedText) -> [WideTable] {
        guard text.bytes.holds(UInt8(ascii: "|")) || text.bytes.holds(UInt8(ascii: ":")) else {
            return []
        }
        var found: [WideTable] = []
        var linesAbove = 0
        var open: WideTable?
        for line in text.lineStarts.indices {
            let range = text.range(ofLine: line)
            if let columns = delimiterColumns(text.bytes[range]) {
                if let open, isTooLarge(open) { found.append(open) }
                open = WideTable(line: line, columns: columns, rows: 0, linesAbove: linesAbove)
            } else if range.isEmpty {
                if let open, isTooLarge(open) { found.append(open) }
                open = nil
                linesAbove = -1
            } else if open != nil {
                open?.rows += 1
                let pipes = text.bytes[range].count { $0 == UInt8(ascii: "|") }
                if let known = open?.pipes, pipes > known { open?.pipes = pipes }
            }
            linesAbove += 1
        }
        if let open, isTooLarge(open) { found.append(open) }
        return found
    }

    private static func isTooLarge(_ table: WideTable) -> Bool {
        table.columns > MarkdownDocument.maximumColumns
            || table.rows * table.columns > maximumCells || table.pipes > maximumPipes
            || table.linesAbove > maximumLinesAbove
    }

    /// How many columns a row such as `|---|--:|` or `:--` has, whatever list or quote it is in.
    static func delimiterColumns(_ line: ArraySlice<UInt8>) -> Int? {
        var marks = 0
        var cells = 0
        var hasDash = false
        scan: for byte in line.reversed() {
            switch byte {
            case UInt8(ascii: "|"):
                marks += 1
                if hasDash { cells += 1 }
                hasDash = false
            case UInt8(ascii: "-"): hasDash = true
            case UInt8(ascii: ":"): marks += 1
            case Byte.space, Byte.tab: break
            default: break scan
            }
        }
        let columns = cells + (hasDash ? 1 : 0)
        return marks == 0 || columns == 0 ? nil : columns
    }
}

extension CMarkTree {
    /// The lines, from 1, of each paragraph; walks without recursion, whatever the depth.
    fileprivate var paragraphLines: [ClosedRange<Int>] {
        guard let iterator = cmark_iter_new(root) else { return [] }
        defer { cmark_iter_free(iterator) }
        var lines: [ClosedRange<Int>] = []
        while true {
            let event = cmark_iter_next(iterator)
            if event == CMARK_EVENT_DONE { return lines }
            guard event == CMARK_EVENT_ENTER, let pointer = cmark_iter_get_node(iterator) else {
                continue
            }
            let node = CMarkNode(pointer: pointer)
            guard node.kind == .paragraph, node.line > 0 else { continue }
            lines.append(node.line...max(node.line, node.endLine))
        }
    }
}
