// A list of objects is a table: each object a row, each key a column. The keys of an object within a row are joined by
// points, as in "civilians.killed". Values keep their spelling, so that 3.0 in a column of counts is as wrong in JSON
// as it is in CSV.

import Diagnostics
import Text

/// Reads a JSON list of objects into a ``Table``.
public enum JSONTableReader {
    /// Which columns of a table are read, and how.
    public struct Selection: Sendable {
        /// The path of the list within an object, such as "data.events"; by default the file is the list.
        public var property = ""
        /// The path of a list within each row of that list, whose items are the rows instead; empty for none.
        public var items = ""
        /// The columns that the codebook describes, whose objects are taken apart; `nil` takes all apart.
        public var described: Set<String>?
        /// What stands between the values of a list, such as "; ", by column; "; " for the others.
        public var joints: [String: String] = [:]
        /// The columns whose cells must not be objects or lists of them, and then messages show no text of the file,
        /// which may be private; `nil` stands for all columns.
        public var published: Set<String>?

        /// Selects all columns of a file that is a list.
        public init() {}
    }

    /// Reads a file's bytes; `nil` when they hold no table, which is reported then.
    public static func read(
        _ bytes: [UInt8],
        file: String,
        _ selection: Selection = Selection(),
        log: inout DiagnosticLog
    ) -> Table? {
        let read = JSONReader.read(
            bytes,
            file: file,
            isTable: true,
            publicCells: selection.published == nil ? nil : PublicCells.none,
            log: &log
        )
        guard let document = read else { return nil }
        var mistakes = CappedLog()
        defer { mistakes.flush(into: &log) }
        guard let rows = list(selection.property, document, &mistakes) else { return nil }
        var table = JSONTable(document, selection)
        if selection.items.isEmpty {
            if selection.described == nil { table.findObjects(rows) }
            for row in rows { table.append(row, &mistakes) }
        } else {
            for row in rows { table.appendItems(of: row, &mistakes) }
        }
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
    private let selection: JSONTableReader.Selection
    private var nested: Set<String> = []
    private var columns: [String] = []
    private var numbers: [String: Int] = [:]
    private var rows: [(node: JSONNode, cells: [JSONNode?])] = []
    /// Whether the objects at a path are taken apart.
    private var opened: [String: Bool] = [:]

    init(_ document: JSONDocument, _ selection: JSONTableReader.Selection) {
        self.document = document
        self.selection = selection
    }

    // MARK: Rows

    /// Notes where rows have objects, so that `null` in other rows is no value of a column.
    mutating func findObjects(_ rows: [JSONNode]) {
        for row in rows { findObjects(row, "") }
    }

    private mutating func findObjects(_ node: JSONNode, _ path: String) {
        guard case .object(let members) = node.value else { return }
        if !path.isEmpty { opened[path] = true }
        for member in members { findObjects(member.value, JSONTable.path(path, member.key)) }
    }

    mutating func append(_ row: JSONNode, _ log: inout CappedLog) {
        guard case .object(let members) = row.value else {
            report(.notATable, row, "a row is an object, not \(row.kind)", &log)
            return
        }
        var cells: [JSONNode?] = Array(repeating: nil, count: columns.count)
        add(members, under: "", to: &cells, &log)
        rows.append((row, cells))
    }

    /// Adds a row for each item of a list within a row.
    mutating func appendItems(of row: JSONNode, _ log: inout CappedLog) {
        guard case .object(let members) = row.value else {
            report(.notATable, row, "a row is an object, not \(row.kind)", &log)
            return
        }
        var list: JSONNode? = row
        for key in selection.items.split(separator: ".") { list = list?[String(key)] }
        guard let list else { return }
        let items: [JSONNode]
        switch list.value {
        case .null: return
        case .array(let found): items = found
        case .object, .string, .number, .bool:
            report(.notATable, list, "“\(selection.items)” is \(list.kind), not a list", &log)
            return
        }
        for (number, item) in items.enumerated() {
            var cells: [JSONNode?] = Array(repeating: nil, count: columns.count)
            switch item.value {
            case .object(let own): add(own, under: "", to: &cells, &log)
            case .array, .string, .number, .bool, .null: set(item, "value", in: &cells, &log)
            }
            if selection.described?.contains(JSONTable.itemColumn) != false,
                item[JSONTable.itemColumn] == nil, let first = JSONTable.firstText(members)
            {
                let name = JSONNode(
                    value: .string("\(first)-\(number + 1)"),
                    start: item.start,
                    end: item.start
                )
                set(name, JSONTable.itemColumn, in: &cells, &log)
            }
            if item[JSONTable.parent] == nil {
                add(members, under: JSONTable.parent, to: &cells, &log)
            }
            rows.append((item, cells))
        }
    }

    /// The column that names an item: the first value of its parent, and its number there.
    private static let itemColumn = "item"
    /// What stands before the columns of the row that an item is of.
    private static let parent = "parent"

    private static func firstText(_ members: [JSONNode.Member]) -> String? {
        for member in members {
            switch member.value.value {
            case .string(let text), .number(let text): return text
            case .object, .array, .bool, .null: continue
            }
        }
        return nil
    }

    private mutating func add(
        _ members: [JSONNode.Member],
        under prefix: String,
        to cells: inout [JSONNode?],
        _ log: inout CappedLog
    ) {
        // What an item's parent holds besides is described in the table of the parents.
        let isOfParent = prefix == JSONTable.parent || prefix.hasPrefix(JSONTable.parent + ".")
        let onlyDescribed = !selection.items.isEmpty && isOfParent
        for member in members {
            let path = JSONTable.path(prefix, member.key)
            switch member.value.value {
            case .object(let inner):
                if opens(path) {
                    add(inner, under: path, to: &cells, &log)
                    continue
                }
            case .null: if opens(path) { continue }
            case .array, .string, .number, .bool: break
            }
            if onlyDescribed, selection.described?.contains(path) != true { continue }
            set(member.value, path, in: &cells, &log)
        }
    }

    private mutating func set(
        _ value: JSONNode,
        _ path: String,
        in cells: inout [JSONNode?],
        _ log: inout CappedLog
    ) {
        guard let number = numbers[path] else {
            guard columns.count < CSVReader.columnLimit else {
                log.report(
                    .fileTooLarge,
                    at: document.location(value),
                    "the table has more than \(CSVReader.columnLimit) columns"
                )
                return
            }
            numbers[path] = columns.count
            columns.append(path)
            cells.append(value)
            return
        }
        if cells[number] != nil {
            report(
                .nestedValue,
                value,
                "“\(path)” is in this row twice: as a key, and as the key of an object",
                suggestion: "Give one of the two another name.",
                &log
            )
        }
        cells[number] = value
    }

    /// Whether the objects at a path are taken apart: where the codebook describes their values.
    private mutating func opens(_ path: String) -> Bool {
        if let known = opened[path] { return known }
        guard let described = selection.described else { return false }
        let inside = path + "."
        let opens = !described.contains(path) && described.contains { $0.hasPrefix(inside) }
        opened[path] = opens
        return opens
    }

    private static func path(_ prefix: String, _ key: String) -> String {
        prefix.isEmpty ? key : prefix + "." + key
    }

    // MARK: Cells

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
        case .string, .number, .bool, .null: return JSONTable.scalar(cell) ?? ""
        case .array(let items):
            let texts = items.map(JSONTable.scalar)
            guard isRead(column), texts.allSatisfy({ $0 != nil }) else {
                return whole(cell, column, &log)
            }
            let values = texts.compactMap(\.self).filter { !$0.isEmpty }
            guard let joint = selection.joints[columns[column]] else {
                return values.joined(separator: "; ")
            }
            checkSeparator(joint, items, column, &log)
            return values.joined(separator: joint)
        case .object: return whole(cell, column, &log)
        }
    }

    /// Reports the values of a list that would be taken for several.
    private func checkSeparator(
        _ joint: String,
        _ items: [JSONNode],
        _ column: Int,
        _ log: inout CappedLog
    ) {
        guard let separator = joint.first(where: { $0 != " " }) else { return }
        for item in items where JSONTable.scalar(item)?.contains(separator) == true {
            report(
                .separatorInValue,
                item,
                "a value of the list “\(columns[column])” holds “\(separator)”, which separates values",
                suggestion: "State another in the codebook, such as separator: "
                    + (separator == "|" ? "\";\"." : "\"|\"."),
                &log
            )
        }
    }

    /// Nobody reads the cells of a private column; a copy of the table keeps them as they are.
    private func isRead(_ column: Int) -> Bool {
        selection.described == nil || selection.published?.contains(columns[column]) != false
    }

    /// The text of a single value; `nil` for a list or an object.
    private static func scalar(_ node: JSONNode) -> String? {
        switch node.value {
        case .string(let text), .number(let text): text
        case .bool(let truth): truth ? "true" : "false"
        case .null: ""
        case .object, .array: nil
        }
    }

    /// The source of a list or an object, which belongs to no public column.
    private mutating func whole(
        _ cell: JSONNode,
        _ column: Int,
        _ log: inout CappedLog
    ) -> String {
        let name = columns[column]
        nested.insert(name)
        guard selection.published?.contains(name) != false else {
            return String(
                decoding: document.text.source.bytes[cell.start..<cell.end],
                as: UTF8.self
            )
        }
        report(
            .nestedValue,
            cell,
            "“\(name)” is \(cell.kind); a cell holds a text, a number, true, false, null or a list of such values",
            suggestion: cell.asArray == nil
                ? "Describe what the object holds instead, such as “\(name).…”, or make the column private."
                : "Read the list as a table of its own, items: \(name), or make the column private.",
            &log
        )
        return ""
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
