// Draws a map, and the symbols of the strikes that are only listed below it.

import Text

/// The layout of a map: its drawing, and the facts that the page states about it.
public struct MapDrawing: Sendable {
    let map: StrikeMap
    let scene: MapScene
    /// A part of the map that is drawn larger below it.
    let inset: MapInset?
    let hatch: Hatch
    private let direction: TextDirection

    /// Lays out a map; placing the labels takes most of the time.
    public init(_ map: StrikeMap) {
        self.map = map
        let plain = MapScene(map: map)
        let inset = MapInset(map, plain)
        scene = inset.map { MapScene(map, beside: $0, plain) } ?? plain
        self.inset = inset
        hatch = Hatch(prefix: map.id)
        direction = TextDirection(language: map.language)
    }

    /// Whether any strike is drawn; each is a link, or one of several behind a badge, which is a link.
    public var hasMarks: Bool { !scene.marks.isEmpty || !scene.clusters.isEmpty }

    /// Whether any circle stands for a street or a neighbourhood.
    public var hasAreas: Bool { has(.area) }

    /// Whether any circle stands for a village, town, city or region.
    public var hasSettlements: Bool { has(.city) }

    /// Whether anything of the world is drawn: below the strikes, or to show where the map lies.
    public var hasGround: Bool {
        scene.locator != nil || scene.ground.map { !$0.isEmpty } == true
    }

    /// Whether a shape or a name of the site's own base map is drawn.
    public var hasOwnShapes: Bool { scene.outlines.contains { $0.shape.kind != .square } }

    /// Whether a disputed border is drawn below the strikes.
    public var hasDisputedBorders: Bool { scene.ground?.hasDisputed == true }

    /// Whether any strike is drawn as a circle, whose area is proportional to the number.
    public var hasCircles: Bool {
        (scene.marks + (inset?.scene.marks ?? [])).contains { !$0.hasSign }
    }

    /// The badges for strikes that would hide each other, the greatest number first.
    public var clusters: [MapCluster] { scene.clusters }

    /// The positions, in the map's list of points, of the strikes that are drawn and in no cluster.
    public var singles: [Int] { scene.singles }

    /// The positions, in the map's list of points, of the strikes that are not drawn.
    public var listed: [Int] { scene.listed }

    /// The samples for the key of this map.
    public var key: MapKey {
        MapKey(scene, inset, hatch, drawable: map.points.filter(\.isDrawable))
    }

    /// The symbol that a strike would have on the map, in a drawing of its own.
    public func symbol(ofPoint index: Int) -> SVG {
        let extent = map.points[index].extent
        var point = map.points[index]
        point.precision = .city
        var mark = MapMark(
            point: point,
            index: index,
            centre: Spot(x: 0, y: 0),
            solidRadius: scene.scale.visibleRadius(extent.solidEnd),
            hatchedRadius: scene.scale.visibleRadius(extent.hatchedEnd)
        )
        let half = (mark.radius + 1.5).rounded(.up)
        mark.centre = Spot(x: half, y: half)
        return MapSymbol(mark: mark, hatchFill: hatch.alleged)
            .svg(size: Decimal.coordinate(2 * half))
    }

    private func has(_ style: MapStyle) -> Bool {
        map.points.contains { $0.isDrawable && $0.precision.style == style }
    }

    // MARK: The drawing

    /// How high the drawing is where it is 1,000 wide, with its inset.
    public var height: Double {
        scene.frame.height + MapStrip(scene: scene).height
            + (inset.map { MapInset.head + $0.height + 2 } ?? 0)
    }

