// The model's words that a strike's columns hold, with the spellings of other people's tables that are read too.

extension ModelWords {
    /// How precisely a date is known.
    static let datePrecisions = ModelWords("precision of a date", StrikeDate.Precision.self)

    /// How near to its point a strike is known to have been; the synonyms are Airwars' and their variants.
    static let locationPrecisions = ModelWords(
        "precision of a location",
        LocationPrecision.self,
        synonyms: [
            "exact-location": .exact,
            "within-1-m": .within1m,
            "within-1-metre": .within1m,
            "within-1-meter": .within1m,
            "within-100-m": .within100m,
            "within-100-metres": .within100m,
            "within-100-meters": .within100m,
            "landmark": .nearbyLandmark,
            "near-landmark": .nearbyLandmark,
            "nearby-landmarks": .nearbyLandmark,
            "neighborhood": .neighbourhood,
            "neighbourhood-area": .neighbourhood,
            "neighborhood-area": .neighbourhood,
            "unknown": .unstated,
            "not-stated": .unstated,
        ]
    )
}
