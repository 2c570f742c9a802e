import Records
import Templates

/// The page of corrections: what changed in each release and since the last one.
struct CorrectionsPage: PageRoot {
    let scope: PageScope

    private var history: History? { scope.report.history?.history }

    var page: PageView { PageView(scope: scope, title: scope.language.text(.titleCorrections)) }

    static let schema = RecordSchema<CorrectionsPage>(
        "corrections page",
        "What changed from release to release: what it was, what it is, when and why.",
        withPageFields([
            .list("steps", "What changed, the newest release first.") { page in
                (page.history?.steps ?? []).reversed()
                    .map { StepView(scope: page.scope, step: $0) }
            },
            .list("releases", "All releases, the newest first.") { $0.releases },
        ])
    )

    private var releases: [ReleaseView] {
        guard let history else { return [] }
        let stamps = history.releases.map(\.stamp) + [history.upcoming].compactMap(\.self)
        return stamps.reversed().map { ReleaseView(scope: scope, stamp: $0) }
    }
}

/// One release.
struct ReleaseView: TemplateRecord {
    let scope: PageScope
    let stamp: ReleaseStamp

    static let schema = RecordSchema<ReleaseView>(
        "release",
        "One release of the report.",
        [
            .text("title", "Its number and date.") { $0.scope.language.release($0.stamp) },
            .text("date_iso", "Its date as ISO 8601.") { $0.stamp.date.iso },
        ]
    )
}
