// Round numbers on an axis: steps of 1, 2 or 5 times a power of ten.

/// The marks of an axis that counts people, from zero to a round number at or above the largest value.
public struct Ticks: Sendable, Hashable {
    /// The distance between two marks.
    public var step: Int
    /// The marks, evenly spaced, beginning with zero.
    public var values: [Int]

    /// Where the axis ends.
    public var top: Int { values.last ?? 1 }

    /// Creates marks from zero to at least `largest`, with at most `intervals` steps.
    public init(upTo largest: Int, intervals: Int = 5) {
        let limit = max(1, min(largest, Extent.limit * 2))
        let most = max(1, intervals)
        var power = 1
        var multiple = 1
        while (limit + power * multiple - 1) / (power * multiple) > most {
            switch multiple {
            case 1: multiple = 2
            case 2: multiple = 5
            default:
                multiple = 1
                power *= 10
            }
        }
        let step = power * multiple
        self.step = step
        values = (0...((limit + step - 1) / step)).map { $0 * step }
    }
}
