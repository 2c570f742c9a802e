import Records
import Templates

/// Where a fact comes from.
struct SourceView: TemplateRecord {
    let scope: PageScope
    let source: Source
    let number: Int

    static let schema = RecordSchema<SourceView>(
        "source",
        "Where a fact comes from.",
        [
            .text("id", "The record's own name.") { $0.source.id },
            .text("anchor", "The source's fragment on the page.") {
                PagePlaces.anchor("src", $0.source.id)
            },
            .integer("number", "Its number among the sources of the page.") { $0.number },
            .text("title", "Its title; its address, or that it is not named, where it has none.") {
                $0.shownTitle
            },
            .text("publisher", "Who published it; may be empty.") {
                $0.scope.label($0.source.publisher, .sources, .publisher)
            },
            .text("kind", "Its kind in words; may be empty.") {
                $0.scope.selections.word("source_kind_", $0.source.kind)
            },
            .optionalText("date", "When it was published.") { view in
                view.source.date.map { view.scope.language.text($0) }
            },
            .optionalURL("url", "Where it is.") { $0.source.url.isEmpty ? nil : $0.source.url },
            .optionalURL("archive_url", "Where a copy is archived.") {
                $0.source.archiveURL.isEmpty ? nil : $0.source.archiveURL
            },
            .text("lang", "Its language; may be empty.") { $0.source.language },
            .optionalText("language_name", "The name of its language, if it is not the page's.") {
                $0.foreignLanguage
            },
            .optionalURL("strike_url", "The strike that it documents, if that is one.") { view in
                view.scope.report.dataset.index(of: view.source.strikeID)
                    .map { view.scope.url(view.scope.report.places.strikes[$0]) }
            },
            .text("strike_id", "The strike that it documents; may be empty.") {
                $0.source.strikeID
            },
        ]
    )

    /// Its title, or what stands for one.
    var shownTitle: String {
        if !source.title.isEmpty { return source.title }
        let isNamed = !source.url.isEmpty || !source.publisher.isEmpty
        return isNamed ? source.url : scope.language.text(.sourceUnnamed)
    }

    private var foreignLanguage: String? {
        guard !source.language.isEmpty, source.language != scope.language.tag else { return nil }
        return scope.language.label("language_", source.language)
    }
}
