// Which records a file shows, for each kind of file. A kind that is not here is made again in every build; so a new kind
// of page, or a field that shows a record of another kind, needs nothing here to be right, unless its kind is here.

import Output
import Records

/// Adds to a digest all that a file shows besides what every page may show.
typealias PageKey = @Sendable (RecordDigests, inout KeyBytes) -> Void

/// The same for one page of a long list.
typealias ListKey = @Sendable (RecordDigests, ListPart, inout KeyBytes) -> Void

/// One page of a long list.
struct ListPart: Sendable {
    /// The version of the report.
    let version: ReportVersions.Version
    /// Its items.
    let range: Range<Int>
    /// Its number, from 0.
    let index: Int
}

/// What files show.
enum PageKeys {
    /// The page of a strike without an account, which could show any figure.
    static func strike(_ position: Int, in version: ReportVersions.Version) -> PageKey {
        { $1.add(strikePage: position, version, $0) }
    }

    /// The page of a person; `nil` for one without a strike.
    static func person(_ position: Int, _ model: ReportModel) -> PageKey? {
        let dataset = model.dataset
        guard let strike = dataset.index(of: dataset.victims[position].strikeID) else { return nil }
        return { digests, bytes in
            bytes.add(digests.people[position])
            bytes.add(digests.strikes[strike])
        }
    }

    /// A page of a long list, with its position among the pages.
    static func page(
        _ index: Int,
        of paging: Paging,
        in version: ReportVersions.Version,
        _ items: @escaping ListKey
    ) -> PageKey {
        let part = ListPart(version: version, range: paging.pages[index], index: index)
        let total = paging.pages.last?.upperBound ?? 0
        let count = paging.pages.count
        return { digests, bytes in
            for number in [index, count, part.range.lowerBound, part.range.upperBound, total] {
                bytes.add(number)
            }
            items(digests, part, &bytes)
        }
    }

    /// A page of the list of strikes.
    static let strikes: ListKey = { digests, part, bytes in
        let model = digests.model
        for position in part.range { bytes.add(digests.strikes[position]) }
        bytes.add(figure: model.figures[model.standing.counted], digests)
        for facet in model.search?.facets(model).facets ?? [] {
            bytes.add(facet.name)
            bytes.add(facet.role?.name ?? "")
            for option in facet.options {
                bytes.add(option.key)
                bytes.add(option.count)
            }
        }
    }

    /// A page of the list of people by strike.
    static let victims: ListKey = { digests, part, bytes in
        let model = digests.model
        let dataset = model.dataset
        bytes.add(total: .namedVictims, of: model.figures[model.standing.all])
        var known: Int?
        for person in part.range {
            guard let strike = dataset.index(of: dataset.victims[person].strikeID), strike != known
            else { continue }
            known = strike
            bytes.add(digests.strikes[strike])
            bytes.add(peopleOf: strike, digests)
        }
    }

    /// A page of the table of disclosures.
    static let disclosures: ListKey = { digests, part, bytes in
        let (figures, standing) = (digests.model.figures, digests.model.standing)
        for position in part.range { bytes.add(digests.strikes[position]) }
        for fact in Disclosure.Fact.allCases {
            for id in [standing.disclosed[fact], standing.undisclosed[fact]] {
                bytes.add(total: .strikes, of: figures[id ?? standing.all])
            }
        }
    }

    /// A page of a register; `nil` for the months, which are counted over all strikes.
    static func register(_ kind: RegisterPage.Kind) -> ListKey? {
        switch kind {
        case .months: nil
        case .places: { digests, part, bytes in bytes.add(places: part, digests) }
        case .people: { digests, part, bytes in bytes.add(peopleByName: part, digests) }
        }
    }

    /// A page of a figure of strikes; `leftOut` are those of the strikes that it leaves out which the page lists.
    static func figure(
        _ figure: Figure,
        _ positions: [Int],
        notCounted: [Int],
        leftOut: Paging
    ) -> ListKey {
        { digests, part, bytes in
            bytes.add(figure: figure, digests)
            for position in positions[part.range] { bytes.add(digests.strikes[position]) }
            bytes.add(notCounted.count)
            guard leftOut.pages.indices.contains(part.index) else { return }
            bytes.add(leftOut.pages[part.index].lowerBound)
            for position in notCounted[leftOut.pages[part.index]] {
                bytes.add(digests.strikes[position])
            }
        }
    }

    /// The files with the rows of a figure of strikes.
    static func download(_ figure: Figure, _ positions: [Int]) -> PageKey {
        { digests, bytes in
            bytes.add(figure: figure, digests)
            for position in positions { bytes.add(digests.strikes[position]) }
        }
    }

    /// The files with all rows of a table; `nil` for other tables, whose rows may be left out with strikes.
    static func table(_ kind: ResourceKind) -> PageKey? {
        switch kind {
        case .strikes: { for strike in $0.strikes { $1.add(strike) } }
        case .victims: { for person in $0.people { $1.add(person) } }
        case .sources, .claims, .disclosures, .corrections, .media: nil
        }
    }
}

