import Decoding
import Diagnostics
import Foundation
import Testing

@testable import Report

/// A preview builds with cached results.
///
/// After any edit it must report and write the same as a build without a cache.
@Suite struct MemoryTests {
    /// What one build reports and writes.
    private struct Outcome: Equatable {
        let messages: String
        let pages: [String: String]
    }

    private func build(
        _ site: HistorySite,
        _ reading: inout ReadingCache,
        _ planning: inout ReportCache
    ) throws -> Outcome {
        var log = DiagnosticLog()
        let content = try SiteReader.read(
            site: site.root,
            drafts: false,
            cache: &reading,
            log: &log
        )
        guard let content else {
            return Outcome(messages: DiagnosticPrinter().text(log), pages: [:])
        }
        let input = ReportInput(
            site: content,
            languages: LanguageReader.read(
                InterfaceWords(of: content),
                cache: &planning,
                log: &log
            ),
            generator: "recount test",
            timestamp: "2026-11-22T00:00:00Z"
        )
        let report = Report.plan(input, cache: &planning, log: &log)
        return Outcome(
            messages: DiagnosticPrinter().text(log),
            pages: log.hasErrors ? [:] : try HistorySite.pages(report)
        )
    }

    @Test func buildsAfterEditsComeOutAsIfNothingWereRemembered() throws {
        let site = try HistorySite()
        let article = "content/one.md"
        let words = "templates/words/en.yaml"
        let english = try String(contentsOfFile: site.root + "/" + words, encoding: .utf8)
        var reading = ReadingCache(keeps: true)
        var planning = ReportCache(keeps: true)
        var seen: [Outcome] = []
        let edits: [(String, () throws -> Void)] = [
            ("nothing", {}),
            ("a new article", { try site.write(article, "---\ntitle: One\n---\n[x](gone.md)\n") }),
            ("a mistake that stays", {}),
            (
                "the same text further down",
                { try site.write(article, "---\ntitle: One\norder: 3\n---\n[x](gone.md)\n") }
            ),
            ("fixed", { try site.write(article, "---\ntitle: One\n---\nThe caf\u{E9}.\n") }),
            (
                "another Unicode form",
                { try site.write(article, "---\ntitle: One\n---\nThe cafe\u{301}.\n") }
            ),
            (
                "a cell",
                { try site.replace("content/data/strikes.csv", "CS1,2017-08-01", "CS1,2017-08-09") }
            ),
            (
                "a mistake in a cell",
                { try site.replace("content/data/strikes.csv", "CS1,2017-08-09", "CS1,2017-13-09") }
            ),
            ("a mistake in a cell that stays", {}),
            (
                "a cell as before",
                { try site.replace("content/data/strikes.csv", "CS1,2017-13-09", "CS1,2017-08-01") }
            ),
            ("settings", { try site.replace("content/site.yaml", "title: Sample", "title: S") }),
            (
                "codebook",
                {
                    try site.replace(
                        "content/datapackage.yaml",
                        "resources:",
                        "title: T\nresources:"
                    )
                }
            ),
            ("a broken codebook", { try site.write("content/datapackage.yaml", "resources: [") }),
            ("fixed again", { try site.write("content/datapackage.yaml", HistorySite.codebook) }),
            ("a word", { try site.replace(words, "sum of minima", "total of minima") }),
            (
                "a template that is wrong",
                {
                    try site.replace(
                        "templates/article.html",
                        "{% block main %}",
                        "{% block main %}{{ nothing }}"
                    )
                }
            ),
            (
                "a template",
                { try site.replace("templates/article.html", "{{ nothing }}", "") }
            ),
            ("the old word", { try site.write(words, english) }),
            (
                "no article",
                { try FileManager.default.removeItem(atPath: site.root + "/" + article) }
            ),
        ]
        for (name, edit) in edits {
            try edit()
            let remembered = try build(site, &reading, &planning)
            var (nothing, none) = (ReadingCache(keeps: false), ReportCache(keeps: false))
            let anew = try build(site, &nothing, &none)
            #expect(remembered == anew, "after: \(name)")
            seen.append(anew)
        }
        #expect(seen.contains { !$0.messages.isEmpty })
        #expect(Set(seen.map { $0.pages.count }).count > 1)
        #expect(seen[2].messages != seen[3].messages, "the mistake has moved")
        #expect(
            seen[4].pages["one.html"]?.utf8
                .elementsEqual(seen[5].pages["one.html"]?.utf8 ?? "".utf8) == false
        )
    }

    @Test func aFileMadeOnRequestHasTheBytesThatAreWritten() throws {
        let report = try #require(try HistorySite().plan().report)
        let written = try HistorySite.pages(report)
        #expect(written.count > 20)
        let made = try Dictionary(
            report.files.map { ($0.path, String(decoding: try $0.make(), as: UTF8.self)) },
            uniquingKeysWith: { first, _ in first }
        )
        #expect(made == written)
    }
}
