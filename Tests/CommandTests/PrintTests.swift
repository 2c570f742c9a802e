import Foundation
import TestSupport
import Testing

@testable import Building

/// `recount print`: the whole report, or pages of it, as one document.
@Suite struct PrintTests {
    private func sample(_ settings: String = "") throws -> SiteFolder {
        let site = try SiteFolder()
        #expect(try Program.recount("new", site.path).status == 0)
        try site.write("content/site.yaml", site.read("content/site.yaml") + settings)
        return site
    }

    private func print(_ site: SiteFolder, _ options: String...) throws -> String {
        let file = site.path + "-print.html"
        let ending = try Program.run(
            [Package.program, "print", site.path, "--to", file] + options
        )
        #expect(ending.status == 0, "\(ending.errors)")
        return try String(contentsOfFile: file, encoding: .utf8)
    }

    private func values(_ attribute: String, in text: String) throws -> [String] {
        try text.matches(of: Regex(" \(attribute)=\"([^\"]*)\""))
            .compactMap {
                $0.output[1].substring.map(String.init)
            }
    }

    @Test func everyLinkInTheDocumentLeadsToAPlaceInIt() throws {
        let text = try print(try sample())
        let ids = try values("id", in: text)
        #expect(ids.count > 60)
        #expect(Set(ids).count == ids.count, "each id once")
        let links = try values("href", in: text).filter { !$0.hasPrefix("http") }
        #expect(links.count > 30)
        let lost = links.filter { !$0.hasPrefix("#") || !ids.contains(String($0.dropFirst())) }
        #expect(lost.isEmpty)
        let labels = try values("aria-labelledby", in: text).flatMap { $0.split(separator: " ") }
        #expect(labels.allSatisfy { ids.contains(String($0)) })
        #expect(!text.contains("<script"))
        #expect(!text.contains("class=\"crumbs\""))
    }

    @Test func thePagesStandInTheOrderOfReading() throws {
        let text = try print(try sample())
        let list = text.components(separatedBy: "<nav class=\"printed-contents\"").dropFirst().first
        let contents = (list?.components(separatedBy: "</nav>").first ?? "")
            .matches(of: /<li><a href="#part-\d+">([^<]*)<\/a><\/li>/)
            .map { String($0.1) }
        #expect(contents.first == "Sample report")
        let places = [
            "What happened", "Who says what", "The people", "How the figures are counted",
        ]
        .map { contents.firstIndex(of: $0) }
        #expect(!places.contains(nil))
        #expect(places.compactMap(\.self) == places.compactMap(\.self).sorted())
        #expect(contents.last?.contains("February 2020") == true, "strikes stand last, by date")
    }

    @Test func aLinkToAPageThatIsNotPrintedHasItsAddressIfThatIsKnown() throws {
        let without = try print(try sample(), "--page", "methodology.html")
        #expect(try values("href", in: without).filter { $0.contains("figures/") } == [])
        let with = try print(
            try sample("\nurl: https://example.org/r\n"),
            "--page",
            "methodology.html"
        )
        let links = try values("href", in: with).filter { $0.contains("figures/") }
        #expect(!links.isEmpty)
        #expect(links.allSatisfy { $0.hasPrefix("https://example.org/r/figures/") })
        #expect(with.contains("<p>https://example.org/r</p>"))
    }

    @Test func picturesAreInTheDocumentAndWhatIsFoldedIsOpen() throws {
        let text = try print(try sample())
        let pictures = try values("src", in: text)
        #expect(!pictures.isEmpty)
        #expect(pictures.allSatisfy { $0.hasPrefix("data:image/") })
        #expect(!text.contains("<details>"))
        #expect(text.contains("<details open"))
    }

    @Test func theSameReportGivesTheSameDocument() throws {
        let site = try sample()
        #expect(try print(site) == print(site))
    }

