import Records

/// What a report states, as its downloads and figure pages state it.
extension PublishedState {
    /// Takes the cells from the public downloads, so that nothing private can be among them.
    init(_ dataset: Dataset, _ downloads: Downloads, _ figures: Figures, headline: Selection) {
        self.init(
            tables: downloads.tables.map { PublishedTable($0, dataset) },
            figures: figures.all.map {
                PublishedFigure(
                    query: $0.selection.query,
                    tally: $0.tally,
                    measures: dataset.measures
                )
            },
            headline: headline.query
        )
    }
}

extension PublishedTable {
    fileprivate init(_ table: DownloadTable, _ dataset: Dataset) {
        let kind = table.resource.kind
        let names = table.columns.map(\.name)
        let position = Dictionary(
            table.columns.enumerated()
                .compactMap { offset, column in column.role.map { ($0, offset) } },
            uniquingKeysWith: { first, _ in first }
        )
        let records = (0..<table.rowCount)
            .map { row in
                let cells = table.texts(row)
                func cell(_ role: String) -> String { position[role].map { cells[$0] } ?? "" }
                let naming = PublishedTable.naming(kind, cell)
                return PublishedRecord(
                    key: naming.key,
                    strikes: naming.strikes,
                    previous: PublishedTable.ids(cell("previous_ids")),
                    cells: Dictionary(
                        zip(names, cells),
                        uniquingKeysWith: { first, _ in first }
                    )
                )
            }
        self.init(kind: kind, columns: names, records: records)
    }

    /// What names a record, and the strikes it belongs to, from its public cells alone.
    private static func naming(
        _ kind: ResourceKind,
        _ cell: (String) -> String
    ) -> (key: String, strikes: [String]) {
        switch kind {
        case .strikes: return (cell("id"), [cell("id")])
        case .victims:
            return (cell("strike_id") + "/" + cell("name"), [cell("strike_id")])
        case .disclosures:
            return (cell("strike_id") + "/" + cell("fact"), [cell("strike_id")])
        case .sources: return (cell("id"), ids(cell("strike_id")))
        case .claims: return (cell("id"), ids(cell("scope")).filter { $0 != "campaign" })
        case .corrections: return (cell("record"), [])
        }
    }

    private static func ids(_ text: String) -> [String] {
        if text.isEmpty { return [] }
        return text.split(separator: ";").map { QueryText.trimmed($0) }.filter { !$0.isEmpty }
    }
}

extension DownloadTable {
    /// The cells of a row as text, in the order of the columns; nothing is an empty text.
    func texts(_ row: Int) -> [String] {
        cells(row)
            .map { cell in
                switch cell {
                case .none: ""
                case .integer(let number): String(number)
                case .number(let text), .text(let text): text
                }
            }
    }
}
