// The strip below a map, with circles of round numbers for comparison and a scale bar. It is outside the map,
// so that nothing can overlap it.

struct MapStrip {
    let scene: MapScene
    private let top: Double
    let height: Double
    private let largest: Double

    /// The size in which a phone shows the texts of the strip: the drawing is as wide as its screen, and names of
    /// places are left out there.
    static let textSize = 28.0

    init(scene: MapScene) {
        self.scene = scene
        top = scene.frame.height + 30
        largest = scene.sizes.map { scene.scale.radius($0) }.max() ?? 0
        let least = scene.locator == nil ? 40 : Locator.height + 6
        height = 30 + max(2 * largest + 36, least)
    }

    func write(_ words: MapWords, into markup: inout Markup) {
        var x = 0.0
        let base = top + 4 + 2 * largest
        for size in scene.sizes {
            let radius = scene.scale.radius(size)
            let text = words.number(size)
            let half = max(radius, Double(TextWidth.tenths(text)) * MapStrip.textSize / 20)
            x += half + 4
            markup.empty(
                "circle",
                [("class", "dot-max")] + MapDrawing.circle(Spot(x: x, y: base - radius), radius)
            )
            MapStrip.writeText(text, x: x, y: base + 24, into: &markup)
            x += half + 12
        }
        let room = scene.locator == nil ? 8 : Locator.width + 24
        let end = MapFrame.width - room
        MapStrip.write(scene.scaleBar, end: end, line: top + 26, words, into: &markup)
        writeLocator(words, into: &markup)
    }

    /// Writes a scale bar that ends and stands at two coordinates, with its length above it.
    static func write(
        _ bar: ScaleBar,
        end: Double,
        line: Double,
        _ words: MapWords,
        into markup: inout Markup
    ) {
        let start = end - bar.length
        markup.empty(
            "path",
            [
                ("class", "scale"),
                (
                    "d",
                    "M\(Decimal.coordinate(start)) \(Decimal.coordinate(line - 6))v6"
                        + "H\(Decimal.coordinate(end))v-6"
                ),
            ]
        )
        let middle = (start + end) / 2
        writeText(words.distance(bar.metres), x: middle, y: line - 10, into: &markup)
        markup.newLine()
    }

    private func writeLocator(_ words: MapWords, into markup: inout Markup) {
        guard let locator = scene.locator else { return }
        let left = Decimal.coordinate(MapFrame.width - Locator.width - 1)
        markup.open(
            "g",
            [
                ("class", "locator"),
                ("transform", "translate(\(left) \(Decimal.coordinate(top + 2)))"),
            ]
        )
        markup.element("title", words.locator)
        locator.write(into: &markup)
        markup.close("g")
        markup.newLine()
    }

    static func writeText(_ text: String, x: Double, y: Double, into markup: inout Markup) {
        markup.element(
            "text",
            [
                ("class", "faint"), ("x", Decimal.coordinate(x)), ("y", Decimal.coordinate(y)),
                ("text-anchor", "middle"),
            ],
            text
        )
    }
}
