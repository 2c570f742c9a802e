import Records
import Templates

/// One claim: who says what.
struct ClaimView: TemplateRecord {
    let scope: PageScope
    let claim: Claim
    /// Its position among the claims of the report, which determines its page.
    let offset: Int

    init(_ scope: PageScope, _ offset: Int) {
        self.scope = scope
        self.offset = offset
        claim = scope.report.dataset.claims[offset]
    }

    /// What claims are sorted by: the date, those without one last, then the order of the records.
    var chronology: (String, Int) { (claim.date?.iso ?? "9999", offset) }

    static let schema = RecordSchema<ClaimView>(
        "claim",
        "Who says what, about a strike, several, or the campaign.",
        [
            .text("id", "The record's own name.") { $0.claim.id },
            .text("anchor", "The claim's fragment on the page of claims.") {
                PagePlaces.anchor("claim", $0.claim.id)
            },
            .url("url", "The claim on the page of claims.") { $0.url },
            .text("claimant", "Who claims.") { $0.claimant },
            .text("date", "When it was said.") { view in
                view.claim.date.map { view.scope.language.text($0) }
                    ?? view.scope.language.text(.dateUnknown)
            },
            .text("date_iso", "When it was said, as ISO 8601; may be empty.") {
                $0.claim.date?.iso ?? ""
            },
            .boolean("is_campaign", "Whether it is about the campaign.") {
                $0.claim.scope == .campaign
            },
            .list("strikes", "The strikes that it is about.") { view in
                view.positions.map { StrikeView(view.scope, $0) }
            },
            .optionalText("period", "The period that it covers.") { $0.period },
            .optionalText("of", "Which of the people it counts, in words; none for all of them.") {
                $0.of
            },
            .optionalText("area", "The area that it speaks of, if it is stated.") {
                $0.area
            },
            .record("killed", "Deaths claimed.") {
                CountView(scope: $0.scope, count: $0.claim.killed)
            },
            .record("injured", "Injuries claimed.") {
                CountView(scope: $0.scope, count: $0.claim.counts[.injured])
            },
            .list("declared_counts", "What it states of measures that the site declares itself.") {
                DeclaredCountView.all($0.scope, of: $0.claim)
            },
            .text("statement", "What was said, in the record keeper's words.") {
                $0.scope.plainLine($0.statement)
            },
            .html("statement_html", "The same as HTML: Markdown is what it means.") {
                $0.scope.line($0.statement)
            },
            .text("position", "Alleged, conceded, denied or none, in words.") {
                $0.scope.language.label("position_", $0.claim.position.rawValue)
            },
            .text("position_key", "Alleged, conceded, denied or none, as a key.") {
                $0.claim.position.rawValue
            },
            .optionalText("reason", "Why it lies outside the strike's published range.") {
                $0.claim.reason.isEmpty
                    ? nil : $0.scope.text($0.claim.reason, or: $0.claim.reasons)
            },
            .optionalURL("source_url", "Where it was read.") {
                $0.claim.sourceURL.isEmpty ? nil : $0.claim.sourceURL
            },
            .list("extras", "The public columns without a role that have a value here.") {
                $0.extras
            },
        ]
    )

    /// Which of the people it counts, in words; `nil` for all of them.
    var of: String? {
        claim.of.isEmpty
            ? nil
            : scope.language.phrase("claim_of_", Key.of(claim.of))
                ?? scope.label(claim.of, .claims, .of)
    }

    /// The area that it speaks of, in the page's language; `nil` if it is not stated.
    var area: String? {
        claim.area.isEmpty ? nil : scope.label(claim.area, .claims, .area)
    }

    /// The public columns without a role that have a value here.
    var extras: [LabelledTextView] { scope.extras(claim.extras, .claims) }

    /// What was said, as recorded.
    private var statement: String { scope.text(claim.statement, or: claim.statements) }

    /// Who claims, as readers of the page's language see it.
    var claimant: String { scope.label(claim.claimant, .claims, .claimant) }

    /// Whether the period that it covers is within a month of the report's period; true when the claim or
    /// the report has no period.
    var isAboutThePeriod: Bool {
        let settings = scope.settings
        if let from = settings.periodFrom, let start = claim.periodFrom,
            start.lastDay.dayNumber < from.dayNumber - 31
        {
            return false
        }
        if let to = settings.periodTo, let end = claim.periodTo,
            end.firstDay.dayNumber > to.dayNumber + 31
        {
            return false
        }
        return true
    }

    /// Whether it covers the report's period, up to a month at each end, or says nothing of its period.
    var coversThePeriod: Bool {
        let settings = scope.settings
        if let from = settings.periodFrom, let start = claim.periodFrom,
            start.firstDay.dayNumber > from.dayNumber + 31
        {
            return false
        }
        if let to = settings.periodTo, let end = claim.periodTo,
            end.lastDay.dayNumber < to.dayNumber - 31
        {
            return false
        }
        return true
    }

    var url: String {
        let places = scope.report.places
        let page = places.claimPages.page(of: offset)
        let path = PagePlaces.paged(PagePlaces.Fixed.claims.rawValue, page)
        return scope.url(path) + "#" + PagePlaces.anchor("claim", claim.id)
    }

    var positions: [Int] {
        switch claim.scope {
        case .campaign: []
        case .strikes(let ids): ids.compactMap { scope.report.dataset.index(of: $0) }
        }
    }

    /// The period that it covers, in words.
    var period: String? {
        switch (claim.periodFrom, claim.periodTo) {
        case (nil, nil): nil
        case (let day?, let other?) where day == other: scope.language.text(day)
        case (let from?, let to?):
            scope.language.text(
                .dateRange,
                ["from": scope.language.text(from), "to": scope.language.text(to)]
            )
        case (let from?, nil):
            scope.language.text(.selectionFrom, ["date": scope.language.text(from)])
        case (nil, let to?):
            scope.language.text(.selectionUntil, ["date": scope.language.text(to)])
        }
    }
}
