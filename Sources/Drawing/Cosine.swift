// The cosine of a latitude by its power series. The result of the C library may differ between platforms in
// the last bit, and drawings must be the same everywhere.

enum Cosine {
    /// The cosine of an angle between -90 and 90 degrees.
    static func of(degrees: Double) -> Double {
        let angle = min(max(degrees, -90), 90) * (Double.pi / 180)
        let square = angle * angle
        var term = 1.0
        var sum = 1.0
        var order = 0.0
        while order < 24 {
            term *= -square / ((order + 1) * (order + 2))
            sum += term
            order += 2
        }
        return sum
    }
}
