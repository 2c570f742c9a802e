/// All records of a site that are shown, joined by strike, and those that are left out.
///
/// Strikes are sorted by first day, then id; everything that belongs to a strike is found by its
/// index in that order. It is one shared, immutable object.
public final class Dataset: Sendable {
    /// The codebook that describes the files.
    public let codebook: Codebook
    /// The measures of the site.
    public let measures: MeasureList
    /// The gradings.
    public let methodology: Methodology
    /// The strikes by first day, then id.
    public let strikes: [Strike]
    /// The people, by strike, in the order of the file; those without a strike come last.
    public let victims: [Victim]
    /// The sources, in the order of the file.
    public let sources: [Source]
    /// The claims, in the order of the file.
    public let claims: [Claim]
    /// The disclosures, in the order of the file.
    public let disclosures: [Disclosure]
    /// The pictures, recordings and documents, in the order of the file.
    public let media: [Medium]
    /// Rows that were read and are not shown.
    public let leftOut: [LeftOut]
    /// What readers may know of the records that are withheld.
    public let withheld: WithheldRecords
    /// How coarsely strikes are shown whose facts are finer than that, by id.
    public let coarsenings: [String: Coarsening]
    /// The own columns in which rare values are not shown.
    public let rareValues: RareValues
    /// How many people are shown in part.
    public let reducedPeople: ReducedPeople
    /// The strikes in whose lists somebody is protected, by id: what changed in them is not told.
    public let strikesWithProtectedPeople: Set<String>
    /// The summaries of strikes that are Markdown, in the languages of the report.
    public let markdownCells: [MarkdownCell]
    /// The other texts that are Markdown, in the order of the tables' columns.
    public let markdownTexts: [MarkdownText]
    /// Reasons for corrections, in the order of the file.
    public let corrections: [Correction]

    /// The words from short lists as the author first wrote them, by their ``Key``s.
    public let spellings: [String: String]
    private let indexByID: [String: Int]
    private let victimRanges: [Range<Int>]
    /// The positions in ``victims`` of the people who stand without a strike.
    public let peopleWithoutStrike: Range<Int>
    private let sourcesByStrike: [[Int32]]
    private let claimsByStrike: [[Int32]]
    private let disclosuresByStrike: [[Int32]]
    private let mediaByStrike: [Int: [Int]]
    private let mediumIndexByID: [String: Int]
    private let sourceIndexByID: [String: Int]
    private let claimIndexByID: [String: Int]

    /// Joins the records; references to strikes that are not there are dropped, so check them first.
    public init(
        codebook: Codebook,
        methodology: Methodology,
        strikes: consuming [Strike],
        victims: consuming [Victim] = [],
        sources: [Source] = [],
        claims: [Claim] = [],
        disclosures: [Disclosure] = [],
        media: [Medium] = [],
        leftOut: [LeftOut] = [],
        withheld: WithheldRecords = WithheldRecords(),
        coarsenings: [String: Coarsening] = [:],
        rareValues: RareValues = RareValues(),
        reducedPeople: ReducedPeople = ReducedPeople(),
        strikesWithProtectedPeople: Set<String> = [],
        markdownCells: [MarkdownCell] = [],
        markdownTexts: [MarkdownText] = [],
        corrections: [Correction] = [],
        spellings: [String: String] = [:]
    ) {
        self.codebook = codebook
        measures = codebook.measures
        self.methodology = methodology
        Dataset.sort(&strikes)
        self.strikes = strikes
        self.sources = sources
        self.claims = claims
        self.disclosures = disclosures
        self.media = media
        self.leftOut = leftOut
        self.withheld = withheld
        self.coarsenings = coarsenings
        self.rareValues = rareValues
        self.reducedPeople = reducedPeople
        self.strikesWithProtectedPeople = strikesWithProtectedPeople
        self.markdownCells = markdownCells
        self.markdownTexts = markdownTexts
        self.corrections = corrections
        self.spellings = spellings
        var index: [String: Int] = [:]
        index.reserveCapacity(self.strikes.count)
        for position in self.strikes.indices { index[self.strikes[position].id] = position }
        indexByID = index

        let count = self.strikes.count
        (victimRanges, peopleWithoutStrike) = Dataset.sort(&victims, byStrike: index, count)
        self.victims = victims
        sourcesByStrike = Dataset.grouped(sources, count) { index[$0.strikeID].map { [$0] } ?? [] }
        claimsByStrike = Dataset.grouped(claims, count) { claim in
            switch claim.scope {
            case .campaign: []
            case .strikes(let ids): ids.compactMap { index[$0] }
            }
        }
        disclosuresByStrike = Dataset.grouped(disclosures, count) {
            index[$0.strikeID].map { [$0] } ?? []
        }
        mediaByStrike = media.indices.reduce(into: [:]) { groups, place in
            index[media[place].strikeID].map { groups[$0, default: []].append(place) }
        }
        mediumIndexByID = Dictionary(
            media.enumerated().map { ($1.id, $0) },
            uniquingKeysWith: { first, _ in first }
        )
        sourceIndexByID = Dictionary(
            sources.enumerated().map { ($1.id, $0) },
            uniquingKeysWith: { first, _ in first }
        )
        claimIndexByID = Dictionary(
            claims.enumerated().map { ($1.id, $0) },
            uniquingKeysWith: { first, _ in first }
        )
    }

    /// A word from a short list as the author first wrote it, by its ``Key``.
    public func spelling(of key: String) -> String { spellings[key] ?? key }

