// Which cells of the published tables are not stated in a language, for `recount check --languages`. Readers of that
// language see them in the original.

import Records

/// A column that is not stated in a language for all rows that have a text in it.
public struct CellGap: Equatable, Sendable {
    /// The table, from the site's folder.
    public let file: String
    /// The column that states it or would state it, such as `summary.ar`, or the labels that are not complete, such as
    /// `labels.ar of district`.
    public let column: String
    /// In how many rows it is missing.
    public let blank: Int
    /// In how many rows there is a text in the original.
    public let rows: Int

    /// The gaps of all tables in a language, in the order of the codebook.
    public static func all(_ dataset: Dataset, in tag: String) -> [CellGap] {
        let codebook = dataset.codebook.translated(tag)
        return dataset.codebook.resources.flatMap { resource in
            let table = DownloadTable(resource, dataset)
            let fields = codebook.resource(resource.kind)?.fields ?? []
            return table.columns.indices.compactMap { position in
                let column = table.columns[position]
                let field = fields.first { $0.name == column.name }
                let labels = field?.labels ?? [:]
                if let role = column.role, role.part == .whole,
                    resource.kind.columns(of: dataset.measures)[role.anyLanguage] != nil
                {
                    return texts(table, position, role.language(tag), labels)
                }
                // Whom a claim counts has words of its own in each language.
                guard let field, !labels.isEmpty, column.role != .of else { return nil }
                return gap(table, position, column: "labels.\(tag) of \(field.name)") { _, text in
                    let values = field.list?.values(of: text) ?? [text]
                    return values.contains {
                        labels[$0] == nil && $0.contains(where: \.isLetter)
                    }
                }
            }
        }
    }

    /// The texts of a column that may have one beside it in each language; a label stands for such a text too.
    private static func texts(
        _ table: DownloadTable,
        _ position: Int,
        _ role: Role,
        _ labels: [String: String]
    ) -> CellGap? {
        let own = table.columns.firstIndex { $0.role == role }
        return gap(table, position, column: role.name) { row, text in
            labels[text] == nil && (own.map { table.cell(row, $0).isEmpty } ?? true)
        }
    }

    private static func gap(
        _ table: DownloadTable,
        _ position: Int,
        column: String,
        isMissing: (Int, String) -> Bool
    ) -> CellGap? {
        var blank = 0
        var rows = 0
        for row in 0..<table.rowCount {
            guard case .text(let text) = table.cell(row, position), !text.isEmpty else { continue }
            rows += 1
            if isMissing(row, text) { blank += 1 }
        }
        if blank == 0 { return nil }
        return CellGap(
            file: "content/" + table.resource.path,
            column: column,
            blank: blank,
            rows: rows
        )
    }
}

extension PublishedCell {
    /// Whether nothing stands in it.
    fileprivate var isEmpty: Bool {
        switch self {
        case .none: true
        case .text(let text): text.isEmpty
        case .integer, .number: false
        }
    }
}
