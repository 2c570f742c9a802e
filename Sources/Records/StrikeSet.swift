/// A set of strikes, or of people, by their positions in a dataset.
///
/// Held as sorted positions while it is small and as bits when it is not, so that a column with many
/// different values stays cheap.
public struct StrikeSet: Sendable {
    /// How many strikes the dataset has.
    private let size: Int
    private var words: [UInt64] = []
    private var few: [Int32] = []

    /// No strike, or all of them, of `count`.
    public init(count: Int, full: Bool = false) {
        size = count
        if full {
            words = [UInt64](repeating: .max, count: (count + 63) / 64)
            trim()
        }
    }

    /// Strikes at sorted positions.
    init(count: Int, positions: [Int32]) {
        size = count
        if positions.count * 2 < (count + 63) / 64 {
            few = positions
        } else {
            for position in positions { insert(Int(position)) }
        }
    }

    /// Whether it holds no strike.
    public var isEmpty: Bool { few.isEmpty && words.allSatisfy { $0 == 0 } }

    /// The positions, ascending.
    public var positions: [Int] {
        if words.isEmpty { return few.map(Int.init) }
        var result: [Int] = []
        for (offset, word) in words.enumerated() {
            var rest = word
            while rest != 0 {
                result.append(offset * 64 + rest.trailingZeroBitCount)
                rest &= rest - 1
            }
        }
        return result
    }

    /// How many strikes are in the set.
    public var count: Int {
        words.isEmpty ? few.count : words.reduce(0) { $0 + $1.nonzeroBitCount }
    }

    /// Whether a strike is in the set.
    public func contains(_ position: Int) -> Bool {
        if words.isEmpty { return few.contains(Int32(position)) }
        return words[position >> 6] & (1 << UInt64(position & 63)) != 0
    }

    /// Whether no strike is in both sets.
    public func isDisjoint(with other: StrikeSet) -> Bool {
        if words.isEmpty { return !few.contains { other.contains(Int($0)) } }
        if other.words.isEmpty { return !other.few.contains { contains(Int($0)) } }
        return zip(words, other.words).allSatisfy { $0 & $1 == 0 }
    }

    /// Adds one strike.
    public mutating func insert(_ position: Int) {
        widen()
        words[position >> 6] |= 1 << UInt64(position & 63)
    }

    /// Adds all strikes of another set.
    public mutating func formUnion(_ other: StrikeSet) {
        widen()
        if other.words.isEmpty {
            for position in other.few { insert(Int(position)) }
        } else {
            for offset in words.indices { words[offset] |= other.words[offset] }
        }
    }

    /// Keeps the strikes that are also in another set.
    public mutating func formIntersection(_ other: StrikeSet) {
        if other.words.isEmpty {
            let kept = other.few.filter { contains(Int($0)) }
            words = []
            few = kept
            return
        }
        widen()
        for offset in words.indices { words[offset] &= other.words[offset] }
    }

    /// Replaces the set by its complement.
    public mutating func formComplement() {
        widen()
        for offset in words.indices { words[offset] = ~words[offset] }
        trim()
    }

    private mutating func widen() {
        guard words.isEmpty else { return }
        words = [UInt64](repeating: 0, count: (size + 63) / 64)
        for position in few { words[Int(position) >> 6] |= 1 << UInt64(Int(position) & 63) }
        few = []
    }

    private mutating func trim() {
        if size % 64 != 0, let last = words.indices.last {
            words[last] &= (1 << UInt64(size % 64)) - 1
        }
    }
}
