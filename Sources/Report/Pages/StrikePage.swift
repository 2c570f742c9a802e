import Drawing
import Records
import Templates

/// The page of one strike.
struct StrikePage: PageRoot {
    let scope: PageScope
    let position: Int

    let page: PageView
    private let blocks: RenderedBlocks

    init(scope: PageScope, position: Int, templates: TemplateSet) throws(RenderError) {
        self.scope = scope
        self.position = position
        let view = StrikeView(scope, position)
        page = PageView(
            scope: scope,
            title: scope.language.isolated(view.strike.id) + scope.language.text(.comma)
                + view.title,
            description: view.sentence,
            crumbs: [
                LinkView(text: scope.language.text(.titleStrikes), url: scope.url(.strikes)),
                LinkView(text: view.strike.id, url: view.url),
            ],
            card: scope.report.cards.ofStrike(view.strike.id)
        )
        blocks = try BlockRenderer(page: page, templates: templates)
            .blocks(of: scope.narrative(ofStrikeAt: position))
    }

    private var report: ReportModel { scope.report }
    private var view: StrikeView { StrikeView(scope, position, sentence: page.description) }

    /// The published point on a small map, whose unit is kilometres wide.
    private var locator: HTML? {
        guard let point = scope.report.dataset.strikes[position].place.coordinate,
            let ground = scope.report.ground
        else { return nil }
        return Locator(ground(), latitude: point.latitude, longitude: point.longitude)
            .map { HTML($0.svg(title: scope.language.text(.strikeLocator))) }
    }

    static let schema = RecordSchema<StrikePage>(
        "strike page",
        "The page of one strike.",
        withPageFields([
            .record("strike", "The strike.") { $0.view },
            .list("people", "The people, by status and family.") { page in
                PeopleGroupView.groups(page.scope, ofStrikeAt: page.position)
            },
            .integer("people_count", "How many people are listed.") {
                $0.report.dataset.victims(ofStrikeAt: $0.position).count
            },
            .optionalText(
                "people_withheld",
                "How many more people are withheld, where the site says so."
            ) {
                WithheldText.people($0.scope, ofStrikeAt: $0.position)
            },
            .list("claims", "Who says what about the strike.") { $0.claims },
            .list(
                "claims_charts",
                "The claims with a figure as bars, a chart for each thing counted."
            ) { page in
                ClaimsChart.ofStrike(page.scope, page.claims)
            },
            .list("facts", "What the military made public about the strike.") {
                DisclosureView.all($0.scope, ofStrikeAt: $0.position)
            },
            .boolean("has_disclosures", "Whether the report has any disclosures.") {
                !$0.report.dataset.disclosures.isEmpty
            },
            .list("sources", "The sources, numbered.") { page in
                page.report.dataset.sources(ofStrikeAt: page.position).enumerated()
                    .map { SourceView(scope: page.scope, source: $1, number: $0 + 1) }
            },
            .optionalHTML(
                "locator",
                "Where in the world the published coordinates lie, as a small drawing, if there are any."
            ) {
                $0.locator
            },
            .optionalHTML("narrative", "The account in content/strikes/, if there is one.") {
                page in
                page.prose?.html
            },
            .optionalHTML("body", "The same without its footnotes, which are in `notes`.") {
                $0.prose?.body
            },
            .optionalHTML("notes", "The footnotes as items of a list, if there are any.") {
                $0.prose?.notes
            },
            .list("references", "The sources that the account cites, numbered.") { page in
                page.scope.narrative(ofStrikeAt: page.position)
                    .map { ReferenceView.all(page.scope, $0) } ?? []
            },
            .optionalRecord(
                "gallery",
                "The strike's pictures, recordings and documents that the account does not show."
            ) { $0.gallery },
            .list(
                "other_sources",
                "The sources that the account does not cite, numbered after them."
            ) { $0.otherSources },
            .list("history", "What changed about the strike since it was published, newest first.")
            {
                page in
                page.report.history?.changes(page.scope, ofStrike: page.view.strike.id) ?? []
            },
            .list("overlaps", "What the strike shares with others, in sentences.") {
                OverlapView.all($0.scope, ofStrikeAt: $0.position)
            },
            .list("nearby", "The nearest strikes whose place is known as exactly.") { page in
                page.report.neighbours.near(page.position)
                    .map {
                        NeighbourView(scope: page.scope, position: $0.position, metres: $0.metres)
                    }
            },
            .list("same_days", "The strikes of the same day and the days beside it.") { page in
                page.report.neighbours.sameDays(page.position).map { StrikeView(page.scope, $0) }
            },
            .optionalRecord("previous", "The strike before it in time.") { page in
                page.position > 0 ? StrikeView(page.scope, page.position - 1) : nil
            },
            .optionalRecord("next", "The strike after it in time.") { page in
                page.position + 1 < page.report.dataset.strikes.count
                    ? StrikeView(page.scope, page.position + 1) : nil
            },
        ])
    )

