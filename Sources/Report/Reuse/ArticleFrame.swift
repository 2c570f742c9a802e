// The text of an article is shown on its own page, on the landing page and by the search, all of which are made in every
// build. Other pages depend on the frame of an article: its front matter, its address, and the figures and media that it
// brings into the report.

import Records

extension KeyBytes {
    /// Adds what pages that are not about articles may depend on of the articles.
    mutating func add(frameOfArticles model: ReportModel) {
        add(model.articles.count)
        for planned in model.articles {
            add(frontMatter: planned.article)
            add(planned.path)
            add(planned.language.tag)
            add(planned.kind)
        }
        let brought = model.articles.flatMap { FrameReader(model).brought(by: $0.text) }
        add(Set(brought).sorted())
    }

    /// Adds all that is read of the front matter but what is compared with the text alone: numerals that are bound to no
    /// figure, and the marks of the original.
    private mutating func add(frontMatter article: Article) {
        for text in [
            article.path, article.title, article.description, article.date?.iso ?? "",
            article.language, article.slug ?? "", article.template ?? "", article.card,
        ] { add(text) }
        add(article.authors)
        add(article.order == nil)
        add(article.order ?? 0)
        add(article.custom.count)
        for field in article.custom {
            add(field.name)
            switch field.value {
            case .text(let text): add([text])
            case .texts(let texts): add(texts)
            case .boolean(let flag): add(flag)
            }
        }
    }
}

/// Reads what a text brings into the report besides its words.
private struct FrameReader {
    let model: ReportModel

    init(_ model: ReportModel) { self.model = model }

    /// The figures that a text states, the files and media that it shows, and its blocks, as texts.
    func brought(by text: PlannedText) -> [String] {
        var found = text.document.fences.map { "block \($0.info)\n\($0.text)" }
        for (link, target) in zip(text.document.links, text.links) {
            switch target {
            case .figure(let id, _):
                let figure = model.figures[id]
                found.append("figure \(figure.subject) \(figure.selection.query)")
            case .file(let path): found.append("file \(link.isImage) \(path)")
            case .medium(let place):
                found.append("medium \(link.isImage) \(model.dataset.media[place].path)")
            case .external, .page, .fragment, .claim, .strike, .source, .broken: break
            }
        }
        return found
    }
}