    /// The position of a strike in ``strikes``.
    public func index(of id: String) -> Int? { indexByID[id] }

    /// The source with an id.
    public func source(_ id: String) -> Source? { sourceIndexByID[id].map { sources[$0] } }

    /// The position in ``claims`` of the claim with an id.
    public func claimIndex(_ id: String) -> Int? { claimIndexByID[id] }

    /// The claim with an id.
    public func claim(_ id: String) -> Claim? { claimIndexByID[id].map { claims[$0] } }

    /// The position in ``media`` of the medium with an id.
    public func mediumIndex(_ id: String) -> Int? { mediumIndexByID[id] }

    /// The positions in ``media`` of those that show the strike at a position.
    public func mediaIndices(ofStrikeAt position: Int) -> [Int] { mediaByStrike[position] ?? [] }

    /// The people of the strike at a position.
    public func victims(ofStrikeAt position: Int) -> ArraySlice<Victim> {
        victims[victimRanges[position]]
    }

    /// The sources of the strike at a position.
    public func sources(ofStrikeAt position: Int) -> [Source] {
        sourcesByStrike[position].map { sources[Int($0)] }
    }

    /// The claims that refer to the strike at a position.
    public func claims(ofStrikeAt position: Int) -> [Claim] {
        claimsByStrike[position].map { claims[Int($0)] }
    }

    /// The positions in ``claims`` of those that refer to the strike at a position.
    public func claimIndices(ofStrikeAt position: Int) -> [Int32] { claimsByStrike[position] }

    /// How many sources the strike at a position has.
    public func sourceCount(ofStrikeAt position: Int) -> Int { sourcesByStrike[position].count }

    /// The disclosures about the strike at a position.
    public func disclosures(ofStrikeAt position: Int) -> [Disclosure] {
        disclosuresByStrike[position].map { disclosures[Int($0)] }
    }

    /// Whether the strike at a position enters headline totals.
    public func isCounted(_ position: Int) -> Bool {
        methodology.counts(strikes[position].grading)
    }

    /// Sorts by first day, then id, comparing dates as numbers.
    private static func sort(_ strikes: inout [Strike]) {
        var keys: [(day: Int, id: String, offset: Int)] = []
        keys.reserveCapacity(strikes.count)
        for offset in strikes.indices {
            keys.append((strikes[offset].date.first.dayNumber, strikes[offset].id, offset))
        }
        let isSorted = keys.indices.dropFirst()
            .allSatisfy { (keys[$0 - 1].day, keys[$0 - 1].id) <= (keys[$0].day, keys[$0].id) }
        if isSorted { return }
        keys.sort { ($0.day, $0.id) < ($1.day, $1.id) }
        strikes.arrange(keys.map(\.offset))
    }

    /// Puts people in the order of their strikes; the range of each strike, and that of the people without one, who
    /// come last.
    private static func sort(
        _ victims: inout [Victim],
        byStrike index: [String: Int],
        _ count: Int
    ) -> (ranges: [Range<Int>], rest: Range<Int>) {
        var positions: [Int] = []
        positions.reserveCapacity(victims.count)
        var sizes = [Int](repeating: 0, count: count)
        var isOrdered = true
        for victim in victims.indices {
            let position = index[victims[victim].strikeID] ?? count
            isOrdered = isOrdered && position >= (positions.last ?? 0)
            positions.append(position)
            if position < count { sizes[position] += 1 }
        }
        var ranges: [Range<Int>] = []
        ranges.reserveCapacity(count)
        var start = 0
        for size in sizes {
            ranges.append(start..<start + size)
            start += size
        }
        let rest = start..<victims.count
        if isOrdered { return (ranges, rest) }
        var places = ranges.map(\.lowerBound) + [start]
        var order = [Int](repeating: 0, count: victims.count)
        for (victim, position) in positions.enumerated() {
            order[places[position]] = victim
            places[position] += 1
        }
        victims.arrange(order)
        return (ranges, rest)
    }

    private static func grouped<Record>(
        _ records: [Record],
        _ count: Int,
        _ positions: (Record) -> [Int]
    ) -> [[Int32]] {
        var groups = [[Int32]](repeating: [], count: count)
        for (offset, record) in records.enumerated() {
            for position in positions(record) { groups[position].append(Int32(offset)) }
        }
        return groups
    }
}

/// A row that was read and is not shown, with the author's reason.
public struct LeftOut: Hashable, Sendable {
    /// The kind of records in its file.
    public var kind: ResourceKind
    /// The reason as the author wrote it, or that its strike is left out.
    public var reason: Reason

    /// Makes an entry for one row.
    public init(kind: ResourceKind, reason: Reason) {
        self.kind = kind
        self.reason = reason
    }

    /// Why a row is left out.
    public enum Reason: Hashable, Sendable {
        /// The author says why, in these words.
        case stated(String)
        /// The strike to which it belongs is left out.
        case strikeLeftOut
        /// The article to which it belongs is not published.
        case articleUnpublished
    }
}

extension Array {
    /// Puts elements in another order, in place; at each position is named the one that comes there, each once.
    ///
    /// All records of a large site would not fit into memory twice.
    fileprivate mutating func arrange(_ order: [Int]) {
        var sources = order
        withUnsafeMutableBufferPointer { elements in
            for start in elements.indices {
                var place = start
                while sources[place] != start {
                    let source = sources[place]
                    elements.swapAt(place, source)
                    sources[place] = place
                    place = source
                }
                sources[place] = place
            }
        }
    }
}
