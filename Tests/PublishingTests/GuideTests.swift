import Diagnostics
import Formats
import Foundation
import TestSupport
import Testing

@testable import Publishing

/// The guide beside the code, and the files for web hosts.
@Suite struct GuideTests {
    private static let root = URL(filePath: Package.root)

    @Test func everyExampleInTheGuideIsYAML() throws {
        let guide = GuideTests.root.appendingPathComponent("Sources/Guides/Publishing.md")
        let text = try String(contentsOf: guide, encoding: .utf8)
        let blocks = text.components(separatedBy: "```yaml\n").dropFirst()
            .map { $0.components(separatedBy: "```").first ?? "" }
        #expect(blocks.count >= 3)
        for block in blocks {
            var log = DiagnosticLog()
            #expect(YAMLReader.read(block, file: "Publishing.md", log: &log) != nil)
            #expect(log.diagnostics.isEmpty, "\(log.diagnostics)")
        }
    }

    @Test func theSettingsInTheGuideAreRead() throws {
        let guide = GuideTests.root.appendingPathComponent("Sources/Guides/Publishing.md")
        let text = try String(contentsOf: guide, encoding: .utf8)
        let block = try #require(
            text.components(separatedBy: "```yaml\n").dropFirst().first?
                .components(separatedBy: "```").first
        )
        var log = DiagnosticLog()
        let node = try #require(YAMLReader.read(block, file: "Publishing.md", log: &log))
        let fields = YAMLFields(node, what: "the settings", known: nil, log: &log)
        let settings = PublishingReader.read(
            fields,
            site: .init(root: ".", home: "/home/me", url: "https://example.org"),
            log: &log
        )
        #expect(log.diagnostics.isEmpty, "\(log.diagnostics)")
        #expect(settings.targets.map(\.name) == ["live", "store", "stick"])
        #expect(settings.helpers.count == 4)
    }

    /// The header must allow what the pages' own policy allows, or pages would look different on a
    /// host; what only reading from a disk needs is left out, and framing can only a header forbid.
    @Test func theHeaderSaysWhatThePagesSay() throws {
        let base = GuideTests.root.appendingPathComponent("templates/base.html")
        let text = try String(contentsOf: base, encoding: .utf8)
        let start = try #require(text.range(of: "Content-Security-Policy\" content=\""))
        let policy = text[start.upperBound...].prefix { $0 != "\"" }
            .replacingOccurrences(of: " file:", with: "")
        #expect(HostHelpers.policy == policy + "; frame-ancestors 'none'")
    }

    @Test func helpersAreWrittenOnlyWhenAskedFor() {
        #expect(HostHelpers.files([], url: nil, redirects: []).isEmpty)
        let files = HostHelpers.files(
            [.headers, .redirects, .nojekyll, .cname],
            url: "https://raqqa.example.org:8443/report",
            redirects: [
                .init(from: "strikes/CS 2.html", to: "strikes/CS1.html"),
                .init(from: "strikes/A.html", to: "strikes/CS1.html"),
            ]
        )
        var texts: [String: String] = [:]
        for file in files { texts[file.path] = String(decoding: file.bytes, as: UTF8.self) }
        #expect(
            texts == [
                "_headers": """
                /*
                  Content-Security-Policy: default-src 'none'; style-src 'self'; img-src 'self'; media-src 'self'; \
                script-src 'self'; base-uri 'none'; form-action 'none'; frame-ancestors 'none'
                  X-Content-Type-Options: nosniff
                  Referrer-Policy: no-referrer
                  Permissions-Policy: camera=(), geolocation=(), microphone=()
                  Cache-Control: no-cache
                /*.svg
                  Content-Security-Policy: default-src 'none'; style-src 'unsafe-inline'; \
                img-src data:; sandbox

                """,
                "_redirects": """
                /report/strikes/A.html /report/strikes/CS1.html 301
                /report/strikes/CS%202.html /report/strikes/CS1.html 301

                """,
                ".nojekyll": "",
                "CNAME": "raqqa.example.org\n",
            ]
        )
    }
}
