// One label of a map, where it was put. MapLabels.swift finds the places.

/// A label with the place it was given.
struct MapLabel {
    /// Which end of the text lies at its spot.
    enum Anchor {
        case left
        case middle
        case right
    }

    let text: String
    let language: String?
    let direction: TextDirection
    let spot: Spot
    let anchor: Anchor
    /// Whether it is drawn on wide screens only.
    let isWideOnly: Bool
    /// The room it takes at the larger of the sizes at which it is drawn.
    let box: Box
    /// The ends of a fine line to its circle, where it stands apart from it.
    let lead: [Spot]

    /// The value of `text-anchor`, which follows the direction of the text.
    var textAnchor: String {
        switch (anchor, direction) {
        case (.middle, _): "middle"
        case (.left, .ltr), (.right, .rtl): "start"
        case (.left, .rtl), (.right, .ltr): "end"
        }
    }
}
