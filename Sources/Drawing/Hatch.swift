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
        case .dotted: "url(#\(prefix)-dots)"
        case .ruled: "url(#\(prefix)-rules)"
        case .checked: "url(#\(prefix)-checks)"
        case .barred: "url(#\(prefix)-bars)"
        case .hollow: "none"
        }
    }

    /// Writes the patterns inside a drawing.
    func writeDefinitions(_ styles: [BarStyle], into markup: inout Markup) {
        markup.open("defs")
        for style in styles {
            switch style {
            case .alleged: writeHatching("\(prefix)-hatch", "hatch", into: &markup)
            case .conceded: writeHatching("\(prefix)-hatch-con", "hatch-con", into: &markup)
            case .dotted: writeFilling("\(prefix)-dots", "dots", "M1 1h2v2H1Z", into: &markup)
            case .ruled: writeFilling("\(prefix)-rules", "rules", "M0 2H4", into: &markup)
            case .checked: writeFilling("\(prefix)-checks", "rules", "M0 2H4M2 0V4", into: &markup)
            case .barred: writeFilling("\(prefix)-bars", "rules", "M2 0V4", into: &markup)
            case .hollow: break
            }
        }
        markup.close("defs")
    }

    private func writeHatching(
        _ id: String,
        _ part: String,
        into markup: inout Markup
    ) {
        markup.element(
            "pattern",
            [
                ("id", id), ("width", "5"), ("height", "5"), ("patternUnits", "userSpaceOnUse"),
                ("patternTransform", "rotate(45)"),
            ]
        ) { $0.empty("path", [("class", part), ("d", "M1 0V5")]) }
    }

    private func writeFilling(
        _ id: String,
        _ part: String,
        _ path: String,
        into markup: inout Markup
    ) {
        markup.element(
            "pattern",
            [("id", id), ("width", "4"), ("height", "4"), ("patternUnits", "userSpaceOnUse")]
        ) { $0.empty("path", [("class", part), ("d", path)]) }
    }

    /// Writes the patterns in a separate empty drawing, for the bars of a table.
    func writeHolder(_ styles: [BarStyle], into markup: inout Markup) {
        markup.element(
            "svg",
            [("width", "0"), ("height", "0"), ("aria-hidden", "true"), ("focusable", "false")]
        ) { writeDefinitions(styles, into: &$0) }
    }
}
