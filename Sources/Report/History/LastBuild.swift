import Diagnostics
import Formats
import Records

/// The figures of the last build, read from its `manifest.json`.
public struct LastBuild: Sendable {
    private let figures: [String: [String: Ends]]

    /// The total of a figure in a manifest.
    private struct Ends {
        let minimum: Int?
        let maximum: Int?
        let unknown: Int

        /// Whether a total was stated in other numbers; the first formats wrote the sum of known counts where there
        /// is no number or no maximum.
        func differs(from total: Total, format: Int) -> Bool {
            if total.isUnknown, total.strikes == 0, unknown == 0, minimum ?? 0 == 0,
                maximum ?? 0 == 0
            {
                // No strikes: earlier versions wrote 0.
                return false
            }
            if format < 3 {
                return (minimum, maximum, unknown) != (total.minimum, total.maximum, total.unknown)
            }
            return (minimum, maximum, unknown)
                != (total.statedMinimum, total.statedMaximum, total.unknown)
        }

        /// The total that has these ends; `nil` when there is none.
        func total(of measure: Measure) -> Total? {
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

    /// The format of the manifest.
    private let format: Int

    /// Reads a manifest; `nil` when it has no figures, as in older versions.
    public init?(manifest: [UInt8]) {
        var log = DiagnosticLog()
        guard let document = JSONReader.read(manifest, file: "manifest.json", log: &log),
            case .object(let members)? = document.root["figures"]?.value
        else { return nil }
        var figures: [String: [String: Ends]] = [:]
        for member in members {
            guard case .object(let measures) = member.value.value else { return nil }
            for measure in measures {
                let unknown = measure.value["unknown"]?.asInteger ?? 0
                figures[member.key, default: [:]][measure.key] = Ends(
                    minimum: measure.value["min"]?.asInteger,
                    maximum: measure.value["max"]?.asInteger,
                    unknown: unknown
                )
            }
        }
        self.figures = figures
        format = document.root["format"]?.asInteger ?? 1
    }

    /// The figures of a report that differ from those of the last build.
    public func changes(_ report: Report) -> [FigureChange] {
        report.publishedFigures.flatMap { figure in
            figure.ordered.compactMap { measure, now in
                guard let was = figures[figure.query]?[measure.name],
                    was.differs(from: now, format: format), let total = was.total(of: measure)
                else { return nil }
                return FigureChange(query: figure.query, measure: measure, was: total, now: now)
            }
        }
    }
}
