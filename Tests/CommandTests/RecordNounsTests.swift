import Foundation
import TestSupport
import Testing

/// A record of incidents in which journalists were killed speaks of no strike and of no civilian.
@Suite struct RecordNounsTests {
    /// The words of the record itself, as its authors wrote them, in content, outside of names of columns, links and
    /// files.
    private static func neutral(_ text: String) -> String {
        [
            (
                #"(?<![:/_\w.\-])(?<!to: )(?:air[ -]?)?strikes?(?![:/_\w])(?!\.(?:csv|html))"#,
                "blast"
            ),
            ("civilians?", "person"), ("غار(?:ات|تان|تين|ة)", "انفجار"),
            ("مدني(?:ون|ين|ان|اً|ة)?", "شخص"),
        ]
        .reduce(text) { text, change in
            text.replacingOccurrences(
                of: change.0,
                with: change.1,
                options: [.regularExpression, .caseInsensitive]
            )
        }
    }

    /// Whether a line names tables and measures, and holds no text.
    private static func isMachine(_ line: Substring) -> Bool {
        ["measures:", "headline:", "resource:", "- name: ", "foreignKeys"]
            .contains { line.trimmingPrefix(while: \.isWhitespace).hasPrefix($0) }
            || line.contains("reference: {resource:")
    }

    /// The example, whose own texts say “blast”, with the words of the site for its records and people.
    private static func site(record: String, people: String) throws -> SiteFolder {
        let site = try SiteFolder()
        try site.add(Package.root + "/templates", at: "templates")
        try site.add(Package.root + "/content", at: "content")
        let root = site.path + "/content"
        for file in try FileManager.default.subpathsOfDirectory(atPath: root) {
            let path = "content/" + file
            let isYAML = file.hasSuffix(".yaml")
            if file.hasPrefix("releases/") {
                try? site.delete(path)
            } else if isYAML || file.hasSuffix(".md") || file.hasSuffix(".csv") {
                let lines = try site.read(path)
                    .split(separator: "\n", omittingEmptySubsequences: false)
                let isTable = file.hasSuffix(".csv")
                let changed = lines.enumerated()
                    .map { number, line in
                        let isKept = isTable ? number == 0 : isMachine(line)
                        return isKept ? String(line) : neutral(String(line))
                    }
                try site.write(path, changed.joined(separator: "\n"))
            }
        }
        let settings = try site.read("content/site.yaml")
        try site.write("content/site.yaml", "record: \(record)\npeople: \(people)\n" + settings)
        try site.write("content/arabic.md", arabic)
        return site
    }

    private static let arabic = """
        ---
        title: تقرير
        language: ar
        ---

        ```table
        by: month
        measures: [strikes, killed, injured]
        ```

        ```map
        where: {grading: counted}
        ```

        [](figure:killed?grading=counted)

        """

    /// What readers see or hear of a page: its text, and the attributes that hold texts.
    private static func visible(_ page: String) -> String {
        let attributes =
            page.matches(
                of: #/(?:title|alt|aria-label|placeholder|content|data-count|data-none)="([^"]*)"/#
            )
            .map { String($0.output.1) }
        let text = page.replacing(#/<(script|style|code)[^>]*>[\s\S]*?<\/\1>/#, with: " ")
            .replacing(#/<[^>]*>/#, with: "\u{1}")
        return ([text] + attributes).joined(separator: "\n")
    }

    private static func pages(_ site: SiteFolder) throws -> [String] {
        try FileManager.default.subpathsOfDirectory(atPath: site.path + "/Output")
            .filter { $0.hasSuffix(".html") || $0.hasSuffix(".xml") }.sorted()
    }

    @Test func noPageSaysStrikeOrCivilianWhereTheRecordMeansSomethingElse() throws {
        let site = try Self.site(
            record:
                "{en: {one: incident, other: incidents}, ar: {one: حادثة, two: حادثتان, few: حوادث, many: حادثة, other: حادثة}}",
            people:
                "{en: {one: journalist, other: journalists}, ar: {one: صحفي, two: صحفيان, few: صحفيين, many: صحفياً, other: صحفي}}"
        )
        let ending = try site.build()
        try #require(ending.status == 0, "\(ending.errors.prefix(3000))")
        var found: [String] = []
        let left = try NSRegularExpression(
            pattern:
                #"(?<![/_\w.:])(?:strikes?|civilians?)(?![/_\w:])(?!\.(?:csv|json|html|geojson))"#
                + "|غار(?:ات|تان|تين|ة)|مدني",
            options: .caseInsensitive
        )
        for page in try Self.pages(site) {
            let text = Self.visible(try site.read("Output/" + page))
            let whole = NSRange(text.startIndex..., in: text)
            for match in left.matches(in: text, range: whole) {
                let start = max(0, match.range.location - 60)
                let around = NSRange(
                    location: start,
                    length: min(120, whole.length - start)
                )
                found.append("\(page): \((text as NSString).substring(with: around))")
            }
        }
        #expect(found.isEmpty, "\(found.count): \(found.prefix(30).joined(separator: "\n"))")
        let home = try site.read("Output/index.html")
        #expect(home.contains("journalists killed"))
        #expect(try site.read("Output/strikes/index.html").contains("<h1>Incidents</h1>"))
        #expect(try site.read("Output/strikes/CS1009.html").contains("incident"))
        let arabic = try site.read("Output/arabic.html")
        #expect(arabic.contains("حوادث"))
        #expect(arabic.contains("صحفي"))
    }
}
