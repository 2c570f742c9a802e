import Records
import Templates

/// The Atom feed: dated articles, releases, and every record that was corrected.
struct FeedPage: PageRoot {
    let scope: PageScope

    var page: PageView { PageView(scope: scope, title: scope.settings.title) }

    static let schema = RecordSchema<FeedPage>(
        "feed",
        "The Atom feed.",
        withPageFields([
            .text("id", "The feed's permanent name, a URI.") {
                $0.scope.report.permanentID($0.scope.folder)
            },
            .list("entries", "Articles, releases and corrections, newest first.") { feed in
                FeedEntries(scope: feed.scope).all
            },
        ])
    )
}

/// One entry of the feed.
struct FeedEntryView: TemplateRecord {
    let scope: PageScope
    /// The page and fragment, from the root.
    let path: String
    let title: String
    let date: CalendarDate?
    let summary: String
    var language: Language
    var authors: [String] = []

    static let schema = RecordSchema<FeedEntryView>(
        "feed entry",
        "One entry of the feed.",
        [
            .text("id", "The entry's permanent name, a URI.") {
                $0.scope.report.permanentID(
                    $0.scope.report.versions.path($0.path, in: $0.scope.folder)
                )
            },
            .text("title", "The title.") { $0.title },
            .url("url", "Its page, absolute when the report's address is known.") { view in
                view.scope.address(view.path) ?? view.scope.url(view.path)
            },
            .text("updated", "When it was revised, as an RFC 3339 time.") { view in
                (view.date?.lastDay.iso ?? "1970-01-01") + "T00:00:00Z"
            },
            .text("summary", "What it says, in a few sentences; may be empty.") { $0.summary },
            .text("lang", "Its language.") { $0.language.tag },
            .texts("authors", "Who wrote it; may be none.") { $0.authors },
        ]
    )
}

/// The entries of the feed, newest first.
struct FeedEntries {
    let scope: PageScope

    /// How many entries about records a feed holds; the page of corrections has them all.
    private static let corrections = 100

    var all: [FeedEntryView] {
        let records = corrected.prefix(FeedEntries.corrections)
        return (articles + releases + records)
            .sorted {
                ($1.date?.lastDay.iso ?? "", $0.path) < ($0.date?.lastDay.iso ?? "", $1.path)
            }
    }

    private var articles: [FeedEntryView] {
        scope.report.versions.articles(in: scope.folder)
            .filter { $0.article.article.date != nil }
            .map { entry in
                let planned = entry.article
                return FeedEntryView(
                    scope: scope,
                    path: entry.path,
                    title: planned.article.title,
                    date: planned.article.date,
                    summary: planned.article.description,
                    language: planned.language,
                    authors: planned.article.authors
                )
            }
    }

    private var releases: [FeedEntryView] {
        guard let history = scope.report.history?.history else { return [] }
        let first = history.releases.first?.stamp ?? history.upcoming
        var entries = first.map { [entry($0, fragment: "first", summary: "")] } ?? []
        for step in history.steps {
            guard let stamp = step.stamp else { continue }
            let view = StepView(scope: scope, step: step)
            let lines = view.headline.filter { $0.was != $0.now }.map(\.line)
            entries.append(
                entry(
                    stamp,
                    fragment: StepView.anchor(step),
                    summary: lines.joined(separator: " ")
                )
            )
        }
        return entries
    }

    private func entry(
        _ stamp: ReleaseStamp,
        fragment: String,
        summary: String
    ) -> FeedEntryView {
        FeedEntryView(
            scope: scope,
            path: path(to: fragment),
            title: scope.language.release(stamp),
            date: stamp.date,
            summary: summary,
            language: scope.language
        )
    }

    /// The name of a group of changes: an id, or a word for people who are listed without a strike.
    private func title(_ group: String) -> String {
        group == ResourceKind.victims.rawValue
            ? scope.language.label("kind_", group) : group
    }

    /// One entry for each strike, claim or source that changed in a step, newest step first.
    private var corrected: [FeedEntryView] {
        guard let history = scope.report.history?.history else { return [] }
        var entries: [FeedEntryView] = []
        for step in history.steps.reversed() {
            var order: [String] = []
            var groups: [String: [ChangeView]] = [:]
            for entry in step.entries where entry.change.kind != .added {
                let id = entry.change.group
                if groups[id] == nil { order.append(id) }
                groups[id, default: []].append(ChangeView(scope: scope, entry: entry, step: step))
            }
            let headline = StepView(scope: scope, step: step).headline
                .filter { $0.was != $0.now }.map(\.line)
            for id in order {
                let changes = groups[id] ?? []
                entries.append(
                    FeedEntryView(
                        scope: scope,
                        path: path(to: ChangeView.anchor(id, in: step)),
                        title: scope.language.text(.feedCorrection, ["record": title(id)]),
                        date: step.stamp?.date ?? changes.compactMap(\.correctionDate).max()
                            ?? step.from.stamp.date,
                        summary: (changes.map(\.line) + headline).joined(separator: " "),
                        language: scope.language
                    )
                )
            }
        }
        return entries
    }

    /// The address of a part of the page of corrections.
    private func path(to fragment: String) -> String {
        PagePlaces.Fixed.corrections.rawValue + "#" + fragment
    }
}
