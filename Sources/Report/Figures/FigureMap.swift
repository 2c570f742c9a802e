import Drawing
import Records

/// Makes maps of the strikes of a figure.
enum FigureMap {
    /// The map; `nil` when no strike has coordinates.
    static func view(
        _ scope: PageScope,
        _ figure: Figure,
        id: String,
        caption: String = ""
    ) -> MapView? {
        let language = scope.language
        let strikes = strikes(scope, figure)
        guard !strikes.isEmpty else { return nil }
        let points = strikes.map(\.point)
        let counts = PointCounts(points)
        let map = StrikeMap(
            id: id,
            title: title(scope, figure, caption),
            description: language.text(.mapDescription, count: counts.drawn),
            points: points,
            shapes: scope.report.shapes,
            words: words(language),
            language: language.tag
        )
        return MapView(map, strikes, counts)
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
            let place = report.dataset.strikes[$0].place
            return place.coordinate != nil && place.precision != .unstated
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
                title: language.isolated(view.strike.id) + comma + view.title + ": " + killed
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

    private static func words(_ language: Language) -> MapWords {
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
            strikes: { language.text(.nStrikes, count: $0) }
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
        areas = points.count - exact - settlements - unstated
    }
}
