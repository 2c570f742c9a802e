import Drawing
import Records

/// Makes maps of the strikes of a figure.
enum FigureMap {
    /// The map, of totals if there are any; `nil` when no strike has coordinates.
    static func view(
        _ scope: PageScope,
        _ figure: Figure,
        totals: MapTotals?,
        id: String,
        caption: String = ""
    ) -> MapView? {
        let language = scope.language
        let strikes = totals == nil ? strikes(scope, figure) : []
        let rows = totals.map { FigureMap.rows(scope, $0) } ?? []
        let points = strikes.map(\.point) + rows.map(\.point)
        guard !points.isEmpty else { return nil }
        let counts = PointCounts(points)
        let isOfTotals = totals != nil
        let map = StrikeMap(
            id: id,
            title: title(scope, figure, caption),
            description: isOfTotals
                ? language.text(.mapTotalDescription, count: figure.records.count)
                : language.text(.mapDescription, count: counts.drawn),
            points: points,
            shapes: scope.report.shapes.map { $0.named(in: language.tag) }
                + (totals.map(squares) ?? []),
            ground: scope.report.ground?(),
            words: words(language, ofTotals: isOfTotals),
            language: language.tag
        )
        return MapView(
            map,
            strikes,
            rows,
            counts,
            isOfSquares: totals?.field == .area,
            credit: scope.settings.basemapCredit
        )
    }

    /// The rows of a map of totals, each at the middle of its strikes.
    private static func rows(_ scope: PageScope, _ totals: MapTotals) -> [MapTotalView] {
        let language = scope.language
        let comma = language.text(.comma)
        return totals.rows.map { row in
            let figure = scope.report.figures[row.figure]
            let killed = FigureView(scope, figure, .killed)
            let name = language.isolated(scope.selections.value(row.value, of: totals.field))
            let strikes = language.text(.nStrikes, count: figure.records.count)
            let middle = row.value.isEmpty ? nil : middle(of: figure, scope.report.dataset)
            let isSquare = totals.field == .area
            let point = MapPoint(
                latitude: middle?.latitude ?? 0,
                longitude: middle?.longitude ?? 0,
                precision: middle == nil ? .unstated : .total,
                extent: FigureChart.extent(figure.tally.total(.killed)),
                place: isSquare ? "" : name,
                label: isSquare ? "" : name + comma + killed.text,
                href: scope.url(figure.path),
                title: language.labelled(
                    name,
                    strikes + comma + killed.text + " "
                        + language.noun(.killed, figure.tally.total(.killed))
                )
            )
            return MapTotalView(
                label: name,
                killed: killed,
                strikes: FigureView(scope, figure, .strikes),
                point: point
            )
        }
    }

    /// The mean of the points of a figure that a map may show; `nil` when there is none.
    private static func middle(
        of figure: Figure,
        _ dataset: Dataset
    ) -> (latitude: Double, longitude: Double)? {
        let points = figure.records.positions.filter { dataset.strikes[$0].place.isDrawable }
            .compactMap { dataset.strikes[$0].place.coordinate }
        guard let first = points.first else { return nil }
        var (latitude, longitude) = (0.0, 0.0)
        for point in points {
            latitude += point.latitude
            // The shorter way around the globe from the first.
            let way = point.longitude - first.longitude
            longitude += way > 180 ? way - 360 : way < -180 ? way + 360 : way
        }
        let mean = first.longitude + longitude / Double(points.count)
        return (
            latitude / Double(points.count),
            mean > 180 ? mean - 360 : mean < -180 ? mean + 360 : mean
        )
    }

    /// The outlines of the squares of which there are totals.
    private static func squares(_ totals: MapTotals) -> [MapShape] {
        guard totals.field == .area else { return [] }
        return totals.rows.compactMap { row in
            guard let area = DegreeArea(row.value) else { return nil }
            func corner(_ longitude: Int, _ latitude: Int) -> Position {
                Position(
                    longitude: Double(longitude) / 1_000_000,
                    latitude: Double(latitude) / 1_000_000
                )
            }
            return MapShape(
                kind: .square,
                paths: [
                    [
                        corner(area.west, area.south), corner(area.east, area.south),
                        corner(area.east, area.north), corner(area.west, area.north),
                    ]
                ],
                isArea: true
            )
        }
    }

    /// What a map shows: the author's caption, or else its strikes in words.
    static func title(_ scope: PageScope, _ figure: Figure, _ caption: String) -> String {
        if !caption.isEmpty { return caption }
        return scope.language.text(
            .mapTitle,
            ["selection": scope.selections.text(figure.selection)]
        )
    }

    /// Whether any strike of a figure has a place that can be drawn.
    static func draws(_ report: ReportModel, _ figure: Figure) -> Bool {
        figure.records.positions.contains {
            report.dataset.strikes[$0].place.isDrawable
        }
    }

    private static func strikes(_ scope: PageScope, _ figure: Figure) -> [MapStrikeView] {
        let dataset = scope.report.dataset
        let language = scope.language
        let positions = figure.records.positions.filter {
            dataset.strikes[$0].place.coordinate != nil
        }
        let names = MapNames(dataset, positions, language: language)
        return positions.compactMap { position in
            let view = StrikeView(scope, position)
            guard let coordinate = view.strike.place.coordinate else { return nil }
            let killed = language.text(view.strike.counts[.killed])
            let comma = language.text(.comma)
            let point = MapPoint(
                latitude: coordinate.latitude,
                longitude: coordinate.longitude,
                precision: precision(view.strike.place.precision),
                extent: FigureChart.extent(view.strike.counts[.killed]),
                place: view.placeName,
                label: names.name(ofStrikeAt: position) + comma + killed,
                href: view.url,
                title: language.labelled(
                    language.isolated(view.strike.id) + comma + view.title,
                    killed
                )
            )
            return MapStrikeView(strike: view, point: point)
        }
    }

    private static func precision(_ precision: LocationPrecision) -> MapPrecision {
        switch precision {
        case .exact, .within1m: .exact
        case .within100m: .within100m
        case .nearbyLandmark, .street: .street
        case .neighbourhood: .neighbourhood
        case .village, .town, .city, .region: .city
        case .unstated: .unstated
        }
    }

    private static func words(_ language: Language, ofTotals: Bool) -> MapWords {
        MapWords(
            coordinate: { number, hemisphere in
                let word: Word
                switch hemisphere {
                case .north: word = .mapNorth
                case .south: word = .mapSouth
                case .east: word = .mapEast
                case .west: word = .mapWest
                }
                return language.text(word, ["degrees": language.digits(number)])
            },
            distance: { language.distance($0) },
            number: { language.number($0) },
            strikes: { language.text(ofTotals ? .nPlaces : .nStrikes, count: $0) },
            labelled: { language.labelled($0, $1) },
            locator: language.text(.mapLocator),
            inset: language.text(.mapInset)
        )
    }
}

/// The numbers of strikes on a map, by the precision of their places.
struct PointCounts {
    let exact: Int
    let areas: Int
    let settlements: Int
    let unstated: Int
    var drawn: Int { exact + areas + settlements }

    init(_ points: [MapPoint]) {
        exact = points.count { $0.precision == .exact || $0.precision == .within100m }
        settlements = points.count { $0.precision == .city }
        unstated = points.count { $0.precision == .unstated }
        areas = points.count { $0.precision == .street || $0.precision == .neighbourhood }
    }
}
