// Sorts claims into charts: only claims of the same thing stand in one, because the bar of a week, of children or of
// another country is no part of a comparison.

import Drawing
import Records

/// Makes charts of claims.
enum ClaimsChart {
    /// What a claim counts: claims that differ in any of these cannot be compared.
    private struct Subject: Hashable {
        /// The strikes; empty for the campaign.
        let strikes: [String]
        let area: String
        let of: String
        /// The period; empty where the claim covers that of the report.
        let period: String

        init(_ view: ClaimView) {
            switch view.claim.scope {
            case .campaign:
                strikes = []
                period = view.coversThePeriod ? "" : view.period ?? ""
            case .strikes(let ids):
                strikes = ids.sorted()
                period = ""
            }
            area = Key.of(view.claim.area)
            of = Key.of(view.claim.of)
        }

        /// Whether it is all people of the whole campaign.
        var isWhole: Bool { strikes.isEmpty && of.isEmpty && period.isEmpty }
    }

    /// The claims about a strike, a chart for each thing that they count, those about the strike alone first.
    static func ofStrike(_ scope: PageScope, _ claims: [ClaimView]) -> [ClaimsChartView] {
        let groups = groups(claims)
            .sorted { one, other in
                let (first, second) = (one[0].positions.count, other[0].positions.count)
                return first == second ? one[0].chronology < other[0].chronology : first < second
            }
        return charts(scope, groups)
    }

    /// The claims about the campaign: a chart for each thing that at least two of them count, the greatest claim
    /// of each first.
    static func campaign(_ scope: PageScope) -> [ClaimsChartView] {
        charts(scope, sortedGroups(scope).filter { $0.count > 1 })
    }

    /// The disagreement in a few bars; `nil` when no claim has a figure.
    ///
    /// It shows the greatest allegation of each of a few claimants and the greatest concessions, from the claims
    /// that most others can be compared with. Claims about a time more than a month outside the report's period
    /// are skipped.
    static func headline(
        _ scope: PageScope,
        allegations: Int,
        concessions: Int
    ) -> ClaimsChartView? {
        var claimants: Set<String> = []
        var conceded = 0
        let groups = sortedGroups(scope)
            .map { $0.filter(\.isAboutThePeriod) }
            .filter { !$0.isEmpty }
        guard let group = groups.first(where: { Subject($0[0]).isWhole }) ?? groups.first else {
            return nil
        }
        let claims = group.filter { view in
            if view.claim.position == .conceded {
                conceded += 1
                return conceded <= concessions
            }
            return claimants.count < allegations
                && claimants.insert(view.claim.claimant).inserted
        }
        return charts(scope, [claims]).first
    }

    /// The groups of claims about the campaign: those about all people first, then the largest.
    private static func sortedGroups(_ scope: PageScope) -> [[ClaimView]] {
        let claims = scope.report.dataset.claims.enumerated()
            .compactMap { offset, claim in
                claim.scope == .campaign && claim.killed.isKnown ? ClaimView(scope, offset) : nil
            }
            .sorted {
                ($1.claim.killed.minimum ?? 0, $0.offset) < (
                    $0.claim.killed.minimum ?? 0, $1.offset
                )
            }
        return groups(claims).enumerated()
            .sorted { one, other in
                let wholes = (Subject(one.element[0]).isWhole, Subject(other.element[0]).isWhole)
                if wholes.0 != wholes.1 { return wholes.0 }
                return (other.element.count, one.offset) < (one.element.count, other.offset)
            }
            .map(\.element)
    }

    /// The claims with a figure by what they count, in the order of the first of each.
    private static func groups(_ claims: [ClaimView]) -> [[ClaimView]] {
        var order: [Subject] = []
        var bySubject: [Subject: [ClaimView]] = [:]
        for view in claims where view.claim.killed.isKnown {
            let subject = Subject(view)
            if bySubject[subject] == nil { order.append(subject) }
            bySubject[subject, default: []].append(view)
        }
        return order.compactMap { bySubject[$0] }
    }

    private static func charts(_ scope: PageScope, _ groups: [[ClaimView]]) -> [ClaimsChartView] {
        groups.enumerated()
            .map { index, claims in
                ClaimsChartView(
                    bars: bars(claims, id: index == 0 ? "claims" : "claims-\(index + 1)", scope),
                    claims: claims
                )
            }
    }

    private static func bars(_ claims: [ClaimView], id: String, _ scope: PageScope) -> BarChart {
        BarChart(
            id: id,
            lanes: [.alleged],
            rows: claims.map { view in
                [
                    Bar(
                        FigureChart.extent(view.claim.killed),
                        view.claim.position == .conceded ? .conceded : .alleged
                    )
                ]
            },
            direction: scope.language.direction,
            tickText: { $0.map { scope.language.number($0) } }
        )
    }
}
