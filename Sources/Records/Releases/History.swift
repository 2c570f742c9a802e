/// What a report has stated over time: its releases, and what changed from each to the next.
public struct History: Hashable, Sendable {
    /// The releases, oldest first.
    public let releases: [Release]
    /// What the report states now.
    public let current: PublishedState
    /// The release that is being made, when one is.
    public let upcoming: ReleaseStamp?
    /// What changed from each release to the next, oldest first; the last step may not be released.
    public let steps: [HistoryStep]
    /// Reasons that match no change.
    public let unusedCorrections: [Correction]
    /// Strikes that were published once and are no more, by id.
    public let departed: [DepartedStrike]
    private let secrets: Secrets

    /// Compares every release with the next and the last with what is stated now.
    public init(
        releases: [Release],
        current: PublishedState,
        upcoming: ReleaseStamp? = nil,
        corrections: [Correction] = [],
        strikesWithProtectedPeople: Set<String> = [],
        identifying: Set<String> = []
    ) {
        self.releases = releases.sorted { $0.stamp < $1.stamp }
        self.current = current
        self.upcoming = upcoming
        secrets = Secrets(current, corrections, strikesWithProtectedPeople, identifying)
        var bare = zip(self.releases, self.releases.dropFirst())
            .map { HistoryStep(from: $0, to: $1.state, stamp: $1.stamp) }
        if let last = self.releases.last, upcoming != nil || last.state != current {
            bare.append(HistoryStep(from: last, to: current, stamp: upcoming))
        }
        var matching = ReasonMatching(corrections)
        var steps: [HistoryStep] = []
        for step in bare { steps.append(matching.explain(step, secrets)) }
        self.steps = steps
        unusedCorrections = matching.unused
        departed = DepartedStrike.all(self.releases, current, steps, corrections)
    }

    /// The release that the report belongs to: the one being made, else the last.
    public var stamp: ReleaseStamp? { upcoming ?? releases.last?.stamp }

    /// The step that no release holds yet, with what changed since the last one.
    public var pending: HistoryStep? {
        guard let last = steps.last, last.from.stamp == releases.last?.stamp else { return nil }
        return last
    }

    /// Whether the report states something else than its last release, and is no release itself.
    public var hasUnreleasedChanges: Bool { upcoming == nil && pending != nil }

    /// Changes since the last release that need a reason and have none.
    public var changesWithoutReason: [HistoryEntry] {
        pending?.entries.filter { $0.change.needsReason && $0.correction == nil } ?? []
    }

    /// The entries that concern a strike, newest first, each with its step.
    public func entries(ofStrike id: String) -> [(entry: HistoryEntry, step: HistoryStep)] {
        steps.reversed()
            .flatMap { step in
                step.entries.filter { $0.change.strikes.contains(id) }.map { ($0, step) }
            }
    }
}

/// What changed from one release to the next, or to what the report states now.
public struct HistoryStep: Hashable, Sendable {
    /// The release before.
    public let from: Release
    /// What the later one states.
    public let to: PublishedState
    /// The later release; `nil` while nothing has been released.
    public let stamp: ReleaseStamp?
    /// Every difference.
    public let comparison: StateComparison
    /// The changes of records that may be shown, with their reasons.
    public internal(set) var entries: [HistoryEntry] = []

    init(from: Release, to: PublishedState, stamp: ReleaseStamp?) {
        self.from = from
        self.to = to
        self.stamp = stamp
        comparison = StateComparison(from.state, to)
    }

    /// What a headline total was and is; `nil` when it was not stated both times.
    public func headline(_ measure: Measure) -> (was: Total, now: Total)? {
        guard let was = from.state.headlineTotal(measure), let now = to.headlineTotal(measure)
        else { return nil }
        return (was, now)
    }
}

/// One change with the author's reason, and whether its values may be shown.
public struct HistoryEntry: Hashable, Sendable {
    /// The change.
    public let change: RecordChange
    /// The reason; `nil` when none is given.
    public let correction: Correction?
    /// Whether what was and what is must not be repeated.
    public let isSecret: Bool
}

/// A strike that was published and is no more.
public struct DepartedStrike: Hashable, Sendable {
    /// The id that it had.
    public let id: String
    /// Where it is now; empty when it is nowhere.
    public let successor: String
    /// Whether the successor has it among its previous ids, so that its page moved.
    public let isMoved: Bool
    /// The author's reason.
    public let correction: Correction?
    /// The release in which it is gone; `nil` while nothing has been released.
    public let stamp: ReleaseStamp?

    fileprivate static func all(
        _ releases: [Release],
        _ current: PublishedState,
        _ steps: [HistoryStep],
        _ corrections: [Correction]
    ) -> [DepartedStrike] {
        let present = Set(current.table(.strikes)?.records.map(\.key) ?? [])
        var known: Set<String> = []
        for release in releases {
            known.formUnion(release.state.table(.strikes)?.records.map(\.key) ?? [])
        }
        var moved: [String: String] = [:]
        for record in current.table(.strikes)?.records ?? [] {
            for old in record.previous where !present.contains(old) && moved[old] == nil {
                moved[old] = record.key
            }
        }
        return known.union(moved.keys).subtracting(present).sorted()
            .map { id in
                let step = steps.last { step in
                    step.comparison.changes.contains { $0.table == .strikes && $0.isEnd(of: id) }
                }
                let reasons = corrections.filter { $0.record == id && $0.field.isEmpty }
                let correction = reasons.last { $0.kind == .safety } ?? reasons.last
                let merged = correction?.mergedInto ?? ""
                return DepartedStrike(
                    id: id,
                    successor: moved[id] ?? (present.contains(merged) ? merged : ""),
                    isMoved: moved[id] != nil,
                    correction: correction,
                    stamp: step?.stamp
                )
            }
    }
}

extension RecordChange {
    /// Whether the strike with an id is gone, or has another, after this change.
    fileprivate func isEnd(of id: String) -> Bool {
        switch kind {
        case .withdrawn, .merged: key == id
        case .renamed(let old): old == id
        case .added, .changed: false
        }
    }
}
