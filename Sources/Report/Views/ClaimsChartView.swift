import Drawing
import Templates

/// Claims of the same thing as bars: who says how many, when.
struct ClaimsChartView: TemplateRecord {
    let bars: BarChart
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
                    ClaimBarView(claim: chart.claims[$0], bar: chart.bars.bars(ofRow: $0))
                }
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
        if let of = first.of { parts.append(language.text(.claimOnly, ["people": of])) }
        return parts.joined(separator: language.text(.comma))
    }
}

/// One claim with its bar.
struct ClaimBarView: TemplateRecord {
    let claim: ClaimView
    let bar: SVG

    static let schema = RecordSchema<ClaimBarView>(
        "claim bar",
        "One claim in a chart of claims.",
        [
            .record("claim", "The claim.") { $0.claim },
            .html("bar", "The bar, drawn as wide as the place where it stands.") {
                HTML($0.bar)
            },
        ]
    )
}
