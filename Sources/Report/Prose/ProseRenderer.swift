import Diagnostics
import Markdown
import Records
import Templates
import Text

/// Renders a planned text for one page.
struct ProseRenderer {
    let scope: PageScope
    let text: PlannedText
    /// The HTML of the text's blocks.
    let blocks: RenderedBlocks
    /// How many levels are added to headings.
    var shift = 0
    /// Whether the text stands within a line of a page, which has no list of the sources that it cites.
    var isLine = false

    /// The HTML of the text, in an element with a `lang` attribute when its language is not the page's.
    var html: HTML {
        let whole = text.document.html(markdown)
        return HTML(unsafeHTML: isForeign ? wrapped(whole) : whole)
    }

    /// The same without its footnotes.
    var body: HTML { HTML(unsafeHTML: isForeign ? wrapped(parts.body) : parts.body) }

    /// The HTML of a text that stands within a line.
    var line: HTML { HTML(unsafeHTML: text.document.lineHTML(markdown)) }

    /// The footnotes as items of a list; `nil` without any.
    var notes: HTML? {
        if text.document.footnoteCount == 0 { return nil }
        let notes = parts.notes
        return notes.isEmpty ? nil : HTML(unsafeHTML: notes)
    }

    /// The words without markup, with the numbers of links that have no text of their own.
    var plainText: String {
        text.document.plainText { index, link in
            guard case .link(_, _, _, _, let words, _) = rendering(text.links[index], link) else {
                return nil
            }
            return words
        }
    }

    private var parts: (body: String, notes: String) {
        text.document.parts(
            markdown,
            language: isForeign
                ? (text.language, TextDirection(language: text.language)) : nil
        )
    }

    private var markdown: MarkdownRendering {
        let language = scope.language
        return MarkdownRendering(
            labels: MarkdownLabels(
                footnotes: language.text(.footnotes),
                backToReference: language.text(.backToReference),
                taskDone: language.text(.taskDone),
                taskOpen: language.text(.taskOpen),
                table: language.text(.tableRegion),
                tableScrolls: language.text(.tableScrolls),
                heading: language.text(.headingLink),
                digits: language.digits("0123456789").map(String.init)
            ),
            headingShift: shift,
            link: { index, link in
                if let figure = blocks.media[index] { return .figure(unsafeHTML: figure.markup) }
                return rendering(text.links[index], link)
            },
            fence: { index, _ in blocks.fences[index]?.markup }
        )
    }

    private var isForeign: Bool {
        !text.language.isEmpty && text.language != scope.language.tag
    }

    private func wrapped(_ markup: String) -> String {
        let tag = HTML(text: text.language).markup
        let direction = TextDirection(language: text.language).rawValue
        return "<div lang=\"\(tag)\" dir=\"\(direction)\">\n\(markup)</div>\n"
    }

    private func rendering(_ target: ResolvedLink, _ link: Link) -> LinkRendering {
        switch target {
        case .broken: return .textOnly
        case .external(let url): return plain(url, link, rel: "external")
        case .page(let path, let fragment):
            return plain(scope.url(path) + (fragment.isEmpty ? "" : "#" + fragment), link)
        case .fragment(let fragment): return plain("#" + fragment, link)
        case .file(let path):
            let url = scope.addressOfFile(path)
            return link.isImage ? .image(picture(path, url)) : plain(url, link)
        case .figure(let id, let end): return figure(scope.report.figures[id], end, link)
        case .claim(let offset, let end):
            let view = ClaimView(scope, offset)
            let claim = view.claim
            return bound(
                view.url,
                title: scope.language.isolated(view.claimant) + scope.language.text(.comma)
                    + (claim.date.map { scope.language.text($0) }
                        ?? scope.language.text(.dateUnknown)),
                text: link.plainText.isEmpty ? number(of: claim, end) : nil
            )
        case .strike(let position):
            let view = StrikeView(scope, position)
            return .link(
                href: view.url,
                title: nil,
                cssClass: nil,
                rel: nil,
                text: link.plainText.isEmpty ? view.strike.id : nil
            )
        case .medium(let place):
            let medium = scope.report.dataset.media[place]
            let isHere = scope.report.shelf.shown(text.media).contains(place)
            return .link(
                href: isHere
                    ? "#" + PagePlaces.anchor("exh", medium.id) : scope.mediumURL(place),
                title: nil,
                cssClass: nil,
                rel: nil,
                text: link.plainText.isEmpty ? medium.id : nil
            )
        case .source(let source, _) where isLine: return self.source(source, link)
        case .source(let source, let number):
            let mark = scope.language.text(
                .strikeReference,
                ["n": scope.language.number(text.document.footnoteCount + number)]
            )
            return .link(
                href: "#" + PagePlaces.anchor("ref", source.id),
                title: source.title.isEmpty ? nil : scope.language.isolated(source.title),
                cssClass: "cite",
                rel: nil,
                text: link.plainText.isEmpty ? mark : link.plainText + " " + mark
            )
        }
    }

