// The samples for the key of a timeline. There is none for bars that the timeline does not have.

/// One sample for each kind of bar in a timeline.
public struct TimelineKey: Sendable, Hashable {
    /// The solid part: the minimum.
    public let minimum: SVG
    /// The hatched part: up to the maximum.
    public let range: SVG?
    /// The dashed end: at least, no maximum.
    public let open: SVG?
    /// The outline: the date is known only to the period.
    public let approximate: SVG?
    /// The open mark on the base line: no figure.
    public let unknown: SVG?

    init(_ timeline: Timeline) {
        let known = timeline.entries.filter { !$0.extent.isUnknown }
        minimum = TimelineKey.swatch { markup in
            markup.empty("rect", [("class", "min"), ("width", "12"), ("height", "12")])
        }
        range =
            known.contains(where: \.extent.isRange)
            ? TimelineKey.range(Hatch(prefix: timeline.id).alleged) : nil
        open =
            known.contains(where: \.extent.isOpen)
            ? TimelineKey.swatch { markup in
                markup.empty(
                    "path",
                    [("class", "open"), ("d", "M6 12V0"), ("stroke-dasharray", "3 3")]
                )
            } : nil
        approximate = known.contains(where: \.isApproximate) ? TimelineKey.outline : nil
        unknown =
            known.count < timeline.entries.count
            ? TimelineKey.swatch { markup in
                markup.empty(
                    "circle",
                    [("class", "dot-unknown"), ("cx", "6"), ("cy", "6"), ("r", "3")]
                )
            } : nil
    }

    private static func range(_ fill: String) -> SVG {
        swatch { markup in
            markup.empty(
                "rect",
                [
                    ("class", "max"), ("x", "0.5"), ("y", "0.5"), ("width", "11"),
                    ("height", "11"), ("fill", fill),
                ]
            )
        }
    }

    private static var outline: SVG {
        swatch { markup in
            markup.element("g", [("class", "approximate")]) { markup in
                markup.empty(
                    "rect",
                    [
                        ("class", "min"), ("x", "0.5"), ("y", "0.5"), ("width", "11"),
                        ("height", "11"),
                    ]
                )
            }
        }
    }

    private static func swatch(_ content: (inout Markup) -> Void) -> SVG {
        SVG { $0.element("svg", [("width", "12"), ("height", "12")], with: content) }
    }
}
