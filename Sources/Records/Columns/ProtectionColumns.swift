// The columns that protect the people in a record. They are read although they may be private, and are never
// published, so that stating them needs no decision about them.

extension Column {
    /// How the people in a record are protected, which no record keeps.
    static func protection(_ what: String, _ allowed: [Protection]) -> Column {
        let list = allowed.map(\.rawValue)
        let text =
            list.count == 1
            ? list[0] : "\(list.dropLast().joined(separator: ", ")) or \(list[list.count - 1])"
        return control(
            .protection,
            "How the record is protected: \(text); blank for not at all. Never published.",
            .text(
                .word(
                    ModelWords("protection of a \(what)", words: list, synonyms: ["none": ""])
                )
            )
        )
    }

    /// How coarsely the facts of a record are shown, which no record keeps.
    static func coarsening(_ example: String) -> Column {
        control(
            .coarsening,
            "How coarsely it is shown: \(example). Never published.",
            .text(.any)
        )
    }

    /// Whether somebody agreed to the publication, which no record keeps.
    static var consent: Column {
        control(
            .consent,
            "Whether somebody agreed to publication: yes; no or withdrawn withholds the record. Never published.",
            .text(.word(.consents))
        )
    }

    /// The last day of a consent, which no record keeps.
    static var consentUntil: Column {
        control(
            .until,
            "The last day of that consent; after it the record is withheld. Never published.",
            .date
        )
    }
}

extension ModelWords {
    /// Whether somebody agreed to the publication of a record.
    static let consents = ModelWords(
        "consent that is known here",
        words: ["yes", "no", "withdrawn"],
        synonyms: [
            "y": "yes", "true": "yes", "given": "yes", "granted": "yes", "oui": "yes", "sí": "yes",
            "si": "yes", "نعم": "yes", "n": "no", "false": "no", "refused": "no", "denied": "no",
            "non": "no", "لا": "no", "revoked": "withdrawn", "retiré": "withdrawn",
            "retirado": "withdrawn", "مسحوب": "withdrawn",
        ]
    )
}

extension Role {
    /// How the people in a record are protected.
    public static let protection = Role("protection")
    /// How coarsely the facts of a record are shown.
    public static let coarsening = Role("coarsen")
    /// Whether somebody agreed to the publication of a record.
    public static let consent = Role("consent")
    /// The last day of a consent.
    public static let until = Role("until")
}
