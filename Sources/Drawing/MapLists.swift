// The words around a map: the key above it, the strikes placed only in the city beneath it, and the list
// of all strikes behind a line that opens.

extension MapDrawing {
    /// More strikes than this beneath a map are folded away.
    static let mostListedOpenly = 40

    func writeKey(into markup: inout Markup) {
        let points = scene.marks.map(\.point)
        let styles = points.map(\.precision.style)
        let sample = MapPoint(
            latitude: 0,
            longitude: 0,
            precision: .exact,
            extent: .exact(1),
            label: "",
            href: "",
            title: ""
        )
        func item(_ words: String, _ precision: MapPrecision, _ extent: Extent, _ solid: Double) {
            var point = sample
            point.precision = precision
            point.extent = extent
            let mark = MapMark(
                point: point,
                index: 0,
                centre: Spot(x: 10, y: 10),
                solidRadius: extent.solidEnd > 0 ? solid : 0,
                hatchedRadius: extent.isRange ? 9 : extent.solidEnd > 0 ? solid : 0
            )
            markup.open("li", [("class", precision.style.rawValue)])
            markup.open("svg", [("width", "20"), ("height", "20"), ("aria-hidden", "true")])
            MapSymbol(mark: mark, hatchFill: hatch.alleged).write(into: &markup)
            markup.close("svg")
            markup.text(words)
            markup.close("li")
            markup.newLine()
        }
        markup.open("ul", [("class", "key plain")])
        markup.newLine()
        if styles.contains(.point) { item(map.words.exact, .exact, .exact(1), 7) }
        if styles.contains(.area) { item(map.words.area, .street, .exact(1), 8) }
        if points.contains(where: \.extent.isRange) {
            item(map.words.rings, .exact, .range(1, 2), 6)
        }
        if points.contains(where: \.extent.isOpen) {
            item(map.words.atLeast, .exact, .atLeast(1), 5)
        }
        if points.contains(where: \.extent.isUnknown) {
            item(map.words.unknown, .exact, .unknown, 0)
        }
        if points.contains(where: \.extent.isNone) {
            item(map.words.none, .exact, .exact(0), 0)
        }
        markup.close("ul")
        markup.newLine()
    }

    func writeListed(into markup: inout Markup) {
        let unstated = scene.listed.filter { $0.precision == .unstated }
        let placed = scene.listed.filter { $0.precision != .unstated }
        write(placed, under: map.words.cityOnly, into: &markup)
        write(unstated, under: map.words.unstated, into: &markup)
    }

    private func write(_ listed: [MapPoint], under head: String, into markup: inout Markup) {
        guard !listed.isEmpty else { return }
        let isLong = listed.count > MapDrawing.mostListedOpenly
        if isLong {
            markup.open("details", [("class", "placed")])
            markup.element("summary", head)
        } else {
            markup.open("div", [("class", "placed")])
            markup.element("p", head)
        }
        markup.open("ul", [("class", "plain")])
        markup.newLine()
        for point in listed {
            let solid = scene.scale.visibleRadius(point.extent.solidEnd)
            var shown = point
            shown.precision = .city
            var mark = MapMark(
                point: shown,
                index: 0,
                centre: Spot(x: 0, y: 0),
                solidRadius: solid,
                hatchedRadius: scene.scale.visibleRadius(point.extent.hatchedEnd)
            )
            let half = (mark.radius + 1.5).rounded(.up)
            mark.centre = Spot(x: half, y: half)
            let size = Decimal.coordinate(2 * half)
            markup.open("li")
            markup.open("a", [("class", "city"), ("href", point.href), ("title", point.title)])
            markup.open("svg", [("width", size), ("height", size), ("aria-hidden", "true")])
            MapSymbol(mark: mark, hatchFill: hatch.alleged).write(into: &markup)
            markup.close("svg")
            let language = point.labelLanguage
            let direction = language.map { TextDirection(language: $0).rawValue }
            markup.element("span", [("lang", language), ("dir", direction)], point.label)
            markup.close("a")
            markup.close("li")
            markup.newLine()
        }
        markup.close("ul")
        isLong ? markup.close("details") : markup.close("div")
        markup.newLine()
    }

    func writeList(into markup: inout Markup) {
        markup.open("details")
        markup.element("summary", map.words.listSummary)
        markup.open("ul", [("class", "all")])
        markup.newLine()
        for point in map.points {
            markup.element("li") { $0.element("a", [("href", point.href)], point.title) }
            markup.newLine()
        }
        markup.close("ul")
        markup.close("details")
        markup.newLine()
    }

    func writeNote(into markup: inout Markup) {
        let isMoved = scene.marks.contains(where: \.isMoved)
        let hasAreas = scene.marks.contains { $0.point.precision.style == .area }
        let words = [
            map.words.note, hasAreas ? map.words.areaNote : "",
            isMoved ? map.words.movedApart : "",
        ]
        .filter { !$0.isEmpty }
        guard !words.isEmpty else { return }
        markup.element("figcaption", [("class", "note")], words.joined(separator: " "))
        markup.newLine()
    }
}
