// Many tables state the sources of a record beside it: source_1_url, source_1_name, source_2_url. Such columns are read
// as a table of their own, whose cells keep their places in the file.

import Diagnostics
import Text

/// The name of columns that repeat with a number, such as "source_{n}_url".
public struct ColumnPattern: Hashable, Sendable {
    /// What stands for the number.
    public static let mark = "{n}"

    /// The name with the mark.
    public let text: String
    private let prefix: String
    private let suffix: String

    /// Reads a name with one mark in it; `nil` for every other text.
    public init?(_ text: String) {
        let parts = text.split(separator: ColumnPattern.mark, omittingEmptySubsequences: false)
        guard parts.count == 2 else { return nil }
        self.text = text
        prefix = String(parts[0])
        suffix = String(parts[1])
    }

    /// The number in the name of a column; `nil` when the name is another.
    public func number(in name: String) -> Int? {
        guard name.hasPrefix(prefix), name.hasSuffix(suffix) else { return nil }
        let digits = name.utf8.dropFirst(prefix.utf8.count).dropLast(suffix.utf8.count)
        guard prefix.utf8.count + suffix.utf8.count < name.utf8.count,
            (1...3).contains(digits.count), digits.allSatisfy(\.isDigit)
        else { return nil }
        return digits.reduce(0) { $0 * 10 + Int($1 - UInt8(ascii: "0")) }
    }

    /// All names that columns can have.
    public var names: [String] {
        (0...999)
            .flatMap { number -> [String] in
                let digits = String(number)
                return (digits.count...3)
                    .map { length in
                        let zeros = String(repeating: "0", count: length - digits.count)
                        return prefix + zeros + digits + suffix
                    }
            }
    }
}

/// Which columns of a wide table become the columns of a long one.
public struct WideColumns: Equatable, Sendable {
    /// Columns that become one.
    public struct Repeated: Equatable, Sendable {
        /// The name of the one.
        public let name: String
        /// The names of the others.
        public let pattern: ColumnPattern

        /// Makes one column of others.
        public init(name: String, pattern: ColumnPattern) {
            self.name = name
            self.pattern = pattern
        }
    }

    /// The repeated columns.
    public var repeated: [Repeated]
    /// The names, in the wide table, of the columns that each row of the long table repeats.
    public var ofParent: [String]
    /// The column that names the wide row, from which rows without a name of their own get one.
    public var parentName: String?
    /// Whether rows get a name.
    public var namesRows: Bool
    /// Cells that mean that nothing is stated.
    public var missing: Set<String>

    /// What stands before the columns of the row around.
    public static let parent = "parent."
    /// The column that names a row: the name of the row around it, and its number there.
    public static let item = "item"

    /// Makes a choice of columns.
    public init(
        repeated: [Repeated],
        ofParent: [String],
        parentName: String?,
        namesRows: Bool,
        missing: Set<String>
    ) {
        self.repeated = repeated
        self.ofParent = ofParent
        self.parentName = parentName
        self.namesRows = namesRows
        self.missing = missing
    }

    /// Whether a column of the wide table is read.
    public func holds(_ name: String) -> Bool {
        ofParent.contains(name) || repeated.contains { $0.pattern.number(in: name) != nil }
    }
}

/// The table whose columns are gathered in another one, and which cell stands where.
package struct WideTable: Sendable {
    /// One row of the long table.
    struct Row: Sendable {
        /// The row of the wide table.
        let wide: Int
        /// The place in the wide table of each column of the long table; `nil` where there is none.
        let columns: [Int?]
    }

    let table: Table
    let rows: [Row]
    /// The first column of the wide table for each column of the long table.
    let first: [Int?]

    func place(_ row: Int, _ column: Int) -> (row: Int, column: Int)? {
        rows[row].columns[column].map { (rows[row].wide, $0) }
    }

    func column(_ column: Int) -> Int? { first[column] }
}

