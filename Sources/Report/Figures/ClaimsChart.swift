import Drawing
import Records

/// Which claims stand in a chart of claims.
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
                direction: language.isRightToLeft ? .rtl : .ltr,
                tickText: { $0.map { language.number($0) } }
            ),
            claims: shown
        )
    }

    /// All claims on the campaign or a part of it, the greatest first; `nil` when none has a figure.
    static func campaign(_ scope: PageScope) -> ClaimsChartView? {
        view(scope, campaignClaims(scope))
    }

    /// Who disagrees, in a few bars: the greatest allegation of each of a few claimants, and the
    /// greatest concessions, of those that speak of no time outside the report's period by more than
    /// a month.
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
                claim.scope == .campaign && claim.killed.isKnown
                    ? ClaimView(scope: scope, claim: claim, offset: offset) : nil
            }
            .sorted {
                ($1.claim.killed.minimum ?? 0, $0.offset) < (
                    $0.claim.killed.minimum ?? 0, $1.offset
                )
            }
    }
}
