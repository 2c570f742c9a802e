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
    static let barWords = BarWords(
        bars: { "Bars, 0 to \($0) people" },
        upToMaximum: "up to the maximum",
        atLeast: "at least, no maximum"
    )

    static let mapWords = MapWords(
        exact: "known to 100 m or better",
        area: "street or neighbourhood",
        rings: "filled: minimum; ring: maximum",
        atLeast: "at least, no maximum",
        unknown: "no figure",
        none: "nobody killed",
        cityOnly: "Placed only in the city",
        unstated: "Not drawn: nobody says how exactly",
        listSummary: "The same strikes as a list",
        note: "The area of a circle is proportional to the deaths.",
        areaNote: "Circles of a neighbourhood stand at its middle.",
        movedApart: "Circles at one place stand side by side.",
        coordinate: { number, hemisphere in
            switch hemisphere {
            case .north: "\(number)° N"
            case .south: "\(number)° S"
            case .east: "\(number)° E"
            case .west: "\(number)° W"
            }
        },
        distance: { $0 >= 1000 ? "\($0 / 1000) km" : "\($0) m" }
    )

    static let months = BarChart(
        id: "months",
        caption: "Civilians killed in counted strikes, by month of 2017",
        rowHeader: "Month",
        series: [
            BarSeries(label: "killed, minimum", column: "Killed", style: .alleged),
            BarSeries(label: "conceded by the Coalition", column: "Conceded", style: .conceded),
        ],
        rows: [
            row("June", 18, .range(72, 77), "72–77", .exact(28), "28"),
            row("July", 4, .range(32, 34), "32–34", .exact(24), "24"),
            row("August", 7, .range(88, 138), "88–138", .exact(55), "55"),
            row("September", 7, .range(92, 116), "92–116", nil, "none"),
            row("October", 4, .range(38, 64), "38–64", .exact(16), "16"),
            row("All", 40, nil, "322–429", nil, "123", isTotal: true),
        ],
        words: barWords
    )

    private static func row(
        _ month: String,
        _ strikes: Int,
        _ killed: Extent?,
        _ killedText: String,
        _ conceded: Extent?,
        _ concededText: String,
        isTotal: Bool = false
    ) -> BarRow {
        BarRow(
            label: LinkedText(month),
            sublabel: LinkedText("\(strikes) strikes", href: "strikes.html"),
            values: [
                BarValue(extent: killed, text: LinkedText(killedText, href: "figure.html")),
                BarValue(
                    extent: conceded,
                    text: LinkedText(
                        concededText,
                        href: concededText == "none" ? nil : "disclosures.html"
                    )
                ),
            ],
            isTotal: isTotal
        )
    }

    static let timeline = Timeline(
        id: "time",
        caption: "Killed by day",
        description: "Most at the beginning.",
        firstDay: 0,
        lastDay: 99,
        marks: [TimelineMark(day: 0, label: "June"), TimelineMark(day: 30, label: "July")],
        entries: [
            entry(0, 0, .range(10, 20), "1 June", "10–20", "a.html", "A"),
            entry(10, 10, .exact(5), "11 June", "5", "b.html", "B"),
            entry(10, 10, .exact(40), "11 June", "40", "c.html", "C"),
            entry(20, 20, .unknown, "21 June", "no figure", nil, "D"),
            entry(40, 60, .atLeast(7), "July", "at least 7", "e.html", "E"),
        ],
        words: TimelineWords(
            minimum: "killed, minimum",
            upToMaximum: "up to the maximum",
            atLeast: "at least, no maximum",
            approximate: "date known only to the period",
            unknown: "no figure",
            tableSummary: "The figures as a table",
            dateColumn: "Date",
            valueColumn: "Killed"
        )
    )

    private static func entry(
        _ first: Int,
        _ last: Int,
        _ extent: Extent,
        _ date: String,
        _ figure: String,
        _ href: String?,
        _ name: String
    ) -> TimelineEntry {
        TimelineEntry(
            firstDay: first,
            lastDay: last,
            isApproximate: last > first,
            extent: extent,
            label: LinkedText(date),
            value: LinkedText(figure, href: href, isQuiet: href == nil),
            title: "\(name): \(figure)"
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
