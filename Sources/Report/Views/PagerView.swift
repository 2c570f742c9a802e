import Templates

/// The position of a page among the pages of a long list.
struct PagerView: TemplateRecord {
    let scope: PageScope
    /// The first page of the list, from the root.
    let path: String
    let paging: Paging
    /// The page, from 0.
    let index: Int

    /// The items of the page.
    var range: Range<Int> { paging.pages[index] }

    static let schema = RecordSchema<PagerView>(
        "pager",
        "The position of a page among the pages of a long list.",
        [
            .integer("page", "The number of the page, from 1.") { $0.index + 1 },
            .integer("pages", "How many pages there are.") { $0.paging.pages.count },
            .integer("first", "The number of the first item on the page, from 1; 0 of none.") {
                $0.range.isEmpty ? 0 : $0.range.lowerBound + 1
            },
            .integer("last", "The number of the last item on the page.") {
                $0.range.upperBound
            },
            .integer("count", "How many items are on the page.") { $0.range.count },
            .integer("total", "How many items there are on all pages.") {
                $0.paging.pages.last?.upperBound ?? 0
            },
            .optionalURL("previous", "The page before it.") {
                $0.index > 0 ? $0.url($0.index - 1) : nil
            },
            .optionalURL("next", "The page after it.") {
                $0.index + 1 < $0.paging.pages.count ? $0.url($0.index + 1) : nil
            },
            .list("links", "The pages to show: the first, the last and those around.") {
                $0.links
            },
        ]
    )

    /// The title of the page, with its number when it is not the first.
    func title(_ title: String) -> String {
        guard index > 0 else { return title }
        return scope.language.text(
            .titlePaged,
            ["title": title, "page": scope.language.number(index + 1)]
        )
    }

    /// The page itself, with a link back to the first page of the list.
    func page(_ word: Word) -> PageView {
        let first = scope.language.text(word)
        return PageView(
            scope: scope,
            title: title(first),
            crumbs: index > 0 ? [LinkView(text: first, url: url(0))] : []
        )
    }

    private func url(_ page: Int) -> String { scope.url(PagePlaces.paged(path, page)) }

    private var links: [PagerLinkView] {
        let last = paging.pages.count - 1
        let shown = Set([0, index - 1, index, index + 1, last]).filter { (0...last).contains($0) }
        var links: [PagerLinkView] = []
        var before = -1
        for page in shown.sorted() {
            links.append(
                PagerLinkView(
                    number: scope.language.number(page + 1),
                    url: url(page),
                    isCurrent: page == index,
                    isAfterGap: page > before + 1
                )
            )
            before = page
        }
        return links
    }
}

/// One numbered page of a long list.
struct PagerLinkView: TemplateRecord {
    let number: String
    let url: String
    let isCurrent: Bool
    let isAfterGap: Bool

    static let schema = RecordSchema<PagerLinkView>(
        "pager link",
        "One numbered page of a long list.",
        [
            .text("number", "The number.") { $0.number },
            .url("url", "The page.") { $0.url },
            .boolean("is_current", "Whether it is this page.") { $0.isCurrent },
            .boolean("is_after_gap", "Whether pages between it and the one before are not shown.") {
                $0.isAfterGap
            },
        ]
    )
}
