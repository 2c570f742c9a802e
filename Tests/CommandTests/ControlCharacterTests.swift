import Foundation
import TestSupport
import Testing

/// Control characters in what authors write: refused with their place, or replaced on every page.
@Suite struct ControlCharacterTests {
    private static let evil = "x\u{1}\u{8}\u{B}\u{1B}[31m\u{1F}\u{7F}\u{9B}\u{FFFE}\u{FFFF}y"

    @Test func everyPageFeedAndDrawingIsWellFormed() throws {
        let site = try SiteFolder()
        _ = try Program.recount("new", site.path + "/site")
        let settings = try site.read("site/content/site.yaml")
        try site.write("site/content/site.yaml", settings.replacing("# url:", with: "url:"))
        for name in ["strikes", "victims", "sources", "claims"] {
            let path = "site/content/data/\(name).csv"
            guard let rows = try? site.read(path).split(separator: "\n") else { continue }
            // The last cell that is text of each row; ids and numbers stay.
            let spoilt = rows.enumerated()
                .map { number, row -> String in
                    guard number > 0 else { return String(row) }
                    return String(row)
                        .replacing(/[A-Za-z]{5,}/, maxReplacements: 1) { "\($0.0)\(Self.evil)" }
                }
            try site.write(path, spoilt.joined(separator: "\n") + "\n")
        }
        try site.write(
            "site/content/evil.md",
            "---\ntitle: Evil\n---\nText \(Self.evil) [a](https://example.org/\(Self.evil) \"\(Self.evil)\") `\(Self.evil)`\n\n# \(Self.evil)\n"
        )
        let ending = try Program.recount("build", site.path + "/site")
        guard ending.status == 0 else {
            // Refused is well, too, if it is said where.
            #expect(ending.status == 1 && ending.errors.contains("content/"), "\(ending)")
            return
        }
        var seen = 0
        for (name, data) in try Tree.read(site.path + "/site/Output")
        where ["html", "xml", "svg"].contains((name as NSString).pathExtension) {
            seen += 1
            let text = String(decoding: data, as: UTF8.self)
            let bad = text.unicodeScalars.first { scalar in
                switch scalar {
                case "\t", "\n", "\r": false
                case "\u{0}"..."\u{1F}", "\u{7F}"..."\u{9F}", "\u{FFFE}", "\u{FFFF}": true
                default: false
                }
            }
            #expect(bad == nil, "\(name)")
        }
        #expect(seen > 20)
    }

    @Test func aTitleWithAnEscapeIsRefusedWithItsPlace() throws {
        let site = try SiteFolder.small()
        let settings = try site.read("content/site.yaml")
        try site.write(
            "content/site.yaml",
            settings.replacing(/title: .*/, maxReplacements: 1) { _ in
                "title: \"Sample \\e report\""
            }
        )
        let ending = try site.check()
        #expect(ending.status == 1)
        #expect(
            ending.errors.contains(
                "content/site.yaml:1:8: error: this text contains the control character U+001B"
            ),
            "\(ending)"
        )
    }
}
