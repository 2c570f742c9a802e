// The area of a circle is proportional to the number of people.

/// The radii of circles: the square root of the number times one factor for the whole map.
struct CircleScale: Hashable {
    let factor: Double

    init(largest: Int) {
        factor = min(4.4, 34 / Double(max(largest, 1)).squareRoot())
    }

    func radius(_ number: Int) -> Double {
        number > 0 ? factor * Double(number).squareRoot() : 0
    }

    /// The radius at which a mark is drawn, with a minimum: beside a strike that killed hundreds, the circle
    /// of one that killed one person would be too small to see.
    func visibleRadius(_ number: Int) -> Double {
        number > 0 ? max(radius(number), CircleScale.leastRadius) : 0
    }

    static let leastRadius = 1.5
}
