// Meridians and parallels at round degrees.

struct Graticule {
    struct Line {
        /// Its coordinate: x for a meridian, y for a parallel.
        let offset: Double
        /// Its degrees as a number without a sign.
        let number: String
        let hemisphere: Hemisphere
    }

    let meridians: [Line]
    let parallels: [Line]

    init(frame: MapFrame) {
        meridians = Graticule.lines(
            frame.longitudes,
            wanted: 5,
            place: { frame.place(Position(longitude: $0, latitude: frame.middle.latitude)).x },
            hemisphere: { $0 < 0 ? .west : .east }
        )
        parallels =
            Graticule.lines(
                frame.latitudes,
                wanted: 4,
                place: { frame.place(Position(longitude: frame.middle.longitude, latitude: $0)).y },
                hemisphere: { $0 < 0 ? .south : .north }
            )
            .filter { $0.offset >= 0 && $0.offset <= frame.height }
    }

    /// Lines at multiples of a round step, counted in whole millionths of a degree.
    private static func lines(
        _ range: ClosedRange<Double>,
        wanted: Int,
        place: (Double) -> Double,
        hemisphere: (Int) -> Hemisphere
    ) -> [Line] {
        let first = Int((range.lowerBound * 1_000_000).rounded(.up))
        let last = Int((range.upperBound * 1_000_000).rounded(.down))
        let step = steps.first { (last - first) / $0 < wanted } ?? 90_000_000
        var lines: [Line] = []
        var at = (first >= 0 ? (first + step - 1) / step : first / step) * step
        while at <= last {
            var shown = at
            if shown > 180_000_000 { shown -= 360_000_000 }
            if shown < -180_000_000 { shown += 360_000_000 }
            lines.append(
                Line(
                    offset: place(Double(at) / 1_000_000),
                    number: degrees(shown, step: step),
                    hemisphere: hemisphere(shown)
                )
            )
            at += step
        }
        return lines
    }

    private static let steps = [
        500, 1_000, 2_000, 5_000, 10_000, 20_000, 50_000, 100_000, 200_000, 500_000, 1_000_000,
        2_000_000, 5_000_000, 10_000_000, 20_000_000, 30_000_000, 60_000_000,
    ]

    /// All numbers along one edge have the same number of decimals: 38.98, 39.00.
    private static func degrees(_ millionths: Int, step: Int) -> String {
        let magnitude = Int(millionths.magnitude)
        var places = 6
        var unit = 1
        while places > 0, step % (unit * 10) == 0 {
            unit *= 10
            places -= 1
        }
        let whole = String(magnitude / 1_000_000)
        guard places > 0 else { return whole }
        let fraction = String(magnitude % 1_000_000 / unit)
        return whole + "." + String(repeating: "0", count: places - fraction.utf8.count) + fraction
    }
}
