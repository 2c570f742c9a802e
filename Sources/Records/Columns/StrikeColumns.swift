// A strike and its columns. A fact of a strike is a property, a role and a row of the list; the rest of the
// program follows the list.

import Diagnostics

/// One incident: an event at a moment and a place in which harm to civilians is reported.
public struct Strike: Hashable, Sendable {
    /// The record's own name, which is also its page's.
    public var id: String
    /// When it happened.
    public var date: StrikeDate
    /// The local time as published, such as `21:00` or "around midday"; empty when unknown.
    public var time = ""
    /// Where it happened.
    public var place = Place()
    /// Who is said to have struck; empty when nobody is named.
    public var belligerent = ""
    /// How sure the attribution is, as a key: known, suspected, contested.
    public var attribution = ""
    /// The kind of strike, such as `airstrike`; empty when unknown.
    public var type = ""
    /// Whether a belligerent declared the strike, as a key; empty when nothing is known.
    public var status = ""
    /// The key of its grading; empty when the site has no gradings.
    public var grading = ""
    /// What the military found, as a key; empty when nothing was said.
    public var assessment = ""
    /// The target, only as the military stated it.
    public var target = ""
    /// The summary, in the record keeper's words.
    public var summary = ""
    /// The summary in other languages.
    public var summaries: [LocalName] = []
    /// The page of the record, an http or https URL; empty when there is none.
    public var url = ""
    /// When the record was first published.
    public var firstPublished: CalendarDate?
    /// When the record was last changed.
    public var lastUpdated: CalendarDate?
    /// The counts of people.
    public var counts = StrikeCounts()
    /// What the strike shares with others, so that totals add it once.
    public var overlap = Overlap()
    /// Names that the record had before.
    public var previousIDs: [String] = []
    /// The public columns that have no role, in the codebook's order; empty where a cell is.
    public var extras: [String] = []
    /// The row in its file, from 0, in the order of the file.
    public var row = 0

    /// Makes a strike of which nothing is known but its name and date.
    public init(id: String, date: StrikeDate) {
        self.id = id
        self.date = date
    }

    /// Makes the strike of a row of which no cell has been read.
    public init(row: Int, location: () -> SourceLocation) {
        self.init(id: "", date: .year(.earliest))
        self.row = row
    }
}

// MARK: - Columns

extension Strike: ColumnRecord {
    /// The columns of a strike on a site with some measures.
    public static func columns(of measures: MeasureList) -> ColumnList<Strike> {
        measures.strikeColumns
    }

    /// Makes the columns of a strike with counts of these measures.
    static func columns(counting measures: [Measure]) -> ColumnList<Strike> {
        ColumnList(
            when + whereabouts + who + Column.counts(of: measures) + findings + record
                + Column.shared(of: OverlapGroup.all) + keeping
        )
    }

    private static let when: [Column<Strike>] = [
        .text(.id, "The record's own name; its page's address.", .id)
            .get { $0[$1].id }.set { $0.id = $1 }.required().decisive().naming(),
        .date(.first, .date, "The day, month or year (2017-08-22, 2017-08, 2017).")
            .get { $0[$1].date }.set { $0.date = $1 }.required(),
        .date(.last, .dateEnd, "The last day, when the strike is dated over several.")
            .get { $0[$1].date }.set { $0.date = $1 }.needing(.date),
        .date(.precision, .datePrecision, "How precise the date is: day, month, year, range.")
            .get { $0[$1].date }.set { $0.date = $1 },
        .text(.time, "The local time as published (21:00, around midday).", .time)
            .get { $0[$1].time }.set { $0.time = $1 },
    ]

    private static let whereabouts: [Column<Strike>] = [
        .text(.place, "The place in words.", .name)
            .get { $0[$1].place.name }.set { $0.place.name = $1 }.selectable(),
        .names(.place, "The place in another language: place.ar, place.fr.", .name)
            .get { $0[$1].place.names }.set { $0.place.names = $1 },
        .text(.district, "The neighbourhood or quarter.", .name)
            .get { $0[$1].place.district }.set { $0.place.district = $1 }.selectable(),
        .text(.city, "The town or city.", .name)
            .get { $0[$1].place.city }.set { $0.place.city = $1 }.selectable(),
        .text(.governorate, "The governorate, province or region.", .name)
            .get { $0[$1].place.governorate }.set { $0.place.governorate = $1 }.selectable(),
        .text(.country, "The country.", .name)
            .get { $0[$1].place.country }.set { $0.place.country = $1 }.selectable(),
        .coordinate(.latitude, .latitude, "Decimal degrees north.")
            .get { $0[$1].place.coordinate }.set { $0.place.coordinate = $1 }.needing(.longitude),
        .coordinate(.longitude, .longitude, "Decimal degrees east.")
            .get { $0[$1].place.coordinate }.set { $0.place.coordinate = $1 }.needing(.latitude),
        .text(
            .locationPrecision,
            "How near the point is: exact, within-100m, neighbourhood, city.",
            .word(.locationPrecisions)
        )
        .get { $0[$1].place.precision == .unstated ? "" : $0[$1].place.precision.rawValue }
        .set { $0.place.precision = LocationPrecision(rawValue: $1) ?? .unstated }
        .selectable(),
    ]

