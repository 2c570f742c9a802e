/// The differences between two states of a report: records, columns and figures.
public struct StateComparison: Hashable, Sendable {
    /// What happened to records, by kind of record, then key, then column.
    public private(set) var changes: [RecordChange] = []
    /// Columns that are published only before or only now.
    public private(set) var columns: [ColumnChange] = []
    /// Figures that differ, by query, in the order of measures.
    public private(set) var figures: [FigureChange] = []

    /// Whether nothing differs.
    public var isEmpty: Bool { changes.isEmpty && columns.isEmpty && figures.isEmpty }

    /// Compares a state with a later one.
    public init(_ old: PublishedState, _ new: PublishedState) {
        let strikes = StrikeMoves(old.table(.strikes), new.table(.strikes))
        for kind in ResourceKind.allCases {
            let before = old.table(kind)
            let after = new.table(kind)
            if before == after { continue }
            compareColumns(kind, before?.columns ?? [], after?.columns ?? [])
            let shared = Set(before?.columns ?? []).intersection(after?.columns ?? [])
            var pairing = RecordPairing(kind, before, after, strikes)
            pairing.pairLikes(shared)
            changes += pairing.changes(shared)
        }
        compareFigures(old, new)
    }

    private mutating func compareColumns(_ kind: ResourceKind, _ old: [String], _ new: [String]) {
        for column in Set(old).symmetricDifference(new).sorted() {
            columns.append(ColumnChange(table: kind, column: column, isNew: new.contains(column)))
        }
    }

    private mutating func compareFigures(_ old: PublishedState, _ new: PublishedState) {
        let before = Dictionary(
            old.figures.map { ($0.query, $0.totals) },
            uniquingKeysWith: { first, _ in first }
        )
        for figure in new.figures {
            guard let totals = before[figure.query] else { continue }
            for (measure, now) in figure.ordered {
                guard let was = totals[measure], was != now else { continue }
                figures.append(
                    FigureChange(query: figure.query, measure: measure, was: was, now: now)
                )
            }
        }
    }
}

/// Which strikes have another id than before, and which are held by another strike.
struct StrikeMoves {
    /// The new id of a strike that was renamed, by its old one.
    private(set) var renamed: [String: String] = [:]
    /// The strike that holds one that is gone, by the id of that one.
    private(set) var merged: [String: String] = [:]
    /// The strikes that are gone without a trace.
    private(set) var withdrawn: Set<String> = []
    /// The strikes that are new.
    private(set) var added: Set<String> = []

    init(_ old: PublishedTable?, _ new: PublishedTable?) {
        let before = Set(old?.records.map(\.key) ?? [])
        let after = Set(new?.records.map(\.key) ?? [])
        added = after.subtracting(before)
        var holders: [String: String] = [:]
        for record in new?.records ?? [] {
            for name in record.previous where holders[name] == nil { holders[name] = record.key }
        }
        for id in before.subtracting(after).sorted() {
            guard let holder = holders[id] else {
                withdrawn.insert(id)
                continue
            }
            if added.remove(holder) != nil {
                renamed[id] = holder
            } else {
                merged[id] = holder
            }
        }
    }

    /// The id that a strike has now.
    func current(_ id: String) -> String { renamed[id] ?? merged[id] ?? id }
}
