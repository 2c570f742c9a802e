// Spreadsheets often hold the sources of a record beside it: source_1_url, source_1_name, source_2_url. They are one table
// of sources, which the codebook describes with `repeat`.

import Formats
import Records
import Text

/// The columns of a table that repeat with a number and hold the sources of its records.
struct RepeatedColumns {
    /// Columns whose names differ in a number.
    struct Family {
        /// The name with `{n}` for the number.
        let pattern: String
        /// The name of the column of the table of sources.
        let name: String
        /// The role there; `nil` for none.
        let role: Role?
        /// Whether the author published all of them.
        let isPublic: Bool
    }

    /// The families, in the order of their first columns.
    let families: [Family]
    /// The columns that belong to one.
    let names: Set<String>

    init(_ columns: [ProposedColumn]) {
        var order: [String] = []
        var members: [String: [ProposedColumn]] = [:]
        for column in columns where !column.isNested {
            guard let pattern = RepeatedColumns.pattern(column.name) else { continue }
            if members[pattern] == nil { order.append(pattern) }
            members[pattern, default: []].append(column)
        }
        let found = order.filter { (members[$0]?.count ?? 0) > 1 }
        var families: [Family] = []
        var names: Set<String> = []
        var taken: Set<String> = [RepeatedColumns.item]
        for pattern in found {
            let group = members[pattern] ?? []
            let role = RepeatedColumns.role(pattern, group)
            var name = role?.standardColumn ?? RepeatedColumns.plainName(pattern)
            let isRepeated = !taken.insert(name).inserted
            if isRepeated {
                name = pattern.replacing(ColumnPattern.mark, with: "n")
                taken.insert(name)
            }
            families.append(
                Family(
                    pattern: pattern,
                    name: name,
                    role: isRepeated ? nil : role,
                    isPublic: group.allSatisfy(\.isPublic)
                )
            )
            names.formUnion(group.map(\.name))
        }
        // Without an address, a title or a publisher there is nothing to print.
        let isTable = families.contains { $0.role != nil }
        self.families = isTable ? families : []
        self.names = isTable ? names : []
    }

    /// The column that names the rows.
    static let item = "item"

    /// The name of a column of sources with `{n}` for its only number; `nil` for other columns.
    private static func pattern(_ name: String) -> String? {
        let digits = name.utf8.indices.filter { name.utf8[$0].isDigit }
        guard let first = digits.first, let last = digits.last, digits.count <= 3,
            name.utf8.distance(from: first, to: last) == digits.count - 1,
            HeaderWords(name[..<first] + " " + name[name.utf8.index(after: last)...]).has(.source)
        else { return nil }
        let pattern =
            name[..<first] + ColumnPattern.mark + name[name.utf8.index(after: last)...]
        return ColumnPattern(String(pattern))?.text
    }

    private static func role(_ pattern: String, _ columns: [ProposedColumn]) -> Role? {
        let words = HeaderWords(pattern.replacing(ColumnPattern.mark, with: " "))
        let isAddress = words.has(.url) || columns.contains { $0.facts.holdsAddresses }
        if isAddress {
            return words.words.contains { $0.hasPrefix("archiv") } ? .archiveURL : .url
        }
        if words.has(.contact) || words.has(.date) || words.has(.note) { return nil }
        if words.words.contains(where: { ["title", "headline", "titre", "titulo"].contains($0) }) {
            return .title
        }
        let publishers: Set = ["name", "publisher", "outlet", "nom", "nombre"]
        return words.words.count == 1 || words.words.contains(where: publishers.contains)
            ? .publisher : nil
    }

    /// The words of a pattern besides the number, such as “source_note”.
    private static func plainName(_ pattern: String) -> String {
        pattern.replacing(ColumnPattern.mark, with: " ").split { " _-.".contains($0) }
            .joined(separator: "_").lowercased()
    }
}
