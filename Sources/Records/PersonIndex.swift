// A person of whom a fact is not recorded may or may not meet a condition about it. Such people are in neither the
// selection nor its opposite; they are counted beside it.

import Synchronization

/// Which people have which values: answers selections of people.
public struct PersonIndex: SelectionIndex {
    private let dataset: Dataset
    private let strikes: StrikeIndex
    private let bands: AgeBands?
    private let facts: PersonFacts

    /// Makes an index of the people of a dataset; nothing is computed before it is asked.
    public init(_ dataset: Dataset, strikes: StrikeIndex, bands: AgeBands?) {
        self.dataset = dataset
        self.strikes = strikes
        self.bands = bands
        facts = PersonFacts(dataset, bands)
    }

    /// What it selects.
    public var subject: SelectionSubject { .people }

    /// The people who are known to satisfy every condition.
    public func records(_ selection: Selection) -> StrikeSet { matches(selection).known }

    /// The people who may satisfy every condition, and of whom it is not recorded whether they do.
    public func undecided(_ selection: Selection) -> StrikeSet {
        var (known, possible) = matches(selection)
        known.formComplement()
        possible.formIntersection(known)
        return possible
    }

    /// The people who meet a condition, and those who may.
    private typealias Match = (known: StrikeSet, possible: StrikeSet)

    private func matches(_ selection: Selection) -> Match {
        let all = StrikeSet(count: dataset.victims.count, full: true)
        var match: Match = (all, all)
        for condition in selection.conditions {
            let own = matches(condition)
            match.known.formIntersection(own.known)
            match.possible.formIntersection(own.possible)
        }
        return match
    }

    private func matches(_ condition: Condition) -> Match {
        var match: Match
        switch condition.field {
        case .person(let field): match = matches(field, condition.values)
        case .id, .date, .month, .year, .day, .grading, .area, .disclosed, .text, .extra:
            let people = ofStrikes(condition)
            match = (people, people)
        }
        guard condition.isNegated else { return match }
        match.known.formComplement()
        match.possible.formComplement()
        return (match.possible, match.known)
    }

    private func matches(_ field: PersonField, _ values: [SelectionValue]) -> Match {
        let postings = facts.postings(.person(field))
        var known = StrikeSet(count: dataset.victims.count)
        let takesBlank = values.contains(.text(""))
        for case .text(let text) in values {
            if let people = postings[text] { known.formUnion(people) }
        }
        var possible = known
        let periods = DayPeriod.joined(values.compactMap(DayPeriod.init))
        let ages = YearSpan.joined(values.compactMap(YearSpan.of))
        if periods.isEmpty, ages.isEmpty {
            if !takesBlank, let blank = postings[""] { possible.formUnion(blank) }
            return (known, possible)
        }
        let spans = ages.isEmpty ? facts.days : facts.ages
        let wanted = ages.isEmpty ? periods.map { $0.first...$0.last } : ages
        for position in dataset.victims.indices {
            guard let span = spans[position] else {
                // What is selected for being unknown is decided.
                if !takesBlank { possible.insert(position) }
                continue
            }
            if wanted.contains(where: {
                $0.contains(span.lowerBound) && $0.contains(span.upperBound)
            }) {
                known.insert(position)
                possible.insert(position)
            } else if wanted.contains(where: { $0.overlaps(span) }) {
                possible.insert(position)
            }
        }
        return (known, possible)
    }

    /// The people of the strikes that meet a condition, as if it were not negated; a person without a strike has none of
    /// its values.
    private func ofStrikes(_ condition: Condition) -> StrikeSet {
        let plain = Condition(condition.field, named: condition.name, condition.values)
        let chosen = strikes.strikes(Selection([plain]))
        var people = StrikeSet(count: dataset.victims.count)
        for strike in chosen.positions {
            for person in dataset.victims(ofStrikeAt: strike).indices { people.insert(person) }
        }
        if condition.values.contains(.text("")) {
            for person in dataset.peopleWithoutStrike { people.insert(person) }
        }
        return people
    }

    /// Whether any person has a value, which must not be empty; the words of a short list count as values.
    public func hasValue(_ value: String, of field: SelectionField) -> Bool {
        switch field {
        case .person(.sex): ["female", "male"].contains(value)
        case .person(.status): ["killed", "injured"].contains(value)
        case .person(.ageGroup):
            ["adult", "child"].contains(value) || facts.postings(field)[value] != nil
        case .person(.ageBand): bands?.names.contains(value) ?? false
        case .person: facts.postings(field)[value] != nil
        case .id, .date, .month, .year, .day, .grading, .area, .disclosed, .text, .extra:
            strikes.hasValue(value, of: field)
        }
    }

    /// The values of a field, sorted, without the empty one.
    public func values(of field: SelectionField) -> [String] {
        switch field {
        case .person(.sex): ["female", "male"]
        case .person(.status): ["injured", "killed"]
        case .person(.ageBand): bands?.names ?? []
        case .person: facts.postings(field).keys.filter { !$0.isEmpty }.sorted()
        case .id, .date, .month, .year, .day, .grading, .area, .disclosed, .text, .extra:
            strikes.values(of: field)
        }
    }

