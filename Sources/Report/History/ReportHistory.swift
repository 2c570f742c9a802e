import Records

/// The history of a report, indexed by strike.
struct ReportHistory: Sendable {
    /// The releases and what changed between them.
    let history: History
    /// Strikes that were published and no longer have a page, by id.
    let tombstones: [DepartedStrike]
    private let byStrike: [String: [Place]]

    /// The position of an entry.
    private struct Place {
        let step: Int
        let entry: Int
    }

    /// Compares the report with its releases; `nil` when there are none and it is not one.
    init?(_ report: ReportParts, downloads: Downloads, moved: [MovedStrike]) {
        let (site, release) = (report.input.site, report.input.release)
        guard !site.releases.isEmpty || release != nil else { return nil }
        history = History(
            releases: site.releases,
            current: PublishedState(
                report.recounting,
                downloads,
                report.figures,
                headline: report.standing.headline
            ),
            upcoming: release,
            corrections: site.dataset.corrections,
            strikesWithProtectedPeople: site.dataset.strikesWithProtectedPeople,
            identifying: site.dataset.codebook.identifyingColumns
        )
        var pages = Set(report.places.strikes.map { $0.lowercased() })
        pages.formUnion(moved.map { $0.path.lowercased() })
        tombstones = history.departed.filter {
            let path = PagePlaces.strikePath($0.id, in: site.settings.recordPath)
            return !pages.contains(path.lowercased())
        }
        var places: [String: [Place]] = [:]
        for (number, step) in history.steps.enumerated().reversed() {
            for (offset, entry) in step.entries.enumerated() {
                for id in entry.change.strikes {
                    places[id, default: []].append(Place(step: number, entry: offset))
                }
            }
        }
        byStrike = places
    }

    /// The changes of a strike, newest first.
    func changes(_ scope: PageScope, ofStrike id: String) -> [ChangeView] {
        (byStrike[id] ?? [])
            .map { place in
                let step = history.steps[place.step]
                return ChangeView(scope: scope, entry: step.entries[place.entry], step: step)
            }
    }
}

/// A former id or address of a strike; the page at its address redirects to the strike's page.
struct MovedStrike: Sendable {
    /// The id there.
    let id: String
    /// The position of the strike.
    let position: Int
    /// The folder of the address.
    let folder: String

    /// The former address.
    var path: String { PagePlaces.strikePath(id, in: folder) }

    /// All former ids that no strike has now, and all ids in former folders, sorted and without repetitions.
    static func all(_ dataset: Dataset, _ settings: SiteSettings) -> [MovedStrike] {
        let strikes = dataset.strikes
        let former = settings.previousRecordPaths
        if former.isEmpty, !strikes.indices.contains(where: { !strikes[$0].previousIDs.isEmpty }) {
            return []
        }
        var seen = Set(strikes.indices.map { strikes[$0].id.lowercased() })
        var moved: [(id: String, position: Int)] = []
        for position in strikes.indices {
            for id in strikes[position].previousIDs where seen.insert(id.lowercased()).inserted {
                moved.append((id, position))
            }
        }
        moved.sort { $0.id < $1.id }
        let all = strikes.indices.map { (id: strikes[$0].id, position: $0) } + moved
        return moved.map { MovedStrike(id: $0, position: $1, folder: settings.recordPath) }
            + former.flatMap { folder in
                all.map { MovedStrike(id: $0, position: $1, folder: folder) }
            }
    }
}
