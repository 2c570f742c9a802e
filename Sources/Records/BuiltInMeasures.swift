// The measures that every site has, in the order of documents, tables and downloads. A further one is
// declared here, with its labels; CONTRIBUTING.md has the steps.

extension Measure {
    /// All of them, each at its position.
    static let builtIn: [Measure] = [
        .strikes, .killed, .childrenKilled, .womenKilled, .menKilled, .injured, .concededKilled,
        .concededInjured, .namedVictims, .sources, .claims,
    ]

    /// The strikes themselves.
    public static let strikes = Measure(
        at: 0,
        "strikes",
        "Strikes",
        counted: .strikes,
        unit: "strikes"
    )
    /// Civilians killed.
    public static let killed = Measure(at: 1, "killed", "Civilians killed", group: .killed)
    /// Children among the killed.
    ///
    /// Children, women and men need not add up to the whole: some of the dead may be described in no way.
    public static let childrenKilled = Measure(
        at: 2,
        "children_killed",
        "Children among the killed",
        partOf: "killed",
        isExclusive: true,
        group: .killed
    )
    /// Women among the killed.
    public static let womenKilled = Measure(
        at: 3,
        "women_killed",
        "Women among the killed",
        partOf: "killed",
        isExclusive: true,
        group: .killed
    )
    /// Men among the killed.
    public static let menKilled = Measure(
        at: 4,
        "men_killed",
        "Men among the killed",
        partOf: "killed",
        isExclusive: true,
        group: .killed
    )
    /// Civilians injured.
    public static let injured = Measure(at: 5, "injured", "Civilians injured", group: .injured)
    /// Deaths that a belligerent admits; unknown means that it admits nothing.
    public static let concededKilled = Measure(
        at: 6,
        "conceded_killed",
        "Deaths that a belligerent admits",
        group: .conceded
    )
    /// Injuries that a belligerent admits; unknown means that it admits nothing.
    public static let concededInjured = Measure(
        at: 7,
        "conceded_injured",
        "Injuries that a belligerent admits",
        group: .conceded
    )
    /// People listed by name or relation.
    public static let namedVictims = Measure(
        at: 8,
        "named_victims",
        "People listed by name or relation",
        counted: .people
    )
    /// The people themselves, over a selection of people.
    ///
    /// It is in no list of measures, because all others are counted
    /// over strikes.
    public static let people = Measure(
        at: -1,
        "people",
        "People listed, with or without a strike",
        labels: ["en": "people", "ar": "أشخاص", "fr": "personnes", "": "people"],
        forms: [
            "en": ["one": "person", "other": "people"],
            "ar": [
                "one": "شخص", "two": "شخصان", "few": "أشخاص", "many": "شخصًا", "other": "شخص",
            ],
            "fr": ["one": "personne", "other": "personnes"],
            "": ["one": "person", "other": "people"],
        ],
        counted: .people
    )
    /// Sources behind the strikes.
    public static let sources = Measure(
        at: 9,
        "sources",
        "Sources",
        counted: .sources,
        unit: "sources"
    )
    /// Claims about the strikes.
    public static let claims = Measure(
        at: 10,
        "claims",
        "Claims",
        counted: .claims,
        unit: "claims"
    )
}
