import Foundation
import TestSupport
import Testing

/// Every page of a report with an address and parts for other sites, on the screens of phones: citations with addresses
/// and bare pages are wide, and the example alone has neither.
@Suite struct NarrowTests {
    @Test(Needs.slow("playwright.sync_api", "chromium"), .unlessItHangs)
    func nothingScrollsSidewaysButATableThatSaysSo() throws {
        let site = try SiteFolder()
        try site.add(Package.root + "/templates", at: "templates")
        try site.add(Package.root + "/content", at: "content")
        let settings = try site.read("content/site.yaml")
        let more = "\nurl: https://records-of-an-organisation.example.org/raqqa\nembeds: true\n"
        try site.write("content/site.yaml", Data((settings + more).utf8))
        let built = try site.build()
        try #require(built.status == 0, "\(built.errors.prefix(3000))")
        let printed = try ["en", "ar"]
            .map { language in
                let file = site.path + "/\(language).html"
                let options = ["--language", language, "--to", file]
                let ending = try Program.run([Package.program, "print", site.path] + options)
                try #require(ending.status == 0, "\(ending.errors.suffix(1000))")
                return file
            }
        let arguments = [site.output] + printed
        let ending = try Python.run("Tests/CommandTests/Browser/narrow.py", arguments)
        #expect(ending.status == 0, "\(ending.output) \(ending.errors.suffix(2_000))")
        #expect(ending.output.hasSuffix("held\n"), "\(ending.output)")
    }
}