    /// A picture of a text.
    ///
    /// How wide it is shown follows from `--measure` and `--page` of the style sheet.
    private func picture(_ path: String, _ url: String) -> ImageRendering {
        let facts = scope.report.mediumFacts(path) ?? MediumFacts()
        return ImageRendering(
            src: url,
            width: facts.width,
            height: facts.height,
            sources: facts.sizes(of: path).map { (scope.addressOfFile($0.path), $0.width) },
            shownWidth: "(min-width: 42rem) 38rem, 100vw",
            shownWidthInFigure: "(min-width: 56rem) 53rem, 100vw"
        )
    }

    /// A source that is cited within a line: where its strike lists it, or else where it was published.
    private func source(_ source: Source, _ link: Link) -> LinkRendering {
        let name = [source.title, source.publisher, source.id].first { !$0.isEmpty }
        let text = link.plainText.isEmpty ? name : nil
        let title = link.plainText.isEmpty ? nil : name.map { scope.language.isolated($0) }
        if let strike = scope.report.dataset.index(of: source.strikeID) {
            return .link(
                href: scope.url(scope.report.places.strikes[strike]) + "#"
                    + PagePlaces.anchor("src", source.id),
                title: title,
                cssClass: "cite",
                rel: nil,
                text: text
            )
        }
        return .link(href: source.url, title: title, cssClass: "cite", rel: "external", text: text)
    }

    private func figure(_ figure: Figure, _ end: MeasureEnd, _ link: Link) -> LinkRendering {
        let total = figure.tally.total(end.measure)
        let view = FigureView(scope, figure, end.measure)
        let meaning =
            scope.language.label(end.measure) + scope.language.text(.comma)
            + scope.selections.text(figure)
        let mayBelong =
            figure.subject == .people ? MayFall.text(scope, figure).map { ". " + $0 } ?? "" : ""
        let remark = (scope.remark(total, end.measure).map { ". " + $0 } ?? "") + mayBelong
        return bound(
            scope.url(figure, end.measure),
            title: meaning + remark,
            text: link.plainText.isEmpty
                ? (end.end == nil ? view.text : scope.language.text(total, end.end)) : nil
        )
    }

    /// The number of a claim that a link without a text shows.
    private func number(of claim: Claim, _ end: MeasureEnd?) -> String {
        let count = claim.stated(end?.measure, in: scope.report.dataset.measures)
        guard let end = end?.end, let minimum = count.minimum else {
            return scope.language.text(count)
        }
        switch end {
        case .min: return scope.language.number(minimum)
        case .max: return count.maximum.map(scope.language.number) ?? scope.language.text(count)
        }
    }

    private func bound(_ href: String, title: String, text: String?) -> LinkRendering {
        .link(href: href, title: title, cssClass: "fig", rel: nil, text: text)
    }

    private func plain(_ href: String, _ link: Link, rel: String? = nil) -> LinkRendering {
        .link(
            href: href,
            title: link.title.isEmpty ? nil : link.title,
            cssClass: nil,
            rel: rel,
            text: link.plainText.allSatisfy(\.isWhitespace) ? href : nil
        )
    }
}

/// A source that a text cites, with its number.
struct ReferenceView: TemplateRecord {
    let source: SourceView

    static let schema = RecordSchema<ReferenceView>(
        "reference",
        "A source that the text cites, with its number.",
        [
            .text("anchor", "The reference's fragment on the page.") {
                PagePlaces.anchor("ref", $0.source.source.id)
            },
            .record("source", "The source; its number follows those of the footnotes.") {
                $0.source
            },
        ]
    )

    static func all(_ scope: PageScope, _ text: PlannedText) -> [ReferenceView] {
        let notes = text.document.footnoteCount
        return text.references.enumerated()
            .map { index, source in
                ReferenceView(
                    source: SourceView(scope: scope, source: source, number: notes + index + 1)
                )
            }
    }
}
