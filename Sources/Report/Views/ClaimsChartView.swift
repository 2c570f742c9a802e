import Drawing
import Records
import Templates

/// Claims of the same thing as bars: who says how many, when.
struct ClaimsChartView: TemplateRecord {
    let bars: BarChart
    /// What the claims count.
    let measure: Measure
    /// The claims, a row each.
    let claims: [ClaimView]

    static let schema = RecordSchema<ClaimsChartView>(
        "claims chart",
        "Claims of the same thing as bars: who says how many, when; drawn by `partials/claims-chart.html`.",
        [
            .text("id", "What its ids begin with; unique on the page.") { $0.bars.id },
            .text(
                "title",
                "What its claims count: these [people], this strike or several, the area; begins in lower case."
            ) { $0.title },
            .list("rows", "The claims, each with its bar.") { chart in
                chart.claims.indices.map {
                    ClaimBarView(
                        claim: chart.claims[$0],
                        measure: chart.measure,
                        bar: chart.bars.bars(ofRow: $0)
                    )
                }
            },
            .text("column", "What is counted, as the head of the column of numbers.") {
                $0.language?.columnLabel($0.measure) ?? ""
            },
            .boolean("is_declared", "Whether the site declares itself what is counted.") {
                $0.measure.isDeclared
            },
            .text("unit", "What one of it is: people, homes.") {
                $0.language?.units([$0.measure]) ?? ""
            },
            .integer("top", "The number at which the axis ends.") { $0.bars.ticks.top },
            .texts("ticks", "The numbers of the axis, evenly spaced, from zero.") {
                $0.bars.tickTexts
            },
            .optionalHTML(
                "hatching",
                "The hatching that bars refer to; if there is one, print it once, before the rows."
            ) {
                $0.bars.hatching.map { HTML($0) }
            },
        ]
    )

    private var language: Language? { claims.first?.scope.language }

    /// What all its claims count: the people, if they are a part of all, and the strikes or the area.
    private var title: String {
        guard let first = claims.first else { return "" }
        let language = first.scope.language
        var parts: [String] = []
        switch first.claim.scope {
        case .campaign:
            parts.append(
                first.area.map(language.isolated) ?? language.text(.claimCampaign)
            )
            if !first.coversThePeriod, let period = first.period { parts.append(period) }
        case .strikes(let ids):
            parts.append(
                ids.count == 1
                    ? language.text(.claimWhole)
                    : language.text(.claimSeveral, count: ids.count)
            )
        }
        if measure.isDeclared { parts.append(language.label(measure)) }
        if let of = first.of { parts.append(language.text(.claimOnly, ["people": of])) }
        return parts.joined(separator: language.text(.comma))
    }
}

/// One claim with its bar.
struct ClaimBarView: TemplateRecord {
    let claim: ClaimView
    let measure: Measure
    let bar: SVG

    static let schema = RecordSchema<ClaimBarView>(
        "claim bar",
        "One claim in a chart of claims.",
        [
            .record("claim", "The claim.") { $0.claim },
            .record("count", "The number that it claims.") {
                CountView(scope: $0.claim.scope, count: $0.claim.claim.counts[$0.measure])
            },
            .html("bar", "The bar, drawn as wide as the place where it stands.") {
                HTML($0.bar)
            },
        ]
    )
}
