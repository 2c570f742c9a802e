import Diagnostics
import Formats
import Records

/// The figures of the last build, read from its `manifest.json`.
public struct LastBuild: Sendable {
    private let figures: [String: [String: Ends]]

    /// The total of a figure in a manifest.
    private struct Ends {
        let minimum: Int
        let maximum: Int
        let unknown: Int
    }

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
                guard let minimum = measure.value["min"]?.asInteger,
                    let maximum = measure.value["max"]?.asInteger
                else { continue }
                let unknown = measure.value["unknown"]?.asInteger ?? 0
                figures[member.key, default: [:]][measure.key] = Ends(
                    minimum: minimum,
                    maximum: maximum,
                    unknown: unknown
                )
            }
        }
        self.figures = figures
    }

    /// The figures of a report that differ from those of the last build.
    public func changes(_ report: Report) -> [FigureChange] {
        report.publishedFigures.flatMap { figure in
            figure.ordered.compactMap { measure, now in
                guard let was = figures[figure.query]?[measure.name],
                    (was.minimum, was.maximum, was.unknown)
                        != (now.minimum, now.maximum, now.unknown),
                    let total = Total(
                        minimum: was.minimum,
                        maximum: was.maximum,
                        strikes: max(was.unknown, was.maximum > 0 ? was.unknown + 1 : 0),
                        unknown: was.unknown,
                        openEnded: 0
                    )
                else { return nil }
                return FigureChange(query: figure.query, measure: measure, was: total, now: now)
            }
        }
    }
}
