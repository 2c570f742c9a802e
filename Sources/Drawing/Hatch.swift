// The hatching that means "up to the maximum". Patterns are referred to by id, so each drawing that needs
// one brings its own under its own prefix.

struct Hatch {
    let prefix: String

    var alleged: String { "url(#\(prefix)-hatch)" }
    var conceded: String { "url(#\(prefix)-hatch-con)" }

    func fill(_ style: BarStyle) -> String {
        switch style {
        case .alleged: alleged
        case .conceded: conceded
        }
    }

    /// The patterns alone, for use inside a drawing.
    func writeDefinitions(_ styles: [BarStyle], into markup: inout Markup) {
        markup.open("defs")
        for style in styles {
            let isConceded = style == .conceded
            markup.element(
                "pattern",
                [
                    ("id", isConceded ? "\(prefix)-hatch-con" : "\(prefix)-hatch"),
                    ("width", "5"), ("height", "5"), ("patternUnits", "userSpaceOnUse"),
                    ("patternTransform", "rotate(45)"),
                ]
            ) { markup in
                markup.empty(
                    "path",
                    [("class", isConceded ? "hatch-con" : "hatch"), ("d", "M1 0V5")]
                )
            }
        }
        markup.close("defs")
    }

    /// The patterns in a drawing of their own that takes no room, for the bars of a table.
    func writeHolder(_ styles: [BarStyle], into markup: inout Markup) {
        markup.element(
            "svg",
            [("width", "0"), ("height", "0"), ("aria-hidden", "true"), ("focusable", "false")]
        ) { writeDefinitions(styles, into: &$0) }
    }
}
