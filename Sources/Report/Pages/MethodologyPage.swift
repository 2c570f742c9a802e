import Decoding
import Records
import Templates

/// How the figures are counted, and what is left out.
struct MethodologyPage: PageRoot {
    let scope: PageScope

    private var report: ReportModel { scope.report }

    var page: PageView { PageView(scope: scope, title: scope.language.text(.titleMethodology)) }

    static let schema = RecordSchema<MethodologyPage>(
        "methodology page",
        "How the figures are counted, and what is left out and why.",
        withPageFields([
            .list("gradings", "The gradings, with their strikes.") { $0.scope.gradings },
            .list("assessments", "The military's verdicts, as the site defines them.") { page in
                page.scope.settings.assessments.map {
                    AssessmentView(scope: page.scope, assessment: $0)
                }
            },
            .list(
                "measures",
                "The measures that the records hold, over counted strikes; people where they are counted."
            ) {
                $0.measures
            },
            .list("ledger", "Records read, shown and left out, by file.") { page in
                page.report.ledger.map { LedgerLineView(scope: page.scope, line: $0) }
            },
            .texts("coarse", "What is shown less exactly than it is known, a sentence each.") {
                CoarseText.summary($0.scope)
            },
            .record("killed", "The counted strikes' deaths, as an example of a total.") {
                FigureView($0.scope, $0.report.standing.counted, .killed)
            },
            .list("overlaps", "Strikes that share figures with others.") { page in
                page.overlapping.map { OverlappingStrikeView(scope: page.scope, position: $0) }
            },
            .list("deliberate", "Numerals in articles that are bound to no figure on purpose.") {
                page in
                // Each article once, in the language of the page if it has been translated.
                page.report.versions.articles(in: page.scope.folder)
                    .flatMap { entry in
                        entry.article.article.deliberate.map {
                            DeliberateView(scope: page.scope, numeral: $0, entry: entry)
                        }
                    }
            },
            .list("summaries", "The summary tables.") { page in
                page.report.summaries.map {
                    LinkView(
                        text: page.scope.selections.label(of: $0.field, named: $0.name),
                        url: page.scope.url($0.path)
                    )
                }
            },
        ])
    )

    private var measures: [FigureView] {
        let isOfPeopleOnly = report.dataset.codebook.isOfPeopleOnly
        let ofStrikes =
            isOfPeopleOnly
            ? []
            : report.dataset.measures.all.filter(report.held.holds)
                .map { FigureView(scope, report.standing.counted, $0) }
        guard isOfPeopleOnly || report.figures.all.contains(where: { $0.subject == .people })
        else { return ofStrikes }
        return ofStrikes + [FigureView(scope, report.allPeople, .people)]
    }

    private var overlapping: [Int] {
        report.dataset.strikes.indices.filter { !report.dataset.strikes[$0].overlap.isEmpty }
    }
}

/// The rows of one file: read, shown, left out.
struct LedgerLineView: TemplateRecord {
    let scope: PageScope
    let line: ResourceCount

    static let schema = RecordSchema<LedgerLineView>(
        "ledger line",
        "The rows of one file: read = shown + left out.",
        [
            .text("kind", "The kind of record in words.") {
                $0.scope.language.label("kind_", $0.line.kind.rawValue)
            },
            .integer("read", "How many rows were read.") { $0.line.read },
            .integer("shown", "How many are shown.") { $0.line.shown },
            .integer("left_out", "How many are left out.") {
                $0.line.read - $0.line.shown - $0.line.withheld
            },
            .integer(
                "withheld",
                "How many are withheld to protect somebody, where the site says so."
            ) {
                $0.line.withheld
            },
            .integer("not_shown", "How many are left out or withheld.") {
                $0.line.read - $0.line.shown
            },
            .list("reasons", "Why rows are left out.") { view in
                view.line.leftOut.map { LeftOutReasonView(scope: view.scope, reason: $0) }
            },
        ]
    )
}

/// Why rows are left out, and how many.
struct LeftOutReasonView: TemplateRecord {
    let scope: PageScope
    let reason: ResourceCount.LeftOutCount

    static let schema = RecordSchema<LeftOutReasonView>(
        "reason",
        "Why rows are left out, and how many.",
        [
            .text("text", "The reason.") { view in
                switch view.reason.reason {
                case .stated(let text): text
                case .strikeLeftOut: view.scope.language.text(.leftOutWithStrike)
                case .articleUnpublished: view.scope.language.text(.leftOutWithArticle)
                }
            },
            .integer("rows", "How many rows.") { $0.reason.count },
        ]
    )
}

/// A strike that shares figures with others.
struct OverlappingStrikeView: TemplateRecord {
    let scope: PageScope
    let position: Int

    static let schema = RecordSchema<OverlappingStrikeView>(
        "overlapping strike",
        "A strike that shares figures with others.",
        [
            .record("strike", "The strike.") { StrikeView($0.scope, $0.position) },
            .list("overlaps", "What it shares.") {
                OverlapView.all($0.scope, ofStrikeAt: $0.position)
            },
        ]
    )
}

/// A numeral that is bound to no figure on purpose.
struct DeliberateView: TemplateRecord {
    let scope: PageScope
    let numeral: DeliberateNumeral
    let entry: ReportVersions.Entry

    static let schema = RecordSchema<DeliberateView>(
        "deliberate numeral",
        "A numeral in an article that is bound to no figure on purpose.",
        [
            .text("text", "The words as they appear in the article.") { $0.numeral.text },
            .text("reason", "Why they are not a figure of these records.") {
                $0.numeral.reason
            },
            .record("article", "The article.") {
                ArticleView(scope: $0.scope, planned: $0.entry.article, path: $0.entry.path)
            },
        ]
    )
}

/// One of the military's verdicts with its definition.
struct AssessmentView: TemplateRecord {
    let scope: PageScope
    let assessment: SiteSettings.Assessment

    static let schema = RecordSchema<AssessmentView>(
        "assessment",
        "One of the military's verdicts with its definition.",
        [
            .text("anchor", "The id of its definition.") {
                PagePlaces.anchor("verdict", $0.assessment.key)
            },
            .text("label", "Its name.") { $0.assessment.label },
            .text("text", "What it means.") { $0.assessment.meaning },
        ]
    )
}
