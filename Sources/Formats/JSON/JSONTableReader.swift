// A list of flat objects is a table: each object a row, each key a column. Values keep their spelling, so
// that 3.0 in a column of counts is as wrong in JSON as it is in CSV.

import Diagnostics
import Text

/// Reads a JSON list of flat objects into a ``Table``.
public enum JSONTableReader {
    /// Reads a file's bytes; `nil` when they hold no table, which is reported then.
    ///
    /// Messages show no text of the file if it may be private.
    public static func read(
        _ bytes: [UInt8],
        file: String,
        mayBePrivate: Bool = false,
        log: inout DiagnosticLog
    ) -> Table? {
        let read = JSONReader.read(
            bytes,
            file: file,
            isTable: true,
            publicCells: mayBePrivate ? PublicCells.none : nil,
            log: &log
        )
        guard let document = read else { return nil }
        var mistakes = CappedLog()
        defer { mistakes.flush(into: &log) }
        guard let rows = document.root.asArray else {
            mistakes.report(
                .notATable,
                at: document.location(document.root),
                "a table is a list of objects, not \(document.root.kind)",
                excerpt: document.excerpt(document.root),
                suggestion: "Write [{\"id\": …}, {\"id\": …}]."
            )
            return nil
        }
        var table = JSONTable(document)
        for row in rows { table.append(row, &mistakes) }
        return table.finish(&mistakes)
    }
}

/// A table that grows by one object at a time.
private struct JSONTable {
    private let document: JSONDocument
    private var columns: [String] = []
    private var numbers: [String: Int] = [:]
    private var rows: [(node: JSONNode, cells: [JSONNode?])] = []

    init(_ document: JSONDocument) {
        self.document = document
    }

    mutating func append(_ row: JSONNode, _ log: inout CappedLog) {
        guard case .object(let members) = row.value else {
            report(.notATable, row, "a row is an object, not \(row.kind)", &log)
            return
        }
        var cells: [JSONNode?] = Array(repeating: nil, count: columns.count)
        for member in members {
            if let number = numbers[member.key] {
                cells[number] = member.value
            } else {
                guard columns.count < CSVReader.columnLimit else {
                    log.report(
                        .fileTooLarge,
                        at: document.location(member),
                        "the table has more than \(CSVReader.columnLimit) columns"
                    )
                    break
                }
                numbers[member.key] = columns.count
                columns.append(member.key)
                cells.append(member.value)
            }
        }
        rows.append((row, cells))
    }

    func finish(_ log: inout CappedLog) -> Table {
        var buffer: [UInt8] = []
        var bounds: [UInt32] = []
        var objects: [UInt32] = []
        var spans: [Range<UInt32>] = []
        for row in rows {
            objects.append(UInt32(row.node.start))
            for column in columns.indices {
                let cell = column < row.cells.count ? row.cells[column] : nil
                bounds.append(UInt32(buffer.count))
                buffer += text(cell, column, &log).utf8
                buffer.append(Byte.lineFeed)
                let place = cell ?? row.node
                spans.append(UInt32(place.start)..<UInt32(cell == nil ? place.start : place.end))
            }
            bounds.append(UInt32(buffer.count))
        }
        var names = columns
        HeaderCheck(file: document.file)
            .check(&names, &log) { column in
                let first = rows.first { column < $0.cells.count && $0.cells[column] != nil }
                let node = first?.cells[column] ?? document.root
                return (document.location(node), document.excerpt(node))
            }
        return Table(
            file: document.file,
            columns: names,
            buffer: buffer,
            bounds: bounds,
            origin: .json(document.text, objects: objects, spans: spans)
        )
        .reportingTotals([], &log)
    }

    private func text(_ cell: JSONNode?, _ column: Int, _ log: inout CappedLog) -> String {
        guard let cell else { return "" }
        switch cell.value {
        case .string(let text), .number(let text): return text
        case .bool(let truth): return truth ? "true" : "false"
        case .null: return ""
        case .object, .array:
            report(
                .nestedValue,
                cell,
                "“\(columns[column])” is \(cell.kind); a cell holds a text, a number, true, false or null",
                &log
            )
            return ""
        }
    }

    private func report(
        _ rule: ReadingRule,
        _ node: JSONNode,
        _ message: String,
        _ log: inout CappedLog
    ) {
        guard !log.isFull(rule) else { return log.count(rule) }
        log.report(rule, at: document.location(node), message, excerpt: document.excerpt(node))
    }
}
