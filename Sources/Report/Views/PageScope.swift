import Records
import Text

/// What the views of one page share: the report, the language, and the relative path to the root.
final class PageScope: Sendable {
    /// The report.
    let report: ReportModel
    /// The language of the page.
    let language: Language
    /// The page, from the root.
    let path: String
    /// The relative path from the page to the root: empty, `../`, `../../`.
    let base: String
    /// The folder of the version of the report that the page belongs to, such as `ar/`; empty for the original.
    let folder: String
    /// The path of the page from the root of its version of the report.
    let versionPath: String
    /// The report in that language.
    let edition: Edition

    /// A page of a version of the report; `path` is from the root of that version.
    init(_ report: ReportModel, path: String, language: Language, folder: String) {
        self.report = report
        self.language = language
        self.folder = folder
        let path = report.versions.path(path, in: folder)
        self.path = path
        versionPath = folder.isEmpty ? path : String(path.dropFirst(folder.count))
        edition = report.edition(in: language)
        base = String(repeating: "../", count: path.utf8.count { $0 == UInt8(ascii: "/") })
    }

    /// The words for selections.
    var selections: SelectionWording { edition.selections }

    /// What the site states, in the page's language.
    var settings: SiteSettings { edition.settings }

    /// The relative URL of a page of this version of the report, or of a file.
    func url(_ path: String) -> String {
        exactURL(folder.isEmpty ? path : report.versions.path(path, in: folder))
    }

    /// The path, from the root of the report, of a page of this version.
    func versionPath(of path: String) -> String { report.versions.path(path, in: folder) }

    /// The relative URL of a page of any version of the report, or of a file; the path is from the root.
    func exactURL(_ path: String) -> String {
        let url = path == self.path ? String(path.suffix(path.count - folderLength)) : base + path
        // Without this, a browser would decode what looks like code in a file's name.
        return url.holds(UInt8(ascii: "%")) ? url.replacing("%", with: "%25") : url
    }

    /// The relative URL of a file in `assets/` or `media/`; that of an asset changes with its content, so that no
    /// browser shows an old one.
    func fileURL(_ path: String) -> String {
        exactURL(path) + (report.assetHashes[path].map { "?v=" + $0 } ?? "")
    }

    /// The published address of a page or file, with its fragment if it has one; `nil` when the report's own is not
    /// known.
    func address(_ path: String) -> String? {
        exactAddress(report.versions.path(path, in: folder))
    }

    /// The published address of a page, or its path where that of the report is not known.
    func addressOrPath(_ path: String) -> String { address(path) ?? versionPath(of: path) }

    /// The published address of a page of any version of the report, or of a file; the path is from the root.
    func exactAddress(_ path: String) -> String? {
        settings.url.map { $0 + "/" + QueryText.encodedPath(path) }
    }

    /// The published address of the folder of this version, to which URLs of a page in it are relative; `nil` when the
    /// report's own is not known.
    var versionAddress: String? {
        settings.url.map { folder.isEmpty ? $0 : $0 + "/" + folder.dropLast() }
    }

    /// The relative URL of a fixed page.
    func url(_ page: PagePlaces.Fixed) -> String { url(page.path(report.settings)) }

    /// The relative URL of a figure's page at the row of one measure, so that the page answers what was asked.
    func url(_ figure: Figure, _ measure: Measure) -> String {
        if figure.subject == .people { return url(figure.path) }
        return url(figure.path) + "#" + PagePlaces.anchor("m", measure.name)
    }

    /// A text of a record in the page's language, or as recorded first where it is not in that language.
    func text(_ text: String, or others: [LocalName]) -> String {
        others.first { $0.language == language.tag }?.name ?? text
    }

    /// A cell of a record, or what readers of the page's language see instead.
    func label(_ cell: String, _ kind: ResourceKind, _ role: Role) -> String {
        report.dataset.codebook.label(cell, kind, role, in: language.tag)
    }

    /// The codebook in the page's language.
    var codebook: Codebook { report.dataset.codebook.translated(language.tag) }

    /// The public columns of a record that have no role, with a label and a text each; those without a value are left
    /// out.
    func extras(_ cells: [String], _ kind: ResourceKind) -> [LabelledTextView] {
        let fields = codebook.resource(kind)?.extraFields ?? []
        return zip(fields, cells)
            .compactMap { field, cell in
                if cell.isEmpty { return nil }
                let text = text(of: cell, in: field)
                guard field.isMarkdown else {
                    return LabelledTextView(label: field.title, text: text)
                }
                return LabelledTextView(
                    label: field.title,
                    text: plainLine(text),
                    markup: line(text)
                )
            }
    }

    /// A cell of an own column as readers see it: several values as a list.
    private func text(of cell: String, in field: CodebookField) -> String {
        guard let list = field.list else { return field.labels[cell] ?? cell }
        return language.list(list.values(of: cell).map { field.labels[$0] ?? $0 }, .and)
    }

    /// Whether a blank count of a measure means that nothing is conceded: only where a column holds it.
    func isConcession(_ measure: Measure) -> Bool {
        measure.isConceded && report.held.holds(measure)
    }

    /// A remark on unknown and open-ended counts of a total; `nil` when there are none.
    func remark(_ total: Total, _ measure: Measure) -> String? {
        language.remark(total, isConcession: isConcession(measure))
    }

    private var folderLength: Int {
        path.lastIndex(of: "/").map { path.distance(from: path.startIndex, to: $0) + 1 } ?? 0
    }
}
