import Synchronization

/// Which strikes have which values: the postings that answer selections without looking at strikes.
public struct StrikeIndex: Sendable {
    private let dataset: Dataset
    private let postings: Postings
    private let firstDays: [CalendarDate]
    private let counted: StrikeSet

    /// Makes an index of the strikes of a dataset.
    public init(_ dataset: Dataset) {
        self.dataset = dataset
        let count = dataset.strikes.count
        firstDays = dataset.strikes.indices.map { dataset.strikes[$0].date.first }
        var counted = StrikeSet(count: count)
        for position in 0..<count where dataset.isCounted(position) { counted.insert(position) }
        self.counted = counted
        postings = Postings(dataset)
    }

    /// The strikes of a selection.
    public func strikes(_ selection: Selection) -> StrikeSet {
        var result = StrikeSet(count: dataset.strikes.count, full: true)
        for condition in selection.conditions {
            var matching = StrikeSet(count: dataset.strikes.count)
            for value in condition.values { matching.formUnion(strikes(condition.field, value)) }
            if condition.isNegated { matching.formComplement() }
            result.formIntersection(matching)
        }
        return result
    }

    /// Whether any strike has a value, which must not be empty.
    public func hasValue(_ value: String, of field: SelectionField) -> Bool {
        switch field {
        case .id: dataset.index(of: value) != nil
        case .grading: dataset.methodology.grading(value) != nil || postings.of(field)[value] != nil
        case .disclosed: Disclosure.Fact(rawValue: value) != nil
        case .date, .month, .year, .day, .text, .extra: postings.of(field)[value] != nil
        }
    }

    /// The values of a field, sorted, without the empty one.
    public func values(of field: SelectionField) -> [String] {
        switch field {
        case .id: dataset.strikes.indices.map { dataset.strikes[$0].id }
        case .grading: dataset.methodology.gradings.map(\.key)
        case .disclosed: Disclosure.Fact.allCases.map(\.rawValue)
        case .date: []
        case .month, .year, .day, .text, .extra:
            postings.of(field).keys.filter { !$0.isEmpty }.sorted()
        }
    }

    /// The values that a field has among some strikes, in no order; the empty one too, if some have
    /// none, except for `disclosed`.
    public func values(of field: SelectionField, in strikes: StrikeSet) -> Set<String> {
        var values: Set<String> = []
        for (value, holders) in postings.of(field) where !holders.isDisjoint(with: strikes) {
            values.insert(value)
        }
        if field == .disclosed { values.remove("") }
        return values
    }

    private func strikes(_ field: SelectionField, _ value: SelectionValue) -> StrikeSet {
        let none = StrikeSet(count: dataset.strikes.count)
        switch value {
        case .counted: return counted
        case .date(let date): return strikes(from: date.firstDay, to: date.lastDay, field)
        case .dates(let from, let to): return strikes(from: from?.firstDay, to: to?.lastDay, field)
        case .text(let text):
            if field == .id {
                guard let position = dataset.index(of: text) else { return none }
                var one = none
                one.insert(position)
                return one
            }
            return postings.of(field)[text] ?? none
        }
    }

    /// Strikes whose first day lies in a period; a strike whose month or day is unknown is in no
    /// single month or day.
    private func strikes(
        from: CalendarDate?,
        to: CalendarDate?,
        _ field: SelectionField
    ) -> StrikeSet {
        var result = StrikeSet(count: firstDays.count)
        let start = from.map { from in partition { $0 < from } } ?? 0
        let end = to.map { to in partition { $0 <= to } } ?? firstDays.count
        for position in start..<max(start, end) {
            let date = dataset.strikes[position].date
            switch field {
            case .month where date.isoMonth == nil: continue
            case .day where date.precision != .day: continue
            case .id, .date, .month, .year, .day, .grading, .disclosed, .text, .extra:
                result.insert(position)
            }
        }
        return result
    }

    /// How many first days, which are sorted, satisfy a condition that holds up to some day.
    private func partition(_ isBefore: (CalendarDate) -> Bool) -> Int {
        var low = 0
        var high = firstDays.count
        while low < high {
            let middle = (low + high) / 2
            if isBefore(firstDays[middle]) { low = middle + 1 } else { high = middle }
        }
        return low
    }
}

/// The strikes that have each value of a field.
///
/// The postings of a field are made on first use and then cached: a report selects by few of its
/// columns, and the others need none.
private final class Postings: Sendable {
    private let dataset: Dataset
    private let known = Mutex<[SelectionField: [String: StrikeSet]]>([:])

    init(_ dataset: Dataset) {
        self.dataset = dataset
    }

    func of(_ field: SelectionField) -> [String: StrikeSet] {
        known.withLock { known in
            if let postings = known[field] { return postings }
            let postings = postings(field)
            known[field] = postings
            return postings
        }
    }

    private func postings(_ field: SelectionField) -> [String: StrikeSet] {
        var positions: [String: [Int32]] = [:]
        let text = dataset.texts(of: field)
        for position in dataset.strikes.indices {
            if field == .disclosed {
                let facts = Set(dataset.disclosures(ofStrikeAt: position).map(\.fact.rawValue))
                for fact in facts { positions[fact, default: []].append(Int32(position)) }
                if facts.isEmpty { positions["", default: []].append(Int32(position)) }
            } else {
                positions[text(position), default: []].append(Int32(position))
            }
        }
        return positions.mapValues { StrikeSet(count: dataset.strikes.count, positions: $0) }
    }
}
