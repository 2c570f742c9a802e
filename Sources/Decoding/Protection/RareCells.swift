// A table of totals by an own column, such as a community, singles people out where few share a value. Hiding a number
// in the table alone would be useless: the strikes behind it are listed, and totals less the other rows give it away.
// So the value itself is left out of the records, together with as many others as it takes to hide among them.

import Records

/// The columns by which a site groups strikes.
struct GroupingColumns {
    private let summaries: Set<String>
    private let texts: [String]

    init(_ settings: SiteSettings, _ prose: [String]) {
        summaries = Set(settings.summaries)
        texts = prose + settings.selections.map(\.text)
    }

    /// Whether tables, figures or selections are made by a column.
    func contains(_ name: String) -> Bool {
        if summaries.contains(name) { return true }
        let uses = ["by: \(name)", "by=\(name)", "\(name)=", "\(name)!="]
        return texts.contains { text in uses.contains { text.contains($0) } }
    }
}

/// One own column whose rare values are left out.
struct RareCells {
    /// The column's position among the own columns.
    let offset: Int
    /// How several values stand in its cells; `nil` where a cell holds one.
    let list: CellList?
    /// The smallest number of people who may share a value.
    let minimum: Int
    let methodology: Methodology
    let measures: MeasureList
    /// How many people are listed, by strike.
    let listed: [String: Int]
    /// What the last release showed, by strike; `nil` for a strike without a value.
    let released: [String: String?]

    /// The people of the strikes that have one value, as tables count them.
    fileprivate struct Cell {
        /// The known people by measure.
        var counts: [Int]
        /// The killed and injured, for the order.
        var size = 0
        /// Whether a count is not known.
        var hasUnknown = false

        mutating func add(_ other: Cell) {
            for place in counts.indices { counts[place] += other.counts[place] }
            size += other.size
            hasUnknown = hasUnknown || other.hasUnknown
        }
    }

    /// The people who have one value, in counted strikes and in all.
    fileprivate struct Group {
        var counted: Cell
        var all: Cell
    }

    /// Leaves out the values that too few people share; whether there are any.
    func hide(in strikes: inout [Strike]) -> Bool {
        var groups: [String: Group] = [:]
        for position in strikes.indices where strikes[position].extras.indices.contains(offset) {
            add(strikes[position], to: &groups)
        }
        let records = list == nil ? [] : strikes
        let choice = RareChoice(
            empty: empty,
            add: { $0.add($1) },
            isSmall: { isSmall($0) },
            size: { $0.all.size }
        )
        let hidden = choice.hidden(
            among: groups,
            formerly: RareChoice<Group>
                .formerlyHidden(
                    strikes.lazy.filter { $0.extras.indices.contains(offset) }
                        .map { ($0.id, values(of: $0)) },
                    list,
                    released
                ),
            remaining: list == nil ? nil : { withoutValue(records, without: $0) }
        )
        if hidden.isEmpty { return false }
        for position in strikes.indices where strikes[position].extras.indices.contains(offset) {
            let kept = values(of: strikes[position]).filter { !hidden.contains($0) }
            strikes[position].extras[offset] = list?.cell(of: kept) ?? kept.first ?? ""
        }
        return true
    }

    /// The values of a strike; the empty one where it has none.
    private func values(of strike: Strike) -> [String] {
        guard let list else { return [strike.extras[offset]] }
        let values = list.values(of: strike.extras[offset])
        return values.isEmpty ? [""] : values
    }

    /// The people of the strikes that have no value if some are left out.
    private func withoutValue(_ strikes: [Strike], without hidden: Set<String>) -> Group {
        var group = empty
        for strike in strikes where strike.extras.indices.contains(offset) {
            if values(of: strike).allSatisfy({ $0.isEmpty || hidden.contains($0) }) {
                add(strike, to: &group)
            }
        }
        return group
    }

    private var empty: Group {
        let cell = Cell(counts: [Int](repeating: 0, count: people.count))
        return Group(counted: cell, all: cell)
    }

    /// The measures that count people from columns; what a military concedes names nobody.
    private var people: [Measure] {
        measures.counts.filter { $0.unit == Measure.killed.unit && !$0.isConceded }
    }

    private func add(_ strike: Strike, to groups: inout [String: Group]) {
        for value in values(of: strike) { add(strike, to: &groups[value, default: empty]) }
    }

    private func add(_ strike: Strike, to group: inout Group) {
        var cell = Cell(counts: [])
        let isElsewhere = !strike.overlap.isEmpty
        for measure in people {
            let count = strike.counts[measure]
            // Of a figure that other strikes share, no part is surely of this one.
            let known = isElsewhere ? 0 : count.minimum ?? 0
            cell.counts.append(known)
            if measure.partOf == nil {
                cell.size += known
                if !count.isKnown, measure == .killed {
                    // Where no number is published, at least those who are listed were harmed.
                    cell.size += listed[strike.id] ?? 0
                    cell.hasUnknown = true
                }
            }
        }
        group.all.add(cell)
        if methodology.counts(strike.grading) { group.counted.add(cell) }
    }

    private func isSmall(_ group: Group) -> Bool { isSmall(group.counted) || isSmall(group.all) }

    /// Whether a count of people lies below the minimum; none at all singles nobody out.
    private func isSmall(_ cell: Cell) -> Bool {
        cell.counts.contains { $0 > 0 && $0 < minimum } || cell.hasUnknown && cell.size < minimum
    }
}

extension RareCells.Group {
    fileprivate mutating func add(_ other: Self) {
        counted.add(other.counted)
        all.add(other.all)
    }
}