    /// The values that a field has among some people, in no order; the empty one too, if some have none.
    public func values(of field: SelectionField, in people: StrikeSet) -> Set<String> {
        var values: Set<String> = []
        for (value, holders) in facts.postings(field) where !holders.isDisjoint(with: people) {
            values.insert(value)
        }
        return values
    }

    /// Values of a field in the order of its column, without the empty one.
    public func ordered(_ values: Set<String>, of field: SelectionField) -> [String] {
        let resource = dataset.codebook.resource(.victims)
        switch field {
        case .person(let fact):
            switch fact {
            case .date, .year, .month, .day: return values.subtracting([""]).sorted()
            case .ageBand: return (bands?.names ?? []).filter(values.contains)
            case .sex, .ageGroup, .status:
                return ValueOrder(fact.role.flatMap { resource?.field($0) }, isKey: true)
                    .sorted(values)
            case .age: return ValueOrder(nil).sorted(values)
            case .place, .cause, .family:
                return ValueOrder(fact.role.flatMap { resource?.field($0) }).sorted(values)
            case .extra(let offset):
                let columns = resource?.extraFields ?? []
                return ValueOrder(columns.indices.contains(offset) ? columns[offset] : nil)
                    .sorted(values)
            }
        case .id, .date, .month, .year, .day, .grading, .area, .disclosed, .text, .extra:
            return strikes.ordered(values, of: field)
        }
    }
}

/// Ages of a condition as ranges that can be compared.
enum YearSpan {
    /// The ages of a value of a selection; `nil` for a value that is no age.
    static func of(_ value: SelectionValue) -> ClosedRange<Int32>? {
        guard case .years(let from, let to) = value else { return nil }
        let first = Int32(from ?? 0)
        return first...max(first, to.map(Int32.init) ?? .max)
    }

    /// The same ages in as few ranges as possible: 0 to 4 and 5 to 17 are 0 to 17.
    static func joined(_ spans: [ClosedRange<Int32>]) -> [ClosedRange<Int32>] {
        var joined: [ClosedRange<Int32>] = []
        for span in spans.sorted(by: { $0.lowerBound < $1.lowerBound }) {
            if let last = joined.last,
                last.upperBound == .max || span.lowerBound <= last.upperBound + 1
            {
                joined[joined.count - 1] =
                    last.lowerBound...max(last.upperBound, span.upperBound)
            } else {
                joined.append(span)
            }
        }
        return joined
    }
}

/// The facts of people, each computed when it is first asked for: most sites select by few of them, or by none.
private final class PersonFacts: Sendable {
    private let dataset: Dataset
    private let bands: AgeBands?
    private let known = Mutex<[SelectionField: [String: StrikeSet]]>([:])
    private let spans = Mutex<(days: [ClosedRange<Int32>?]?, ages: [ClosedRange<Int32>?]?)>(
        (nil, nil)
    )

    init(_ dataset: Dataset, _ bands: AgeBands?) {
        self.dataset = dataset
        self.bands = bands
    }

    /// The days on which each person may have died or been injured; `nil` where nothing is known.
    var days: [ClosedRange<Int32>?] {
        spans.withLock { spans in
            if let days = spans.days { return days }
            let days = dataset.victims.indices.map { position in
                dataset.date(ofPersonAt: position)
                    .map { Int32($0.first.dayNumber)...Int32($0.last.dayNumber) }
            }
            spans.days = days
            return days
        }
    }

    /// The ages that each person may have had; `nil` where nothing is known.
    var ages: [ClosedRange<Int32>?] {
        spans.withLock { spans in
            if let ages = spans.ages { return ages }
            let ages = dataset.victims.indices.map { position in
                dataset.years(ofPersonAt: position)
                    .map { Int32($0.lowerBound)...Int32($0.upperBound) }
            }
            spans.ages = ages
            return ages
        }
    }

    /// The people who have each value of a field.
    func postings(_ field: SelectionField) -> [String: StrikeSet] {
        known.withLock { known in
            if let postings = known[field] { return postings }
            var positions: [String: [Int32]] = [:]
            let text = texts(of: field)
            let list = dataset.codebook.list(of: field)
            for position in dataset.victims.indices {
                guard let list else {
                    positions[text(position), default: []].append(Int32(position))
                    continue
                }
                let values = list.values(of: text(position))
                for value in values { positions[value, default: []].append(Int32(position)) }
                if values.isEmpty { positions["", default: []].append(Int32(position)) }
            }
            let postings = positions.mapValues {
                StrikeSet(count: dataset.victims.count, positions: $0)
            }
            known[field] = postings
            return postings
        }
    }

    /// A field of people, or of their strikes, as text.
    private func texts(of field: SelectionField) -> (Int) -> String {
        switch field {
        case .person(let fact):
            return { self.dataset.text(of: fact, ofPersonAt: $0, bands: self.bands) }
        case .id, .date, .month, .year, .day, .grading, .area, .disclosed, .text, .extra:
            let text = dataset.texts(of: field)
            return { self.dataset.strike(ofPersonAt: $0).map(text) ?? "" }
        }
    }
}
