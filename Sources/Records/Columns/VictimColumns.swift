/// One person killed or injured, in one strike, as published.
public struct Victim: Hashable, Sendable {
    /// The strike.
    public var strikeID: String
    /// The name, or the relation by which the person is listed ("his son"); empty when neither.
    public var name = ""
    /// The name in other languages.
    public var names: [LocalName] = []
    /// The age as published: a number of years, or words such as "60s".
    public var age = ""
    /// Adult, child or unknown, as a key.
    public var ageGroup = ""
    /// Female or male, as a key; empty when unknown.
    public var sex = ""
    /// Killed or injured, as a key; empty when the record does not say.
    public var status = ""
    /// The family under which the person is listed; empty when there is none.
    public var family = ""
    /// A remark of the record's.
    public var note = ""
    /// The page that lists the person.
    public var url = ""
    /// The public columns that have no role, in the codebook's order.
    public var extras: [String] = []
    /// The row in its file, from 0.
    public var row = 0

    /// Makes a person of whom only the strike is known.
    public init(strikeID: String) {
        self.strikeID = strikeID
    }
}
