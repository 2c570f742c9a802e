// The area of a circle is proportional to the people it stands for.

/// The sizes of circles: the square root of the number, times one factor for the whole map.
struct CircleScale: Hashable {
    let factor: Double

    init(largest: Int) {
        factor = min(4.4, 34 / Double(max(largest, 1)).squareRoot())
    }

    func radius(_ number: Int) -> Double {
        number > 0 ? factor * Double(number).squareRoot() : 0
    }

    /// The radius at which a mark is drawn: beside a strike that killed many hundreds, one that killed
    /// one would vanish, so no circle is smaller than a dot that can be seen.
    func visibleRadius(_ number: Int) -> Double {
        number > 0 ? max(radius(number), CircleScale.leastRadius) : 0
    }

    static let leastRadius = 1.5
}
