import Foundation
import TestSupport
import Testing

/// What no column holds is not said: “nothing conceded” of records that never asked would be a claim
/// that their authors did not make.
@Suite struct UnheldFactsTests {
    /// Sentences and words that only stand where a column or a table asks for them.
    private static let unasked = [
        "conceded", "concede", "admits", "Children", "children", "women", "Women", "injur", "Injur",
        "no time recorded", "Military assessment", "The people", "No person is listed",
        "hold no source", "What happened", "hold no account",
    ]

    @Test func aTableOfFiveColumnsIsSaidToHoldNoMore() throws {
        let site = try BareSite.make()
        let ending = try site.build()
        #expect(ending.status == 0, "\(ending.errors)")
        let pages = try Tree.read(site.output).filter { $0.key.hasSuffix(".html") }
        #expect(pages.count >= 14)
        var found: [String] = []
        for (name, data) in pages {
            let text = String(decoding: data, as: UTF8.self)
            found += Self.unasked.filter(text.contains).map { "“\($0)” in \(name)" }
        }
        #expect(found.sorted() == [])
    }

    @Test func theSameIsTrueInArabic() throws {
        let site = try BareSite.make()
        try site.replace("language: en", "language: ar", in: "content/site.yaml")
        #expect(try site.build().status == 0)
        for (name, data) in try Tree.read(site.output) where name.hasSuffix(".html") {
            let text = String(decoding: data, as: UTF8.self)
            for word in ["إقرار", "يقرّ", "المُقَرّ", "النساء", "الأطفال", "الجرحى", "مصدر خاص"] {
                #expect(!text.contains(word), "“\(word)” in \(name)")
            }
        }
    }

    @Test func anEmptyColumnIsAskedAndSaidToBeEmpty() throws {
        let site = try BareSite.make()
        try site.replace(
            "        - {name: grading,",
            "        - {name: conceded_killed, type: string, public: true}\n        - {name: grading,",
            in: "content/datapackage.yaml"
        )
        try site.write(
            "content/data/strikes.csv",
            "id,date,place,killed,conceded_killed,grading\nA1,2023-02-07,Kafr,3,,confirmed\n"
        )
        #expect(try site.build().status == 0)
        #expect(try site.read("Output/strikes/A1.html").contains("nothing conceded"))
        #expect(
            try site.read("Output/index.html")
                .contains("beside the deaths that a belligerent concedes")
        )
        #expect(try site.read("Output/methodology.html").contains("A concession is what"))
    }

    @Test func aNumberOpensNothingWhereThereIsNeitherPersonNorSource() throws {
        let site = try BareSite.make()
        #expect(try site.build().status == 0)
        let page = try site.read("Output/strikes/A1.html")
        #expect(page.contains("<span class=\"num\">3</span>"))
        #expect(!page.contains("#sources"))
    }

    @Test func aHeadlineThatNoColumnGivesHasNoFigure() throws {
        let site = try BareSite.make()
        try site.replace("[strikes, killed]", "[killed, conceded_killed]", in: "content/site.yaml")
        #expect(try site.build().status == 0)
        let page = try site.read("Output/index.html")
        #expect(!page.contains("nothing conceded"))
        #expect(page.contains("<span class=\"what\">deaths conceded</span>"))
        #expect(page.contains("<span class=\"num nil\">no figure</span>"))
    }
}

/// A small site as a first spreadsheet makes it, with this package's templates: id, date, place, killed
/// and grading.
enum BareSite {
    static func make() throws -> SiteFolder {
        let site = try SiteFolder()
        try site.add(Package.root + "/templates", at: "templates")
        try site.write("content/site.yaml", settings)
        try site.write("content/datapackage.yaml", codebook)
        try site.write("content/data/strikes.csv", strikes)
        return site
    }

    private static let settings = """
        title: "Bare"
        description: "Strikes on Qorvan."
        language: en
        gradings:
          confirmed: {label: "Confirmed", counted: true, means: "Two sources or more"}
          weak: {label: "Weak", counted: false, means: "One source."}
        headline: [strikes, killed]
        summaries: [month]

        """

    private static let codebook = """
        name: bare
        resources:
          - name: strikes
            path: data/strikes.csv
            schema:
              fields:
                - {name: id, type: string, public: true}
                - {name: date, type: string, public: true}
                - {name: place, type: string, public: true}
                - {name: killed, type: string, public: true}
                - {name: grading, type: string, public: true}

        """

    private static let strikes = """
        id,date,place,killed,grading
        A1,2023-02-07,Kafr,3,confirmed
        A2,2023-02-09,Dorn,,confirmed
        A3,2023-03-01,Ul,2-4,
        A4,2023-03-02,Ul,5+,weak

        """
}
