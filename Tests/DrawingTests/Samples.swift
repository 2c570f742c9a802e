// Values that the tests draw. The numbers are those of the mock's record of Raqqa, or random by a fixed seed.

@testable import Drawing

/// A small generator with a fixed seed (splitmix64), so that "random" maps are the same on every run.
struct Seeded: RandomNumberGenerator {
    var state: UInt64

    mutating func next() -> UInt64 {
        state &+= 0x9E37_79B9_7F4A_7C15
        var mixed = state
        mixed = (mixed ^ (mixed >> 30)) &* 0xBF58_476D_1CE4_E5B9
        mixed = (mixed ^ (mixed >> 27)) &* 0x94D0_49BB_1331_11EB
        return mixed ^ (mixed >> 31)
    }
}

enum Samples {
    static let mapWords = MapWords(
        coordinate: { number, hemisphere in
            switch hemisphere {
            case .north: "\(number)° N"
            case .south: "\(number)° S"
            case .east: "\(number)° E"
            case .west: "\(number)° W"
            }
        },
        distance: { $0 >= 1000 ? "\($0 / 1000) km" : "\($0) m" },
        strikes: { "\($0) strikes" }
    )

    static let months = BarChart(id: "months", lanes: [.alleged, .conceded], rows: monthRows)

    static let monthRows = [
        row(.range(72, 77), .exact(28)),
        row(.range(32, 34), .exact(24)),
        row(.range(88, 138), .exact(55)),
        row(.range(92, 116), .unknown),
        row(.range(38, 64), .exact(16)),
    ]

    private static func row(_ killed: Extent, _ conceded: Extent) -> [Bar] {
        [Bar(killed, .alleged), Bar(conceded, .conceded)]
    }

    /// All drawings of a chart.
    static func drawings(_ chart: BarChart) -> String {
        let swatches = chart.lanes.indices.map { chart.swatch(ofLane: $0) }
        let rows = chart.rows.indices.map { chart.bars(ofRow: $0) }
        let others = [chart.hatching, chart.rangeSwatch, chart.openSwatch].compactMap(\.self)
        return (others + swatches + rows).map(\.markup).joined(separator: "\n")
    }

    /// All drawings of a timeline.
    static func drawings(_ timeline: Timeline) -> String {
        let key = timeline.key
        let swatches = [key.range, key.open, key.approximate, key.unknown].compactMap(\.self)
        return ([timeline.svg(), key.minimum] + swatches).map(\.markup).joined(separator: "\n")
    }

    /// All drawings of a map.
    static func drawings(_ map: StrikeMap) -> String {
        let drawing = MapDrawing(map)
        let key = drawing.key
        let swatches = [
            key.exact, key.area, key.city, key.range, key.open, key.unknown, key.none, key.cluster,
        ]
        let symbols = drawing.listed.map { drawing.symbol(ofPoint: $0) }
        return (([drawing.svg()] + swatches).compactMap(\.self) + symbols).map(\.markup)
            .joined(separator: "\n")
    }

    static let timeline = Timeline(
        id: "time",
        title: "Killed by day",
        description: "Most at the beginning.",
        firstDay: 0,
        lastDay: 99,
        marks: [TimelineMark(day: 0, label: "June"), TimelineMark(day: 30, label: "July")],
        entries: [
            entry(0, 0, .range(10, 20), "A: 10–20"),
            entry(10, 10, .exact(5), "B: 5"),
            entry(10, 10, .exact(40), "C: 40"),
            entry(20, 20, .unknown, "D: no figure"),
            entry(40, 60, .atLeast(7), "E: at least 7"),
        ]
    )

    private static func entry(
        _ first: Int,
        _ last: Int,
        _ extent: Extent,
        _ title: String
    ) -> TimelineEntry {
        TimelineEntry(
            firstDay: first,
            lastDay: last,
            isApproximate: last > first,
            extent: extent,
            title: title
        )
    }

    /// A map of random strikes around Raqqa, from one point to a few hundred, clustered and spread.
    static func randomMap(seed: UInt64) -> StrikeMap {
        var random = Seeded(state: seed)
        let count = [1, 2, 5, 12, 40, 90, 200][Int(seed % 7)]
        let spread = [0.0001, 0.01, 0.08, 2, 20][Int(seed % 5)]
        let points = (0..<count)
            .map { index -> MapPoint in
                let least = Int.random(in: 0...40, using: &random)
                let extent: Extent =
                    switch Int.random(in: 0..<6, using: &random) {
                    case 0: .unknown
                    case 1: .atLeast(least)
                    case 2: .exact(least)
                    default: .range(least, least + Int.random(in: 0...40, using: &random))
                    }
                let precision: [MapPrecision] = [
                    .exact, .within100m, .street, .neighbourhood, .city,
                ]
                return MapPoint(
                    latitude: 35.95 + Double.random(in: -spread...spread, using: &random),
                    longitude: 39.0 + Double.random(in: -spread...spread, using: &random),
                    precision: precision[Int.random(in: 0..<5, using: &random)],
                    extent: extent,
                    label: index % 5 == 0 ? "الرقة، \(least)" : "Place \(index), \(least)",
                    labelLanguage: index % 5 == 0 ? "ar" : nil,
                    href: "strikes/s\(index).html",
                    title: "S\(index): \(least) killed"
                )
            }
        return StrikeMap(
            id: "m",
            title: "Map",
            description: "Random strikes",
            points: points,
            words: mapWords
        )
    }
}
