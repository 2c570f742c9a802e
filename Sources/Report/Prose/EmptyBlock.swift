import Diagnostics
import Records

/// Why a block of a text can draw or show nothing: its author and its readers are both told.
enum EmptyBlock: Sendable {
    /// No strike fits its selection.
    case noStrikes
    /// No person fits its selection.
    case noPeople
    /// A map of strikes without published coordinates.
    case noCoordinates
    /// A map of strikes of whose places nothing says how exactly they are known.
    case noPrecision
    /// A timeline of strikes of which none is known to the day.
    case noDays
    /// Bars for counts that are all unknown.
    case noFigures

    /// Why a block is empty; `nil` when it is not.
    init?(_ block: PlannedBlock, records: StrikeSet, in dataset: Dataset) {
        let positions = records.positions
        if block.subject == .people {
            guard positions.isEmpty else {
                let hasDays =
                    block.kind != .chart || block.field != .person(.day)
                    || positions.contains { dataset.date(ofPersonAt: $0)?.isoDay != nil }
                if hasDays { return nil }
                self = .noDays
                return
            }
            self = .noPeople
            return
        }
        if positions.isEmpty {
            self = .noStrikes
            return
        }
        switch block.kind {
        case .table: return nil
        case .map:
            if !positions.contains(where: { dataset.strikes[$0].place.coordinate != nil }) {
                self = .noCoordinates
            } else if positions.allSatisfy({
                dataset.strikes[$0].place.precision == .unstated
                    || dataset.strikes[$0].place.coordinate == nil
            }) {
                self = .noPrecision
            } else {
                return nil
            }
        case .chart:
            let measures = block.field == .day ? Array(block.measures.prefix(1)) : block.measures
            if let first = measures.first, block.field == .day, !first.holdsCounts,
                !positions.contains(where: { dataset.strikes[$0].date.isoDay != nil })
            {
                self = .noDays
            } else if measures.allSatisfy(\.holdsCounts),
                !positions.contains(where: { position in
                    measures.contains { dataset.strikes[position].counts[$0].isKnown }
                })
            {
                self = .noFigures
            } else {
                return nil
            }
        }
    }

    /// What stands in place of the block; `nil` where the block itself says it.
    var word: Word? {
        switch self {
        case .noStrikes: .blockNoStrikes
        case .noPeople: .blockNoPeople
        case .noCoordinates: .blockNoCoordinates
        case .noDays: .blockNoDays
        case .noPrecision, .noFigures: nil
        }
    }

    /// Warns the author, at the fence.
    func report(
        _ block: PlannedBlock,
        records: Int,
        at place: SourceLocation,
        _ log: inout DiagnosticLog
    ) {
        let (reason, advice) = texts(block, strikes: records)
        log.report(
            ProseRule.emptyBlock,
            at: place,
            "this \(block.kind.rawValue) has nothing to \(block.kind == .table ? "show" : "draw"): \(reason)",
            suggestion: advice
        )
    }

    private func texts(_ block: PlannedBlock, strikes: Int) -> (reason: String, advice: String) {
        let all = strikes == 1 ? "its one strike has" : "none of its \(strikes) strikes has"
        let article = strikes == 1 ? "no " : "a "
        switch self {
        case .noStrikes:
            return (
                "no strike fits its selection",
                "Compare “where” with the records, or remove the block."
            )
        case .noPeople:
            return (
                "no person fits its selection",
                "Compare “where” with the records, or remove the block."
            )
        case .noDays where block.subject == .people:
            return (
                "of nobody in it is the day known",
                "Write “by: month” or “by: year”."
            )
        case .noCoordinates:
            return (
                "\(all) \(strikes == 1 ? "no " : "")published coordinates",
                "Make the columns with the roles “latitude” and “longitude” public, or remove the block."
            )
        case .noPrecision:
            return (
                "\(all) \(article)statement of how exactly its place is known",
                "Give a column the role “location.precision”, or state one value for the whole table."
            )
        case .noDays:
            return (
                "\(all) \(article)date that is known to the day",
                "Write “by: month” or “by: year”."
            )
        case .noFigures:
            let names = block.measures.map(\.name).joined(separator: " or ")
            return (
                "\(all) \(article)figure for \(names)",
                "Choose other “measures”, such as strikes, or remove the block."
            )
        }
    }
}
