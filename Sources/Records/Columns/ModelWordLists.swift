// The model's words that the columns of strikes and people hold, with the spellings of other people's tables that are read too.

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

    /// The sexes of people; other words are published as they are.
    static let sexes = ModelWords(
        "sex that is known here",
        words: ["female", "male", "unknown"],
        synonyms: synonyms([
            "female": [
                "f", "w", "fem", "woman", "women", "girl", "femme", "féminin", "mujer", "femenino",
                "femenina", "fille", "أنثى", "انثى", "أنثي", "انثي", "امرأة", "امراة", "إمرأة",
                "بنت",
                "فتاة", "طفلة", "سيدة",
            ],
            "male": [
                "m", "man", "men", "boy", "homme", "masculin", "hombre", "masculino", "varón",
                "garçon",
                "ذكر", "رجل", "ولد", "فتى", "طفل", "شاب",
            ],
            "unknown": [
                "u", "unk", "unspecified", "not-known", "inconnu", "desconocido", "مجهول",
                "غير-معروف",
            ],
        ]),
        // In Spanish, where “H” is a man, “M” is a woman.
        likely: ["h": "male", "v": "male"],
        contested: ["m": "h"],
        isOpen: true
    )

    /// Whether a person was killed or injured: totals and checks depend on it, so that other words are
    /// refused; a blank cell is not the same as a word that cannot be read.
    static let personStatuses = ModelWords(
        "status of a person",
        words: ["killed", "injured"],
        synonyms: ["unknown": ""],
        likely: synonyms([
            "killed": [
                "dead", "died", "death", "deceased", "fatal", "fatality", "kia", "martyr",
                "martyred",
                "slain", "mort", "morte", "tué", "tuée", "décédé", "décédée", "muerto", "muerta",
                "fallecido", "fallecida", "asesinado", "asesinada", "قتيل", "قتيلة", "قتل", "شهيد",
                "شهيدة",
                "متوفى", "متوفي", "ميت",
            ],
            "injured": [
                "wounded", "hurt", "injury", "wia", "blessé", "blessée", "herido", "herida", "جريح",
                "جريحة",
                "مصاب", "مصابة", "إصابة", "اصابة",
            ],
        ])
    )

    /// Lists of words by what they mean, as what each of them means.
    private static func synonyms(_ lists: [String: [String]]) -> [String: String] {
        var synonyms: [String: String] = [:]
        for (word, others) in lists {
            for other in others { synonyms[other] = word }
        }
        return synonyms
    }
}
