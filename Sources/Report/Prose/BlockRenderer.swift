import Drawing
import Records
import Templates

/// Renders a block that stands in a text: a table, a chart or a map.
struct BlockRenderer {
    let scope: PageScope
    let block: PlannedBlock
    /// Unique on the page.
    let id: String

    private var language: Language { scope.language }
    private var base: Figure { scope.report.figures[block.base] }

    /// The HTML of the block.
    var html: String {
        switch block.kind {
        case .map:
            return FigureMap.html(
                scope,
                base,
                id: id,
                caption: block.caption.isEmpty ? nil : block.caption
            )?
            .markup ?? ""
        case .chart: return chart
        case .table: return table
        }
    }

    private var caption: String {
        if !block.caption.isEmpty { return block.caption }
        return language.text(
            .chartCaption,
            [
                "measures": FigureChart.measuresText(scope, block.measures),
                "field": fieldLabel, "selection": scope.selections.text(base.selection),
            ]
        )
    }

    private var fieldLabel: String {
        block.field.map { scope.selections.label(of: $0, named: block.fieldName) } ?? ""
    }

    private func label(_ row: SummaryTable.Row) -> String {
        block.field.map { scope.selections.value(row.value, of: $0) } ?? row.value
    }

    /// The rows in the order that the author asked for, and how many are not shown.
    private var shown: (rows: [SummaryTable.Row], rest: Int) {
        let sorted = BlockSorting(figures: scope.report.figures, keys: block.sort)
            .sorted(block.rows)
        guard let limit = block.limit, limit < sorted.count else { return (sorted, 0) }
        return (Array(sorted.prefix(limit)), sorted.count - limit)
    }

    private var chart: String {
        if block.field == .day { return FigureTimeline.html(scope, base, block, id: id, caption) }
        let (rows, rest) = shown
        var chart = FigureChart.bars(
            scope,
            id: id,
            caption: caption,
            rowHeader: fieldLabel,
            measures: block.measures,
            rows: rows.map { (label($0), scope.report.figures[$0.figure], $0.value.isEmpty) },
            total: base
        )
        if rest > 0 { chart.description = language.text(.listRemainder, count: rest) }
        return chart.html()
    }

    private var table: String {
        let (rows, rest) = shown
        var html = HTMLText()
        html.raw("<figure class=\"block\"><div class=\"tab\" role=\"region\" tabindex=\"0\"")
        html.attribute("aria-labelledby", id + "-caption")
        html.raw("><table class=\"fix\"><caption")
        html.attribute("id", id + "-caption")
        html.raw(">")
        html.text(caption)
        if rest > 0 { html.text(" " + language.text(.listRemainder, count: rest)) }
        html.raw("</caption><thead><tr><th scope=\"col\">")
        html.text(fieldLabel)
        html.raw("</th>")
        for measure in block.measures {
            html.raw("<th scope=\"col\" class=\"n\">")
            html.text(language.columnLabel(measure))
            html.raw("</th>")
        }
        html.raw("</tr></thead><tbody>")
        for row in rows { self.row(label(row), scope.report.figures[row.figure], into: &html) }
        html.raw("</tbody><tfoot>")
        row(language.text(.total), base, into: &html)
        html.raw("</tfoot></table></div></figure>")
        return html.markup
    }

    private func row(_ label: String, _ figure: Figure, into html: inout HTMLText) {
        html.raw("<tr><th scope=\"row\">")
        html.text(label)
        html.raw("</th>")
        for measure in block.measures {
            let view = FigureView(scope, figure, measure)
            let total = figure.tally.total(measure)
            html.raw("<td class=\"n\">")
            if measure.isConceded && total.isUnknown {
                html.raw("<span class=\"nil\">")
                html.text(view.text)
                html.raw("</span>")
            } else {
                html.raw("<a")
                html.attribute("href", scope.url(figure.path))
                html.raw(">")
                html.text(view.text)
                html.raw("</a>")
                if total.unknown > 0, measure.holdsCounts {
                    html.raw("<span class=\"small\">")
                    html.text(scope.remark(total, measure) ?? "")
                    html.raw("</span>")
                }
            }
            html.raw("</td>")
        }
        html.raw("</tr>")
    }
}

/// Sorts the rows of a block by measures; equal rows keep the field's own order.
struct BlockSorting {
    let figures: Figures
    let keys: [PlannedBlock.SortKey]

    func sorted(_ rows: [SummaryTable.Row]) -> [SummaryTable.Row] {
        guard !keys.isEmpty else { return rows }
        return rows.enumerated()
            .sorted { left, right in
                for key in keys {
                    let one = value(left.element, key)
                    let other = value(right.element, key)
                    if one != other { return key.isDescending ? one > other : one < other }
                }
                return left.offset < right.offset
            }
            .map(\.element)
    }

    /// Unknown sorts below zero, so that it comes last when the greatest comes first.
    private func value(_ row: SummaryTable.Row, _ key: PlannedBlock.SortKey) -> Int {
        let total = figures[row.figure].tally.total(key.measure.measure)
        if total.isUnknown { return -1 }
        return key.measure.end == .max ? total.maximum : total.minimum
    }
}

/// Markup put together from constant parts and escaped texts.
struct HTMLText {
    /// What was written so far.
    private(set) var markup = ""

    /// Writes constant markup.
    mutating func raw(_ constant: StaticString) {
        markup += constant.description
    }

    /// Writes a text, escaped.
    mutating func text(_ text: String) {
        markup += HTML(text: text).markup
    }

    /// Writes an attribute, its value escaped.
    mutating func attribute(_ name: StaticString, _ value: String) {
        markup += " " + name.description + "=\"" + HTML(text: value).markup + "\""
    }
}
