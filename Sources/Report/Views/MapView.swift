import Drawing
import Templates

/// The strikes of a figure on a map.
struct MapView: TemplateRecord {
    let map: StrikeMap
    let drawing: MapDrawing
    /// The numbers of strikes by the precision of their places.
    let counts: PointCounts
    let key: MapKey

    init(_ map: StrikeMap, _ counts: PointCounts) {
        self.map = map
        self.counts = counts
        drawing = MapDrawing(map)
        key = drawing.key
    }

    static let schema = RecordSchema<MapView>(
        "map",
        "Strikes on a map; drawn by `partials/map.html`.",
        [
            .text(
                "id",
                "What its ids begin with; unique on the page. The drawing's name has the id with -title."
            ) {
                $0.map.id
            },
            .text("title", "What the map shows.") { $0.map.title },
            .optionalHTML(
                "drawing",
                "The drawing, which has the title as its name; none where nothing can be drawn."
            ) {
                $0.drawing.svg().map { HTML($0) }
            },
            .boolean("has_marks", "Whether any strike is drawn; each is a link.") {
                $0.drawing.hasMarks
            },
            .boolean("has_areas", "Whether a circle stands for a street or a neighbourhood.") {
                $0.drawing.hasAreas
            },
            .boolean("has_moved_marks", "Whether circles of one place stand side by side.") {
                $0.drawing.hasMovedMarks
            },
            .list("strikes", "All strikes of the map, drawn or not.") { view in
                view.map.points.map { MapStrikeView(point: $0) }
            },
            .list("in_settlements", "Those not drawn: placed only in a town or city.") {
                $0.listed(isUnstated: false)
            },
            .list("unstated", "Those not drawn: how exactly is not stated.") {
                $0.listed(isUnstated: true)
            },
            .integer("exact", "How many are known to 100 m or better.") { $0.counts.exact },
            .integer("areas", "How many are known to a street or neighbourhood.") {
                $0.counts.areas
            },
            .optionalHTML("exact_swatch", "For the key: 100 m or better, if any is drawn.") {
                $0.key.exact.map { HTML($0) }
            },
            .optionalHTML("area_swatch", "For the key: street or neighbourhood, if any is drawn.") {
                $0.key.area.map { HTML($0) }
            },
            .optionalHTML("range_swatch", "For the key: minimum and maximum, if any is drawn.") {
                $0.key.range.map { HTML($0) }
            },
            .optionalHTML("open_swatch", "For the key: no maximum, if any is drawn.") {
                $0.key.open.map { HTML($0) }
            },
            .optionalHTML("unknown_swatch", "For the key: no figure, if any is drawn.") {
                $0.key.unknown.map { HTML($0) }
            },
            .optionalHTML("none_swatch", "For the key: nobody killed, if any is drawn.") {
                $0.key.none.map { HTML($0) }
            },
        ]
    )

    private func listed(isUnstated: Bool) -> [ListedStrikeView] {
        drawing.listed.filter { (map.points[$0].precision == .unstated) == isUnstated }
            .map {
                ListedStrikeView(
                    strike: MapStrikeView(point: map.points[$0]),
                    symbol: drawing.symbol(ofPoint: $0)
                )
            }
    }
}

/// One strike of a map.
struct MapStrikeView: TemplateRecord {
    let point: MapPoint

    static let schema = RecordSchema<MapStrikeView>(
        "map strike",
        "One strike of a map.",
        [
            .text("label", "Its place and the killed, as beside its circle.") { $0.point.label },
            .text("title", "The strike in one line.") { $0.point.title },
            .url("url", "Its page.") { $0.point.href },
        ]
    )
}

/// A strike that a map does not draw.
struct ListedStrikeView: TemplateRecord {
    let strike: MapStrikeView
    let symbol: SVG

    static let schema = RecordSchema<ListedStrikeView>(
        "listed strike",
        "A strike that a map does not draw, because its place is not known exactly enough.",
        [
            .record("strike", "The strike.") { $0.strike },
            .html("symbol", "A circle as large as it would be on the map.") { HTML($0.symbol) },
        ]
    )
}
