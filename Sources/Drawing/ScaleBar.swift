// The scale of a map: a bar of a round length on the ground.

/// A bar for a round number of metres, between 80 and 200 units long.
struct ScaleBar: Hashable {
    let metres: Int
    let length: Double

    init(metresPerUnit: Double) {
        let longest = 200 * metresPerUnit
        var metres = 1
        var next = 0
        while Double(metres * ScaleBar.factors[next].0) / Double(ScaleBar.factors[next].1)
            <= longest
        {
            metres = metres * ScaleBar.factors[next].0 / ScaleBar.factors[next].1
            next = (next + 1) % 3
        }
        self.metres = metres
        length = Double(metres) / metresPerUnit
    }

    /// From 1 to 2, from 2 to 5, from 5 to 10.
    private static let factors = [(2, 1), (5, 2), (2, 1)]
}
