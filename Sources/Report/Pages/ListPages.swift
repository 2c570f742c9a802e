import Records
import Templates

/// One page of the list of strikes.
struct StrikeListPage: PageRoot {
    let scope: PageScope
    let pager: PagerView

    var page: PageView { pager.page(.titleStrikes) }

    static let schema = RecordSchema<StrikeListPage>(
        "strike list",
        "One page of the list of strikes.",
        withPageFields([
            .list("strikes", "The strikes of the page, by date.") { page in
                page.pager.range.map { StrikeView(page.scope, $0) }
            },
            .record("pager", "The position of the page in the list of pages.") { $0.pager },
            .list("gradings", "The gradings, with their strikes.") { $0.scope.gradings },
            .list("filters", "The fields by which the list can be narrowed; none without a search.")
            {
                page in
                page.scope.report.search?.facets(page.scope.report).facets
                    .map { FacetView(scope: page.scope, facet: $0) } ?? []
            },
            .record("totals", "The sums over the counted strikes of all pages.") { page in
                SummaryRowView(
                    scope: page.scope,
                    label: page.scope.selections.text(page.counted.selection),
                    isBlank: false,
                    figure: page.counted
                )
            },
        ])
    )

    private var counted: Figure { scope.report.figures[scope.report.standing.counted] }
}

/// One page of the victims.
struct VictimsPage: PageRoot {
    let scope: PageScope
    let pager: PagerView
    /// The people of the list, who share a value; `nil` for all.
    var group: PeopleIndex.Group?
    /// The figure whose people are listed; `nil` for other lists.
    var figure: PeopleFigure?

    var page: PageView {
        let all = scope.language.text(.titleVictims)
        if let figure {
            let title = scope.language.text(
                .figureOf,
                ["selection": scope.selections.text(figure.figure)]
            )
            let crumb = LinkView(text: title, url: scope.url(figure.figure.path))
            return PageView(
                scope: scope,
                title: pager.title(title),
                crumbs: [LinkView(text: all, url: scope.url(.victims))]
                    + (pager.index > 0 ? [crumb] : [])
            )
        }
        guard let group else { return pager.page(.titleVictims) }
        let title = scope.language.text(
            .titlePeople,
            [
                "people": all, "field": scope.label(of: group.field),
                "value": scope.label(of: group),
            ]
        )
        var crumbs = [LinkView(text: all, url: scope.url(.victims))]
        if pager.index > 0 { crumbs.append(LinkView(text: title, url: scope.url(group.path))) }
        return PageView(scope: scope, title: pager.title(title), crumbs: crumbs)
    }

    static let schema = RecordSchema<VictimsPage>(
        "victims page",
        "One page of the people, by strike; by name where somebody stands without one.",
        withPageFields([
            .list("strikes", "The strikes of the page, with their people.") { page in
                page.positions.map { StrikePeopleView(scope: page.scope, position: $0) }
            },
            .record("total", "All people listed, as a figure.") {
                FigureView($0.scope, $0.scope.report.standing.all, .namedVictims)
            },
            .list(
                "people",
                "The people of the page by name, where somebody stands without a strike."
            ) {
                page in
                page.order.isEmpty
                    ? []
                    : page.order[page.pager.range]
                        .map {
                            VictimView(scope: page.scope, position: $0, isAlone: true)
                        }
            },
            .list("tables", "The people by initial, month, place and so on, on the first page.") {
                page in
                page.group == nil && page.figure == nil && page.pager.index == 0
                    ? PeopleTableView.all(page.scope) : []
            },
            .optionalRecord("figure", "The figure, on the page behind a number of people.") {
                page in
                page.figure.map {
                    PeopleFigureView(
                        scope: page.scope,
                        people: $0,
                        pager: page.pager,
                        title: page.page.title
                    )
                }
            },
            .record("pager", "The position of the page in the list of pages.") { $0.pager },
        ])
    )

    /// The people of the whole list by name; empty where they are listed by strike.
    private var order: [Int] {
        figure?.people ?? group?.people ?? scope.report.places.people.order
    }

    private var positions: [Int] {
        let dataset = scope.report.dataset
        if !order.isEmpty || figure != nil { return [] }
        var positions: [Int] = []
        for victim in dataset.victims[pager.range] {
            guard let position = dataset.index(of: victim.strikeID), positions.last != position
            else { continue }
            positions.append(position)
        }
        return positions
    }
}

/// A strike with the people it harmed.
struct StrikePeopleView: TemplateRecord {
    let scope: PageScope
    let position: Int

    static let schema = RecordSchema<StrikePeopleView>(
        "strike with people",
        "A strike with the people it harmed.",
        [
            .record("strike", "The strike.") { StrikeView($0.scope, $0.position) },
            .list("groups", "The people, by status and family.") { view in
                PeopleGroupView.groups(view.scope, ofStrikeAt: view.position)
            },
            .optionalText("withheld", "How many more people are withheld, where the site says so.")
            {
                WithheldText.people($0.scope, ofStrikeAt: $0.position)
            },
        ]
    )
}

