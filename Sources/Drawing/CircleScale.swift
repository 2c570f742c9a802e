// The area of a circle is proportional to the people it stands for, always and on every map.

/// The sizes of circles: the square root of the number, times one factor for the whole map.
struct CircleScale: Hashable {
    let factor: Double

    init(largest: Int) {
        factor = min(4.4, 34 / Double(max(largest, 1)).squareRoot())
    }

    func radius(_ number: Int) -> Double {
        number > 0 ? factor * Double(number).squareRoot() : 0
    }
}
