// A source and the columns that describe one.

import Diagnostics

/// Where a fact comes from.
public struct Source: Hashable, Sendable {
    /// The record's own name.
    public var id: String
    /// The strike it documents; empty when it documents the campaign.
    public var strikeID = ""
    /// Who published it.
    public var publisher = ""
    /// Its title.
    public var title = ""
    /// Where it is, an http or https URL.
    public var url = ""
    /// Where a copy is archived.
    public var archiveURL = ""
    /// Its language as a BCP 47 tag.
    public var language = ""
    /// Its kind, as a key: monitor, military, ngo, media.
    public var kind = ""
    /// When it was published.
    public var date: CalendarDate?
    /// The public columns that have no role, in the codebook's order.
    public var extras: [String] = []
    /// The row in its file, from 0.
    public var row = 0

    /// Makes a source with only its name.
    public init(id: String) {
        self.id = id
    }

    /// Makes an empty source for a row.
    public init(row: Int, location: () -> SourceLocation) {
        self.init(id: "")
        self.row = row
    }
}

// MARK: - Columns

extension Source: ColumnRecord {
    /// The columns of a source; they are the same for all measures.
    public static func columns(of measures: MeasureList) -> ColumnList<Source> { columnList }

    private static let columnList = ColumnList<Source>([
        .text(.id, "The record's own name.", .id)
            .get { $0[$1].id }.set { $0.id = $1 }.required().decisive().naming().kept(.anonymous),
        .text(.strikeID, "The strike it documents; blank for the campaign.")
            .get { $0[$1].strikeID }.set { $0.strikeID = $1 }.decisive().referring(to: .strikes)
            .kept(.anonymous),
        .text(.publisher, "Who published it.", .name)
            .get { $0[$1].publisher }.set { $0.publisher = $1 },
        .text(.title, "Its title.")
            .get { $0[$1].title }.set { $0.title = $1 },
        .text(.url, "Where it is.", .url)
            .get { $0[$1].url }.set { $0.url = $1 },
        .text(.archiveURL, "Where a copy is archived.", .url)
            .get { $0[$1].archiveURL }.set { $0.archiveURL = $1 },
        .text(.language, "Its language: en, ar.")
            .get { $0[$1].language }.set { $0.language = $1 },
        .text(.kind, "Its kind: monitor, military, ngo, media.", .key)
            .get { $0[$1].kind }.set { $0.kind = $1 }.kept(.anonymous),
        .date(.date, "When it was published.")
            .get { $0[$1].date }.set { $0.date = $1 }.kept(.anonymous),
        .leftOut,
        .protection("source", [.withheld, .anonymous]),
        .consent,
        .consentUntil,
    ])
}

extension Role {
    /// Who published a source.
    public static let publisher = Role("publisher")
    /// The title of a source.
    public static let title = Role("title")
    /// Where a copy is archived.
    public static let archiveURL = Role("archive_url")
    /// The language of a source.
    public static let language = Role("language")
}
