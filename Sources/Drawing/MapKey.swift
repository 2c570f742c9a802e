// The samples for the key of a map. There is none for symbols that the map does not use.

/// One sample for each kind of symbol on a map.
public struct MapKey: Sendable, Hashable {
    /// A filled circle: known to a hundred metres or better.
    public let exact: SVG?
    /// A hatched circle: known to a street or a neighbourhood.
    public let area: SVG?
    /// A dotted ring: known to a village, town, city or region.
    public let city: SVG?
    /// A filled circle: the total of a place.
    public let total: SVG?
    /// A filled circle in a ring: minimum and maximum.
    public let range: SVG?
    /// A dashed ring: at least, no maximum.
    public let open: SVG?
    /// An open diamond: no figure.
    public let unknown: SVG?
    /// A cross: nobody killed.
    public let none: SVG?
    /// A badge: several strikes.
    public let cluster: SVG?

    init(_ scene: MapScene, _ inset: MapInset?, _ hatch: Hatch, drawable: [MapPoint]) {
        let points = (scene.marks + (inset?.scene.marks ?? [])).map(\.point)
        func swatch(
            if isNeeded: Bool,
            _ precision: MapPrecision,
            _ extent: Extent,
            solidRadius solid: Double
        ) -> SVG? {
            guard isNeeded else { return nil }
            let mark = MapMark(
                point: MapPoint(
                    latitude: 0,
                    longitude: 0,
                    precision: precision,
                    extent: extent,
                    label: "",
                    href: "",
                    title: ""
                ),
                index: 0,
                centre: Spot(x: 10, y: 10),
                solidRadius: solid,
                hatchedRadius: extent.isRange ? 9 : solid
            )
            return MapSymbol(mark: mark, hatchFill: hatch.alleged).svg(size: "20")
        }
        let drawn = drawable.map(\.precision.style)
        let styles = MapStyle.allCases.filter(drawn.contains)
        exact = swatch(if: styles.contains(.point), .exact, .exact(1), solidRadius: 7)
        area = swatch(if: styles.contains(.area), .street, .exact(1), solidRadius: 8)
        city = swatch(if: styles.contains(.city), .city, .exact(1), solidRadius: 7)
        total = swatch(if: styles.contains(.total), .total, .exact(1), solidRadius: 7)
        let hasRanges = points.contains(where: \.extent.isRange)
        range = swatch(if: hasRanges, .exact, .range(1, 2), solidRadius: 6)
        let isOpen = points.contains(where: \.extent.isOpen)
        open = swatch(if: isOpen, .exact, .atLeast(1), solidRadius: 5)
        let isUnknown = points.contains(where: \.extent.isUnknown)
        unknown = swatch(if: isUnknown, .exact, .unknown, solidRadius: 0)
        let isNone = points.contains(where: \.extent.isNone)
        none = swatch(if: isNone, .exact, .exact(0), solidRadius: 0)
        cluster =
            scene.clusters.isEmpty
            ? nil
            : SVG { markup in
                markup.element(
                    "svg",
                    [("width", "20"), ("height", "20"), ("aria-hidden", "true")]
                ) { markup in
                    markup.empty(
                        "rect",
                        [
                            ("class", "badge"), ("x", "1"), ("y", "1"), ("width", "18"),
                            ("height", "18"), ("rx", "5"),
                        ]
                    )
                }
            }
    }
}