extension KeyBytes {
    /// Adds everything that the page of a strike shows.
    fileprivate mutating func add(
        strikePage position: Int,
        _ version: ReportVersions.Version,
        _ digests: RecordDigests
    ) {
        let model = digests.model
        let dataset = model.dataset
        let strikes = digests.strikes
        add(strikes[position])
        add(peopleOf: position, digests)
        for claim in dataset.claimIndices(ofStrikeAt: position) {
            add(model.places.claimPages.page(of: Int(claim)))
            guard case .strikes(let ids) = dataset.claims[Int(claim)].scope else { continue }
            add(ids)
            for id in ids {
                if let other = dataset.index(of: id) { add(strikes[other]) }
            }
        }
        addOverlaps(of: position, digests)
        for (other, metres) in model.neighbours.near(position) {
            add(strikes[other])
            add(metres)
        }
        add(-1)
        for other in model.neighbours.sameDays(position) { add(strikes[other]) }
        add(-1)
        for other in [position - 1, position + 1] {
            add(dataset.strikes.indices.contains(other))
            if dataset.strikes.indices.contains(other) { add(strikes[other]) }
        }
        guard let history = model.history else { return }
        let scope = PageScope(
            model,
            path: model.places.strikes[position],
            language: version.language,
            folder: version.folder
        )
        let reads = digests.reads(of: "strike")
        for change in history.changes(scope, ofStrike: dataset.strikes[position].id) {
            add(change, reading: reads)
        }
    }

    /// Adds the strikes with which the one at a position shares something, and what.
    private mutating func addOverlaps(of position: Int, _ digests: RecordDigests) {
        let overlaps = digests.model.recounting.overlaps
        if overlaps.isEmpty { return }
        let dataset = digests.model.dataset
        let own = dataset.strikes[position].overlap
        for id in [own.partOf] + OverlapGroup.all.map({ own[$0] }) {
            add(id)
            if let other = dataset.index(of: id) { add(digests.strikes[other]) }
        }
        for group in OverlapGroup.all {
            for other in overlaps.members(of: position, group) { add(digests.strikes[other]) }
            add(-1)
        }
    }

    /// Adds the people of the strike at a position.
    fileprivate mutating func add(peopleOf strike: Int, _ digests: RecordDigests) {
        let people = digests.model.dataset.victims(ofStrikeAt: strike).indices
        add(people.count)
        for person in people { add(digests.people[person]) }
    }

    /// Adds everything that pages show of a figure of strikes, without its rows.
    fileprivate mutating func add(figure: Figure, _ digests: RecordDigests) {
        let dataset = digests.model.dataset
        add(figure.selection.query)
        add(figure.records.count)
        for measure in dataset.measures.all { add(total: measure, of: figure) }
        add(figure.undecided.count)
        for position in figure.undecided.positions { add(digests.strikes[position]) }
        if digests.model.recounting.overlaps.isEmpty { return }
        for group in OverlapGroup.all {
            let omissions = digests.model.recounting.omissions(group, figure.records)
            for (position, omission) in omissions.sorted(by: { $0.key < $1.key }) {
                add(dataset.strikes[position].id)
                add(omission.isPartOf)
                switch omission {
                case .partOf(let other), .sharedWith(let other): add(dataset.strikes[other].id)
                }
            }
            add(-1)
        }
    }

    /// Adds the total of a measure.
    fileprivate mutating func add(total measure: Measure, of figure: Figure) {
        let total = figure.tally.total(measure)
        for number in [
            total.minimum, total.maximum, total.strikes, total.unknown, total.openEnded,
            total.statedMinimum ?? -1, total.statedMaximum ?? -1,
        ] { add(number) }
    }

    /// Adds the rows of the register of places.
    fileprivate mutating func add(
        places part: ListPart,
        _ digests: RecordDigests
    ) {
        let register = digests.model.registers(in: part.version.language).places
        add(initials: register.initials)
        for row in part.range {
            let strike = register.order[row]
            let place = register.places[register.placeOfStrike[strike]]
            add(digests.strikes[strike])
            add(place.name)
            add(place.city)
            add(row - place.rows.lowerBound)
        }
    }

    /// Adds the rows of the register of people.
    fileprivate mutating func add(
        peopleByName part: ListPart,
        _ digests: RecordDigests
    ) {
        let dataset = digests.model.dataset
        let register = digests.model.registers(in: part.version.language).people
        add(initials: register.initials)
        for row in part.range {
            let person = register.order[row]
            add(digests.people[person])
            if let strike = dataset.index(of: dataset.victims[person].strikeID) {
                add(digests.strikes[strike])
            }
        }
    }

    private mutating func add(initials: [(initial: String, row: Int)]) {
        add(initials.count)
        for (initial, row) in initials {
            add(initial)
            add(row)
        }
    }
}
