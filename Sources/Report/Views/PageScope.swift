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
    /// The report in that language.
    let edition: Edition

    init(_ report: ReportModel, path: String, language: Language) {
        self.report = report
        self.language = language
        self.path = path
        edition = report.edition(in: language)
        base = String(repeating: "../", count: path.utf8.count { $0 == UInt8(ascii: "/") })
    }

    /// The words for selections.
    var selections: SelectionWording { edition.selections }

    /// The relative URL of a page or file of the report.
    func url(_ path: String) -> String {
        let url = path == self.path ? String(path.suffix(path.count - folderLength)) : base + path
        // Without this, a browser would decode what looks like code in a file's name.
        return url.holds(UInt8(ascii: "%")) ? url.replacing("%", with: "%25") : url
    }

    /// The published address of a page or file, with its fragment if it has one; `nil` when the report's own is not
    /// known.
    func address(_ path: String) -> String? {
        report.settings.url.map { $0 + "/" + QueryText.encodedPath(path) }
    }

    /// The relative URL of a fixed page.
    func url(_ page: PagePlaces.Fixed) -> String { url(page.rawValue) }

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
