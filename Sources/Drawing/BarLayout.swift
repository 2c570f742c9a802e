// The positions of the bars of one row, from top to bottom: a single bar is in the middle, several bars share
// a taller row, and bars of concessions are thinner.

struct BarLayout {
    struct Lane {
        let top: Int
        let height: Int
    }

    let height: Int
    let lanes: [Lane]

    init(lanes styles: [BarStyle]) {
        guard styles.count > 1 else {
            height = 38
            lanes = [Lane(top: 13, height: 12)]
            return
        }
        let heights = styles.map { $0 == .conceded ? 9 : 16 }
        let used = heights.reduce(0, +) + 4 * (styles.count - 1)
        height = max(56, used + 24)
        var top = (height - used) / 2
        var lanes: [Lane] = []
        for height in heights {
            lanes.append(Lane(top: top, height: height))
            top += height + 4
        }
        self.lanes = lanes
    }
}
