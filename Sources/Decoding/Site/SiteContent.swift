// What reading a site yields: everything that a report is made of, as values, and nothing that is private.

import Diagnostics
import Formats
import Records
import Text

/// A site as read: settings, records, articles, and the files that go into the report as they are.
public struct SiteContent: Sendable {
    /// What `content/site.yaml` says.
    public let settings: SiteSettings
    /// The same in the languages of the report besides that of the original, by tag.
    public let translations: [String: SiteSettings]
    /// The places of texts of the settings and the codebook that are stated by language, but not in this one, by its tag.
    public let missingTexts: [String: [SourceLocation]]
    /// The settings as written, for what other rooms read from them.
    public let settingsFields: YAMLFields
    /// The records.
    public let dataset: Dataset
    /// The articles, by their order, then title, then path; drafts only when asked for.
    public let articles: [Article]
    /// The articles and narratives that are drafts, which the report must not contain; none when drafts are shown.
    public let drafts: [Article]
    /// The cells of the columns that are not public, which the report must not contain.
    public let privateCells: PrivateCells
    /// The narratives of strikes, and their translations.
    public let narratives: [NarrativeKey: Article]
    /// The paths of the files below `content/media/`, relative to `content/`.
    public let media: [String]
    /// The templates: the site's, and those of the program that it does not replace.
    public let templates: [TemplateSource]
    /// The files with the words of the interface, a language each; the program's before the site's.
    public let words: [WordsSource]
    /// The words that the site's own templates print, as `words.KEY`; empty if it changes no words.
    public let templateWords: Set<String>
    /// The files for `assets/`: the site's, and those of the program that are used and not replaced.
    public let assets: [AssetSource]
    /// How many rows of each table were read, shown and left out.
    public let records: [ResourceCount]
    /// The releases that the site has recorded, oldest first.
    public let releases: [Release]
    /// The site's own base map, when it has one.
    public let basemap: Basemap?
    /// The newest date anywhere in the content, which stands for "now".
    public let newestDate: CalendarDate?
    /// The same releases, with the records in them that must not be shown again.
    public let exposedReleases: [ExposedRelease]
    /// What protected records must not show anywhere, for the leak scan; empty when nothing is protected.
    public let privateValues: [PrivateValue]
    /// The texts of withheld rows and narratives, which may name pictures.
    public let withheldTexts: [String]
    /// The files, for reading media and assets.
    public let files: InputTree
}

/// A template as read.
public struct TemplateSource: Hashable, Sendable {
    /// The path relative to `templates/`.
    public let path: String
    /// The file as diagnostics name it.
    public let file: String
    /// The file's bytes.
    public let bytes: [UInt8]
    /// Whether it is the program's or the site's.
    public let origin: TemplateOrigin

    /// Makes a template.
    public init(path: String, file: String, bytes: [UInt8], origin: TemplateOrigin = .site) {
        self.path = path
        self.file = file
        self.bytes = bytes
        self.origin = origin
    }
}

/// A style sheet, script, font or picture for the folder `assets/` of the report.
public struct AssetSource: Hashable, Sendable {
    /// The path relative to `templates/` and to the report.
    public let path: String
    /// The file as diagnostics name it.
    public let file: String
    /// Whether it is the program's or the site's.
    public let origin: TemplateOrigin
    /// A short hash of what it holds, which stands in its address.
    public let hash: String
    /// The bytes of a file of the program.
    private let bytes: [UInt8]?

    /// Makes an asset of a file in the site.
    init(path: String, file: String, origin: TemplateOrigin, in files: InputTree) throws {
        self.path = path
        self.file = file
        self.origin = origin
        bytes = nil
        hash = ShortHash.of(bytes: try files.read(file))
    }

    /// Makes an asset that comes with the program or is made by it.
    init(path: String, file: String, bytes: [UInt8]) {
        self.path = path
        self.file = file
        origin = .program
        self.bytes = bytes
        hash = ShortHash.of(bytes: bytes)
    }

    /// What the asset holds; throws if it is a file of the site that cannot be read.
    public func bytes(in files: InputTree) throws -> [UInt8] {
        try bytes ?? files.read(file)
    }
}

/// The words of the interface in one language, as read.
public struct WordsSource: Hashable, Sendable {
    /// The language as a BCP 47 tag, which is the file's name.
    public let tag: String
    /// The file as diagnostics name it.
    public let file: String
    /// The YAML text.
    public let text: String
    /// Whether it is the program's or the site's.
    public let origin: TemplateOrigin

    /// Makes a source of words.
    public init(tag: String, file: String, text: String, origin: TemplateOrigin = .site) {
        self.tag = tag
        self.file = file
        self.text = text
        self.origin = origin
    }
}

/// A base map as read.
public struct Basemap: Hashable, Sendable {
    /// The path relative to `content/`.
    public let path: String
    /// The GeoJSON.
    public let bytes: [UInt8]

    /// Makes a base map.
    public init(path: String, bytes: [UInt8]) {
        self.path = path
        self.bytes = bytes
    }
}

/// How many rows of one table were read, and what happened to them.
public struct ResourceCount: Hashable, Sendable {
    /// The records that the table holds.
    public let kind: ResourceKind
    /// The file as diagnostics name it.
    public let file: String
    /// Rows below the header.
    public let read: Int
    /// Rows that became records of the report.
    public let shown: Int
    /// Rows that were left out, by reason, in the order in which the reasons first stand in the file.
    public let leftOut: [LeftOutCount]
    /// Rows that are withheld to protect somebody.
    public let withheld: Int

    /// The same without the rows that are withheld, for readers who must not learn of them.
    public var withoutWithheld: ResourceCount {
        ResourceCount(
            kind: kind,
            file: file,
            read: read - withheld,
            shown: shown,
            leftOut: leftOut,
            withheld: 0
        )
    }

    /// Rows of one reason.
    public struct LeftOutCount: Hashable, Sendable {
        /// Why they are left out.
        public let reason: LeftOut.Reason
        /// How many there are.
        public let count: Int
    }
}
