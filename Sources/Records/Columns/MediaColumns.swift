// A picture, recording or document and the columns that describe one: a bare file says neither who made it nor what
// it shows, and readers who cannot see it are told nothing.

import Diagnostics

/// A picture, drawing, recording or document that belongs to a strike or an article.
public struct Medium: Hashable, Sendable {
    /// The record's own name.
    public var id: String
    /// The strike that it shows; empty when it shows none.
    public var strikeID = ""
    /// The article that it belongs to, by its file in `content/`; empty when it belongs to none.
    public var article = ""
    /// The file in `content/media/`, as written.
    public var file = ""
    /// What it is, as stated; `nil` when its file says it.
    public var statedKind: Kind?
    /// What it shows.
    public var caption = ""
    /// The same in other languages.
    public var captions: [LocalName] = []
    /// Who made it, or where it was got.
    public var credit = ""
    /// The same in other languages.
    public var credits: [LocalName] = []
    /// When it was taken, drawn or written.
    public var date: CalendarDate?
    /// The source that it comes from; empty when there is none.
    public var sourceID = ""
    /// Under which terms it is published.
    public var licence = ""
    /// Whether links to its page show it.
    public var isCard = false
    /// Whether it shows what readers are asked about first.
    public var isGraphic = false
    /// What they are warned of.
    public var warning = ""
    /// The same in other languages.
    public var warnings: [LocalName] = []
    /// What somebody who cannot see it is told.
    public var alternative = ""
    /// The same in other languages.
    public var alternatives: [LocalName] = []
    /// Its language as a BCP 47 tag; empty for one without words.
    public var language = ""
    /// The name that it shares with the medium beside which it is shown; empty for none.
    public var pair = ""
    /// Which of the two it is.
    public var moment: Moment?
    /// The public columns that have no role, in the codebook's order.
    public var extras: [String] = []
    /// The row in its file, from 0.
    public var row = 0
    /// Where its row is; `nil` for one that was read from no file.
    public var location: SourceLocation?

    /// Makes a medium with only its name.
    public init(id: String) {
        self.id = id
    }

    /// Makes an empty medium for a row.
    public init(row: Int, location: () -> SourceLocation) {
        self.init(id: "")
        self.row = row
        self.location = location()
    }

    /// What a medium is.
    public enum Kind: String, CaseIterable, Sendable {
        /// A photograph, a frame of a video or a satellite image.
        case picture
        /// A drawing, diagram or map.
        case drawing
        /// Pages to read.
        case document
        /// Moving pictures.
        case video
        /// Sound alone.
        case audio

        /// Whether it is shown as a picture, which needs words for those who cannot see it.
        public var isSeen: Bool { self == .picture || self == .drawing }
    }

    /// Which of two media that are shown beside each other one is.
    public enum Moment: String, CaseIterable, Sendable {
        /// The earlier one.
        case before
        /// The later one.
        case after
    }

    /// The path of its file in `content/` and in the report.
    public var path: String { file.hasPrefix("media/") ? file : "media/" + file }

    /// The file of its article in `content/`; empty when it belongs to none.
    public var articlePath: String {
        article.isEmpty || article.hasSuffix(".md") ? article : article + ".md"
    }

    /// What it is; `nil` when its file is of a kind that browsers do not show.
    public var kind: Kind? { statedKind ?? Medium.kinds(of: file).first }

    /// What a file can be, the likeliest first; empty for one that browsers do not show.
    public static func kinds(of file: String) -> [Kind] {
        let name = file.split(separator: "/").last ?? ""
        guard let point = name.lastIndex(of: ".") else { return [] }
        switch name[name.index(after: point)...].lowercased() {
        case "svg": return [.drawing, .picture]
        case "jpg", "jpeg", "jpe", "jfif", "png", "apng", "gif", "webp", "avif":
            return [.picture, .drawing]
        case "pdf": return [.document]
        case "mp4", "m4v", "mov", "webm", "ogv": return [.video]
        case "m4a", "mp3", "ogg", "oga", "opus", "flac", "wav": return [.audio]
        default: return []
        }
    }

    /// Whether chat programs and networks show a file beside a link.
    public static func isShownBesideLinks(_ file: String) -> Bool {
        [".jpg", ".jpeg", ".png", ".webp", ".gif"].contains(where: file.lowercased().hasSuffix)
    }
}

// MARK: - Columns

extension Medium: ColumnRecord {
    /// The columns of a medium; they are the same for all measures.
    public static func columns(of measures: MeasureList) -> ColumnList<Medium> { columnList }

    private static let columnList = ColumnList<Medium>(identity + words + state)

