import Decoding
import Diagnostics
import Drawing
import Formats
import Text

/// Reads the site's own base map, a GeoJSON file (RFC 7946) of lines, areas and points.
///
/// A feature's property `kind` decides how it is drawn; without it, the tags of OpenStreetMap do. `name:<language>` or
/// `name` is its label.
enum BaseMap {
    /// A shape with its names in all languages.
    struct Shape: Sendable {
        fileprivate let shape: MapShape
        /// The names by language; that of the property `name` has the language of `lang`, or none.
        fileprivate let names: [(language: String, name: String)]

        /// The shape with its name in a language, otherwise with the one that the place has itself.
        func named(in tag: String) -> MapShape {
            let primary = String(tag.prefix { $0 != "-" })
            var shape = self.shape
            let own =
                names.first { $0.language == tag } ?? names.first { $0.language == primary }
                ?? names.first { $0.language.isEmpty } ?? names.first
            shape.label = own?.name
            shape.labelLanguage =
                own.flatMap { [tag, primary, ""].contains($0.language) ? nil : $0.language }
            return shape
        }
    }

    /// The kinds by their names, as documented.
    private static let kinds: [(name: String, kind: MapShapeKind)] = [
        ("river", .river), ("water", .water), ("road", .road), ("street", .street),
        ("district", .district), ("boundary", .boundary), ("building", .building),
        ("label", .label),
    ]

    static func shapes(_ basemap: Basemap, log: inout DiagnosticLog) -> [Shape] {
        let file = "content/" + basemap.path
        guard let document = JSONReader.read(basemap.bytes, file: file, log: &log) else {
            return []
        }
        let features = document.root["features"]?.asArray ?? [document.root]
        var unknown: [String: (first: JSONNode, count: Int)] = [:]
        var shapes: [Shape] = []
        for feature in features {
            guard let geometry = feature["geometry"], let type = geometry["type"]?.asString,
                let coordinates = geometry["coordinates"], let paths = paths(type, coordinates)
            else { continue }
            let properties = feature["properties"]
            let isPoint = type.hasSuffix("Point")
            var kind = isPoint ? MapShapeKind.label : tagged(properties)
            if let node = properties?["kind"], let word = node.asString, !word.isEmpty {
                if let known = kinds.first(where: { $0.name == word }) {
                    kind = isPoint ? .label : known.kind
                } else {
                    unknown[word, default: (node, 0)].count += 1
                }
            }
            shapes.append(
                Shape(
                    shape: MapShape(kind: kind, paths: paths, isArea: type.hasSuffix("Polygon")),
                    names: names(properties)
                )
            )
        }
        report(unknown, in: document, &log)
        return shapes
    }

    private static func report(
        _ unknown: [String: (first: JSONNode, count: Int)],
        in document: JSONDocument,
        _ log: inout DiagnosticLog
    ) {
        for (word, found) in unknown.sorted(by: { $0.value.first.start < $1.value.first.start }) {
            let names = kinds.map(\.name)
            log.report(
                ProseRule.basemapKind,
                at: document.location(found.first),
                "“\(word.shortened())” is no kind of shape: "
                    + (found.count == 1
                        ? "the feature is" : "\(found.count) features are")
                    + " drawn as a thin line",
                suggestion: Spelling.question(word, names)
                    ?? "The kinds are \(names.joined(separator: ", "))."
            )
        }
    }

    private static func names(_ properties: JSONNode?) -> [(language: String, name: String)] {
        guard case .object(let members) = properties?.value else { return [] }
        let own = properties?["name"]?.asString.map { [(properties?["lang"]?.asString ?? "", $0)] }
        let others = members.compactMap { member -> (String, String)? in
            guard member.key.hasPrefix("name:"), let name = member.value.asString else {
                return nil
            }
            return (String(member.key.dropFirst(5)), name)
        }
        return ((own ?? []) + others).filter { !$0.1.isEmpty }
    }

    /// The kind of a feature without one, by the tags that OpenStreetMap gives it.
    private static func tagged(_ properties: JSONNode?) -> MapShapeKind {
        func tag(_ key: String) -> String { properties?[key]?.asString ?? "" }
        if ["river", "canal"].contains(tag("waterway")) { return .river }
        if tag("natural") == "water" || tag("waterway") == "riverbank" { return .water }
        switch tag("highway") {
        case "motorway", "trunk", "primary", "secondary": return .road
        case "": break
        case _: return .street
        }
        if !tag("building").isEmpty { return .building }
        if ["suburb", "neighbourhood", "quarter"].contains(tag("place")) { return .district }
        return tag("boundary").isEmpty ? .other("") : .boundary
    }

    private static func paths(_ type: String, _ node: JSONNode) -> [[Position]]? {
        switch type {
        case "Point": return [point(node).map { [$0] } ?? []]
        case "MultiPoint", "LineString": return [line(node)]
        case "Polygon", "MultiLineString": return (node.asArray ?? []).map(line)
        case "MultiPolygon":
            return (node.asArray ?? []).flatMap { ($0.asArray ?? []).map(line) }
        default: return nil
        }
    }

    private static func line(_ node: JSONNode) -> [Position] {
        (node.asArray ?? []).compactMap(point)
    }

    private static func point(_ node: JSONNode) -> Position? {
        guard let pair = node.asArray, pair.count >= 2, let longitude = pair[0].asDouble,
            let latitude = pair[1].asDouble
        else { return nil }
        return Position(longitude: longitude, latitude: latitude)
    }
}
