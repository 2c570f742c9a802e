import Output
import Records

/// The figures of the last build, as its manifest states them.
public struct LastBuild: Sendable {
    private let statement: Manifest.Statement

    /// Takes what a manifest states; `nil` when it has no figures, as in older versions.
    public init?(_ statement: Manifest.Statement) {
        if statement.figures.isEmpty { return nil }
        self.statement = statement
    }

    /// The figures of a report that differ from those of the last build.
    public func changes(_ report: Report) -> [FigureChange] {
        report.publishedFigures.flatMap { figure in
            figure.ordered.compactMap { measure, now in
                guard let was = statement.figures[figure.query]?[measure.name],
                    was.differs(from: now, format: statement.format),
                    let total = was.total(of: measure)
                else { return nil }
                return FigureChange(query: figure.query, measure: measure, was: total, now: now)
            }
        }
    }
}

extension Manifest.Stated {
    /// Whether a total was stated in other numbers; the first formats wrote the sum of known counts where there is no
    /// maximum.
    fileprivate func differs(from total: Total, format: Int) -> Bool {
        if total.isUnknown, total.strikes == 0, unknown == 0, minimum ?? 0 == 0, maximum ?? 0 == 0 {
            // No strikes: earlier versions wrote 0.
            return false
        }
        if format < 3 {
            return (minimum ?? 0, maximum ?? 0, unknown)
                != (total.minimum, total.maximum, total.unknown)
        }
        return (minimum, maximum, unknown)
            != (total.statedMinimum, total.statedMaximum, total.unknown)
    }

    /// The total that has these ends; `nil` when there is none.
    fileprivate func total(of measure: Measure) -> Total? {
        let least = minimum ?? 0
        let most = maximum ?? least
        let isOpen = minimum != nil && maximum == nil
        return Total(
            minimum: least,
            maximum: most,
            strikes: max(unknown, most > 0 || isOpen ? unknown + 1 : 0),
            unknown: unknown,
            openEnded: isOpen ? 1 : 0,
            isOfThings: !measure.holdsCounts
        )
    }
}
