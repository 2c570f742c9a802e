import Decoding
import Diagnostics
import Drawing
import Testing

@testable import Report

@Suite struct BaseMapTests {
    private func shapes(_ features: String, in language: String = "en") -> [MapShape] {
        var log = DiagnosticLog()
        let text = "{\"type\": \"FeatureCollection\", \"features\": [\(features)]}"
        let map = Basemap(path: "media/town.geojson", bytes: Array(text.utf8))
        return BaseMap.shapes(map, log: &log).map { $0.named(in: language) }
    }

    private func line(_ properties: String) -> String {
        """
        {"type": "Feature", "properties": {\(properties)},
         "geometry": {"type": "LineString", "coordinates": [[38.9, 35.9], [39.1, 35.9]]}}
        """
    }

    @Test(arguments: [
        ("\"kind\": \"river\"", MapShapeKind.river), ("\"kind\": \"water\"", .water),
        ("\"kind\": \"road\"", .road), ("\"kind\": \"street\"", .street),
        ("\"kind\": \"district\"", .district), ("\"kind\": \"boundary\"", .boundary),
        ("\"kind\": \"building\"", .building), ("\"waterway\": \"canal\"", .river),
        ("\"natural\": \"water\"", .water), ("\"highway\": \"primary\"", .road),
        ("\"highway\": \"residential\"", .street), ("\"building\": \"yes\"", .building),
        ("\"place\": \"suburb\"", .district), ("\"boundary\": \"administrative\"", .boundary),
        ("\"kind\": \"street\", \"waterway\": \"river\"", .street), ("\"a\": 1", .other("")),
    ])
    func aShapeHasItsKindOrThatOfItsTags(properties: String, kind: MapShapeKind) {
        #expect(shapes(line(properties)).map(\.kind) == [kind])
    }

    @Test(arguments: [
        ("en", "Euphrates", nil), ("en-GB", "Euphrates", nil), ("ar", "الفرات", nil),
        ("fr", "Firat", "tr"),
    ])
    func aNameIsThatOfThePage(language: String, name: String, other: String?) {
        let properties =
            "\"name\": \"Firat\", \"lang\": \"tr\", \"name:en\": \"Euphrates\", \"name:ar\": \"الفرات\""
        let shape = shapes(line(properties), in: language).first
        #expect(shape?.label == name)
        // A name in no language of the page is the first that there is.
        #expect(shape?.labelLanguage == other)
    }

    @Test func aPointIsAName() {
        let feature = """
            {"type": "Feature", "properties": {"name": "Al Naim"},
             "geometry": {"type": "Point", "coordinates": [39.0, 35.95]}}
            """
        let shape = shapes(feature).first
        #expect(shape?.kind == .label)
        #expect(shape?.paths == [[Position(longitude: 39, latitude: 35.95)]])
        #expect(shape?.label == "Al Naim")
    }
}
