import Synchronization

/// Which strikes have which values: the postings that answer selections without looking at strikes.
public struct StrikeIndex: SelectionIndex {
    private let dataset: Dataset
    private let postings: Postings
    private let days: DayIndex
    private let counted: StrikeSet

    /// Makes an index of the strikes of a dataset.
    public init(_ dataset: Dataset) {
        self.dataset = dataset
        let count = dataset.strikes.count
        days = DayIndex(dataset)
        var counted = StrikeSet(count: count)
        for position in 0..<count where dataset.isCounted(position) { counted.insert(position) }
        self.counted = counted
        postings = Postings(dataset)
    }

    /// What it selects.
    public var subject: SelectionSubject { .strikes }

    /// The strikes of a selection.
    public func records(_ selection: Selection) -> StrikeSet { strikes(selection) }

    /// The strikes of a selection: those that are known to satisfy every condition.
    public func strikes(_ selection: Selection) -> StrikeSet { strikes(selection, .known) }

    /// The strikes that may belong to a selection and are not in it, because their dates are known
    /// only within a longer time than the selection names.
    public func undecided(_ selection: Selection) -> StrikeSet {
        let names = selection.conditions.contains { $0.values.contains(where: \.isPeriod) }
        if !names || days.areAllKnown { return StrikeSet(count: dataset.strikes.count) }
        var known = strikes(selection, .known)
        known.formComplement()
        var possible = strikes(selection, .possible)
        possible.formIntersection(known)
        return possible
    }

    /// How surely a date lies in a period.
    private enum Certainty {
        case known
        case possible
    }

    private func strikes(_ selection: Selection, _ certainty: Certainty) -> StrikeSet {
        var result = StrikeSet(count: dataset.strikes.count, full: true)
        for condition in selection.conditions {
            result.formIntersection(strikes(condition, certainty))
        }
        return result
    }

    private func strikes(_ condition: Condition, _ certainty: Certainty) -> StrikeSet {
        var matching = StrikeSet(count: dataset.strikes.count)
        for value in condition.values { matching.formUnion(strikes(condition.field, value)) }
        let periods = condition.values.compactMap(DayPeriod.init)
        if !periods.isEmpty {
            // What is surely not in a period is all that cannot be in it.
            let isWide = (certainty == .possible) != condition.isNegated
            days.insert(into: &matching, DayPeriod.joined(periods), touching: isWide)
        }
        if condition.isNegated { matching.formComplement() }
        return matching
    }

    /// Whether any strike has a value, which must not be empty.
    public func hasValue(_ value: String, of field: SelectionField) -> Bool {
        switch field {
        case .id: dataset.index(of: value) != nil
        case .grading: dataset.methodology.grading(value) != nil || postings.of(field)[value] != nil
        case .disclosed: Disclosure.Fact(rawValue: value) != nil
        case .area: DegreeArea(value) != nil
        case .date, .month, .year, .day, .text, .extra: postings.of(field)[value] != nil
        case .person: false
        }
    }

    /// The values of a field, sorted, without the empty one.
    public func values(of field: SelectionField) -> [String] {
        switch field {
        case .id: dataset.strikes.indices.map { dataset.strikes[$0].id }
        case .grading: dataset.methodology.gradings.map(\.key)
        case .disclosed: Disclosure.Fact.allCases.map(\.rawValue)
        case .date, .area, .person: []
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

    /// Values of a field in the order of its column: by the codebook's type and list of values, otherwise natural;
    /// without the empty one.
    public func ordered(_ values: Set<String>, of field: SelectionField) -> [String] {
        let resource = dataset.codebook.resource(.strikes)
        switch field {
        case .month, .year, .day, .date: return values.subtracting([""]).sorted()
        case .text(let role):
            let isKey = field.column?.isKey ?? false
            return ValueOrder(resource?.field(role), isKey: isKey).sorted(values)
        case .extra(let offset):
            let columns = resource?.extraFields ?? []
            let column = columns.indices.contains(offset) ? columns[offset] : nil
            return ValueOrder(column).sorted(values)
        case .id, .grading, .area, .disclosed, .person: return ValueOrder(nil).sorted(values)
        }
    }

    /// The strikes with a value that is no period; a period has none here.
    private func strikes(_ field: SelectionField, _ value: SelectionValue) -> StrikeSet {
        let none = StrikeSet(count: dataset.strikes.count)
        switch value {
        case .counted: return counted
        case .date, .dates, .years: return none
        case .text(let text):
            if field == .id {
                guard let position = dataset.index(of: text) else { return none }
                var one = none
                one.insert(position)
                return one
            }
            if field == .area { return strikes(inArea: text) }
            return postings.of(field)[text] ?? none
        }
    }

    /// The strikes with a point in an area; with no point at all where the text is empty.
    private func strikes(inArea text: String) -> StrikeSet {
        let area = DegreeArea(text)
        var found = StrikeSet(count: dataset.strikes.count)
        for position in dataset.strikes.indices {
            let point = dataset.strikes[position].place.coordinate
            if let area {
                if let point, area.contains(point) { found.insert(position) }
            } else if point == nil {
                found.insert(position)
            }
        }
        return found
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
        let list = dataset.codebook.list(of: field)
        for position in dataset.strikes.indices {
            if field == .disclosed {
                let facts = Set(dataset.disclosures(ofStrikeAt: position).map(\.fact.rawValue))
                for fact in facts { positions[fact, default: []].append(Int32(position)) }
                if facts.isEmpty { positions["", default: []].append(Int32(position)) }
            } else if let list {
                let values = list.values(of: text(position))
                for value in values { positions[value, default: []].append(Int32(position)) }
                if values.isEmpty { positions["", default: []].append(Int32(position)) }
            } else {
                positions[text(position), default: []].append(Int32(position))
            }
        }
        return positions.mapValues { StrikeSet(count: dataset.strikes.count, positions: $0) }
    }
}
