import Drawing
import Records

/// Selects the claims for a chart of claims.
enum ClaimsChart {
    /// The claims with a figure as bars; `nil` when none has one.
    static func view(_ scope: PageScope, _ claims: [ClaimView]) -> ClaimsChartView? {
        let shown = claims.filter { $0.claim.killed.isKnown }
        guard !shown.isEmpty else { return nil }
        let language = scope.language
        return ClaimsChartView(
            bars: BarChart(
                id: "claims",
                lanes: [.alleged],
                rows: shown.map { view in
                    [
                        Bar(
                            FigureChart.extent(view.claim.killed),
                            view.claim.position == .conceded ? .conceded : .alleged
                        )
                    ]
                },
                hasGrid: false,
                direction: language.direction,
                tickText: { $0.map { language.number($0) } }
            ),
            claims: shown
        )
    }

    /// All claims about the campaign or a part of it, the greatest first; `nil` when none has a figure.
    static func campaign(_ scope: PageScope) -> ClaimsChartView? {
        view(scope, campaignClaims(scope))
    }

    /// The disagreement in a few bars; `nil` when no claim has a figure.
    ///
    /// It shows the greatest allegation of each of a few claimants and the greatest concessions. Claims
    /// about a time more than a month outside the report's period are skipped.
    static func headline(
        _ scope: PageScope,
        allegations: Int,
        concessions: Int
    ) -> ClaimsChartView? {
        var claimants: Set<String> = []
        var conceded = 0
        let claims = campaignClaims(scope)
            .filter { view in
                guard view.isAboutThePeriod else { return false }
                if view.claim.position == .conceded {
                    conceded += 1
                    return conceded <= concessions
                }
                return claimants.count < allegations
                    && claimants.insert(view.claim.claimant).inserted
            }
        return view(scope, claims)
    }

    private static func campaignClaims(_ scope: PageScope) -> [ClaimView] {
        scope.report.dataset.claims.enumerated()
            .compactMap { offset, claim in
                claim.scope == .campaign && claim.killed.isKnown ? ClaimView(scope, offset) : nil
            }
            .sorted {
                ($1.claim.killed.minimum ?? 0, $0.offset) < (
                    $0.claim.killed.minimum ?? 0, $1.offset
                )
            }
    }
}
