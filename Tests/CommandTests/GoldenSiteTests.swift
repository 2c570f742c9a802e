import Foundation
import TestSupport
import Testing

/// Whole small sites, input and Output, compared both ways: a file that is expected and not made fails
/// as much as one that is made and not expected.
///
/// `Sites/<feature>/<case>/` holds `input/`, `expected/` and what was printed; `Sites/theme` the plain
/// templates they share. After a wanted change, `RECOUNT_ACCEPT=1 swift test --filter GoldenSite`
/// writes the expectations anew: read them in the diff before they are committed.
@Suite struct GoldenSiteTests {
    private static let folder = Package.tests + "/Sites"

    private static let cases: [String] = {
        let paths = (try? FileManager.default.subpathsOfDirectory(atPath: folder)) ?? []
        return paths.filter { $0.hasSuffix("/input") && $0.split(separator: "/").count == 3 }
            .map { String($0.dropLast("/input".count)) }
            .sorted()
    }()

    @Test func theCasesAreThere() {
        #expect(Self.cases.count >= 11)
    }

    @Test(arguments: cases)
    func aSiteIsBuiltAsExpected(_ name: String) throws {
        let folder = Self.folder + "/" + name
        let site = try SiteFolder.plain(folder + "/input")
        let ending = try site.build()
        try #require(ending.status == 0, "\(ending.errors)")
        let told = ending.printed(in: site.path)
        var made = try Tree.read(site.output)
        let listed = made.removeValue(forKey: "manifest.json")
        // The addresses of the style sheet end with a hash of it, so that a change of design would change all pages.
        for (name, data) in made where name.hasSuffix(".html") {
            let page = String(decoding: data, as: UTF8.self)
            made[name] = Data(page.replacing(#/[?]v=[0-9a-f]{8}"/#, with: "\"").utf8)
        }
        let manifest = try #require(listed)
        #expect(try Self.names(inManifest: manifest) == made.keys.sorted())
        if Package.isAccepting {
            try Self.accept(made, told, in: folder)
            return
        }
        #expect(Tree.differences(made, try Tree.read(folder + "/expected")) == [])
        #expect(told == (try? String(contentsOfFile: folder + "/printed.txt", encoding: .utf8)))
    }

    @Test func draftsAreShownOnRequest() throws {
        let site = try SiteFolder.plain(Self.folder + "/drafts/draft-articles/input")
        #expect(try site.build("--drafts", "--output", site.path + "/Output-drafts").status == 0)
        #expect(try site.read("Output-drafts/draft.html").contains("DRAFT-TEXT"))
        #expect(try site.build().status == 0)
        let left = try Tree.read(site.output)
            .filter { String(decoding: $0.value, as: UTF8.self).contains("DRAFT") }
        #expect(left.keys.sorted() == [])
        #expect(try Tree.read(site.output)["draft.html"] == nil)
    }

    @Test(arguments: ["", "Output", "./Output/", "x/../Output", "link", "Output/drafts"])
    func draftsAreNeverWrittenToOutput(folder: String) throws {
        let site = try SiteFolder.plain(Self.folder + "/drafts/draft-articles/input")
        try FileManager.default.createDirectory(
            atPath: site.path + "/x",
            withIntermediateDirectories: true
        )
        try FileManager.default.createSymbolicLink(
            atPath: site.path + "/link",
            withDestinationPath: "Output"
        )
        #expect(try site.build().status == 0)
        let before = try Tree.read(site.output)
        let options = folder.isEmpty ? [] : ["--output", site.path + "/" + folder]
        let ending = try Program.run(
            [Package.program, "build", site.path, "--drafts"] + options,
            in: site.path
        )
        #expect(
            ending
                == Ending(
                    output: "",
                    errors: """
                        recount: a report with drafts is not written to \(site.path)/Output, which readers get
                             Name another folder, such as --output Output-drafts, or see the drafts with \
                        recount serve --drafts.

                        """,
                    status: 2
                )
        )
        #expect(Tree.differences(before, try Tree.read(site.output)) == [])
    }

    @Test func aReleaseHasNoDrafts() throws {
        let site = try SiteFolder.plain(Self.folder + "/drafts/draft-articles/input")
        let ending = try Program.recount("release", site.path, "--drafts")
        #expect(ending.status == 1)
        #expect(ending.errors == "recount: a release is what readers get, so it has no drafts\n")
        #expect(!FileManager.default.fileExists(atPath: site.output))
    }

    /// The files that the manifest lists.
    private static func names(inManifest data: Data) throws -> [String] {
        struct Manifest: Decodable {
            struct Entry: Decodable { let size: Int }
            let files: [String: Entry]
        }
        return try JSONDecoder().decode(Manifest.self, from: data).files.keys.sorted()
    }

    private static func accept(_ made: [String: Data], _ told: String, in folder: String) throws {
        let expected = URL(filePath: folder + "/expected")
        try? FileManager.default.removeItem(at: expected)
        for (name, data) in made {
            let url = expected.appending(path: name)
            try FileManager.default.createDirectory(
                at: url.deletingLastPathComponent(),
                withIntermediateDirectories: true
            )
            try data.write(to: url)
        }
        try told.write(toFile: folder + "/printed.txt", atomically: true, encoding: .utf8)
    }
}