/// One page of the claims.
struct ClaimsPage: PageRoot {
    let scope: PageScope
    let pager: PagerView
    /// The positions of the claims from which the page makes its charts and its table of claimants over time.
    let compared: Range<Int>

    var page: PageView { pager.page(.titleClaims) }

    static let schema = RecordSchema<ClaimsPage>(
        "claims page",
        "One page of who says what.",
        withPageFields([
            .list("claims", "The claims of the page, in the order of the records.") { page in
                page.pager.range.map { ClaimView(page.scope, $0) }
            },
            .list(
                "claimants",
                "The claimants over time: all on the first page, or those of each page where there are many."
            ) {
                ClaimantView.all($0.scope, among: $0.compared)
            },
            .list(
                "claims_charts",
                "The same claims on the campaign as bars: a chart for each thing counted."
            ) {
                ClaimsChart.campaign($0.scope, among: $0.compared)
            },
            .optionalText(
                "compared_range",
                "Which claims the charts and the claimants over time come from, if not all: 61 to 120 of 300."
            ) { $0.comparedRange },
            .texts(
                "declared",
                "The heads of the columns for measures that the site declares itself."
            ) { page in
                page.scope.report.held.claimed.map { measure in
                    let language = page.scope.language
                    let label = language.columnLabel(measure)
                    // The captions of the tables state the unit of all other columns.
                    return measure.unit == Measure.killed.unit
                        ? label : label + " (" + language.units([measure]) + ")"
                }
            },
            .integer("columns", "How many columns the table of claimants over time has.") {
                3 + $0.scope.report.held.claimed.count
            },
            .record("records", "What the records say: the counted strikes.") {
                FigureView($0.scope, $0.scope.report.standing.counted, .killed)
            },
            .record("conceded", "What is conceded in the records, over all strikes.") {
                FigureView($0.scope, $0.scope.report.standing.all, .concededKilled)
            },
            .record("pager", "The position of the page in the list of pages.") { $0.pager },
        ])
    )

    /// How many claims about the campaign with a figure are compared on one page.
    private static let mostCompared = 60

    /// The claims that each page compares: all on the first, or where they are many those that it lists.
    static func compared(_ model: ReportModel, _ paging: Paging) -> [Range<Int>] {
        let claims = model.dataset.claims
        let campaign = claims.count { $0.scope == .campaign && model.hasFigure($0) }
        if campaign > mostCompared { return paging.pages }
        return paging.pages.indices.map { $0 == 0 ? claims.indices : 0..<0 }
    }

    private var comparedRange: String? {
        let total = scope.report.dataset.claims.count
        if compared.isEmpty || compared.count == total { return nil }
        return scope.language.range(compared, of: total)
    }
}

/// One claimant's claims over time.
struct ClaimantView: TemplateRecord {
    let name: String
    let claims: [ClaimView]

    static let schema = RecordSchema<ClaimantView>(
        "claimant",
        "One claimant's claims over time.",
        [
            .text("name", "Who claims.") { $0.name },
            .list("claims", "The claims with a figure, by date.") { $0.claims },
            .list("campaign", "Those about the campaign.") { view in
                view.claims.filter { $0.claim.scope == .campaign }
            },
        ]
    )

    /// The claimants by the number of their claims with a figure, most first.
    static func all(_ scope: PageScope, among offsets: Range<Int>) -> [ClaimantView] {
        var byName: [String: [ClaimView]] = [:]
        for offset in offsets {
            let claim = scope.report.dataset.claims[offset]
            guard scope.report.hasFigure(claim) else { continue }
            byName[claim.claimant, default: []].append(ClaimView(scope, offset))
        }
        return
            byName.map { name, claims in
                ClaimantView(
                    name: scope.label(name, .claims, .claimant),
                    claims: claims.sorted { $0.chronology < $1.chronology }
                )
            }
            .sorted { ($1.claims.count, $0.name) < ($0.claims.count, $1.name) }
    }
}

extension ReportModel {
    /// Whether a claim states how many: a number of deaths, or of what the site declares itself.
    func hasFigure(_ claim: Claim) -> Bool {
        claim.killed.isKnown || held.claimed.contains { claim.counts[$0].isKnown }
    }
}

/// One page of the disclosure table.
struct DisclosuresPage: PageRoot {
    let scope: PageScope
    let pager: PagerView

    var page: PageView { pager.page(.titleDisclosures) }

    static let schema = RecordSchema<DisclosuresPage>(
        "disclosures page",
        "Which facts about each strike the military made public.",
        withPageFields([
            .list("rows", "The strikes of the page, by date.") { page in
                page.pager.range.map { DisclosureRowView(scope: page.scope, position: $0) }
            },
            .list("totals", "For how many strikes each fact is disclosed.") {
                DisclosureTotalView.all($0.scope)
            },
            .record("pager", "The position of the page in the list of pages.") { $0.pager },
        ])
    )
}

extension PageScope {
    /// The gradings of the site; none where no column grades a strike.
    var gradings: [GradingView] {
        if report.standing.gradings.isEmpty { return [] }
        return settings.methodology.gradings.indices.map {
            GradingView(scope: self, index: $0)
        }
    }
}
