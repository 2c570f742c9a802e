// One label of a map. MapLabels.swift finds its position.

import Text

/// A label with its position.
struct MapLabel {
    /// The part of the text that is at ``spot``.
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
    /// The area that it occupies at the larger of the sizes at which it is drawn.
    let box: Box
    /// The ends of the leader line to its circle; empty when it is beside the circle.
    let leader: [Spot]

    /// The value of `text-anchor`, which follows the direction of the text.
    var textAnchor: String {
        switch (anchor, direction) {
        case (.middle, _): "middle"
        case (.left, .ltr), (.right, .rtl): "start"
        case (.left, .rtl), (.right, .ltr): "end"
        }
    }
}
