import Diagnostics

/// What `site.yaml` says, decoded and checked.
public struct SiteSettings: Sendable {
    /// The report's name.
    public var title = ""
    /// One sentence for search engines, feeds and link previews.
    public var description = ""
    /// The address at which it is published, without a slash at its end; `nil` when not stated.
    public var url: String?
    /// The language of the interface and of articles that name no other.
    public var language = "en"
    /// The languages of the report, that of the original first; only that one where the site names no others.
    public var languages = ["en"]
    /// Whether a release is refused when a translation differs from its original.
    public var requiresParity = false
    /// The countries whose names of months the pages of some languages use.
    public var regions: [Region] = []
    /// What its records are called, and whom they count.
    public var nouns = RecordNouns()
    /// The folder of the pages of strikes, and of their list.
    public var recordPath = "strikes"
    /// The folders in which these pages were before.
    public var previousRecordPaths: [String] = []
    /// The first day that the report covers.
    public var periodFrom: CalendarDate?
    /// The last day that the report covers.
    public var periodTo: CalendarDate?
    /// The people responsible for the report.
    public var authors: [String] = []
    /// What it is made of, in one line.
    public var credit = ""
    /// A warning about how not to read the report, on every page that shows totals.
    public var caution = ""
    /// The notice on the records.
    public var notice = ""
    /// The gradings.
    public var methodology = Methodology(gradings: [])
    /// The military's verdicts, in the order in which they are shown.
    public var assessments: [Assessment] = []
    /// The measures at the top of the landing page.
    public var headline: [Measure] = [.strikes, .killed, .childrenKilled, .concededKilled]
    /// The fields with a summary table.
    public var summaries: [String] = []
    /// The selections used under a name, as written.
    public var selections: [NamedSelection] = []
    /// The menu, from first to last; empty for one made of the pages that exist.
    public var menu: [MenuItem] = []
    /// Words beside which a bare numeral is reported, besides those of the language.
    public var casualtyWords: [String] = []
    /// Whether readers may know how many records are withheld.
    public var statesWithheld = false
    /// The day as of which the report is made; `nil` when it is not stated.
    public var asOf: CalendarDate?
    /// The points of districts and cities, by name, for strikes that are shown there.
    public var points: [String: Coordinate] = [:]
    /// The smallest number of people who may share a value of an own column; `nil` for any number.
    public var minimumCell: Int?
    /// The bands in which ages are counted; `nil` for none.
    public var ageBands: AgeBands?
    /// Labels of the public columns without a role, by column name.
    public var columnTitles: [String: String] = [:]
    /// The site's own base map, a GeoJSON file in `content/`; empty for none.
    public var basemap = ""
    /// Whose data the base map is; empty when nothing is said.
    public var basemapCredit = ""
    /// The picture beside the report's name, a file in `media/` or `assets/`; empty for none.
    public var logo = ""
    /// The picture by which a browser marks the report, a file in `media/` or `assets/`; empty for none.
    public var favicon = ""
    /// The picture that a link to the report shows: a file in `media/` or the id of a medium; empty for none.
    public var card = ""
    /// The colour of links.
    public var accent: Accent?
    /// More style sheets of every page, files in `assets/`.
    public var styles: [String] = []
    /// Whether a picture from another host becomes a link to it; otherwise it is a mistake.
    public var linksExternalImages = false
    /// Whether the report can be searched.
    public var hasSearch = true
    /// Whether each person with an id has a page.
    public var hasPersonPages = false
    /// How to reach the authors; `nil` where the site does not state it.
    public var contact: Contact?
    /// Whether charts, tables, maps and figures have bare pages for other sites.
    public var hasEmbeds = false
    /// The private values that the author allows in the report.
    public var leakAllowances: [LeakAllowance] = []

    /// How the report is signed when it is published, such as "ssh"; empty for not at all.
    public var signatureKind = ""

    /// Makes the settings of a site that states nothing.
    public init() {}

    /// A country whose usage the pages of a language follow.
    public struct Region: Hashable, Sendable {
        /// The language as a BCP 47 tag.
        public var language: String
        /// The country as ISO 3166 codes it, such as `SY`.
        public var country: String
        /// Where it is stated.
        public var location: SourceLocation

        /// Makes a region.
        public init(language: String, country: String, location: SourceLocation) {
            self.language = language
            self.country = country
            self.location = location
        }
    }

    /// One of the military's verdicts.
    public struct Assessment: Hashable, Sendable {
        /// The key that data and selections use.
        public var key: String
        /// The name that readers see.
        public var label: String
        /// The definition; may be empty.
        public var meaning: String

        /// Makes a verdict.
        public init(key: String, label: String, meaning: String) {
            self.key = key
            self.label = label
            self.meaning = meaning
        }
    }

    /// The label of a public column without a role.
    public func columnTitle(_ name: String) -> String { columnTitles[name] ?? name }

    /// The label of a verdict that the site defines.
    public func assessmentLabel(_ key: String) -> String? {
        assessments.first { $0.key == key }?.label
    }
}
