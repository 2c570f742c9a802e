/// A fact about a strike that the military itself made public.
public struct Disclosure: Hashable, Sendable {
    /// The strike.
    public var strikeID: String
    /// Which fact it is.
    public var fact: Fact
    /// Who made it public.
    public var disclosedBy = ""
    /// The fact as stated.
    public var value = ""
    /// Where it was read, an http or https URL.
    public var sourceURL = ""
    /// When it was made public.
    public var date: CalendarDate?
    /// The public columns that have no role, in the codebook's order.
    public var extras: [String] = []
    /// The row in its file, from 0.
    public var row = 0

    /// Makes a disclosure of a fact about a strike.
    public init(strikeID: String, fact: Fact) {
        self.strikeID = strikeID
        self.fact = fact
    }

    /// The facts that Amnesty International asked the Ministry of Defence to publish for each
    /// strike, in June 2018.
    public enum Fact: String, CaseIterable, Sendable {
        /// The day.
        case date
        /// The time of day.
        case time
        /// The place.
        case location
        /// The weapon.
        case weapon
        /// The intended target.
        case target
    }
}
