/// What a report states at one moment: its public records as text, and its figures.
///
/// Two moments are compared by their states, so a state holds exactly what readers could see, and
/// nothing that was never public.
public struct PublishedState: Hashable, Sendable {
    /// The records, one table a kind, in the order of the kinds.
    public var tables: [PublishedTable]
    /// The figures by selection, sorted by query.
    public var figures: [PublishedFigure]
    /// The query of the strikes that headline totals count.
    public var headline: String

    /// Sorts the parts into the one order that they are written in.
    public init(tables: [PublishedTable], figures: [PublishedFigure], headline: String) {
        self.tables = ResourceKind.allCases.flatMap { kind in tables.filter { $0.kind == kind } }
        self.figures = figures.sorted { $0.query.utf8.lexicographicallyPrecedes($1.query.utf8) }
        self.headline = headline
    }

    /// The table of a kind.
    public func table(_ kind: ResourceKind) -> PublishedTable? {
        tables.first { $0.kind == kind }
    }

    /// The total of a measure over a selection, when it was stated.
    public func total(_ query: String, _ measure: Measure) -> Total? {
        figures.first { $0.query == query }?.totals[measure]
    }

    /// The headline total of a measure.
    public func headlineTotal(_ measure: Measure) -> Total? { total(headline, measure) }
}

/// The public records of one kind.
public struct PublishedTable: Hashable, Sendable {
    /// The kind.
    public var kind: ResourceKind
    /// The names of the public columns, sorted.
    public var columns: [String]
    /// The records, sorted by key.
    public var records: [PublishedRecord]

    /// Sorts columns and records, and numbers records with equal keys in their order.
    public init(kind: ResourceKind, columns: [String], records: [PublishedRecord]) {
        self.kind = kind
        self.columns = columns.sorted { $0.utf8.lexicographicallyPrecedes($1.utf8) }
        var seen: Set<String> = []
        seen.reserveCapacity(records.count)
        var distinct = records
        for position in distinct.indices {
            let key = distinct[position].key
            var count = 1
            while !seen.insert(distinct[position].key).inserted {
                count += 1
                distinct[position].key = "\(key)/\(count)"
            }
        }
        self.records = distinct.sorted { $0.key.utf8.lexicographicallyPrecedes($1.key.utf8) }
    }
}

/// One record as published: the text of each cell by column; blank cells are left out.
public struct PublishedRecord: Hashable, Sendable {
    /// The name of the record, unique among those of its kind.
    public var key: String
    /// The strikes that it belongs to; a strike belongs to itself.
    public var strikes: [String]
    /// Names that a strike had before.
    public var previous: [String]
    /// The cells by column.
    public var cells: [String: String]

    /// Makes a record.
    public init(
        key: String,
        strikes: [String],
        previous: [String] = [],
        cells: [String: String]
    ) {
        self.key = key
        self.strikes = strikes
        self.previous = previous
        self.cells = cells.filter { !$0.value.isEmpty }
    }
}

/// Every measure over one selection, as stated.
public struct PublishedFigure: Hashable, Sendable {
    /// The selection as an author writes it; empty for all strikes.
    public var query: String
    /// The total of each measure.
    public var totals: [Measure: Total]

    /// Makes a figure.
    public init(query: String, totals: [Measure: Total]) {
        self.query = query
        self.totals = totals
    }

    /// The figure as counted.
    public init(query: String, tally: Tally, measures: MeasureList) {
        self.query = query
        totals = Dictionary(
            measures.all.map { ($0, tally.total($0)) },
            uniquingKeysWith: { first, _ in first }
        )
    }

    /// The totals in the order of the measures.
    public var ordered: [(measure: Measure, total: Total)] {
        totals.sorted { $0.key.position < $1.key.position }
            .map { (measure: $0.key, total: $0.value) }
    }
}
