// Reads the front matter of articles. Unknown keys are passed on to the author's templates; the text itself is
// left unchanged for the Markdown room.

import Diagnostics
import Formats
import Records
import Text

/// Reads the Markdown files of a site.
struct ArticleReader {
    let files: InputTree
    let drafts: Bool
    /// The languages into which the site is translated; folders with their names hold translations.
    let translations: [String]

    /// What an article is read from.
    struct Input: Equatable, Sendable {
        let text: ExactText
        let narrative: NarrativeKey?
    }

    static let known = [
        "title", "description", "date", "authors", "language", "order", "draft", "slug",
        "template", "deliberate", "translates", "card",
    ]

    /// All articles, all narratives of strikes, and what of both is a draft and not shown.
    func read(
        _ cache: inout Cache<Input, Article>,
        _ log: inout DiagnosticLog
    ) throws -> (articles: [Article], narratives: [Article], drafts: [Article]) {
        reportUnread(&log)
        let paths = files.files(below: "content", suffix: ".md").map(\.path)
        let texts = try ParallelMap.map(paths, &log) { try files.readText($0, log: &$1) }
        let inputs = zip(paths, texts)
            .compactMap { path, text in
                text.map {
                    let narrative = NarrativeKey(
                        path: String(path.dropFirst("content/".utf8.count)),
                        languages: translations
                    )
                    return (name: path, input: Input(text: ExactText($0), narrative: narrative))
                }
            }
        let read = cache.outputs(for: inputs, log: &log) { article($0, $1, &$2) }
        let shown = read.filter { drafts || !$0.isDraft }
        let articles = shown.filter { $0.narrative == nil }
        return (
            articles.sorted(by: ArticleReader.stands),
            shown.filter { $0.narrative != nil },
            drafts ? [] : read.filter(\.isDraft)
        )
    }

    /// Endings of texts that authors expect to be read, besides “.md”.
    private static let otherTexts = [
        ".markdown", ".mdown", ".mkd", ".mdx", ".md.txt", ".qmd", ".rmd", ".rst", ".org", ".adoc",
        ".html", ".htm", ".docx", ".odt",
    ]

    private func reportUnread(_ log: inout DiagnosticLog) {
        for file in files.files(below: "content") where !file.path.hasPrefix("content/media/") {
            let name = file.path.lowercased()
            let isCapital = name.hasSuffix(".md") && !file.path.hasSuffix(".md")
            guard isCapital || ArticleReader.otherTexts.contains(where: name.hasSuffix) else {
                continue
            }
            log.report(
                ArticleRule.textNotRead,
                at: SourceLocation(file: file.path),
                "this file is not read: the names of articles end in “.md”",
                suggestion:
                    "Write it in Markdown and end its name in .md; files for download belong in content/media/."
            )
        }
    }

    private func article(_ file: String, _ input: Input, _ log: inout DiagnosticLog) -> Article {
        let text = input.text.text
        var article = Article(path: String(file.dropFirst("content/".utf8.count)), file: file)
        article.narrative = input.narrative
        GarbledText.report(in: text, file: file, &log)
        read(text, &article, needsTitle: article.narrative == nil, &log)
        return article
    }

    private func read(
        _ text: String,
        _ article: inout Article,
        needsTitle: Bool,
        _ log: inout DiagnosticLog
    ) {
        let matter = FrontMatter.split(text, file: article.file, log: &log)
        article.body = matter.body
        article.bodyFirstLine = matter.bodyFirstLine
        DirectionControls.report(
            inMarkdown: matter.body,
            file: article.file,
            firstLine: matter.bodyFirstLine,
            &log
        )
        guard let node = matter.node else {
            if !matter.isBroken { DraftCheck(file: article.file, fields: nil).check(&log) }
            if needsTitle, !matter.isBroken { reportTitle(article, nil, &log) }
            return
        }
        let fields = YAMLFields(node, what: "the front matter", known: nil, log: &log)
        DraftCheck(file: article.file, fields: fields).check(&log)
        article.location = fields.location
        for key in ["title", "description", "authors", "card"] where fields.has(key) {
            article.places[key] = fields.location(key)
        }
        article.title = fields.string("title", &log) ?? ""
        if needsTitle, article.title.isEmpty { reportTitle(article, fields, &log) }
        article.description = fields.string("description", &log) ?? ""
        article.date = date(fields, &log)
        article.authors = fields.strings("authors", &log)
        article.language = language(fields, &log)
        article.order = fields.integer("order", &log)
        article.isDraft = fields.bool("draft", &log) ?? false
        article.slug = slug(fields, &log)
        article.template = fields.string("template", &log)
        article.card = fields.string("card", &log) ?? ""
        article.deliberate = deliberate(fields, &log)
        article.translates = (fields.string("translates", &log) ?? "").split(separator: " ")
            .map(String.init)
        var nested: [YAMLNode.Entry] = []
        for entry in fields.entries where !ArticleReader.known.contains(entry.key) {
            if let field = custom(entry) {
                article.custom.append(field)
            } else {
                nested.append(entry)
            }
        }
        reportNested(nested, &log)
    }

    private func reportTitle(
        _ article: Article,
        _ fields: YAMLFields?,
        _ log: inout DiagnosticLog
    ) {
        log.report(
            ArticleRule.titleMissing,
            at: fields?.location ?? article.location,
            "the article has no title",
            suggestion: fields == nil
                ? "Begin the file with\n---\ntitle: …\n---"
                : "Give it one in the front matter: title: …"
        )
    }

