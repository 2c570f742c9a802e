// Points and rectangles in the units of a drawing; x grows to the right and y downwards.

/// A point in a drawing.
struct Spot: Hashable {
    var x: Double
    var y: Double

    func distance(to other: Spot) -> Double {
        let (dx, dy) = (x - other.x, y - other.y)
        return (dx * dx + dy * dy).squareRoot()
    }
}

/// A rectangle in a drawing.
struct Box: Hashable {
    var left: Double
    var top: Double
    var right: Double
    var bottom: Double

    func overlaps(_ other: Box) -> Bool {
        left < other.right && other.left < right && top < other.bottom && other.top < bottom
    }

    func contains(_ spot: Spot) -> Bool {
        spot.x > left && spot.x < right && spot.y > top && spot.y < bottom
    }

    /// The least rectangle that holds both.
    func joined(with other: Box) -> Box {
        Box(
            left: min(left, other.left),
            top: min(top, other.top),
            right: max(right, other.right),
            bottom: max(bottom, other.bottom)
        )
    }

    func lies(within other: Box) -> Bool {
        left >= other.left && right <= other.right && top >= other.top && bottom <= other.bottom
    }
}
