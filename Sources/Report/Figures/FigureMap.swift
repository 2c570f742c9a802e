import Drawing
import Records
import Templates

/// The strikes of a figure on a map.
enum FigureMap {
    /// The map as HTML; `nil` when no strike has coordinates.
    static func html(
        _ scope: PageScope,
        _ figure: Figure,
        id: String,
        caption: String? = nil
    ) -> HTML? {
        let language = scope.language
        let positions = figure.strikes.positions
        var points: [MapPoint] = []
        for position in positions {
            let view = StrikeView(scope, position)
            guard let coordinate = view.strike.place.coordinate else { continue }
            points.append(point(view, coordinate))
        }
        guard !points.isEmpty else { return nil }
        let exact = points.count { $0.precision == .exact || $0.precision == .within100m }
        let settlements = points.count { $0.precision == .city }
        let map = StrikeMap(
            id: id,
            title: caption
                ?? language.text(
                    .mapTitle,
                    ["selection": scope.selections.text(figure.selection)]
                ),
            description: language.text(.mapDescription, count: points.count),
            points: points,
            shapes: scope.report.shapes,
            words: words(
                scope,
                exact: exact,
                area: points.count - exact - settlements,
                settlements: settlements
            ),
            language: language.tag
        )
        return HTML(unsafeHTML: map.html())
    }

    private static func point(_ view: StrikeView, _ coordinate: Coordinate) -> MapPoint {
        let killed = view.scope.language.text(view.strike.counts.killed)
        let name = view.strike.place.district.isEmpty ? view.strike.id : view.strike.place.district
        return MapPoint(
            latitude: coordinate.latitude,
            longitude: coordinate.longitude,
            precision: precision(view.strike.place.precision),
            extent: FigureChart.extent(view.strike.counts.killed),
            label: name + view.scope.language.text(.comma) + killed,
            href: view.url,
            title: view.strike.id + view.scope.language.text(.comma) + view.title + ": " + killed
        )
    }

    private static func precision(_ precision: LocationPrecision) -> MapPrecision {
        switch precision {
        case .exact, .within1m: .exact
        case .within100m: .within100m
        case .nearbyLandmark, .street: .street
        case .neighbourhood: .neighbourhood
        case .village, .town, .city, .region, .unstated: .city
        }
    }

    private static func words(
        _ scope: PageScope,
        exact: Int,
        area: Int,
        settlements: Int
    ) -> MapWords {
        let language = scope.language
        return MapWords(
            exact: language.text(.mapExact, count: exact),
            area: language.text(.mapArea, count: area),
            rings: language.text(.mapRings),
            atLeast: language.text(.mapAtLeast),
            unknown: language.text(.mapUnknown),
            none: language.text(.mapNone),
            cityOnly: language.text(.mapCityOnly, count: settlements),
            listSummary: language.text(.mapList),
            note: language.text(.mapNote),
            movedApart: language.text(.mapMovedApart),
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
            number: { language.number($0) }
        )
    }
}
