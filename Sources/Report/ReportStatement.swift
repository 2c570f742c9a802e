import Records

/// The totals of a report for the manifest, from which anybody can see which figures a publication changed.
extension Report {
    /// The headline totals: the measures of the settings over the counted strikes.
    public var statedTotals: [Measure: Total] {
        if model.dataset.codebook.isOfPeopleOnly {
            return [.people: model.allPeople.tally.total(.people)]
        }
        let tally = model.figures[model.standing.counted].tally
        return Dictionary(
            model.settings.headline.map { ($0, tally.total($0)) },
            uniquingKeysWith: { first, _ in first }
        )
    }

    /// Every measure of every figure, by its selection as links write it; figures of people as `people?sex=female`.
    public var statedFigures: [String: [Measure: Total]] {
        Dictionary(
            publishedFigures.map { ($0.query, $0.totals) },
            uniquingKeysWith: { first, _ in first }
        )
    }

    /// The former paths of strikes' pages, with the current ones.
    public var earlierPaths: [(from: String, to: String)] {
        let folder = model.settings.recordPath
        let strikes = model.dataset.strikes
        let renamed = strikes.flatMap { strike in
            strike.previousIDs.map {
                (
                    from: PagePlaces.strikePath($0, in: folder),
                    to: PagePlaces.strikePath(strike.id, in: folder)
                )
            }
        }
        return renamed
            + model.settings.previousRecordPaths.flatMap { former in
                strikes.flatMap { strike in
                    ([strike.id] + strike.previousIDs)
                        .map {
                            (
                                from: PagePlaces.strikePath($0, in: former),
                                to: PagePlaces.strikePath(strike.id, in: folder)
                            )
                        }
                }
            }
    }
}
