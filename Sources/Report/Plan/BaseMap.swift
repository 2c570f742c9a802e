import Decoding
import Diagnostics
import Drawing
import Formats
import Text

/// Reads the site's own base map, a GeoJSON file (RFC 7946) of lines and areas.
///
/// A feature's property `kind` (river, street, district, boundary) decides how it is drawn, and
/// `name` or `name:<language>` is its label.
enum BaseMap {
    static func shapes(_ basemap: Basemap, log: inout DiagnosticLog) -> [MapShape] {
        let file = "content/" + basemap.path
        guard let document = JSONReader.read(basemap.bytes, file: file, log: &log) else {
            return []
        }
        let features = document.root["features"]?.asArray ?? [document.root]
        return features.compactMap { feature in
            guard let geometry = feature["geometry"], let type = geometry["type"]?.asString,
                let coordinates = geometry["coordinates"]
            else { return nil }
            let properties = feature["properties"]
            guard let paths = paths(type, coordinates) else { return nil }
            return MapShape(
                kind: kind(properties?["kind"]?.asString ?? ""),
                paths: paths,
                isArea: type.hasSuffix("Polygon"),
                label: properties?["name"]?.asString,
                labelLanguage: properties?["lang"]?.asString
            )
        }
    }

    private static func kind(_ word: String) -> MapShapeKind {
        switch word {
        case "river": .river
        case "street": .street
        case "district": .district
        case "boundary": .boundary
        default: .other(word)
        }
    }

    private static func paths(_ type: String, _ node: JSONNode) -> [[Position]]? {
        switch type {
        case "LineString": return [line(node)]
        case "Polygon", "MultiLineString": return (node.asArray ?? []).map(line)
        case "MultiPolygon":
            return (node.asArray ?? []).flatMap { ($0.asArray ?? []).map(line) }
        default: return nil
        }
    }

    private static func line(_ node: JSONNode) -> [Position] {
        (node.asArray ?? [])
            .compactMap { point in
                guard let pair = point.asArray, pair.count >= 2, let longitude = pair[0].asDouble,
                    let latitude = pair[1].asDouble
                else { return nil }
                return Position(longitude: longitude, latitude: latitude)
            }
    }
}
