// A block of a text is rendered by the same partial that pages include, as a small page of its own. The
// partial can use the fields of every page, and the block under the name that it reads.

import Templates

/// A table in a text.
struct TableBlock: PageRoot {
    let page: PageView
    let table: TableView

    static let schema = RecordSchema<TableBlock>(
        "table block",
        "A `table` block of a text.",
        withPageFields([.record("table", "The table.") { $0.table }])
    )
}

/// A chart in a text.
struct ChartBlock: PageRoot {
    let page: PageView
    let chart: ChartView

    static let schema = RecordSchema<ChartBlock>(
        "chart block",
        "A `chart` block of a text.",
        withPageFields([.record("chart", "The chart.") { $0.chart }])
    )
}

/// A timeline in a text.
struct TimelineBlock: PageRoot {
    let page: PageView
    let timeline: TimelineView

    static let schema = RecordSchema<TimelineBlock>(
        "timeline block",
        "A `chart` block of a text by day.",
        withPageFields([.record("timeline", "The timeline.") { $0.timeline }])
    )
}

/// A map in a text.
struct MapBlock: PageRoot {
    let page: PageView
    let map: MapView

    static let schema = RecordSchema<MapBlock>(
        "map block",
        "A `map` block of a text.",
        withPageFields([.record("map", "The map.") { $0.map }])
    )
}

/// How to reach the authors, in a text.
struct ContactBlock: PageRoot {
    let page: PageView
    let contact: ContactView

    static let schema = RecordSchema<ContactBlock>(
        "contact block",
        "A `contact` block of a text.",
        withPageFields([.record("contact", "How to reach the authors.") { $0.contact }])
    )
}

/// Pictures, recordings and documents in a text.
struct GalleryBlock: PageRoot {
    let page: PageView
    let gallery: GalleryView

    static let schema = RecordSchema<GalleryBlock>(
        "gallery block",
        "A `gallery` block of a text, or one medium in it.",
        withPageFields([.record("gallery", "The media.") { $0.gallery }])
    )
}

extension PageRoot {
    /// A block shares the scope of its page.
    var scope: PageScope { page.scope }
}
