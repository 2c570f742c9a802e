import Diagnostics
import Explanations
import Foundation
import Originals
import TestSupport

@testable import Building
@testable import recount

/// A small site without mistakes, with the files of an example put into it.
///
/// - An example with a path is the whole of that file. It replaces the file of the same path below.
/// - An example that brings `strikes.csv` or a codebook brings all its data: the tables below are then
///   left out. Otherwise its tables stand beside them.
/// - A site without a codebook gets one from the CSV files and workbooks in `content/data`: each column
///   is public, has no type, and means what its name says. So an example can hold just the columns
///   that matter.
/// - `sh` is for what text cannot show: commands that are run in the site's folder, after the other
///   files are there, with `recount` on the path.
/// - `xlsx` is a workbook in the notation of `ExampleWorkbook`.
struct ExampleSite {
    private let site: SiteFolder

    init(_ examples: [Explanation.Example]) throws {
        site = try SiteFolder.plain()
        for (path, text) in Self.pages { try site.write(path, text) }
        let picture = Data(base64Encoded: Self.picture) ?? Data()
        try site.write("content/media/street.jpg", picture)
        let bringsData = examples.contains {
            $0.path.hasPrefix("content/datapackage.") || $0.path.hasPrefix("content/data/strikes.")
                || $0.language == "sh" && $0.text.contains("content/data/strikes.")
        }
        let folder = site.path + "/content/data"
        try FileManager.default.createDirectory(
            atPath: folder,
            withIntermediateDirectories: true
        )
        for (path, text) in Self.tables where !bringsData { try site.write(path, text) }
        for example in examples where example.language != "sh" { try add(example) }
        let codebook = try describeTables(replacing: nil, examples)
        for example in examples where example.language == "sh" { try run(example.text) }
        _ = try describeTables(replacing: codebook, examples)
    }

    /// What `recount check` reports.
    func check() throws -> DiagnosticLog {
        var cache = try Self.cache.get()
        return try check(&cache)
    }

    private func check(_ cache: inout SiteCache) throws -> DiagnosticLog {
        var log = try SiteBuild(site: site.path, drafts: false, folder: nil).run(&cache).log
        if let file = try? site.read("ar.po") { try importTranslations(file, &log) }
        return log
    }

    /// What reading the site without an example leaves behind: its templates and words are those of
    /// almost every example, and need not be parsed four hundred times.
    private static let cache = Result {
        var cache = SiteCache(keeps: true)
        let log = try ExampleSite([]).check(&cache)
        if !log.diagnostics.isEmpty { throw Spoilt(messages: DiagnosticPrinter().text(log)) }
        return cache
    }

    struct Spoilt: Error {
        let messages: String
    }

    /// Adds what an import of translations reports.
    private func importTranslations(_ file: String, _ log: inout DiagnosticLog) throws {
        var own = DiagnosticLog()
        if let (object, tag) = TranslationExchange.object(file, file: "ar.po", log: &own) {
            let exchange = try TranslationExchange(
                site: site.path,
                language: tag,
                theme: .own,
                log: &own
            )
            _ = exchange?.importing(object, log: &own)
        }
        log.append(own)
    }

    private func add(_ example: Explanation.Example) throws {
        guard example.language == "xlsx" else { return try site.write(example.path, example.text) }
        try site.write(example.path, Data(ExampleWorkbook(example.text).bytes))
    }

    private func run(_ commands: String) throws {
        let folder = URL(filePath: Package.program).deletingLastPathComponent().path
        let path = folder + ":" + (Package.environment("PATH") ?? "")
        let ending = try Program.run(
            ["sh", "-euc", commands],
            in: site.path,
            environment: ["PATH": path]
        )
        if ending.status != 0 { throw Failed(commands: commands, errors: ending.errors) }
    }

    struct Failed: Error {
        let commands: String
        let errors: String
    }

    /// Writes the codebook that an example leaves out, unless another one than the given is there.
    private func describeTables(
        replacing old: String?,
        _ examples: [Explanation.Example]
    ) throws -> String? {
        let isDescribed = examples.contains { $0.path.hasPrefix("content/datapackage.") }
        guard !isDescribed, old == (try? site.read("content/datapackage.yaml")) else { return nil }
        var headers: [String: String] = [:]
        let names = try FileManager.default.contentsOfDirectory(atPath: site.path + "/content/data")
        for name in names where name.hasSuffix(".csv") {
            let text = try site.read("content/data/" + name)
            headers["data/" + name] = String(text.prefix { !$0.isNewline })
        }
        for example in examples where example.language == "xlsx" {
            headers[String(example.path.dropFirst("content/".count))] =
                ExampleWorkbook.header(example.text)
        }
        var codebook = "resources:\n"
        for (path, header) in headers.sorted(by: { $0.key < $1.key }) {
            let name = path.dropFirst("data/".count).prefix { $0 != "." }
            codebook += "  - name: \(name)\n    path: \(path)\n    schema:\n      fields:\n"
            var seen: Set<Substring> = []
            for column in header.split(separator: ",") where seen.insert(column).inserted {
                codebook += "        - {name: \"\(column)\", public: true}\n"
            }
        }
        try site.write("content/datapackage.yaml", codebook)
        return codebook
    }

    private static let pages = [
        "content/site.yaml": """
        title: "Raqqa 2017: the record"
        media: {publish: ["**"]}
        gradings:
          confirmed: {label: Confirmed, counted: true, means: "Accepted by the Coalition."}
          fair: {label: Fair, counted: true, means: "Two credible sources."}
          weak: {label: Weak, counted: false, means: "One source."}

        """,
        "content/index.md": """
        ---
        title: "Overview"
        ---

        Text.

        """,
        "content/methods.md": """
        ---
        title: "How we counted"
        ---

        ## Sources

        ![A street](media/street.jpg)

        """,
    ]

    /// A grey square of 8 by 8 pixels.
    private static let picture =
        "/9j/4AAQSkZJRgABAQAAAQABAAD/2wBDAP//////////////////////////////////////////////////////////////////////"
        + "////////////////wAALCAAIAAgBAREA/8QAFAABAAAAAAAAAAAAAAAAAAAAA//EABQQAQAAAAAAAAAAAAAAAAAAAAD/2gAIAQEA"
        + "AD8AN//Z"

    private static let tables = [
        "content/data/strikes.csv": """
        id,date,district,killed_min,killed_max,grading
        CS1,2017-06-06,North,3,8,confirmed
        CS2,2017-07-09,South,4,4,fair
        CS3,2017-08-10,South,,,weak

        """,
        "content/data/sources.csv": """
        id,strike_id,title
        SRC-1,CS1,A page

        """,
        "content/data/claims.csv": """
        id,claimant,scope,killed_min,killed_max,position
        CLM-1,The Coalition,campaign,77,77,alleged

        """,
    ]
}
