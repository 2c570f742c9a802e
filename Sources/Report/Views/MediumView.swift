// What stands below a picture is as important as the picture: who made it, when, where it comes from, and on which
// terms it may be used.

import Records
import Templates
import Text

/// A picture, recording or document, wherever it is shown.
struct MediumView: TemplateRecord {
    let scope: PageScope
    /// Its position among the media.
    let place: Int
    /// Words in place of those of the record for those who cannot see it; empty for none.
    var ownAlternative = ""
    /// Whether it has its anchor here: only where the page shows it first.
    var isFirst = true

    private var medium: Medium { scope.report.dataset.media[place] }
    private var kind: Medium.Kind { medium.kind ?? .document }
    private var facts: MediumFacts? { scope.report.mediumFacts(medium.path) }

    static let schema = RecordSchema<MediumView>(
        "medium",
        "A picture, recording or document.",
        identity + words + file
    )

    private static let identity: [Field<MediumView>] = [
        .text("id", "The record's own name.") { $0.medium.id },
        .optionalText("anchor", "Its fragment on the page, where the page shows it first.") {
            $0.isFirst ? PagePlaces.anchor("exh", $0.medium.id) : nil
        },
        .text("kind", "picture, drawing, document, video or audio.") { $0.kind.rawValue },
        .boolean("is_picture", "Whether it is a picture or a drawing.") { $0.kind.isSeen },
        .boolean("is_graphic", "Whether readers are warned and open it themselves.") {
            $0.medium.isGraphic
        },
        .text("warning", "What they are warned of; may be empty.") { view in
            view.scope.text(view.medium.warning, or: view.medium.warnings)
        },
        .optionalText("moment", "Before or after, in words, if it is one of a pair.") { view in
            view.medium.moment.map { moment in
                switch moment {
                case .before: view.scope.language.text(.mediumBefore)
                case .after: view.scope.language.text(.mediumAfter)
                }
            }
        },
    ]

    private static let words: [Field<MediumView>] = [
        .text("alt", "What somebody who cannot see it is told; may be empty.") { $0.alternative },
        .text("caption", "What it shows; may be empty.") { view in
            view.scope.text(view.medium.caption, or: view.medium.captions)
        },
        .text("title", "Its caption, or the name of its file.") { $0.title },
        .text("credit", "Who made it; may be empty.") { view in
            view.scope.text(view.medium.credit, or: view.medium.credits)
        },
        .optionalText("date", "When it was taken, drawn or written.") { view in
            view.medium.date.map { view.scope.language.text($0) }
        },
        .text("licence", "The terms on which it is published; may be empty.") {
            $0.medium.licence
        },
        .text("lang", "The language of its words; may be empty.") { $0.medium.language },
        .list("notes", "Credit, date, source, licence and the like, each in words.") { $0.notes },
    ]

    private static let file: [Field<MediumView>] = [
        .url("url", "Its file.") { $0.url },
        .text("name", "The name of its file.") { $0.name },
        .optionalInteger("width", "The width of a picture in pixels, if it is known.") {
            $0.facts?.width
        },
        .optionalInteger("height", "The height of a picture in pixels, if it is known.") {
            $0.facts?.height
        },
        .optionalURL(
            "srcset",
            """
            The files of a picture among which a browser chooses, with their widths, for the attribute of this name: \
            smaller ones and the picture itself.
            """
        ) { $0.sourceSet },
        .optionalInteger("pages", "How many pages a document has, if it is known.") {
            $0.facts?.pages
        },
        .optionalText("digest", "The SHA-256 of a document.") { $0.facts?.digest },
    ]

    private var url: String { scope.addressOfFile(medium.path) }

    private var sourceSet: String? {
        guard kind.isSeen, let sizes = facts?.sizes(of: medium.path), !sizes.isEmpty else {
            return nil
        }
        return sizes.map { scope.addressOfFile($0.path) + " \($0.width)w" }
            .joined(separator: ", ")
    }

    private var name: String { String(medium.file.split(separator: "/").last ?? "") }

    private var title: String {
        let caption = scope.text(medium.caption, or: medium.captions)
        return caption.isEmpty ? name : caption
    }

    private var alternative: String {
        if !ownAlternative.isEmpty { return ownAlternative }
        return scope.text(medium.alternative, or: medium.alternatives)
    }

    private var notes: [MediumNoteView] {
        let language = scope.language
        var notes: [MediumNoteView] = []
        func add(_ text: String, url: String? = nil) {
            if !text.isEmpty { notes.append(MediumNoteView(text: text, url: url)) }
        }
        add(scope.text(medium.credit, or: medium.credits))
        add(medium.date.map { language.text($0) } ?? "")
        if let source = scope.report.dataset.source(medium.sourceID) {
            let view = SourceView(scope: scope, source: source, number: 0)
            let title = language.isolated(view.shownTitle)
            add(
                language.text(.mediumSource, ["source": title]),
                url: source.url.isEmpty ? nil : source.url
            )
        }
        if !medium.licence.isEmpty {
            add(language.text(.mediumLicence, ["licence": language.isolated(medium.licence)]))
        }
        if let pages = facts?.pages { add(language.text(.documentPages, count: pages)) }
        if let size = facts?.size { add(language.size(size)) }
        if !medium.language.isEmpty, medium.language != language.tag {
            add(language.label("language_", medium.language))
        }
        return notes
    }
}

/// One thing that is said of a medium.
struct MediumNoteView: TemplateRecord {
    let text: String
    let url: String?

    static let schema = RecordSchema<MediumNoteView>(
        "note on a medium",
        "One thing that is said of a medium.",
        [
            .text("text", "It, in words.") { $0.text },
            .optionalURL("url", "The page of the source, if it is known.") { $0.url },
        ]
    )
}

extension Language {
    /// The size of a file in words.
    func size(_ bytes: Int) -> String {
        let kilobytes = max(1, (bytes + 500) / 1000)
        if kilobytes < 10_000 { return text(.sizeKilobytes, ["n": number(kilobytes)]) }
        return text(.sizeMegabytes, ["n": number((kilobytes + 500) / 1000)])
    }
}

extension PageScope {
    /// Where a medium is shown: on the page of its strike or of its article; otherwise its file.
    func mediumURL(_ place: Int) -> String {
        let medium = report.dataset.media[place]
        let anchor = "#" + PagePlaces.anchor("exh", medium.id)
        if let strike = report.dataset.index(of: medium.strikeID) {
            return url(report.places.strikes[strike]) + anchor
        }
        if let page = report.places.articles[medium.articlePath] { return url(page) + anchor }
        return addressOfFile(medium.path)
    }

    /// The address of a file whose name authors chose.
    func addressOfFile(_ path: String) -> String {
        PercentEncoding.encoded(url(path), keeping: "/%")
    }
}
