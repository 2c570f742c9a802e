// The hatching for "up to the maximum". Patterns are referenced by id, so each drawing has its own patterns
// with its own prefix.

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

    /// Writes the patterns inside a drawing.
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

    /// Writes the patterns in a separate empty drawing, for the bars of a table.
    func writeHolder(_ styles: [BarStyle], into markup: inout Markup) {
        markup.element(
            "svg",
            [("width", "0"), ("height", "0"), ("aria-hidden", "true"), ("focusable", "false")]
        ) { writeDefinitions(styles, into: &$0) }
    }
}
