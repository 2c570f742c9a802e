import Records
import Templates

/// What changed from one release to the next.
struct StepView: TemplateRecord {
    let scope: PageScope
    let step: HistoryStep

    /// How many changes of one step are listed; the others are only on the pages of their strikes.
    private static let listed = 1_000

    static let schema = RecordSchema<StepView>(
        "release step",
        "What changed from one release to the next.",
        [
            .text("title", "The later release, or that it is not released yet.") {
                title($0.scope, $0.step)
            },
            .text("from", "The earlier release.") {
                $0.scope.language.release($0.step.from.stamp)
            },
            .text("anchor", "Its fragment on the page.") { anchor($0.step) },
            .boolean("is_released", "Whether the changes are released.") {
                $0.step.stamp != nil
            },
            .list("changes", "The changes of records.") { view in
                var seen: Set<String> = []
                return view.step.entries.prefix(listed)
                    .map { entry in
                        let id = entry.change.group
                        return ChangeView(
                            scope: view.scope,
                            entry: entry,
                            step: view.step,
                            isFirst: seen.insert(id).inserted
                        )
                    }
            },
            .integer("more", "How many changes are not listed here.") {
                max(0, $0.step.entries.count - listed)
            },
            .list("headline", "What it does to the headline totals.") { $0.headline },
            .list("columns", "Columns that are published only before or only since, by table.") {
                $0.columns.map { TextView(text: $0) }
            },
        ]
    )

    /// The headline totals before and after, changed or not.
    var headline: [HeadlineChangeView] {
        scope.report.headlineMeasures.compactMap { measure in
            step.headline(measure)
                .map {
                    HeadlineChangeView(scope: scope, measure: measure, was: $0.was, now: $0.now)
                }
        }
    }

    /// The columns that came or went, in one sentence for each table.
    private var columns: [String] {
        ResourceKind.allCases.flatMap { table in
            [true, false].compactMap { sentence(on: table, areNew: $0) }
        }
    }

    private func sentence(on table: ResourceKind, areNew: Bool) -> String? {
        let columns = step.comparison.columns.filter { $0.table == table && $0.isNew == areNew }
        if columns.isEmpty { return nil }
        let fields = scope.codebook.resource(table)?.fields ?? []
        let names = columns.map { column in
            let field = fields.first { $0.isPublic && $0.name == column.column }
            let name = field?.title ?? column.column
            return language.text(.columnName, ["column": language.isolated(name)])
        }
        return language.text(
            areNew ? .columnPublished : .columnUnpublished,
            [
                "columns": names.joined(separator: language.text(.comma)),
                "table": language.label("kind_", table.rawValue),
            ],
            count: names.count
        )
    }

    private var language: Language { scope.language }

    /// The later release in words.
    static func title(_ scope: PageScope, _ step: HistoryStep) -> String {
        step.stamp.map { scope.language.release($0) } ?? scope.language.text(.releaseNone)
    }

    /// The fragment of a step; it names the earlier release, so that it does not change when the later
    /// one is made.
    static func anchor(_ step: HistoryStep) -> String { "after-" + step.from.stamp.text }
}

/// A headline total before and after.
struct HeadlineChangeView: TemplateRecord {
    let scope: PageScope
    let measure: Measure
    let was: Total
    let now: Total

    static let schema = RecordSchema<HeadlineChangeView>(
        "headline change",
        "A headline total before and after.",
        [
            .text("label", "What is counted.") { $0.scope.language.label($0.measure) },
            .text("was", "The total before.") { $0.text($0.was) },
            .text("now", "The total after.") { $0.text($0.now) },
            .boolean("is_changed", "Whether they differ.") { $0.was != $0.now },
            .optionalText("note", "What the later total leaves open.") {
                $0.scope.remark($0.now, $0.measure)
            },
        ]
    )

    /// A total as the headline states it.
    private func text(_ total: Total) -> String {
        if total.isUnknown && total.strikes > 0 && scope.isConcession(measure) {
            return scope.language.text(.nothingConceded)
        }
        return scope.language.text(total)
    }

    /// The difference in one line, for the feed.
    var line: String {
        scope.language.text(
            .headlineLine,
            ["measure": scope.language.label(measure), "was": text(was), "now": text(now)]
        )
    }
}

extension Language {
    /// A release in words: "Release 2 of 22 November 2026".
    func release(_ stamp: ReleaseStamp) -> String {
        text(
            .releaseName,
            ["n": plainNumber(stamp.number), "date": text(stamp.date)]
        )
    }
}
