import Foundation
import TestSupport
import Testing

/// No page is larger than a reader on a slow line can wait for, however many records there are.
@Suite struct PageSizeTests {
    private static let limit = 150_000

    private func built(_ arguments: [String]) throws -> SiteFolder {
        let site = try SiteFolder()
        let made = try Python.run(
            "Tests/Tools/made_site.py",
            [arguments[0], arguments[1], site.path]
                + arguments.dropFirst(2)
        )
        try #require(made.status == 0, "\(made.errors)")
        let build = try site.build()
        try #require(build.status == 0, "\(build.errors.prefix(2000))")
        return site
    }

    /// The pages above the limit, with their sizes.
    private func tooLarge(_ site: SiteFolder) throws -> [String] {
        let files = try #require(FileManager.default.enumerator(atPath: site.output))
        var pages = 0
        var found: [String] = []
        for case let path as String in files where path.hasSuffix(".html") {
            pages += 1
            let attributes = try FileManager.default.attributesOfItem(
                atPath: site.output + "/" + path
            )
            let size = try #require(attributes[.size] as? Int)
            if size > PageSizeTests.limit { found.append("\(path): \(size)") }
        }
        #expect(pages > 100)
        return found
    }

    /// What the links of the map lead to, each once, in the order of the drawing.
    private func targets(_ page: String) -> [String] {
        page.matches(of: /<a class="total" href="([^"]+)"/).map { String($0.1) }
    }

    @Test(.timeLimit(.minutes(5)))
    func aMapOfManyStrikesShowsTotalsByPlace() throws {
        let site = try built(["1200", "40", "--map"])
        #expect(try tooLarge(site) == [])
        let targets = targets(try site.read("Output/index.html"))
        #expect(targets.count > 8)
        for target in targets { #expect(try site.read("Output/" + target).contains("<h1")) }
        #expect(targets.allSatisfy { $0.hasPrefix("figures/district-") })
    }

    @Test(.timeLimit(.minutes(5)))
    func strikesWithoutNamesOfPlacesAreTotalledBySquares() throws {
        let site = try built(["1200", "0", "--map", "--unnamed"])
        #expect(try tooLarge(site) == [])
        let targets = targets(try site.read("Output/index.html"))
        #expect(targets.count > 8)
        var strikes = 0
        for target in targets {
            let rows = try site.read("Output/" + target.replacing(".html", with: ".csv"))
            strikes += rows.split(separator: "\n").count - 1
        }
        let counted = try site.read("Output/figures/grading-counted.csv")
        #expect(strikes == counted.split(separator: "\n").count - 1)
    }

    @Test(.timeLimit(.minutes(5)))
    func aMapBelowTheLimitKeepsItsPageSmall() throws {
        let site = try built(["490", "0", "--map"])
        #expect(try tooLarge(site) == [])
    }
}
