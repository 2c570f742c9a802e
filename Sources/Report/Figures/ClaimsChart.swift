// Sorts claims into charts: only claims of the same thing stand in one, because the bar of a week, of children or of
// another country is no part of a comparison.

import Drawing
import Records

/// Makes charts of claims.
enum ClaimsChart {
    /// What a claim counts: claims that differ in any of these cannot be compared.
    private struct Subject: Hashable {
        let measure: Measure
        /// The strikes; empty for the campaign.
        let strikes: [String]
        let area: String
        let of: String
        /// The period; empty where the claim covers that of the report.
        let period: String

        init(_ view: ClaimView, _ measure: Measure) {
            self.measure = measure
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
        var isWhole: Bool {
            strikes.isEmpty && of.isEmpty && period.isEmpty && measure == .killed
        }
    }

    /// Claims of the same thing, in order.
    private struct Group {
        let measure: Measure
        var claims: [ClaimView]

        /// Whether they count all people of the whole campaign.
        var isWhole: Bool { claims.first.map { Subject($0, measure).isWhole } ?? false }
    }

    /// The claims about a strike, a chart for each thing that they count, those about the strike alone first.
    static func ofStrike(_ scope: PageScope, _ claims: [ClaimView]) -> [ClaimsChartView] {
        let sorted = charted(scope)
            .flatMap { measure in
                groups(claims, measure)
                    .sorted { one, other in
                        let (one, other) = (one.claims[0], other.claims[0])
                        let (first, second) = (one.positions.count, other.positions.count)
                        return first == second
                            ? one.chronology < other.chronology : first < second
                    }
            }
        return charts(scope, sorted)
    }

    /// The claims about the campaign: a chart for each thing that at least two of them count, the greatest claim
    /// of each first.
    static func campaign(_ scope: PageScope, among offsets: Range<Int>) -> [ClaimsChartView] {
        charts(
            scope,
            charted(scope).flatMap { sortedGroups(scope, $0, among: offsets) }
                .filter { $0.claims.count > 1 }
        )
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
        let groups = sortedGroups(scope, .killed, among: scope.report.dataset.claims.indices)
            .map { Group(measure: .killed, claims: $0.claims.filter(\.isAboutThePeriod)) }
            .filter { !$0.claims.isEmpty }
        guard let group = groups.first(where: \.isWhole) ?? groups.first else { return nil }
        let claims = group.claims.filter { view in
            if view.claim.position == .conceded {
                conceded += 1
                return conceded <= concessions
            }
            return claimants.count < allegations
                && claimants.insert(view.claim.claimant).inserted
        }
        return charts(scope, [Group(measure: .killed, claims: claims)]).first
    }

    /// The measures of which charts are drawn: deaths, and what the site declares itself.
    private static func charted(_ scope: PageScope) -> [Measure] {
        [.killed] + scope.report.held.claimed
    }

    /// The groups of claims about the campaign: those about all people first, then the largest.
    private static func sortedGroups(
        _ scope: PageScope,
        _ measure: Measure,
        among offsets: Range<Int>
    ) -> [Group] {
        let claims =
            offsets.compactMap { offset in
                let claim = scope.report.dataset.claims[offset]
                return claim.scope == .campaign && claim.counts[measure].isKnown
                    ? ClaimView(scope, offset) : nil
            }
            .sorted {
                ($1.claim.counts[measure].minimum ?? 0, $0.offset) < (
                    $0.claim.counts[measure].minimum ?? 0, $1.offset
                )
            }
        return groups(claims, measure).enumerated()
            .sorted { one, other in
                let wholes = (one.element.isWhole, other.element.isWhole)
                if wholes.0 != wholes.1 { return wholes.0 }
                return (other.element.claims.count, one.offset) < (
                    one.element.claims.count, other.offset
                )
            }
            .map(\.element)
    }

    /// The claims that state a measure by what they count, in the order of the first of each.
    private static func groups(_ claims: [ClaimView], _ measure: Measure) -> [Group] {
        var order: [Subject] = []
        var bySubject: [Subject: Group] = [:]
        for view in claims where view.claim.counts[measure].isKnown {
            let subject = Subject(view, measure)
            if bySubject[subject] == nil { order.append(subject) }
            bySubject[subject, default: Group(measure: measure, claims: [])].claims.append(view)
        }
        return order.compactMap { bySubject[$0] }
    }

    private static func charts(_ scope: PageScope, _ groups: [Group]) -> [ClaimsChartView] {
        groups.enumerated()
            .map { index, group in
                ClaimsChartView(
                    bars: bars(group, id: index == 0 ? "claims" : "claims-\(index + 1)", scope),
                    measure: group.measure,
                    claims: group.claims
                )
            }
    }

    private static func bars(_ group: Group, id: String, _ scope: PageScope) -> BarChart {
        BarChart(
            id: id,
            lanes: [.alleged],
            rows: group.claims.map { view in
                [
                    Bar(
                        FigureChart.extent(view.claim.counts[group.measure]),
                        view.claim.position == .conceded ? .conceded : .alleged
                    )
                ]
            },
            direction: scope.language.direction,
            tickText: { $0.map { scope.language.number($0) } }
        )
    }
}
