import Records

/// What a report states in numbers, for the manifest: by this, anybody can tell which figures a
/// publication changed.
extension Report {
    /// The headline totals: the settings' measures over the strikes that count.
    public var statedTotals: [Measure: Total] {
        let tally = model.figures[model.standing.counted].tally
        return Dictionary(
            model.settings.headline.map { ($0, tally.total($0)) },
            uniquingKeysWith: { first, _ in first }
        )
    }

    /// Every measure of every figure, by its selection as it stands in a link.
    public var statedFigures: [String: [Measure: Total]] {
        var stated: [String: [Measure: Total]] = [:]
        for figure in model.figures.all {
            stated[figure.selection.query] = Dictionary(
                model.dataset.measures.all.map { ($0, figure.tally.total($0)) },
                uniquingKeysWith: { first, _ in first }
            )
        }
        return stated
    }

    /// The pages of strikes under names that they had before: the earlier path and the path now.
    public var earlierPaths: [(from: String, to: String)] {
        model.dataset.strikes.flatMap { strike in
            strike.previousIDs.map {
                (from: PagePlaces.strikePath($0), to: PagePlaces.strikePath(strike.id))
            }
        }
    }
}