    @Test func whatCannotBePrintedIsNamed() throws {
        let site = try sample()
        let page = try Program.recount("print", site.path, "--page", "nowhere.html")
        #expect(page.status == 2)
        #expect(
            page.errors.hasSuffix(
                "recount: the report has no page “nowhere.html” that can be printed\n"
                    + "     A page is named as in Output, such as methodology.html.\n"
            )
        )
        let language = try Program.recount("print", site.path, "--language", "fr")
        #expect(
            language.errors.hasSuffix(
                "recount: the report has no language “fr”\n     It has: en.\n"
            )
        )
        let form = try Program.recount("print", site.path, "--to", "a.docx")
        #expect(form.errors == "recount: “a.docx” is neither an .html nor a .pdf file\n")
    }

    /// The numbers beside links are those of their addresses, each of which a part lists once.
    @Test func everyLinkHasTheNumberOfItsAddress() throws {
        let text = try print(try sample("\nurl: https://example.org/r\n"))
        var count = 0
        for part in text.components(separatedBy: "<section class=\"printed\"").dropFirst() {
            let halves = part.components(separatedBy: "<div class=\"printed-addresses\">")
            let list = (halves.count > 1 ? halves[1] : "")
                .matches(
                    of:
                        /<li><sup class="address">↗(\d+)<\/sup> <bdi dir="ltr">([^<]*)<\/bdi><\/li>/
                )
                .map { String($0.output.2) }
            let links = halves[0]
                .matches(
                    of:
                        /<a [^>]*href="(http[^"]*)"[^>]*>(?:(?!<\/a>).)*<sup class="address">↗(\d+)<\/sup><\/a>/
                )
            for link in links {
                let number = try #require(Int(link.output.2))
                #expect(list.indices.contains(number - 1), "\(link.output.0)")
                #expect(list[number - 1] == link.output.1)
            }
            #expect(
                Set(links.map { String($0.output.1) }) == Set(list),
                "an address without a link"
            )
            #expect(Set(list).count == list.count)
            count += list.count
        }
        #expect(count > 10)
    }

    @Test func pagesAndAddressesAreNumberedInTheDigitsOfTheLanguage() throws {
        let site = try SiteFolder.example()
        let text = try print(site, "--language", "ar", "--page", "ar/strikes/CS965.html")
        #expect(text.contains("symbols: \"٠\" \"١\" \"٢\""))
        #expect(text.contains("<sup class=\"address\">↗١</sup>"))
        #expect(!text.contains("<sup class=\"address\">↗1</sup>"))
    }

    /// The numbers in the contents are those at the feet of the pages on which the parts begin.
    @Test(Needs.slow("playwright", "chromium"))
    func chromiumMakesAPDFWhoseContentsNameThePages() throws {
        let site = try sample()
        let file = site.path + "-print.pdf"
        let ending = try Program.recount("print", site.path, "--to", file)
        #expect(ending.status == 0, "\(ending.errors)")
        let bytes = try Data(contentsOf: URL(filePath: file))
        #expect(bytes.starts(with: Data("%PDF-".utf8)))
        #expect(bytes.count > 50_000)
        let numbers = try #require(PDFPageNumbers(Array(bytes))).destinations
        let parts = try print(site).matches(of: /<section class="printed" id="(part-\d+)"/)
            .map { String($0.1) }
        let pages = parts.compactMap { numbers[$0] }
        #expect(pages.count == parts.count && parts.count > 10)
        #expect(pages == pages.sorted() && Set(pages).count == pages.count)
        #expect(pages.first ?? 0 > 1, "the contents stand first")
        #expect(bytes.firstRange(of: Data("/Outlines".utf8)) != nil)
    }

    @Test func aPDFOfAnotherFormHasNoPageNumbers() {
        for text in ["", "%PDF-1.7", "xref\n0 1\n0 65535 f\ntrailer\n<<>>\nstartxref\n0\n%%EOF"] {
            #expect(PDFPageNumbers(Array(text.utf8)) == nil)
        }
    }
}
