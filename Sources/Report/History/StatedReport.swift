import Records

/// Derives the published state from a report's downloads and figures.
extension PublishedState {
    /// Takes the cells from the public downloads, so that none of them can be private.
    init(_ recounting: Recounting, _ downloads: Downloads, _ figures: Figures, headline: Selection)
    {
        let dataset = recounting.dataset
        let isOfPeople = dataset.codebook.isOfPeopleOnly
        self.init(
            tables: downloads.tables.map { PublishedTable($0, dataset) },
            figures: figures.published(recounting),
            headline: isOfPeople ? PublishedFigure.name(ofPeople: .all) : headline.query
        )
    }
}

extension Figures {
    /// Every figure with all of its totals: those of strikes, and those of people under names such as
    /// `people?sex=female`.
    func published(_ recounting: Recounting) -> [PublishedFigure] {
        let dataset = recounting.dataset
        let people = all.filter { $0.subject == .people }
            .map {
                PublishedFigure(
                    query: PublishedFigure.name(ofPeople: $0.selection),
                    totals: [.people: $0.tally.total(.people)]
                )
            }
        // Without strikes, those that every report has count nothing.
        if dataset.codebook.isOfPeopleOnly {
            let name = PublishedFigure.name(ofPeople: .all)
            if people.contains(where: { $0.query == name }) { return people }
            let total = Figure(allPeopleOf: recounting).tally.total(.people)
            return people + [PublishedFigure(query: name, totals: [.people: total])]
        }
        return people
            + ofStrikes.map {
                PublishedFigure(
                    query: $0.selection.query,
                    tally: $0.tally,
                    measures: dataset.measures
                )
            }
    }
}

extension PublishedFigure {
    /// A selection of people as a link writes it.
    fileprivate static func name(ofPeople selection: Selection) -> String {
        selection.query.isEmpty
            ? Measure.people.name : Measure.people.name + "?" + selection.query
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
        let naming = kind.columns(of: dataset.measures).all.filter(\.isNaming).map(\.role)
        let membership = PublishedTable.membership(kind, dataset.measures)
        let records = (0..<table.rowCount)
            .map { row in
                let cells = table.cells(row).map(\.asText)
                func cell(_ role: Role) -> String { position[role].map { cells[$0] } ?? "" }
                return PublishedRecord(
                    key: naming.map(cell).joined(separator: "/"),
                    strikes: PublishedTable.ids(membership.map(cell) ?? "")
                        .filter { $0 != Claim.Scope.campaignWord },
                    previous: PublishedTable.ids(cell(.previousIDs)),
                    cells: Dictionary(
                        zip(names, cells),
                        uniquingKeysWith: { first, _ in first }
                    )
                )
            }
        self.init(kind: kind, columns: names, records: records)
    }

    /// The column that names the strikes that a record belongs to; a strike belongs to itself.
    private static func membership(
        _ kind: ResourceKind,
        _ measures: MeasureList
    ) -> Role? {
        if kind == .strikes { return .id }
        return kind.columns(of: measures).all.first { $0.references == .strikes }?.role
    }

    private static func ids(_ text: String) -> [String] {
        if text.isEmpty { return [] }
        return text.split(separator: ";").map { QueryText.trimmed($0) }.filter { !$0.isEmpty }
    }
}
