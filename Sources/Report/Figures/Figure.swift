import Records

/// All measures over one selection, and the page that lists its strikes.
public final class Figure: Sendable {
    /// The selection.
    public let selection: Selection
    /// The strikes of the selection.
    public let strikes: StrikeSet
    /// Every measure over them.
    public let tally: Tally
    /// The strikes that may belong to the selection as well, because their dates are known only within a
    /// longer time; they add nothing.
    public let undecided: StrikeSet

    /// The page, from the root of the report.
    public let path: String

    init(selection: Selection, strikes: StrikeSet, tally: Tally, undecided: StrikeSet) {
        self.selection = selection
        self.strikes = strikes
        self.tally = tally
        self.undecided = undecided
        path = "figures/\(selection.slug).html"
    }
}

/// Identifies a figure by its position among those of the report.
public struct FigureID: Hashable, Sendable {
    fileprivate let offset: Int
}

/// Collects the selections that the report uses anywhere; each gets one page.
public struct FigureCollector: Sendable {
    private var ids: [Selection: FigureID] = [:]
    fileprivate private(set) var selections: [Selection] = []

    /// Makes an empty collector.
    public init() {}

    /// Returns the figure of a selection, which is added if it is new.
    public mutating func use(_ selection: Selection) -> FigureID {
        if let id = ids[selection] { return id }
        let id = FigureID(offset: selections.count)
        ids[selection] = id
        selections.append(selection)
        return id
    }
}

/// The figures of a report with their totals.
public struct Figures: Sendable {
    private let figures: [Figure]

    /// Counts the collected selections from the records.
    public init(_ collector: FigureCollector, index: StrikeIndex, recounting: Recounting) {
        figures = collector.selections.map { selection in
            let strikes = index.strikes(selection)
            return Figure(
                selection: selection,
                strikes: strikes,
                tally: recounting.tally(strikes),
                undecided: index.undecided(selection)
            )
        }
    }

    /// The figure with an id.
    public subscript(id: FigureID) -> Figure { figures[id.offset] }

    /// All figures in the order in which they were first used.
    public var all: [Figure] { figures }

    /// The ids of all figures.
    public var ids: [FigureID] { figures.indices.map(FigureID.init(offset:)) }
}
