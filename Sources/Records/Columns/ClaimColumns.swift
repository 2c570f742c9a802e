/// Who says what: a count that somebody states for a strike, for several, or for the campaign.
public struct Claim: Hashable, Sendable {
    /// The record's own name.
    public var id: String
    /// Who claims.
    public var claimant = ""
    /// When it was said.
    public var date: CalendarDate?
    /// What it speaks of.
    public var scope = Scope.campaign
    /// The first day of the period it speaks of.
    public var periodFrom: CalendarDate?
    /// The last day of the period it speaks of.
    public var periodTo: CalendarDate?
    /// Deaths claimed.
    public var killed = Count.unknown
    /// Injuries claimed.
    public var injured = Count.unknown
    /// What was said, in the record keeper's words.
    public var statement = ""
    /// Where it was read, an http or https URL.
    public var sourceURL = ""
    /// The source record behind it; empty when there is none.
    public var sourceID = ""
    /// Whether it alleges, concedes or denies.
    public var position = Position.alleged
    /// Why an accepted claim lies outside the strike's published range.
    public var reason = ""
    /// The public columns that have no role, in the codebook's order.
    public var extras: [String] = []
    /// The row in its file, from 0.
    public var row = 0

    /// Makes a claim of which only the name is known.
    public init(id: String) {
        self.id = id
    }

    /// What a claim speaks of.
    public enum Scope: Hashable, Sendable {
        /// The whole campaign, or the stated period of it.
        case campaign
        /// One strike or several together, by id.
        case strikes([String])
    }

    /// What a claimant does with a claim.
    public enum Position: String, CaseIterable, Sendable {
        /// Says that people were harmed.
        case alleged
        /// Admits that its own side harmed people.
        case conceded
        /// Says that its own side did not.
        case denied
        /// States neither, such as a strike report without casualties.
        case neutral = "none"
    }
}