    private func date(_ fields: YAMLFields, _ log: inout DiagnosticLog) -> CalendarDate? {
        guard let text = fields.string("date", &log) else { return nil }
        if let date = CalendarDate(iso: ArticleReader.withoutTime(text)) { return date }
        fields.report(
            ArticleRule.dateInvalid,
            "date",
            DateAdvice.isNoDay(text)
                ? "“\(text)” is no day of the calendar"
                : "“\(text.shortened())” is not a date",
            suggestion: "Write it as 2017-06-21, 2017-06 or 2017.",
            &log
        )
        return nil
    }

    /// The day of a date with a time of day, as other generators write it; anything else as it is.
    private static func withoutTime(_ text: String) -> String {
        // Most dates are days alone, and a pattern costs more than the rest of the front matter.
        if text.utf8.count <= 10 { return text }
        let time =
            #/([0-9]{4}-[0-9]{2}-[0-9]{2})[Tt ]+[0-9]{1,2}:[0-9]{2}(:[0-9]{2}(\.[0-9]+)?)?( *([Zz]|UTC|[+\-][0-9]{2}:?[0-9]{2}))?/#
        return text.wholeMatch(of: time).map { String($0.1) } ?? text
    }

    private func language(_ fields: YAMLFields, _ log: inout DiagnosticLog) -> String {
        fields.languageTag(&log) ?? ""
    }

    private func slug(_ fields: YAMLFields, _ log: inout DiagnosticLog) -> String? {
        guard let slug = fields.string("slug", &log) else { return nil }
        let isPlain = slug.utf8.allSatisfy {
            $0.isDigit || (97...122).contains($0) || $0 == CellBytes.minus
        }
        if isPlain, !slug.isEmpty, slug.utf8.count <= 100, !slug.hasPrefix("-") { return slug }
        fields.report(
            ArticleRule.slugInvalid,
            "slug",
            "“\(slug.shortened())” cannot be the name of a page",
            suggestion: "A slug holds small letters a–z, digits and hyphens: how-we-counted.",
            &log
        )
        return nil
    }

    private func deliberate(
        _ fields: YAMLFields,
        _ log: inout DiagnosticLog
    ) -> [DeliberateNumeral] {
        fields.list("deliberate", what: "a deliberate numeral", known: ["text", "reason"], &log)
            .compactMap { item in
                guard let text = item.requiredString("text", &log),
                    let reason = item.requiredString("reason", &log)
                else { return nil }
                return DeliberateNumeral(text: text, reason: reason, location: item.location)
            }
    }

    private func custom(_ entry: YAMLNode.Entry) -> CustomField? {
        switch entry.value {
        case .scalar(let scalar, _):
            if let truth = scalar.asBool {
                return CustomField(name: entry.key, value: .boolean(truth))
            }
            return CustomField(name: entry.key, value: .text(scalar.asString ?? ""))
        case .sequence(let items, _):
            let texts = items.compactMap { $0.scalar?.text }
            if texts.count == items.count {
                return CustomField(name: entry.key, value: .texts(texts))
            }
        case .mapping: break
        }
        return nil
    }

    /// Reports the keys of an article that hold more than a template can get, all of them together.
    private func reportNested(_ entries: [YAMLNode.Entry], _ log: inout DiagnosticLog) {
        guard let first = entries.first else { return }
        let names = entries.prefix(5).map { "“\($0.key.shortened())”" }.joined(separator: ", ")
        let rest = entries.count > 5 ? " and \(entries.count - 5) more" : ""
        log.report(
            ArticleRule.customValue,
            at: first.keyLocation,
            entries.count == 1
                ? "\(names) holds more than a text, a truth or a list of texts"
                : "\(names)\(rest) hold more than a text, a truth or a list of texts",
            excerpt: first.keyExcerpt,
            suggestion: "Templates get nothing nested: give each value a key of its own."
        )
    }

    /// Whether an article stands before another: by order, then title, then path.
    private static func stands(_ left: Article, before right: Article) -> Bool {
        let leftOrder = left.order ?? .max
        let rightOrder = right.order ?? .max
        if leftOrder != rightOrder { return leftOrder < rightOrder }
        return (left.title, left.path) < (right.title, right.path)
    }
}

/// Joins narratives to their strikes.
struct NarrativeMatch {
    private let dataset: Dataset
    private let hidden: Set<String>

    /// Takes the strikes that are shown, and the ids of those that are left out.
    init(_ dataset: Dataset, _ hidden: Set<String>) {
        self.dataset = dataset
        self.hidden = hidden
    }

    /// The narratives by strike; one of a strike that is left out is left out with it.
    func narratives(
        _ articles: [Article],
        _ log: inout DiagnosticLog
    ) -> [NarrativeKey: Article] {
        var narratives: [NarrativeKey: Article] = [:]
        for article in articles {
            guard let key = article.narrative else { continue }
            let id = key.strike
            if dataset.index(of: id) != nil {
                narratives[key] = article
            } else if !hidden.contains(id) {
                log.report(
                    ArticleRule.narrativeWithoutStrike,
                    at: SourceLocation(file: article.file),
                    "there is no strike “\(id.shortened())” for this narrative",
                    suggestion: Spelling.question(id, dataset.strikes.lazy.map(\.id))
                        ?? "Name the file after the strike’s id: strikes/<id>.md."
                )
            }
        }
        return narratives
    }
}
