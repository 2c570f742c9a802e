// A list of flat objects is a table: each object a row, each key a column. Values keep their spelling, so
// that 3.0 in a column of counts is as wrong in JSON as it is in CSV.

import Diagnostics
import Text

/// Reads a JSON list of flat objects into a ``Table``.
public enum JSONTableReader {
    /// Reads a file's bytes; `nil` when they hold no table, which is reported then.
    ///
    /// `items` is the path of the list within an object, such as "data.events"; by default the file is the list.
    /// `published` names the columns whose cells must not be objects or lists, and then messages show no text of the
    /// file, which may be private; `nil` stands for all columns.
    public static func read(
        _ bytes: [UInt8],
        file: String,
        items: String = "",
        published: Set<String>? = nil,
        log: inout DiagnosticLog
    ) -> Table? {
        let read = JSONReader.read(
            bytes,
            file: file,
            isTable: true,
            publicCells: published == nil ? nil : PublicCells.none,
            log: &log
        )
        guard let document = read else { return nil }
        var mistakes = CappedLog()
        defer { mistakes.flush(into: &log) }
        guard let rows = list(items, document, &mistakes) else { return nil }
        var table = JSONTable(document, published)
        for row in rows { table.append(row, &mistakes) }
        return table.finish(&mistakes)
    }

    private static func list(
        _ path: String,
        _ document: JSONDocument,
        _ log: inout CappedLog
    ) -> [JSONNode]? {
        let rows =
            path.isEmpty ? document.root.asArray : JSONItems.find(path, in: document.root)
        if let rows { return rows }
        let lists = JSONItems.all(in: document.root)
        let names = lists.prefix(12).map(\.description).joined(separator: ", ")
        let choose = "Its lists of objects: \(names)."
        if path.isEmpty {
            log.report(
                .notATable,
                at: document.location(document.root),
                "a table is a list of objects, not \(document.root.kind)",
                excerpt: lists.isEmpty ? document.excerpt(document.root) : nil,
                suggestion: lists.first.map {
                    choose
                        + " Name one in the codebook, dialect: {property: \"\($0.path)\"}, or with "
                        + "--items for recount new."
                } ?? "Write [{\"id\": …}, {\"id\": …}]."
            )
        } else {
            log.report(
                .notATable,
                at: document.location(document.root),
                "there is no list “\(path.shortened())” in the file",
                suggestion: document.root.asArray != nil
                    ? "The file itself is a list: name none."
                    : Spelling.question(path, lists.map(\.path))
                        ?? (lists.isEmpty ? "It holds no list of objects." : choose)
            )
        }
        return nil
    }
}

/// A table that grows by one object at a time.
private struct JSONTable {
    private let document: JSONDocument
    private let published: Set<String>?
    private var nested: Set<String> = []
    private var columns: [String] = []
    private var numbers: [String: Int] = [:]
    private var rows: [(node: JSONNode, cells: [JSONNode?])] = []

    init(_ document: JSONDocument, _ published: Set<String>?) {
        self.document = document
        self.published = published
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

    mutating func finish(_ log: inout CappedLog) -> Table {
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
            origin: .json(document.text, objects: objects, spans: spans),
            traits: Table.Traits(nestedColumns: nested)
        )
        .reportingTotals([], &log)
    }

    private mutating func text(
        _ cell: JSONNode?,
        _ column: Int,
        _ log: inout CappedLog
    ) -> String {
        guard let cell else { return "" }
        switch cell.value {
        case .string(let text), .number(let text): return text
        case .bool(let truth): return truth ? "true" : "false"
        case .null: return ""
        case .object, .array:
            nested.insert(columns[column])
            // Nobody reads the cells of a private column; a copy of the table keeps them as they are.
            guard published?.contains(columns[column]) != false else {
                return String(
                    decoding: document.text.source.bytes[cell.start..<cell.end],
                    as: UTF8.self
                )
            }
            report(
                .nestedValue,
                cell,
                "“\(columns[column])” is \(cell.kind); a cell holds a text, a number, true, false or null",
                suggestion:
                    "Make the column private in the codebook, or write what it holds into columns or a "
                    + "table of its own.",
                &log
            )
            return ""
        }
    }

    private func report(
        _ rule: ReadingRule,
        _ node: JSONNode,
        _ message: String,
        suggestion: String? = nil,
        _ log: inout CappedLog
    ) {
        guard !log.isFull(rule) else { return log.count(rule) }
        log.report(
            rule,
            at: document.location(node),
            message,
            excerpt: document.excerpt(node),
            suggestion: suggestion
        )
    }
}
