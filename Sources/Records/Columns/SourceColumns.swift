/// Where a fact comes from.
public struct Source: Hashable, Sendable {
    /// The record's own name.
    public var id: String
    /// The strike it documents; empty when it documents the campaign.
    public var strikeID = ""
    /// Who published it.
    public var publisher = ""
    /// Its title.
    public var title = ""
    /// Where it is, an http or https URL.
    public var url = ""
    /// Where a copy is archived.
    public var archiveURL = ""
    /// Its language as a BCP 47 tag.
    public var language = ""
    /// Its kind, as a key: monitor, military, ngo, media.
    public var kind = ""
    /// When it was published.
    public var date: CalendarDate?
    /// The public columns that have no role, in the codebook's order.
    public var extras: [String] = []
    /// The row in its file, from 0.
    public var row = 0

    /// Makes a source of which only the name is known.
    public init(id: String) {
        self.id = id
    }
}
