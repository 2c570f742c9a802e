import Drawing
import Templates

/// Claims as bars: who says how many, when.
struct ClaimsChartView: TemplateRecord {
    let bars: BarChart
    /// The claims, a row each.
    let claims: [ClaimView]

    static let schema = RecordSchema<ClaimsChartView>(
        "claims chart",
        "Claims as bars: who says how many, when; drawn by `partials/claims-chart.html`.",
        [
            .text("id", "What its ids begin with; unique on the page.") { $0.bars.id },
            .list("rows", "The claims, each with its bar.") { chart in
                chart.claims.indices.map {
                    ClaimBarView(claim: chart.claims[$0], bar: chart.bars.bars(ofRow: $0))
                }
            },
            .integer("top", "The number at which the axis ends.") { $0.bars.ticks.top },
            .optionalHTML(
                "hatching",
                "The hatching that bars refer to; if there is one, print it once, before the rows."
            ) {
                $0.bars.hatching.map { HTML($0) }
            },
        ]
    )
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
            .text("counts", "What it counts: this strike, several, or the campaign.") {
                $0.counts
            },
            .html("bar", "The bar, drawn as wide as the place where it stands.") {
                HTML($0.bar)
            },
        ]
    )

    /// What the claim counts: this strike, several, or the campaign with what its record adds and its period,
    /// because the number of a week is no part of a comparison with that of a year.
    private var counts: String {
        let language = claim.scope.language
        switch claim.claim.scope {
        case .campaign:
            let what =
                claim.extras.isEmpty
                ? [language.text(.claimCampaign)]
                : claim.extras.map { language.isolated($0.text) }
            return (what + [claim.period ?? language.text(.claimNoPeriod)])
                .joined(separator: language.text(.comma))
        case .strikes(let ids):
            return ids.count == 1
                ? language.text(.claimWhole) : language.text(.claimSeveral, count: ids.count)
        }
    }
}