    /// The map as a drawing in which every strike is a link; `nil` when there is nothing to draw.
    public func svg() -> SVG? {
        if !hasMarks && scene.outlines.isEmpty { return nil }
        let titleID = map.id + "-title"
        let descriptionID = map.id + "-desc"
        let strip = MapStrip(scene: scene)
        let below = scene.frame.height + strip.height
        let height = Decimal.coordinate(self.height)
        return SVG { markup in
            markup.open(
                "svg",
                [
                    ("viewBox", "0 0 1000 \(height)"), ("role", "group"),
                    ("aria-labelledby", titleID), ("aria-describedby", descriptionID),
                    ("direction", direction.rawValue),
                ]
            )
            markup.element("title", [("id", titleID)], map.title)
            markup.element("desc", [("id", descriptionID)], map.description)
            hatch.writeDefinitions([.alleged], into: &markup)
            markup.newLine()
            writeGround(of: scene, into: &markup)
            writeGraticule(into: &markup)
            strip.write(map.words, into: &markup)
            writeStrikes(of: scene, into: &markup) { $0.id }
            if let inset {
                MapDrawing.writeFrame(inset.frame, isSmall: inset.isSmall, into: &markup)
            }
            if let inset { write(inset, below: below, into: &markup) }
            markup.close("svg")
        }
    }

    private func writeGround(of scene: MapScene, into markup: inout Markup) {
        scene.ground?.write(into: &markup)
        for outline in scene.outlines { write(outline, into: &markup) }
    }

    /// Writes marks, badges and labels; `list` is the id of the list that a badge opens.
    private func writeStrikes(
        of scene: MapScene,
        into markup: inout Markup,
        list: (MapCluster) -> String
    ) {
        for label in scene.labels { writeLeader(of: label, into: &markup) }
        for name in scene.names { write(name, isName: true, into: &markup) }
        for mark in scene.marks { write(mark, into: &markup) }
        for cluster in scene.clusters { write(cluster, list: list(cluster), into: &markup) }
        for label in scene.labels { write(label, isName: false, into: &markup) }
    }

    /// Writes the enlarged part: its words and its scale, and below them a drawing that is cut at its own edges.
    private func write(_ inset: MapInset, below top: Double, into markup: inout Markup) {
        let line = top + MapInset.head - 12
        MapStrip.writeText(map.words.inset, x: MapFrame.width / 2, y: line - 10, into: &markup)
        MapStrip.write(
            inset.scene.scaleBar,
            end: MapFrame.width - 8,
            line: line,
            map.words,
            into: &markup
        )
        markup.open(
            "svg",
            [
                ("class", "inset"), ("y", Decimal.coordinate(top + MapInset.head)),
                ("width", Decimal.coordinate(MapFrame.width)),
                ("height", Decimal.coordinate(inset.height)), ("role", "group"),
                ("aria-label", map.words.inset),
            ]
        )
        markup.newLine()
        writeGround(of: inset.scene, into: &markup)
        writeStrikes(of: inset.scene, into: &markup, list: inset.list)
        let edge = Box(left: 1, top: 1, right: MapFrame.width - 1, bottom: inset.height - 1)
        MapDrawing.writeFrame(edge, isSmall: false, into: &markup)
        markup.close("svg")
        markup.newLine()
    }

    private static func writeFrame(_ box: Box, isSmall: Bool, into markup: inout Markup) {
        markup.empty(
            "rect",
            [
                ("class", isSmall ? "inset-frame around" : "inset-frame"),
                ("x", Decimal.coordinate(box.left)),
                ("y", Decimal.coordinate(box.top)),
                ("width", Decimal.coordinate(box.right - box.left)),
                ("height", Decimal.coordinate(box.bottom - box.top)),
            ]
        )
        markup.newLine()
    }

    private func write(_ outline: MapScene.Outline, into markup: inout Markup) {
        if outline.data.isEmpty { return }
        let kind = outline.shape.kind.className
        markup.empty(
            "path",
            [
                ("class", "\(kind) \(outline.shape.isArea ? "geo-area" : "geo-line")"),
                ("d", outline.data), ("fill-rule", outline.shape.isArea ? "evenodd" : nil),
            ]
        )
        markup.newLine()
    }

