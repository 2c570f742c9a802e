// The base map is clipped to the frame: a long river adds only its visible part to the drawing.

enum Clipping {
    /// The pieces of a line inside a box (Liang and Barsky, edge by edge).
    static func line(_ spots: [Spot], to box: Box) -> [[Spot]] {
        var pieces: [[Spot]] = []
        var current: [Spot] = []
        for (start, end) in zip(spots, spots.dropFirst()) {
            guard let (from, to) = segment(start, end, in: box) else {
                if current.count > 1 { pieces.append(current) }
                current = []
                continue
            }
            if current.last != from {
                if current.count > 1 { pieces.append(current) }
                current = [from]
            }
            current.append(to)
        }
        if current.count > 1 { pieces.append(current) }
        return pieces
    }

    private static func segment(_ start: Spot, _ end: Spot, in box: Box) -> (Spot, Spot)? {
        let (dx, dy) = (end.x - start.x, end.y - start.y)
        var (enter, leave) = (0.0, 1.0)
        let edges = [
            (-dx, start.x - box.left), (dx, box.right - start.x), (-dy, start.y - box.top),
            (dy, box.bottom - start.y),
        ]
        for (towards, room) in edges {
            if towards == 0 {
                if room < 0 { return nil }
            } else if towards < 0 {
                enter = max(enter, room / towards)
            } else {
                leave = min(leave, room / towards)
            }
        }
        guard enter <= leave else { return nil }
        let from = enter == 0 ? start : Spot(x: start.x + enter * dx, y: start.y + enter * dy)
        let to = leave == 1 ? end : Spot(x: start.x + leave * dx, y: start.y + leave * dy)
        return (from, to)
    }

    /// The part of a ring inside a box (Sutherland and Hodgman).
    static func ring(_ spots: [Spot], to box: Box) -> [Spot] {
        var ring = spots
        ring = cut(ring, inside: { $0.x - box.left })
        ring = cut(ring, inside: { box.right - $0.x })
        ring = cut(ring, inside: { $0.y - box.top })
        return cut(ring, inside: { box.bottom - $0.y })
    }

    private static func cut(_ ring: [Spot], inside: (Spot) -> Double) -> [Spot] {
        guard var previous = ring.last else { return [] }
        var result: [Spot] = []
        for spot in ring {
            let (before, after) = (inside(previous), inside(spot))
            if (before < 0) != (after < 0) {
                let share = before / (before - after)
                result.append(
                    Spot(
                        x: previous.x + share * (spot.x - previous.x),
                        y: previous.y + share * (spot.y - previous.y)
                    )
                )
            }
            if after >= 0 { result.append(spot) }
            previous = spot
        }
        return result
    }
}
