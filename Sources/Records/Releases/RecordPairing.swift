/// Finds for every record of one kind what it was before: by key, and among those that are left by
/// likeness, so that a name spelled better is a correction and not two people.
struct RecordPairing {
    /// How many pairs of records are compared at most: people without a strike are one list.
    private static let mostComparisons = 4_000_000

    private let kind: ResourceKind
    private let strikes: StrikeMoves
    private var pairs: [(old: PublishedRecord, new: PublishedRecord)] = []
    private var gone: [PublishedRecord] = []
    private var fresh: [PublishedRecord] = []

    init(
        _ kind: ResourceKind,
        _ old: PublishedTable?,
        _ new: PublishedTable?,
        _ strikes: StrikeMoves
    ) {
        self.kind = kind
        self.strikes = strikes
        var rest = Dictionary(
            (new?.records ?? []).map { ($0.key, $0) },
            uniquingKeysWith: { first, _ in first }
        )
        for record in old?.records ?? [] {
            if let other = rest.removeValue(forKey: currentKey(record)) {
                pairs.append((record, other))
            } else {
                gone.append(record)
            }
        }
        fresh = rest.values.sorted { $0.key.utf8.lexicographicallyPrecedes($1.key.utf8) }
    }

    /// The key that a record has now, when its strike has another id.
    private func currentKey(_ record: PublishedRecord) -> String {
        if kind == .strikes { return strikes.renamed[record.key] ?? record.key }
        guard let strike = record.strikes.first, record.key.hasPrefix(strike + "/") else {
            return record.key
        }
        return strikes.current(strike) + record.key.dropFirst(strike.count)
    }

    /// Pairs records of one strike of which each lacks a partner when all that differs is the one
    /// cell that makes the key, and no other record could be meant.
    mutating func pairLikes(_ columns: Set<String>) {
        guard kind.isNamedByStrike, !gone.isEmpty, !fresh.isEmpty else { return }
        var candidates: [[String]: [Int]] = [:]
        for (offset, record) in fresh.enumerated() {
            candidates[record.strikes, default: []].append(offset)
        }
        if gone.count * (candidates[[]] ?? []).count > RecordPairing.mostComparisons {
            candidates[[]] = nil
        }
        var claims: [Int: [Int]] = [:]
        for (offset, record) in gone.enumerated() {
            let likes = (candidates[record.strikes.map(strikes.current)] ?? [])
                .filter { differences(record, fresh[$0], columns).count == 1 }
            if likes.count == 1 { claims[likes[0], default: []].append(offset) }
        }
        var paired: (gone: Set<Int>, fresh: Set<Int>) = ([], [])
        for (new, olds) in claims where olds.count == 1 {
            pairs.append((gone[olds[0]], fresh[new]))
            paired.gone.insert(olds[0])
            paired.fresh.insert(new)
        }
        gone = gone.enumerated().filter { !paired.gone.contains($0.offset) }.map(\.element)
        fresh = fresh.enumerated().filter { !paired.fresh.contains($0.offset) }.map(\.element)
    }

    /// The changes by key, then column; records of a strike that is new or gone are not reported separately.
    func changes(_ columns: Set<String>) -> [RecordChange] {
        var changes: [RecordChange] = []
        for (old, new) in pairs {
            if kind == .strikes && old.key != new.key {
                changes.append(change(new, .renamed(from: old.key)))
            }
            for column in differences(old, new, columns) {
                let was = old.cells[column] ?? ""
                let now = new.cells[column] ?? ""
                if kind == .strikes, was == old.key, now == new.key { continue }
                if old.previous != new.previous, isList(now, new.previous) { continue }
                if was == old.strikes.first, now == strikes.current(was), was != now { continue }
                changes.append(change(new, .changed(column: column, was: was, now: now)))
            }
        }
        for record in fresh where kind == .strikes || !strikes.isNew(record.strikes) {
            changes.append(change(record, .added))
        }
        for record in gone {
            if kind == .strikes {
                let holder = strikes.merged[record.key]
                changes.append(change(record, holder.map { .merged(into: $0) } ?? .withdrawn))
            } else if !strikes.isGone(record.strikes) {
                var record = record
                record.strikes = record.strikes.map(strikes.current)
                changes.append(change(record, .withdrawn))
            }
        }
        return changes.sorted {
            ($0.key, $0.column) < ($1.key, $1.column)
        }
    }

    /// Whether a cell lists former ids, which renaming and merging already report.
    private func isList(_ cell: String, _ ids: [String]) -> Bool {
        cell.split(separator: ";").map { QueryText.trimmed($0) } == ids
    }

    private func change(_ record: PublishedRecord, _ what: RecordChange.Kind) -> RecordChange {
        RecordChange(table: kind, key: record.key, strikes: record.strikes, kind: what)
    }

    private func differences(
        _ old: PublishedRecord,
        _ new: PublishedRecord,
        _ columns: Set<String>
    ) -> [String] {
        if old.cells == new.cells { return [] }
        return columns.filter { (old.cells[$0] ?? "") != (new.cells[$0] ?? "") }.sorted()
    }
}

extension StrikeMoves {
    /// Whether all strikes of a record are new.
    fileprivate func isNew(_ ids: [String]) -> Bool {
        !ids.isEmpty && ids.allSatisfy(added.contains)
    }

    /// Whether all strikes of a record are gone.
    fileprivate func isGone(_ ids: [String]) -> Bool {
        !ids.isEmpty && ids.allSatisfy { withdrawn.contains($0) || merged[$0] != nil }
    }
}
