import Records
import Templates
import Text

/// One column of a download.
struct DownloadColumn: Sendable {
    /// The column's name, as in the author's file.
    let name: String
    /// The type of its cells.
    let type: FieldType
    /// Its title for readers; the name where the codebook states none.
    let title: String
    /// What it means.
    let description: String
    /// The fact that it holds; `nil` for a column of the author's own.
    let role: Role?
    /// Its position among the public columns without a role.
    let extra: Int
}

/// The public columns of one kind of record.
struct DownloadTable: Sendable {
    /// The table in the codebook.
    let resource: Resource
    /// The public columns, in the order of the codebook.
    let columns: [DownloadColumn]
    /// How many rows there are.
    let rowCount: Int
    /// Their names as keys of JSON objects.
    private let keys: [JSONKey]
    /// One reader for each column.
    private let readers: [Reader]

    /// Reads the cell of one column from the row at a position.
    typealias Reader = @Sendable (Int) -> PublishedCell

    init(_ resource: Resource, _ dataset: Dataset) {
        self.resource = resource
        let measures = dataset.measures
        var columns: [DownloadColumn] = []
        var extras = 0
        for field in resource.fields where field.isPublic {
            if let role = field.role,
                resource.kind.columns(of: measures)[role]?.isPublished != true
            {
                continue
            }
            columns.append(
                DownloadColumn(
                    name: field.name,
                    type: field.type,
                    title: field.title,
                    description: field.description,
                    role: field.role,
                    extra: extras
                )
            )
            if field.role == nil { extras += 1 }
        }
        self.columns = columns
        keys = columns.map { JSONKey($0.name) }
        func columnReaders<Record: ColumnRecord>(of records: [Record]) -> (Int, [Reader]) {
            (records.count, columns.map { $0.reader(of: records, measures: measures) })
        }
        (rowCount, readers) =
            switch resource.kind {
            case .strikes: columnReaders(of: dataset.strikes)
            case .victims: columnReaders(of: dataset.victims)
            case .sources: columnReaders(of: dataset.sources)
            case .claims: columnReaders(of: dataset.claims)
            case .disclosures: columnReaders(of: dataset.disclosures)
            case .corrections: columnReaders(of: dataset.corrections)
            case .media: columnReaders(of: dataset.media)
            }
    }

    /// Where the CSV is, from the root.
    var csvPath: String { "data/\(resource.kind.rawValue).csv" }
    /// Where the JSON is, from the root.
    var jsonPath: String { "data/\(resource.kind.rawValue).json" }

    /// Passes on every cell that holds a text.
    func texts(_ body: (String) -> Void) {
        for row in 0..<rowCount {
            for reader in readers {
                if case .text(let text) = reader(row) { body(text) }
            }
        }
    }

    /// The table as CSV (RFC 4180, UTF-8, line feeds).
    func csv(_ take: TakePiece) throws {
        var csv = CSVText()
        csv.row(columns.map(\.name))
        for row in 0..<rowCount {
            csv.row(readers.lazy.map { $0(row) })
            try csv.passOn(take)
        }
        try take(csv.finished())
    }

    /// The table as a JSON array of objects; an empty cell is null.
    func json(_ take: TakePiece) throws {
        var json = JSONWriter()
        try json.array(0..<rowCount) { item, row in
            item.object { write(row: row, into: &$0) }
            try item.passOn(take)
        }
        try take(json.finished())
    }

    /// Writes the cells of a row as members of an object.
    func write(row: Int, into object: inout JSONWriter) {
        for column in columns.indices {
            object.key(keys[column])
            switch readers[column](row) {
            case .none: object.raw("null")
            case .integer(let number): object.value(number)
            case .number(let text): object.raw(text)
            case .text(let text): object.value(text)
            }
        }
    }

    /// Passes on the cells of a row, in the order of the columns.
    func visit(_ row: Int, _ body: (PublishedCell) -> Void) {
        for reader in readers { body(reader(row)) }
    }

    /// One cell.
    func cell(_ row: Int, _ column: Int) -> PublishedCell { readers[column](row) }

    /// The cells of a row, in the order of the columns.
    func cells(_ row: Int) -> [PublishedCell] { readers.map { $0(row) } }
}

extension DownloadColumn {
    /// How its cells are read from the rows of a table.
    fileprivate func reader<Record: ColumnRecord>(
        of records: [Record],
        measures: MeasureList
    ) -> DownloadTable.Reader {
        guard let role else { return { cell(among: records[$0].extras) } }
        guard let read = Record.columns(of: measures)[role]?.cells(role) else {
            return { _ in .none }
        }
        return { read(records, $0) }
    }

    /// The cell of a column without a role.
    private func cell(among extras: [String]) -> PublishedCell {
        let text = extras.indices.contains(extra) ? extras[extra] : ""
        if text.isEmpty { return .none }
        if type == .integer, let number = Int(text) { return .integer(number) }
        return .text(text)
    }
}
