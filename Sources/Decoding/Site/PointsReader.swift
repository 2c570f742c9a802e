// Strikes can be shown at the point of their district or city. Where that is, the author states: no point is guessed
// from the strikes, whose middle would tell where they were.

import Diagnostics
import Formats
import Records
import Text

/// Reads `points` in content/site.yaml.
struct PointsReader {
    static let keys = [
        YAMLKey("latitude", .text, isRequired: true), YAMLKey("longitude", .text, isRequired: true),
    ]

    /// The settings.
    let fields: YAMLFields

    /// The points by the name of the place.
    func read(_ log: inout DiagnosticLog) -> [String: Coordinate] {
        guard let list = fields.fields("points", known: nil, &log) else { return [:] }
        var points: [String: Coordinate] = [:]
        for entry in list.entries {
            guard let place = list.fields(entry.key, known: PointsReader.keys.names, &log) else {
                continue
            }
            let (north, east) = (text("latitude", place), text("longitude", place))
            if let latitude = Double(north), let longitude = Double(east),
                let point = Coordinate(
                    latitude: latitude,
                    longitude: longitude,
                    latitudeText: north,
                    longitudeText: east
                )
            {
                points[entry.key] = point
                continue
            }
            log.report(
                SettingsRule.point,
                at: entry.keyLocation,
                "“\(entry.key.shortened())” has no point",
                excerpt: entry.keyExcerpt,
                suggestion: "Write both coordinates in degrees: "
                    + "{latitude: 35.95, longitude: 39.01}, from -90 to 90 and from -180 to 180."
            )
        }
        return points
    }

    private func text(_ key: String, _ place: YAMLFields) -> String {
        QueryText.trimmed(place.node(key)?.scalar?.text ?? "")
    }
}
