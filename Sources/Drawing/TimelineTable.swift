// The words around a timeline: the key above it and the table behind it.

extension TimelineDrawing {
    func writeKey(into markup: inout Markup) {
        let words = timeline.words
        let known = timeline.entries.filter { !$0.extent.isUnknown }
        markup.open("ul", [("class", "key plain"), ("aria-hidden", "true")])
        item(words.minimum, into: &markup) { markup in
            markup.empty("rect", [("class", "min"), ("width", "12"), ("height", "12")])
        }
        if known.contains(where: \.extent.isRange) {
            item(words.upToMaximum, into: &markup) { markup in
                markup.empty(
                    "rect",
                    [
                        ("class", "max"), ("x", "0.5"), ("y", "0.5"), ("width", "11"),
                        ("height", "11"), ("fill", "url(#\(timeline.id)-hatch)"),
                    ]
                )
            }
        }
        if known.contains(where: \.extent.isOpen) {
            item(words.atLeast, into: &markup) { markup in
                markup.empty(
                    "path",
                    [("class", "open"), ("d", "M6 12V0"), ("stroke-dasharray", "3 3")]
                )
            }
        }
        if known.contains(where: \.isApproximate) {
            item(words.approximate, into: &markup) { markup in
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
        if known.count < timeline.entries.count {
            item(words.unknown, into: &markup) { markup in
                markup.empty(
                    "circle",
                    [("class", "dot-unknown"), ("cx", "6"), ("cy", "6"), ("r", "3")]
                )
            }
        }
        markup.close("ul")
        markup.newLine()
    }

    private func item(_ words: String, into markup: inout Markup, swatch: (inout Markup) -> Void) {
        markup.open("li")
        markup.element("svg", [("width", "12"), ("height", "12")], with: swatch)
        markup.text(words)
        markup.close("li")
    }

    func writeTable(into markup: inout Markup) {
        markup.open("details")
        markup.element("summary", timeline.words.tableSummary)
        markup.open("div", [("class", "tab")])
        markup.open("table", [("class", "sum")])
        markup.element("caption", timeline.caption)
        markup.element("thead") { markup in
            markup.element("tr") { markup in
                markup.element("th", [("scope", "col")], timeline.words.dateColumn)
                markup.element(
                    "th",
                    [("scope", "col"), ("class", "n")],
                    timeline.words.valueColumn
                )
            }
        }
        markup.newLine()
        markup.open("tbody")
        markup.newLine()
        for entry in timeline.entries {
            markup.open("tr")
            markup.element("th", [("scope", "row")]) { entry.label.write(into: &$0) }
            markup.element("td", [("class", "n")]) { entry.value.write(into: &$0) }
            markup.close("tr")
            markup.newLine()
        }
        markup.close("tbody")
        markup.close("table")
        markup.close("div")
        markup.close("details")
        markup.newLine()
    }
}