extension Table {
    /// The table of which this one gathers columns; `nil` for a table that is read as it is.
    public var wide: Table? {
        guard case .gathered(let wide) = origin else { return nil }
        return wide.table
    }

    /// A table with a row for each number in the names of repeated columns, as far as any of its cells states something.
    public func gathering(_ chosen: WideColumns, _ log: inout DiagnosticLog) -> Table {
        var positions: [String: Int] = [:]
        for (column, name) in columns.enumerated() { positions[name] = column }
        let found = chosen.repeated.map { repeated(of: $0.pattern, &log) }
        let present = chosen.repeated.indices.filter { !found[$0].isEmpty }
        let parents = chosen.ofParent.filter { positions[$0] != nil }
        let names =
            (chosen.namesRows ? [WideColumns.item] : []) + parents.map { WideColumns.parent + $0 }
            + present.map { chosen.repeated[$0].name }
        let shared = parents.map { positions[$0] }
        let named = chosen.parentName.flatMap { positions[$0] } ?? (columns.isEmpty ? nil : 0)
        let numbers = Set(found.flatMap(\.keys)).sorted()
        var rows: [WideTable.Row] = []
        var buffer: [UInt8] = []
        var bounds: [UInt32] = []
        var damaged: Set<Int> = []
        for row in 0..<rowCount {
            for number in numbers {
                let own = present.map { found[$0][number] }
                let stated = own.compactMap(\.self)
                    .first { column in
                        let text = Table.trimmed(text(row, column))
                        return !text.isEmpty && !chosen.missing.contains(text)
                    }
                guard let stated else { continue }
                let places = (chosen.namesRows ? [stated] : []) + shared + own
                if isDamaged(row) { damaged.insert(rows.count) }
                for (column, place) in places.enumerated() {
                    bounds.append(UInt32(buffer.count))
                    if chosen.namesRows, column == 0 {
                        let parent = named.map { Table.trimmed(text(row, $0)) } ?? ""
                        buffer += parent.isEmpty ? [] : Array("\(parent)-\(number)".utf8)
                    } else if let place {
                        withBytes(row, place) { buffer += $0 }
                    }
                    buffer.append(Byte.lineFeed)
                }
                bounds.append(UInt32(buffer.count))
                rows.append(WideTable.Row(wide: row, columns: places))
            }
        }
        let firsts = present.map { place in found[place].min { $0.key < $1.key }?.value }
        return Table(
            file: file,
            columns: names,
            buffer: buffer,
            bounds: bounds,
            origin: .gathered(
                WideTable(
                    table: self,
                    rows: rows,
                    first: (chosen.namesRows ? [named] : []) + shared + firsts
                )
            ),
            damagedRows: damaged,
            traits: Traits(
                nestedColumns: Set(
                    present.filter { place in
                        found[place].values.contains { traits.nestedColumns.contains(columns[$0]) }
                    }
                    .map { chosen.repeated[$0].name }
                )
            )
        )
    }

    /// The columns of a pattern by their numbers.
    private func repeated(of pattern: ColumnPattern, _ log: inout DiagnosticLog) -> [Int: Int] {
        var found: [Int: Int] = [:]
        for (column, name) in columns.enumerated() {
            guard let number = pattern.number(in: name) else { continue }
            if let other = found[number] {
                log.report(
                    ReadingRule.columnNameRepeated,
                    at: location(column: column),
                    "“\(columns[other])” and “\(name)” have one number in “\(pattern.text)”",
                    excerpt: excerpt(column: column),
                    suggestion: "Give one of the two another number."
                )
                continue
            }
            found[number] = column
        }
        return found
    }

    /// A text without blanks around it.
    private static func trimmed(_ text: String) -> String {
        let end = text.lastIndex { !$0.isWhitespace }
        guard let end else { return "" }
        return String(text[...end].drop(while: \.isWhitespace))
    }
}
