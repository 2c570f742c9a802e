// A map of strikes. This file has its values, MapScene.swift makes its layout, and MapDrawing.swift draws it.

import Text

/// A map of strikes, whose symbols show the deaths and the precision of each place.
public struct StrikeMap: Sendable {
    /// The prefix of the ids in the map; must be unique on the page.
    public var id: String
    /// The title, which is its accessible name, in an element with the id `ID-title`.
    public var title: String
    /// A description for readers who cannot see the map.
    public var description: String
    /// The strikes.
    public var points: [MapPoint]
    /// The base map below them.
    public var shapes: [MapShape]
    /// What of the world is drawn below them on a wide map, and shows where the map lies.
    public var ground: Ground?
    /// The words and numbers.
    public var words: MapWords
    /// The language of labels without their own, which determines their direction.
    public var language: String

    /// Creates a map.
    public init(
        id: String,
        title: String,
        description: String,
        points: [MapPoint],
        shapes: [MapShape] = [],
        ground: Ground? = nil,
        words: MapWords,
        language: String = "en"
    ) {
        self.id = id
        self.title = title
        self.description = description
        self.points = points
        self.shapes = shapes
        self.ground = ground
        self.words = words
        self.language = language
    }

    /// The names of the places of a cluster, each once, in the order of the strikes; without those that are empty.
    public func places(of cluster: MapCluster) -> [String] {
        var seen: Set<String> = []
        return cluster.members.map { points[$0].place }
            .filter { !$0.isEmpty && seen.insert($0).inserted }
    }

    /// A cluster in one line: its number, and its place where all strikes of it have one.
    func title(of cluster: MapCluster) -> String {
        let number = words.strikes(cluster.members.count)
        let places = places(of: cluster)
        return places.count == 1 ? words.labelled(isolated(places[0]), number) : number
    }

    /// A name isolated from the direction of the text beside it.
    func isolated(_ name: String) -> String {
        BidiIsolation.isolated(
            name,
            onPageFromTheRight: TextDirection(language: language) == .rtl
        )
    }
}
