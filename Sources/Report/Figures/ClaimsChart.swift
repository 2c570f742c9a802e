import Drawing
import Records
import Templates

/// Claims as bars: who says how many, when.
struct ClaimsChart {
    let scope: PageScope
    let claims: [ClaimView]
    let id: String

    /// The claims with a figure as bars; `nil` when none has one.
    var html: HTML? {
        let shown = claims.filter { $0.claim.killed.isKnown }
        guard !shown.isEmpty else { return nil }
        let language = scope.language
        let chart = BarChart(
            id: id,
            caption: language.text(.claimsCaption),
            rowHeader: language.text(.whoWhen),
            series: [
                BarSeries(
                    label: language.label("position_", "alleged"),
                    column: language.columnLabel(.killed),
                    style: .alleged
                )
            ],
            extraHeaders: [language.label("claim_", "counts")],
            rows: shown.map(row),
            words: FigureChart.words(language),
            showsAxis: false,
            showsKey: false,
            direction: language.isRightToLeft ? .rtl : .ltr,
            tickText: { $0.map { language.number($0) } }
        )
        return HTML(unsafeHTML: chart.html())
    }

    /// All claims on the campaign or a part of it, the greatest first; `nil` when none has a figure.
    static func campaign(_ scope: PageScope) -> HTML? {
        ClaimsChart(scope: scope, claims: campaignClaims(scope), id: "claims").html
    }

    /// Who disagrees, in a few bars: the greatest allegation of each of a few claimants, and the
    /// greatest concessions, of those that speak of no time outside the report's period by more than
    /// a month.
    static func headline(_ scope: PageScope, allegations: Int, concessions: Int) -> HTML? {
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
        return ClaimsChart(scope: scope, claims: claims, id: "claims").html
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

    private func row(_ view: ClaimView) -> BarRow {
        BarRow(
            label: LinkedText(view.claim.claimant),
            sublabel: LinkedText(
                view.claim.date.map { scope.language.text($0) }
                    ?? scope.language.text(.dateUnknown)
            ),
            values: [
                BarValue(
                    extent: FigureChart.extent(view.claim.killed),
                    text: LinkedText(scope.language.text(view.claim.killed), href: view.url),
                    style: view.claim.position == .conceded ? .conceded : .alleged
                )
            ],
            extras: [LinkedText(counts(view))]
        )
    }

    /// What the claim counts: this strike, several, or the campaign with what its record adds.
    private func counts(_ view: ClaimView) -> String {
        switch view.claim.scope {
        case .campaign:
            view.extras.isEmpty
                ? scope.language.text(.claimCampaign)
                : view.extras.map(\.text).joined(separator: scope.language.text(.comma))
        case .strikes(let ids):
            ids.count == 1
                ? scope.language.text(.claimWhole)
                : scope.language.text(.nStrikes, count: ids.count)
        }
    }
}
