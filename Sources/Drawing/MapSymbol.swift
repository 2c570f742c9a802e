// The symbol of one strike: a filled circle for the minimum, a ring for the maximum, a dashed ring for an open
// end, an open diamond when no figure is known, a cross when nobody was killed.

struct MapSymbol {
    let mark: MapMark
    let hatchFill: String

    /// The symbol in a square drawing of its own, whose sides have the length `size`.
    func svg(size: String) -> SVG {
        SVG { markup in
            markup.element(
                "svg",
                [("width", size), ("height", size), ("aria-hidden", "true")],
                with: write
            )
        }
    }

    func write(into markup: inout Markup) {
        let (x, y) = (mark.centre.x, mark.centre.y)
        let size = MapMark.signRadius
        if mark.hasSign, !mark.point.precision.style.isSolid {
            markup.empty(
                "circle",
                [("class", "dot-max")] + MapDrawing.circle(mark.centre, MapMark.signRing)
            )
        }
        if mark.point.extent.isUnknown {
            let path =
                "M\(Decimal.coordinate(x - size)) \(Decimal.coordinate(y))"
                + "L\(Decimal.coordinate(x)) \(Decimal.coordinate(y - size))"
                + "L\(Decimal.coordinate(x + size)) \(Decimal.coordinate(y))"
                + "L\(Decimal.coordinate(x)) \(Decimal.coordinate(y + size))Z"
            markup.empty("path", [("class", "dot-unknown"), ("d", path)])
            return
        }
        if mark.point.extent.isNone {
            let path =
                "M\(Decimal.coordinate(x - size)) \(Decimal.coordinate(y))"
                + "H\(Decimal.coordinate(x + size))"
                + "M\(Decimal.coordinate(x)) \(Decimal.coordinate(y - size))"
                + "V\(Decimal.coordinate(y + size))"
            markup.empty("path", [("class", "dot-none"), ("d", path)])
        } else if mark.hatchedRadius > 0 {
            writeCircles(into: &markup)
        }
        if mark.point.extent.isOpen {
            markup.empty(
                "circle",
                [("class", "dot-open")]
                    + MapDrawing.circle(mark.centre, mark.radius)
            )
        }
    }

    private func writeCircles(into markup: inout Markup) {
        let isArea = mark.point.precision.style == .area
        if mark.point.extent.isRange || !mark.point.precision.style.isSolid {
            markup.empty(
                "circle",
                [("class", "dot-max")] + MapDrawing.circle(mark.centre, mark.hatchedRadius)
            )
        }
        guard mark.solidRadius > 0, mark.point.precision.style != .city else { return }
        markup.empty(
            "circle",
            [("class", "dot-min")] + MapDrawing.circle(mark.centre, mark.solidRadius)
                + [("fill", isArea ? hatchFill : nil)]
        )
    }
}