    private func writeGraticule(into markup: inout Markup) {
        let bottom = Decimal.coordinate(scene.frame.height)
        for line in scene.graticule.meridians {
            let x = Decimal.coordinate(line.offset)
            markup.empty("path", [("class", "grat"), ("d", "M\(x) 0V\(bottom)")])
            let words = map.words.coordinate(line.number, line.hemisphere)
            guard line.offset >= 40, line.offset <= MapFrame.width - 40 else { continue }
            markup.element(
                "text",
                [
                    ("class", "faint"), ("x", x),
                    ("y", Decimal.coordinate(scene.frame.height + 18)), ("text-anchor", "middle"),
                ],
                words
            )
        }
        for line in scene.graticule.parallels {
            let y = Decimal.coordinate(line.offset)
            markup.empty("path", [("class", "grat"), ("d", "M0 \(y)H1000")])
            guard line.offset >= 22 else { continue }
            markup.element(
                "text",
                [
                    ("class", "faint"), ("x", "4"), ("y", Decimal.coordinate(line.offset - 5)),
                    ("text-anchor", direction == .rtl ? "end" : "start"),
                ],
                map.words.coordinate(line.number, line.hemisphere)
            )
        }
        markup.newLine()
    }

    private func write(_ mark: MapMark, into markup: inout Markup) {
        markup.open(
            "a",
            [("class", mark.point.precision.style.rawValue), ("href", mark.point.href)]
        )
        markup.element("title", mark.point.title)
        markup.empty(
            "circle",
            [("class", "touch")] + MapDrawing.circle(mark.centre, mark.touchRadius)
        )
        MapSymbol(mark: mark, hatchFill: hatch.alleged).write(into: &markup)
        markup.close("a")
        markup.newLine()
    }

    private func write(_ cluster: MapCluster, list: String, into markup: inout Markup) {
        let (x, y) = (cluster.centre.x, cluster.centre.y)
        markup.open(
            "a",
            [("class", "cluster " + cluster.style.rawValue), ("href", "#" + list)]
        )
        markup.element("title", map.title(of: cluster))
        markup.empty(
            "circle",
            [("class", "touch")] + MapDrawing.circle(cluster.centre, cluster.touchRadius)
        )
        markup.empty(
            "rect",
            [
                ("class", "badge"), ("x", Decimal.coordinate(x - cluster.halfWidth)),
                ("y", Decimal.coordinate(y - MapCluster.halfHeight)),
                ("width", Decimal.coordinate(cluster.halfWidth * 2)),
                ("height", Decimal.coordinate(MapCluster.halfHeight * 2)), ("rx", "5"),
            ]
        )
        markup.element(
            "text",
            [
                ("x", Decimal.coordinate(x)), ("y", Decimal.coordinate(y)), ("dy", ".36em"),
                ("text-anchor", "middle"),
            ],
            map.words.number(cluster.members.count)
        )
        markup.close("a")
        markup.newLine()
    }

    private func writeLeader(of label: MapLabel, into markup: inout Markup) {
        guard let start = label.leader.first, let end = label.leader.last else { return }
        markup.empty(
            "path",
            [
                ("class", "lead"),
                (
                    "d",
                    "M\(Decimal.coordinate(start.x)) \(Decimal.coordinate(start.y))"
                        + "L\(Decimal.coordinate(end.x)) \(Decimal.coordinate(end.y))"
                ),
            ]
        )
    }

    private func write(_ label: MapLabel, isName: Bool, into markup: inout Markup) {
        let kind = isName ? "faint halo" : "halo"
        markup.element(
            "text",
            [
                ("class", label.isWideOnly ? kind + " wide-only" : kind),
                ("x", Decimal.coordinate(label.spot.x)), ("y", Decimal.coordinate(label.spot.y)),
                ("text-anchor", label.textAnchor),
                ("direction", label.direction == direction ? nil : label.direction.rawValue),
                ("lang", label.language),
            ],
            label.text
        )
        markup.newLine()
    }

    static func circle(_ centre: Spot, _ radius: Double) -> Markup.Attributes {
        [
            ("cx", Decimal.coordinate(centre.x)), ("cy", Decimal.coordinate(centre.y)),
            ("r", Decimal.coordinate(radius)),
        ]
    }
}