    private static let identity: [Column<Medium>] = [
        .text(.id, "The record's own name, for links: media:ID.", .id)
            .get { $0[$1].id }.set { $0.id = $1 }.required().decisive().naming(),
        .text(.strikeID, "The strike whose page shows it.")
            .get { $0[$1].strikeID }.set { $0.strikeID = $1 }.decisive().referring(to: .strikes),
        .text(.article, "The article that shows it: chapters/method.md.")
            .get { $0[$1].article }.set { $0.article = $1 }.decisive(),
        .text(.file, "The file in content/media/.")
            .get { $0[$1].file }.set { $0.file = $1 }.required().decisive(),
        .text(
            .kind,
            "picture, drawing, document, video or audio; blank for what its file is.",
            .word(ModelWords("kind of medium", Kind.self, synonyms: kindSynonyms))
        )
        .get { $0[$1].statedKind?.rawValue ?? "" }.set { $0.statedKind = Kind(rawValue: $1) },
    ]

    private static let words: [Column<Medium>] = [
        .text(.caption, "What it shows, as a sentence.")
            .get { $0[$1].caption }.set { $0.caption = $1 },
        .names(.caption, "The same in another language: caption.ar.")
            .get { $0[$1].captions }.set { $0.captions = $1 },
        .text(.credit, "Who made it, or where it was got.")
            .get { $0[$1].credit }.set { $0.credit = $1 },
        .names(.credit, "The same in another language: credit.ar.")
            .get { $0[$1].credits }.set { $0.credits = $1 },
        .date(.date, "When it was taken, drawn or written.")
            .get { $0[$1].date }.set { $0.date = $1 },
        .text(.sourceID, "The source that it comes from.")
            .get { $0[$1].sourceID }.set { $0.sourceID = $1 }.referring(to: .sources),
        .text(.licence, "Under which terms it is published: CC BY 4.0.")
            .get { $0[$1].licence }.set { $0.licence = $1 },
        .text(.alternative, "What somebody who cannot see it is told; pictures need it.")
            .get { $0[$1].alternative }.set { $0.alternative = $1 }
            .required(unless: { $0.kind?.isSeen != true }),
        .names(.alternative, "The same in another language: alt.ar.")
            .get { $0[$1].alternatives }.set { $0.alternatives = $1 },
        .text(.language, "The language of its words: en, ar.")
            .get { $0[$1].language }.set { $0.language = $1 },
    ]

    private static let state: [Column<Medium>] = [
        .text(
            .graphic,
            "yes for one that readers open themselves, after a warning.",
            .word(answers)
        )
        .get { $0[$1].isGraphic ? "yes" : "" }.set { $0.isGraphic = $1 == "yes" }.decisive(),
        .text(.warning, "What the warning says; graphic media need it.")
            .get { $0[$1].warning }.set { $0.warning = $1 }.needing(.graphic),
        .names(.warning, "The same in another language: warning.ar.")
            .get { $0[$1].warnings }.set { $0.warnings = $1 },
        .text(.pair, "A name that two media share, which are shown beside each other.")
            .get { $0[$1].pair }.set { $0.pair = $1 }.needing(.moment),
        .text(
            .moment,
            "before or after: which of the two it is.",
            .word(ModelWords("moment of a medium", Moment.self))
        )
        .get { $0[$1].moment?.rawValue ?? "" }.set { $0.moment = Moment(rawValue: $1) }
        .needing(.pair),
        .text(
            .card,
            "yes for the picture that links to the page of its strike or article show.",
            .word(answers)
        )
        .get { $0[$1].isCard ? "yes" : "" }.set { $0.isCard = $1 == "yes" }.decisive(),
        .leftOut,
        .protection("medium", [.withheld]),
        .consent,
        .consentUntil,
    ]

    private static let kindSynonyms: [String: Kind] = [
        "photo": .picture, "photograph": .picture, "image": .picture, "map": .drawing,
        "diagram": .drawing, "pdf": .document, "sound": .audio,
    ]

    /// The answers to whether a medium is graphic, or a card.
    public static let answers = ModelWords(
        "answer that is known here",
        words: ["no", "yes"],
        synonyms: [
            "y": "yes", "true": "yes", "1": "yes", "n": "no", "false": "no", "0": "no",
        ]
    )
}

extension Role {
    /// The article that a medium belongs to.
    public static let article = Role("article")
    /// The file of a medium.
    public static let file = Role("file")
    /// What a medium shows.
    public static let caption = Role("caption")
    /// Who made a medium.
    public static let credit = Role("credit")
    /// Under which terms a medium is published.
    public static let licence = Role("licence")
    /// Whether readers are warned of a medium.
    public static let graphic = Role("graphic")
    /// What they are warned of.
    public static let warning = Role("warning")
    /// What somebody who cannot see a medium is told.
    public static let alternative = Role("alt")
    /// The name that two media share.
    public static let pair = Role("pair")
    /// Which of the two a medium is.
    public static let moment = Role("moment")
    /// Whether links to the page of a medium show it.
    public static let card = Role("card")
}
