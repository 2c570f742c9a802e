/// The sum of counts over a selection: a sum of minima and a sum of maxima, never a confidence
/// interval.
public struct Total: Hashable, Sendable {
    /// The sum of the minima, in people.
    public private(set) var minimum = 0
    /// The sum of the maxima, in people; a count without a maximum adds its minimum, see
    /// ``openEnded``.
    public private(set) var maximum = 0
    /// How many counts were added, known or not.
    public private(set) var strikes = 0
    /// How many of them are unknown, and so add nothing.
    public private(set) var unknown = 0
    /// How many of them have no maximum, so that the true maximum lies above ``maximum``.
    public private(set) var openEnded = 0

    /// Whether it is a number of things, such as strikes or sources, which is 0 where there are none.
    private var isOfThings = false

    /// The total of no counts.
    public init() {}

    /// A total as it was stated once, of counts or of things; `nil` when none have such a sum.
    public init?(
        minimum: Int,
        maximum: Int,
        strikes: Int,
        unknown: Int,
        openEnded: Int,
        isOfThings: Bool = false
    ) {
        guard minimum >= 0, maximum >= minimum, unknown >= 0, openEnded >= 0,
            strikes >= unknown, strikes - unknown >= openEnded
        else { return nil }
        self.minimum = minimum
        self.maximum = maximum
        self.strikes = strikes
        self.unknown = unknown
        self.openEnded = openEnded
        self.isOfThings = isOfThings
    }

    /// The total of some counts.
    public init(_ counts: some Sequence<Count>) {
        for count in counts { add(count) }
    }

    /// A plain number of things, as a total with nothing unknown.
    public init(things: Int) {
        minimum = things
        maximum = things
        strikes = things
        isOfThings = true
    }

    /// Adds one count.
    public mutating func add(_ count: Count) {
        strikes += 1
        guard let low = count.minimum else {
            unknown += 1
            return
        }
        minimum += low
        if let high = count.maximum {
            maximum += high
        } else {
            maximum += low
            openEnded += 1
        }
    }

    /// Whether no count is known, so that there is no number to show.
    ///
    /// Where no strike is recorded, nothing says that nobody was harmed. A number of things is always known.
    public var isUnknown: Bool { !isOfThings && strikes == unknown }
    /// The sum of the minima as every file states it: `nil` where there is no number to show.
    public var statedMinimum: Int? { isUnknown ? nil : minimum }
    /// The sum of the maxima as every file states it: `nil` where there is no number to show, or no upper end.
    public var statedMaximum: Int? { isUnknown || openEnded > 0 ? nil : maximum }
    /// Whether it is one number: minimum and maximum are equal and nothing is open.
    public var isExact: Bool { minimum == maximum && openEnded == 0 }
}
