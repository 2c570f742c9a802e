import Records

/// All measures over one selection, and the page that lists its strikes or people.
public final class Figure: Sendable {
    /// What it counts.
    public let subject: SelectionSubject
    /// The selection.
    public let selection: Selection
    /// The strikes of the selection; the people of a selection of people.
    public let records: StrikeSet
    /// Every measure over them.
    public let tally: Tally
    /// The strikes that may belong to the selection as well, because their dates are known only within a
    /// longer time; the people of whom it is not recorded whether they do.
    ///
    /// They add nothing.
    public let undecided: StrikeSet

    /// The page, from the root of the report.
    public let path: String

    init(_ use: FigureUse, records: StrikeSet, tally: Tally, undecided: StrikeSet) {
        subject = use.subject
        selection = use.selection
        self.records = records
        self.tally = tally
        self.undecided = undecided
        switch use.subject {
        case .strikes: path = "figures/\(selection.slug).html"
        case .people: path = "figures/people/\(selection.slug).html"
        }
    }

    /// All people of a dataset, whose page is their list.
    init(allPeopleOf recounting: Recounting) {
        let count = recounting.dataset.victims.count
        subject = .people
        selection = .all
        records = StrikeSet(count: count, full: true)
        tally = recounting.tally(people: records)
        undecided = StrikeSet(count: count)
        path = PagePlaces.Fixed.victims.rawValue
    }
}

/// Identifies a figure by its position among those of the report.
public struct FigureID: Hashable, Sendable {
    fileprivate let offset: Int
}

/// A selection of strikes or of people.
struct FigureUse: Hashable {
    let subject: SelectionSubject
    let selection: Selection
}

/// Collects the selections that the report uses anywhere; each gets one page.
public struct FigureCollector: Sendable {
    private var ids: [FigureUse: FigureID] = [:]
    fileprivate private(set) var uses: [FigureUse] = []

    /// Makes an empty collector.
    public init() {}

    /// Returns the figure of a selection, which is added if it is new.
    public mutating func use(
        _ selection: Selection,
        of subject: SelectionSubject = .strikes
    ) -> FigureID {
        let use = FigureUse(subject: subject, selection: selection)
        if let id = ids[use] { return id }
        let id = FigureID(offset: uses.count)
        ids[use] = id
        uses.append(use)
        return id
    }
}

/// The figures of a report with their totals.
public struct Figures: Sendable {
    private let figures: [Figure]

    /// Counts the collected selections from the records.
    public init(
        _ collector: FigureCollector,
        index: StrikeIndex,
        people: (any SelectionIndex)? = nil,
        recounting: Recounting
    ) {
        figures = collector.uses.map { use in
            switch (use.subject, people) {
            case (.strikes, _), (.people, nil):
                let strikes = index.strikes(use.selection)
                return Figure(
                    use,
                    records: strikes,
                    tally: recounting.tally(strikes),
                    undecided: index.undecided(use.selection)
                )
            case (.people, let people?):
                let records = people.records(use.selection)
                return Figure(
                    use,
                    records: records,
                    tally: recounting.tally(people: records),
                    undecided: people.undecided(use.selection)
                )
            }
        }
    }

    /// The figure with an id.
    public subscript(id: FigureID) -> Figure { figures[id.offset] }

    /// All figures in the order in which they were first used.
    public var all: [Figure] { figures }

    /// Those of strikes.
    var ofStrikes: [Figure] { figures.filter { $0.subject == .strikes } }

    /// The ids of all figures.
    public var ids: [FigureID] { figures.indices.map(FigureID.init(offset:)) }
}
