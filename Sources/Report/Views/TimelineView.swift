import Drawing
import Records
import Templates

/// A timeline of strikes: one drawing, and its figures.
struct TimelineView: TemplateRecord {
    let scope: PageScope
    let measure: Measure
    let timeline: Timeline
    let entries: [TimelineEntryView]
    let key: TimelineKey

    init(
        scope: PageScope,
        measure: Measure,
        timeline: Timeline,
        entries: [TimelineEntryView]
    ) {
        self.scope = scope
        self.measure = measure
        self.timeline = timeline
        self.entries = entries
        key = timeline.key
    }

    static let schema = RecordSchema<TimelineView>(
        "timeline",
        "Strikes along time, a bar each day; drawn by `partials/timeline.html`.",
        [
            .text(
                "id",
                "What its ids begin with; unique on the page. The drawing's name has the id with -title."
            ) {
                $0.timeline.id
            },
            .text("caption", "What is counted, of whom, when.") { $0.timeline.title },
            .html("drawing", "The drawing, which has the caption as its name.") {
                HTML($0.timeline.svg())
            },
            .text("column", "The heading of the column of figures.") {
                $0.scope.language.columnLabel($0.measure)
            },
            .list("entries", "The dates and their figures, in the order of time.") { $0.entries },
            .text("label", "What the solid part of a bar shows, for the key.") {
                $0.scope.language.seriesLabel($0.measure)
            },
            .html("minimum_swatch", "For the key: the solid part of a bar.") {
                HTML($0.key.minimum)
            },
            .optionalHTML("range_swatch", "For the key: up to the maximum, if a bar shows it.") {
                $0.key.range.map { HTML($0) }
            },
            .optionalHTML("open_swatch", "For the key: no maximum, if a bar shows it.") {
                $0.key.open.map { HTML($0) }
            },
            .optionalHTML(
                "approximate_swatch",
                "For the key: drawn over the whole period, if a bar is."
            ) {
                $0.key.approximate.map { HTML($0) }
            },
            .optionalHTML("unknown_swatch", "For the key: no figure, if a date has none.") {
                $0.key.unknown.map { HTML($0) }
            },
        ]
    )
}

/// One date or period of a timeline.
struct TimelineEntryView: TemplateRecord {
    let date: String
    let text: String
    let url: String
    let isApproximate: Bool

    static let schema = RecordSchema<TimelineEntryView>(
        "timeline entry",
        "One date of a timeline, or the period in which a strike happened.",
        [
            .text("date", "The date or period in words.") { $0.date },
            .text("text", "The figure in numerals.") { $0.text },
            .url("url", "The page that lists the strikes behind it, or that of the one strike.") {
                $0.url
            },
            .boolean("is_approximate", "Whether the day is not known.") { $0.isApproximate },
        ]
    )
}
