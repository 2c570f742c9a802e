import Drawing
import Templates

/// The strikes of a figure on a map.
struct MapView: TemplateRecord {
    let map: StrikeMap
    /// All strikes with coordinates, as in the map's list of points; none on a map of totals.
    let strikes: [MapStrikeView]
    /// The totals of a map of totals, as in its list of points.
    let totals: [MapTotalView]
    /// Whether they are totals of squares.
    let isOfSquares: Bool
    /// Whose data the base map is.
    let credit: String
    let drawing: MapDrawing
    /// The numbers of strikes by the precision of their places.
    let counts: PointCounts
    let key: MapKey

    init(
        _ map: StrikeMap,
        _ strikes: [MapStrikeView],
        _ totals: [MapTotalView],
        _ counts: PointCounts,
        isOfSquares: Bool,
        credit: String
    ) {
        self.map = map
        self.strikes = strikes
        self.totals = totals
        self.isOfSquares = isOfSquares
        self.credit = credit
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
            .boolean(
                "has_marks",
                "Whether any strike is drawn; each is a link, or one of several behind a link."
            ) {
                $0.drawing.hasMarks
            },
            .boolean("has_areas", "Whether a circle stands for a street or a neighbourhood.") {
                $0.drawing.hasAreas
            },
            .boolean(
                "has_settlements",
                "Whether a circle stands for a village, a town, a city or a region."
            ) {
                $0.drawing.hasSettlements
            },
            .boolean(
                "has_circles",
                "Whether any strike is drawn as a circle, whose area is proportional to the deaths."
            ) {
                $0.drawing.hasCircles
            },
            .boolean(
                "has_ground",
                "Whether anything from Natural Earth is drawn: the ground, or where the map lies."
            ) {
                $0.drawing.hasGround
            },
            .optionalText("credit", "Whose data the site's own base map is, where it is drawn.") {
                $0.drawing.hasOwnShapes && !$0.credit.isEmpty ? $0.credit : nil
            },
            .boolean("has_disputed", "Whether a disputed border is drawn, which is dashed.") {
                $0.drawing.hasDisputedBorders
            },
            .list(
                "strikes",
                "All strikes of the map, drawn or not; none where there are too many to show one by one."
            ) {
                $0.strikes
            },
            .list(
                "totals",
                "What a map of more than 250 strikes shows instead: their totals by place, drawn or not."
            ) {
                $0.totals
            },
            .boolean("is_of_squares", "Whether these are totals of squares of degrees.") {
                $0.isOfSquares
            },
            .list(
                "clusters",
                "The strikes that would hide each other; one number is drawn for each group of them."
            ) { view in
                view.drawing.clusters.map { MapClusterView(map: view, cluster: $0) }
            },
            .integer("clustered", "How many strikes are drawn under such a number.") {
                $0.drawing.clusters.reduce(0) { $0 + $1.members.count }
            },
            .list("singles", "The strikes drawn with a circle or sign of their own.") { view in
                view.totals.isEmpty ? view.drawing.singles.map { view.strikes[$0] } : []
            },
            .list("unstated", "Those not drawn: how exactly is not stated.") {
                $0.listed
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
            .integer("settlements", "How many are known to a village, town, city or region.") {
                $0.counts.settlements
            },
            .optionalHTML(
                "city_swatch",
                "For the key: village, town, city or region, if any is drawn."
            ) {
                $0.key.city.map { HTML($0) }
            },
            .optionalHTML("total_swatch", "For the key: the total of a place, if any is drawn.") {
                $0.key.total.map { HTML($0) }
            },
            .optionalHTML("cluster_swatch", "For the key: a number of strikes, if any is drawn.") {
                $0.key.cluster.map { HTML($0) }
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

    private var listed: [ListedStrikeView] {
        if !totals.isEmpty { return [] }
        return drawing.listed.map {
            ListedStrikeView(strike: strikes[$0], symbol: drawing.symbol(ofPoint: $0))
        }
    }
}

/// Strikes that a map draws as one number.
struct MapClusterView: TemplateRecord {
    let map: MapView
    let cluster: MapCluster

    static let schema = RecordSchema<MapClusterView>(
        "map cluster",
        "Strikes that would hide each other on a map, drawn as their number.",
        [
            .text("id", "The id that its list must have, so that the number opens it.") {
                $0.cluster.id
            },
            .texts("places", "The names of its places, each once, at most three.") {
                Array($0.places.prefix(MapClusterView.shownPlaces))
            },
            .boolean("has_more_places", "Whether it has more than those.") {
                $0.places.count > MapClusterView.shownPlaces
            },
            .list("strikes", "Its strikes.") { view in
                view.map.totals.isEmpty
                    ? view.cluster.members.map { view.map.strikes[$0] } : []
            },
            .list("totals", "Its totals, on a map of totals.") { view in
                view.map.totals.isEmpty ? [] : view.cluster.members.map { view.map.totals[$0] }
            },
        ]
    )

    private static let shownPlaces = 3

    private var places: [String] { map.map.places(of: cluster) }
}

/// One strike of a map.
struct MapStrikeView: TemplateRecord {
    let strike: StrikeView
    let point: MapPoint

    static let schema = RecordSchema<MapStrikeView>(
        "map strike",
        "One strike of a map.",
        [
            .record("strike", "The strike.") { $0.strike },
            .text("label", "Its place and the killed, as beside its circle.") { $0.point.label },
            .text("title", "The strike in one line.") { $0.point.title },
            .url("url", "Its page.") { $0.point.href },
        ]
    )
}

/// The total of a place on a map of totals.
struct MapTotalView: TemplateRecord {
    let label: String
    let killed: FigureView
    let strikes: FigureView
    let point: MapPoint

    static let schema = RecordSchema<MapTotalView>(
        "map total",
        "The strikes of one place, or of one square of degrees, on a map that shows totals.",
        [
            .text("label", "The place or square in words.") { $0.label },
            .text("title", "The total in one line.") { $0.point.title },
            .record("strikes", "Its strikes.") { $0.strikes },
            .record("killed", "Those killed in them.") { $0.killed },
            .url("url", "The page that lists its strikes.") { $0.point.href },
        ]
    )
}

/// A strike that a map does not draw.
struct ListedStrikeView: TemplateRecord {
    let strike: MapStrikeView
    let symbol: SVG

    static let schema = RecordSchema<ListedStrikeView>(
        "listed strike",
        "A strike that a map does not draw, because the records do not say how exactly its place is known.",
        [
            .record("strike", "The strike.") { $0.strike },
            .html("symbol", "A circle as large as it would be on the map.") { HTML($0.symbol) },
        ]
    )
}
