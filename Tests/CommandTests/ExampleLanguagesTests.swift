import TestSupport
import Testing

/// The example in its two languages, read by `Oracle/languages.py` from its pages alone.
@Suite(Needs.python) struct ExampleLanguagesTests {
    private static let oracle = "Tests/CommandTests/Oracle/languages.py"
    private static let note = "ترجمة بمساعدة الآلة"

    @Test func theArabicPagesAreArabicAndHaveCounterparts() throws {
        let site = try Example.site()
        let ending = try Python.run(
            Self.oracle,
            [site.path, site.output, "en", "ar", "rtl", Self.note]
        )
        #expect(ending.status == 0, "\(ending.output.prefix(3_000)) \(ending.errors)")
        #expect(ending.output.hasSuffix(" pages in each language\n"))
        let pages = Int(ending.output.prefix { $0.isNumber }) ?? 0
        #expect(pages >= 140, "\(pages)")
    }

    @Test func theOracleFindsWhatIsWrong() throws {
        let copy = try SiteFolder.plain(Example.site().path)
        try copy.replace("<html lang=\"ar\"", "<html lang=\"fa\"", in: "Output/ar/overview.html")
        try copy.replace(">بعد المعركة<a", ">After the battle<a", in: "Output/ar/campaign.html")
        let ending = try Python.run(
            Self.oracle,
            [copy.path, copy.output, "en", "ar", "rtl", Self.note]
        )
        #expect(ending.status == 1)
        #expect(ending.output.contains("ar/overview.html: the page states"), "\(ending)")
        #expect(ending.output.contains("ar/campaign.html: “battle” in: After the battle"))
    }

    /// A host shows the page in the first folder at every wrong address, also below `ar/`.
    @Test func aMissingAddressIsAnsweredInEveryLanguage() throws {
        let site = try Example.site()
        let first = try site.read("Output/404.html")
        let arabic = try #require(
            first.split(separator: "<div class=\"lost\" lang=\"ar\" dir=\"rtl\">").last
        )
        #expect(arabic.contains("<h2>لا توجد صفحة كهذه</h2>"))
        #expect(arabic.contains("<a href=\"ar/index.html\" hreflang=\"ar\">"))
        #expect(arabic.contains("<a href=\"ar/strikes/index.html\" hreflang=\"ar\">"))
        let other = try site.read("Output/ar/404.html")
        #expect(other.contains("<div class=\"lost\" lang=\"en\" dir=\"ltr\">"))
        #expect(other.contains("<a href=\"../index.html\" hreflang=\"en\">To the overview</a>"))
    }

    @Test func onlyNamesAreUntranslated() throws {
        let ending = try Program.recount("check", Example.site().path, "--languages")
        #expect(ending.status == 0, "\(ending)")
        #expect(
            ending.output == """
                ar  18 of 18 articles translated
                    words  not reviewed by a native reader
                    no text  content/data/victims.csv: name.ar in 282 of 282 rows
                    no text  content/data/victims.csv: labels.ar of note in 2 of 147 rows
                    no text  content/data/sources.csv: labels.ar of publisher in 52 of 129 rows
                    no text  content/data/claims.csv: labels.ar of claimant in 21 of 136 rows

                """
        )
    }
}
