/// A number of people as published for one strike.
///
/// Unknown is a value of its own: it is never zero, adds nothing to a total, and is counted there.
public struct Count: Hashable, Sendable {
    /// The least number published; `nil` when the number is unknown.
    public var minimum: Int? { low < 0 ? nil : Int(low) }
    /// The greatest number published; `nil` when it is unknown or has no upper end ("at least").
    public var maximum: Int? { high < 0 ? nil : Int(high) }

    private var low: Int32
    private var high: Int32

    private init(low: Int32, high: Int32) {
        self.low = low
        self.high = high
    }

    /// The greatest number that a count takes, in people.
    public static let limit = 1_000_000_000

    /// No number was published.
    public static let unknown = Count(low: -1, high: -1)
    /// It was published that nobody was harmed.
    public static let noneReported = Count(low: 0, high: 0)

    /// One number; values outside 0…``limit`` are clamped.
    public static func exact(_ number: Int) -> Count {
        range(number, number)
    }

    /// A minimum and a maximum; values outside 0…``limit`` are clamped, and a maximum below the
    /// minimum is raised to it.
    public static func range(_ minimum: Int, _ maximum: Int) -> Count {
        let low = clamp(minimum)
        return Count(low: low, high: max(low, clamp(maximum)))
    }

    /// A minimum without a maximum.
    public static func atLeast(_ minimum: Int) -> Count {
        Count(low: clamp(minimum), high: -1)
    }

    private static func clamp(_ number: Int) -> Int32 {
        Int32(min(max(number, 0), limit))
    }

    /// The ways in which a count is published.
    public enum Kind: Hashable, Sendable {
        /// No number was published.
        case unknown
        /// Nobody was harmed, it was said.
        case noneReported
        /// One number above zero.
        case exact(Int)
        /// A minimum and a greater maximum.
        case range(Int, Int)
        /// A minimum without a maximum.
        case atLeast(Int)
    }

    /// Which of the ways this count is.
    public var kind: Kind {
        guard let minimum else { return .unknown }
        guard let maximum else { return .atLeast(minimum) }
        if maximum == 0 { return .noneReported }
        return minimum == maximum ? .exact(minimum) : .range(minimum, maximum)
    }

    /// Whether it is a minimum without a maximum.
    public var isOpen: Bool { low >= 0 && high < 0 }

    /// Whether a number was published.
    public var isKnown: Bool { low >= 0 }
}
