// The ground below maps: land, lakes, large rivers and borders of the whole world, from Natural Earth. Tests/Tools/ground.py
// makes the file and describes its form. Of a line only the bounds are read at first; its points are read when a map
// shows them, so that a site without maps pays nothing, and one with a few maps very little.

import Synchronization

/// The shapes of the world that a map can show below its strikes.
public final class Ground: Sendable {
    /// What a shape is.
    enum Kind: UInt8, CaseIterable {
        /// A ring of land, or of water in it.
        case land = 65
        /// A ring of a lake, or of an island in it.
        case lake
        /// The middle of a river.
        case river
        /// A border on land.
        case border
        /// The edge of an area whose borders are disputed.
        case disputed

        var isRing: Bool { self == .land || self == .lake }
    }

    /// A shape with its bounds in degrees.
    struct Shape {
        let kind: Kind
        let west: Double
        let south: Double
        let east: Double
        let north: Double
        /// Where the first point begins in the file.
        fileprivate let start: Int
        /// The south-western corner in units.
        fileprivate let corner: (x: Int, y: Int)
    }

    let shapes: [Shape]
    private let bytes: [UInt8]
    private let locators = Mutex<[Locator.Region: SVG]>([:])

    /// Units of the file in a degree.
    private static let units = 320.0

    /// Reads the bounds of all shapes of a file; a line that is not of its form is left out.
    public init(_ bytes: [UInt8]) {
        self.bytes = bytes
        var shapes: [Shape] = []
        var at = 0
        while at < bytes.count {
            let end = bytes[at...].firstIndex(of: UInt8(ascii: "\n")) ?? bytes.count
            if let shape = Ground.shape(bytes, at, end) { shapes.append(shape) }
            at = end + 1
        }
        self.shapes = shapes
    }

    private static func shape(_ bytes: [UInt8], _ start: Int, _ end: Int) -> Shape? {
        guard start < end, let kind = Kind(rawValue: bytes[start]) else { return nil }
        var at = start + 1
        guard let x = number(bytes, &at), let y = number(bytes, &at),
            let width = number(bytes, &at), let height = number(bytes, &at)
        else { return nil }
        return Shape(
            kind: kind,
            west: Double(x) / units,
            south: Double(y) / units,
            east: Double(x + width) / units,
            north: Double(y + height) / units,
            start: at,
            corner: (x, y)
        )
    }

    /// The points of a shape in degrees.
    func points(of shape: Shape) -> [Position] {
        var points: [Position] = []
        var at = shape.start
        var (x, y) = shape.corner
        while let across = Ground.number(bytes, &at), let upward = Ground.number(bytes, &at) {
            x += across
            y += upward
            points.append(
                Position(longitude: Double(x) / Ground.units, latitude: Double(y) / Ground.units)
            )
        }
        return points
    }

    /// The next number; `nil` at the end of a line.
    private static func number(_ bytes: [UInt8], _ at: inout Int) -> Int? {
        var value = 0
        var shift = 0
        while at < bytes.count, shift < 30, bytes[at] >= 48, bytes[at] < 112 {
            let digit = Int(bytes[at]) - 48
            at += 1
            value |= (digit & 31) << shift
            if digit < 32 { return value & 1 == 0 ? value / 2 : -(value + 1) / 2 }
            shift += 5
        }
        return nil
    }

    /// The drawing of a region without a mark, which many pages share.
    func drawing(of region: Locator.Region) -> SVG {
        locators.withLock { known in
            if let drawing = known[region] { return drawing }
            let drawing = SVG { markup in
                GroundDrawing(self, in: region.view, limit: region.limit).write(into: &markup)
                Locator.writeFrame(into: &markup)
            }
            known[region] = drawing
            return drawing
        }
    }
}