    private var prose: ProseRenderer? {
        scope.narrative(ofStrikeAt: position)
            .map { ProseRenderer(scope: scope, text: $0, blocks: blocks, shift: 1) }
    }

    private var gallery: GalleryView? {
        let shown = scope.narrative(ofStrikeAt: position)?.media ?? []
        return GalleryView.rest(
            scope,
            report.dataset.mediaIndices(ofStrikeAt: position),
            besides: shown
        )
    }

    private var otherSources: [SourceView] {
        let account = scope.narrative(ofStrikeAt: position)
        let cited = account?.references ?? []
        let before = (account?.document.footnoteCount ?? 0) + cited.count
        return report.dataset.sources(ofStrikeAt: position).filter { !cited.contains($0) }
            .enumerated()
            .map { SourceView(scope: scope, source: $1, number: before + $0 + 1) }
    }

    private var claims: [ClaimView] {
        report.dataset.claimIndices(ofStrikeAt: position)
            .map { ClaimView(scope, Int($0)) }
            .sorted { $0.chronology < $1.chronology }
    }
}

/// What a strike shares with another.
struct OverlapView: TemplateRecord {
    let scope: PageScope
    let kind: String
    let position: Int

    static let schema = RecordSchema<OverlapView>(
        "overlap",
        "What a strike shares with another, so that totals add it once.",
        [
            .text("kind", "part_of, shares_killed, states_conceded and so on.") { $0.kind },
            .text("label", "The same as a clause before the other strike's name.") {
                $0.scope.language.label("overlap_", $0.kind)
            },
            .record("strike", "The other strike.") { StrikeView($0.scope, $0.position) },
        ]
    )

    /// Everything that the strike at a position shares with others.
    static func all(_ scope: PageScope, ofStrikeAt position: Int) -> [OverlapView] {
        let report = scope.report
        var views: [OverlapView] = []
        let overlap = report.dataset.strikes[position].overlap
        if let whole = report.dataset.index(of: overlap.partOf) {
            views.append(OverlapView(scope: scope, kind: "part_of", position: whole))
        }
        for group in OverlapGroup.all {
            if let root = report.dataset.index(of: overlap[group]) {
                views.append(
                    OverlapView(scope: scope, kind: "shares_\(group.name)", position: root)
                )
            }
        }
        for group in OverlapGroup.all {
            for member in report.recounting.overlaps.members(of: position, group) {
                views.append(
                    OverlapView(scope: scope, kind: "states_\(group.name)", position: member)
                )
            }
        }
        return views
    }
}

/// A strike near another.
struct NeighbourView: TemplateRecord {
    let scope: PageScope
    let position: Int
    let metres: Int

    static let schema = RecordSchema<NeighbourView>(
        "neighbour",
        "A strike near another.",
        [
            .record("strike", "The strike.") { StrikeView($0.scope, $0.position) },
            .text("distance", "How far it is, in words.") {
                $0.scope.language.distance($0.metres)
            },
        ]
    )
}

extension PageScope {
    /// The narrative of a strike: its translation into the page's language, or the original where there is none.
    func narrative(ofStrikeAt position: Int) -> PlannedText? {
        report.narrative(ofStrikeAt: position, translated: folder.isEmpty ? nil : language)
    }
}

extension ReportModel {
    /// The narrative of a strike in a language that is not the original's, or the original where there is no
    /// translation.
    func narrative(ofStrikeAt position: Int, translated language: Language?) -> PlannedText? {
        if narratives.isEmpty { return nil }
        let id = dataset.strikes[position].id
        if let language {
            let translation = NarrativeKey(strike: id, language: language.tag)
            if let text = narratives[translation] { return text }
        }
        return narratives[NarrativeKey(strike: id)]
    }
}