    private static let who: [Column<Strike>] = [
        .text(.belligerent, "Who is said to have struck.", .name)
            .get { $0[$1].belligerent }.set { $0.belligerent = $1 }.selectable(),
        .text(.attribution, "How sure that is: known, suspected, contested.", .key)
            .get { $0[$1].attribution }.set { $0.attribution = $1 }.selectable(),
        .text(.strikeType, "The kind of strike: airstrike, artillery.", .name)
            .get { $0[$1].type }.set { $0.type = $1 }.selectable(),
        .text(.strikeStatus, "Whether a belligerent declared it: declared, likely.", .key)
            .get { $0[$1].status }.set { $0.status = $1 }.selectable().listed(),
    ]

    private static let findings: [Column<Strike>] = [
        .text(.grading, "The grading, a key or label of site.yaml.", .grading)
            .get { $0[$1].grading }.set { $0.grading = $1 },
        .text(.militaryAssessment, "What the military found.", .assessment)
            .get { $0[$1].assessment }.set { $0.assessment = $1 }.selectable().listed(),
        .text(.target, "The target, only as the military stated it.")
            .get { $0[$1].target }.set { $0.target = $1 }
            .selectable().listed().headed("target", "cible", "objetivo blanco", "هدف"),
        .number(.namedVictims, "How many people the record lists.")
            .get { $0[$1].counts.namedVictims }.set { $0.counts.namedVictims = $1 },
    ]

    private static let record: [Column<Strike>] = [
        .text(.url, "The page of the record.", .url)
            .get { $0[$1].url }.set { $0.url = $1 },
        .date(.firstPublished, "When the record was first published.")
            .get { $0[$1].firstPublished }.set { $0.firstPublished = $1 },
        .date(.lastUpdated, "When the record was last changed.")
            .get { $0[$1].lastUpdated }.set { $0.lastUpdated = $1 },
        .text(.summary, "The summary in a few sentences.")
            .get { $0[$1].summary }.set { $0.summary = $1 },
        .names(.summary, "The summary in another language: summary.ar.")
            .get { $0[$1].summaries }.set { $0.summaries = $1 },
        .text(.partOf, "The id of a strike whose counts include this one's.")
            .get { $0[$1].overlap.partOf }.set { $0.overlap.partOf = $1 }
            .decisive().referring(to: .strikes),
    ]

    private static let keeping: [Column<Strike>] = [
        .leftOut,
        .protection("strike", [.withheld]),
        .coarsening("coordinates: 2; date: month; time: omit; age: group"),
        .consent,
        .consentUntil,
        .ids(.previousIDs, "Names that the record had before, separated by ; .")
            .get { $0[$1].previousIDs }.set { $0.previousIDs = $1 },
    ]
}

extension Role {
    /// The last day of a strike that is dated over several.
    public static let dateEnd = Role("date.end")
    /// How precise a strike's date is.
    public static let datePrecision = Role("date.precision")
    /// The local time.
    public static let time = Role("time")
    /// The place in words.
    public static let place = Role("place")
    /// The neighbourhood.
    public static let district = Role("district")
    /// The town or city.
    public static let city = Role("city")
    /// The governorate.
    public static let governorate = Role("governorate")
    /// The country.
    public static let country = Role("country")
    /// Decimal degrees north.
    public static let latitude = Role("latitude")
    /// Decimal degrees east.
    public static let longitude = Role("longitude")
    /// How near the point is.
    public static let locationPrecision = Role("location.precision")
    /// Who is said to have struck.
    public static let belligerent = Role("belligerent")
    /// How sure that is.
    public static let attribution = Role("attribution")
    /// The kind of strike.
    public static let strikeType = Role("strike_type")
    /// Whether a belligerent declared the strike.
    public static let strikeStatus = Role("strike_status")
    /// How well the strike is established.
    public static let grading = Role("grading")
    /// What the military found.
    public static let militaryAssessment = Role("military_assessment")
    /// The target as stated.
    public static let target = Role("target")
    /// How many people the record lists.
    public static let namedVictims = Role("named_victims")
    /// When the record was first published.
    public static let firstPublished = Role("first_published")
    /// When the record was last changed.
    public static let lastUpdated = Role("last_updated")
    /// The summary.
    public static let summary = Role("summary")
    /// The strike whose counts include those of this one.
    public static let partOf = Role("part_of")
    /// Names that the record had before.
    public static let previousIDs = Role("previous_ids")
}
