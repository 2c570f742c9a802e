// A chat program shows a picture beside a link without asking, so what it may show is stated by the author, and is never
// what readers of the page are warned of.

import Decoding
import Diagnostics
import Records

/// The pictures that links to pages show.
struct Cards: Sendable {
    /// The least size that networks show large.
    static let leastWidth = 1200
    static let leastHeight = 630

    private let site: String
    private let articles: [String: String]
    private let strikes: [String: String]
    /// What the paths of translations begin with.
    private let folders: [String]

    init(_ content: SiteContent) {
        site = content.settings.card
        let marked = content.dataset.media.filter(\.isCard)
        articles = Cards.joined(
            content.articles.map { ($0.path, $0.card) },
            marked.map { ($0.articlePath, $0.path) }
        )
        strikes = Cards.joined(
            content.narratives.filter { $0.key.language.isEmpty }
                .map { ($0.key.strike, $0.value.card) },
            marked.map { ($0.strikeID, $0.path) }
        )
        folders = content.settings.languages.dropFirst().map { $0 + "/" }
    }

    /// The cards that pages state, and those of media for pages that state none.
    private static func joined(
        _ stated: [(String, String)],
        _ marked: [(String, String)]
    ) -> [String: String] {
        Dictionary(
            (stated + marked).filter { !$0.0.isEmpty && !$0.1.isEmpty },
            uniquingKeysWith: { first, _ in first }
        )
    }

    /// The card of an article, which may be that of its original or of the site; empty for none.
    func ofArticle(_ path: String) -> String {
        if let own = articles[path] { return own }
        if let folder = folders.first(where: path.hasPrefix),
            let card = articles[String(path.dropFirst(folder.count))]
        {
            return card
        }
        return site
    }

    /// The card of a strike, which its account or a medium states, or that of the site; empty for none.
    func ofStrike(_ id: String) -> String { strikes[id] ?? site }

    /// The card of all other pages; empty for none.
    var ofSite: String { site }

    /// The file that a card names, relative to `content/`.
    static func path(_ card: String, in dataset: Dataset) -> String {
        if let place = dataset.mediumIndex(card) { return dataset.media[place].path }
        return card
    }

    /// Reports cards that are not there, cannot be shown, or are graphic or small.
    static func check(_ input: ReportInput, _ log: inout DiagnosticLog) {
        let content = input.site
        var places: [SourceLocation] = []
        func check(_ card: String, at place: SourceLocation) {
            places.append(place)
            Cards.check(card, at: place, input, &log)
        }
        if !content.settings.card.isEmpty {
            check(content.settings.card, at: content.settingsFields.location("card"))
        }
        let accounts = content.narratives.values.sorted { $0.file < $1.file }
        for article in content.articles + accounts where !article.card.isEmpty {
            check(article.card, at: article.places["card"] ?? article.location)
        }
        for medium in content.dataset.media where medium.isCard {
            let place = medium.location ?? SourceLocation(file: "content/" + medium.path)
            places.append(place)
            checkSize(medium.path, at: place, input, &log)
        }
        guard let first = places.first, content.settings.url == nil else { return }
        log.report(
            ProseRule.cardUnfit,
            at: first,
            "a card needs the address of the report, and the settings state no url",
            suggestion: "Chat programs load the picture from there: url: https://…."
        )
    }

    private static func check(
        _ card: String,
        at place: SourceLocation,
        _ input: ReportInput,
        _ log: inout DiagnosticLog
    ) {
        let content = input.site
        let dataset = content.dataset
        let path = path(card, in: dataset)
        func refuse(_ message: String, _ suggestion: String?) {
            log.report(ProseRule.cardUnfit, at: place, message, suggestion: suggestion)
        }
        guard content.media.contains(path) else {
            return refuse(
                "there is no file or medium “\(card.shortened())” for a card",
                Spelling.question(card, content.media + dataset.media.map(\.id))
                    ?? "Write a file as media/card.png, or the id of a medium."
            )
        }
        if dataset.media.contains(where: { $0.isGraphic && $0.path == path }) {
            return refuse(
                "“\(card.shortened())” is graphic, and a card is shown without a warning",
                "Choose a picture that anybody may see."
            )
        }
        guard Medium.isShownBesideLinks(path) else {
            return refuse(
                "“\(card.shortened())” is of a kind that chat programs do not show",
                "Export it as a PNG, JPEG or WebP picture of \(leastWidth) × \(leastHeight) pixels."
            )
        }
        checkSize(path, at: place, input, &log)
    }

    private static func checkSize(
        _ path: String,
        at place: SourceLocation,
        _ input: ReportInput,
        _ log: inout DiagnosticLog
    ) {
        guard let facts = input.mediumFacts(path), let width = facts.width,
            let height = facts.height
        else { return }
        if width >= leastWidth, height >= leastHeight { return }
        log.report(
            ProseRule.cardSmall,
            at: place,
            "the card is \(width) × \(height) pixels, and many programs show it small or not at all",
            suggestion: "Make it at least \(leastWidth) × \(leastHeight) pixels."
        )
    }
}
