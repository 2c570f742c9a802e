import Records

/// The history of a report, found by strike.
struct ReportHistory: Sendable {
    /// The releases and what changed between them.
    let history: History
    /// Strikes that were published once and have no page now, by id.
    let tombstones: [DepartedStrike]
    private let byStrike: [String: [Place]]

    /// Where an entry stands.
    private struct Place {
        let step: Int
        let entry: Int
    }

    /// Compares the report with its releases; `nil` when it has none and is none.
    init?(_ report: ReportParts, downloads: Downloads, moved: [MovedStrike]) {
        guard !report.releases.isEmpty || report.release != nil else { return nil }
        history = History(
            releases: report.releases,
            current: PublishedState(
                report.dataset,
                downloads,
                report.figures,
                headline: report.standing.headline
            ),
            upcoming: report.release,
            corrections: report.dataset.corrections
        )
        var pages = Set(report.places.strikes.map { $0.lowercased() })
        pages.formUnion(moved.map { PagePlaces.strikePath($0.id).lowercased() })
        tombstones = history.departed.filter {
            !pages.contains(PagePlaces.strikePath($0.id).lowercased())
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

    /// What changed about a strike, newest first.
    func changes(_ scope: PageScope, ofStrike id: String) -> [ChangeView] {
        (byStrike[id] ?? [])
            .map { place in
                let step = history.steps[place.step]
                return ChangeView(scope: scope, entry: step.entries[place.entry], step: step)
            }
    }
}

/// A former id of a strike, whose page leads to the strike's.
struct MovedStrike: Sendable {
    /// The former id.
    let id: String
    /// The position of the strike.
    let position: Int

    /// All former ids that no strike has now, sorted, each once.
    static func all(_ dataset: Dataset) -> [MovedStrike] {
        let strikes = dataset.strikes
        guard strikes.indices.contains(where: { !strikes[$0].previousIDs.isEmpty }) else {
            return []
        }
        var seen = Set(strikes.indices.map { strikes[$0].id.lowercased() })
        var moved: [MovedStrike] = []
        for position in strikes.indices {
            for id in strikes[position].previousIDs where seen.insert(id.lowercased()).inserted {
                moved.append(MovedStrike(id: id, position: position))
            }
        }
        return moved.sorted { $0.id < $1.id }
    }
}
