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
}
