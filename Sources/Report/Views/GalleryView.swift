import Records
import Templates

/// Media that stand in one place of a page.
struct GalleryView: TemplateRecord {
    let scope: PageScope
    let items: [GalleryItemView]
    let caption: String

    /// Media by their positions; `shown` are those that the page has shown already.
    init(
        _ scope: PageScope,
        _ places: [Int],
        caption: String = "",
        alternative: String = "",
        shown: inout Set<Int>
    ) {
        self.scope = scope
        self.caption = caption
        items = scope.report.shelf.groups(places)
            .map { group in
                GalleryItemView(
                    media: group.map { place in
                        MediumView(
                            scope: scope,
                            place: place,
                            ownAlternative: places == [place] ? alternative : "",
                            isFirst: shown.insert(place).inserted
                        )
                    }
                )
            }
    }

    static let schema = RecordSchema<GalleryView>(
        "gallery",
        "Pictures, recordings and documents that stand in one place.",
        [
            .list("items", "The media, those of a pair together.") { $0.items },
            .text("caption", "The author's caption of a `gallery` block; may be empty.") {
                $0.caption
            },
        ]
    )

    /// The media that a page shows after its text; `nil` without any.
    static func rest(
        _ scope: PageScope,
        _ places: [Int],
        besides text: [Int]
    ) -> GalleryView? {
        if places.isEmpty { return nil }
        var shown = scope.report.shelf.shown(text)
        let rest = places.filter { !shown.contains($0) }
        return rest.isEmpty ? nil : GalleryView(scope, rest, shown: &shown)
    }
}

/// A medium of a gallery, or two that are shown beside each other.
struct GalleryItemView: TemplateRecord {
    let media: [MediumView]

    static let schema = RecordSchema<GalleryItemView>(
        "gallery item",
        "A medium, or two that are shown beside each other.",
        [
            .boolean("is_pair", "Whether it is a pair of before and after.") {
                $0.media.count > 1
            },
            .list("media", "The medium, or the two.") { $0.media },
        ]
    )
}
