// Strikes on a map: this file holds its values; MapScene.swift decides where everything lies, and
// MapDrawing.swift draws it.

/// A map of strikes, sized by deaths and drawn by how exactly each place is known.
public struct StrikeMap: Sendable {
    /// What the ids of the map begin with; unique on its page.
    public var id: String
    /// What the map shows; its accessible name, in an element with the id `ID-title`.
    public var title: String
    /// What there is to see, for those who do not.
    public var description: String
    /// The strikes.
    public var points: [MapPoint]
    /// The base map below them.
    public var shapes: [MapShape]
    /// The words and numbers.
    public var words: MapWords
    /// The language of the labels where they name none; decides their direction.
    public var language: String

    /// Creates a map.
    public init(
        id: String,
        title: String,
        description: String,
        points: [MapPoint],
        shapes: [MapShape] = [],
        words: MapWords,
        language: String = "en"
    ) {
        self.id = id
        self.title = title
        self.description = description
        self.points = points
        self.shapes = shapes
        self.words = words
        self.language = language
    }
}
