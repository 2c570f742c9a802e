import Foundation
import TestSupport
import Testing

/// `recount verify TARGET` on a host that replaced a page and its manifest together.
@Suite struct KnownManifestTests {
    private struct Copy {
        let site: SiteFolder
        var host: String { site.path + "-host" }
        var state: [String: String] { ["XDG_STATE_HOME": site.path + "-state"] }

        init() throws {
            site = try SiteFolder.small()
            try site.write(
                "content/site.yaml",
                try site.read("content/site.yaml")
                    + "\ntargets:\n  stick: {kind: folder, path: \(host)}\n"
            )
        }

        func run(_ command: String..., keeping isKept: Bool = true) throws -> Ending {
            try Program.run(
                [Package.program] + command + ["--site", site.path],
                environment: isKept ? state : [:]
            )
        }

        /// Changes a page on the host and makes its manifest fit, as who controls the host can.
        func forge() throws {
            let other = try SiteFolder.small()
            try other.replace(
                "A2,2017-07-09,South,4",
                "A2,2017-07-09,South,3",
                in: "content/data/strikes.csv"
            )
            #expect(try other.build().status == 0)
            try FileManager.default.removeItem(atPath: host)
            try FileManager.default.copyItem(atPath: other.output, toPath: host)
            #expect(try Program.recount("verify", host).status == 0)
        }
    }

    @Test(arguments: [true, false])
    func aForgedManifestIsNoticed(hasState: Bool) throws {
        let copy = try Copy()
        let published = try copy.run("publish", "--yes", keeping: hasState)
        #expect(published.status == 0, "\(published.errors)")
        let good = try copy.run("verify", "stick", keeping: hasState)
        #expect(good.status == 0)
        #expect(
            good.output.hasPrefix(
                hasState
                    ? "manifest it is the one that was last published from here\n"
                    : "manifest it is the one that content/releases/"
            )
        )
        try copy.forge()
        let forged = try copy.run("verify", "stick", keeping: hasState)
        #expect(forged.status == 1)
        #expect(forged.output.hasPrefix("manifest it is none that this site has published"))
        if hasState { #expect(forged.output.contains("\nchanged  manifest.json\n")) }
    }

    @Test func aReportThatWasPublishedWithoutANewReleaseIsKnown() throws {
        let copy = try Copy()
        #expect(try copy.run("publish", "--yes").status == 0)
        try copy.site.write("content/more.md", "---\ntitle: More\n---\nWords.\n")
        let again = try copy.run("publish", "--yes")
        #expect(again.status == 0, "\(again.errors)")
        try copy.site.write("content/more.md", "---\ntitle: More\n---\nOther words.\n")
        #expect(try copy.site.build().status == 0)
        #expect(try copy.run("verify", "stick").status == 0)
    }

    @Test func withoutARecordTheHostIsComparedWithItself() throws {
        let copy = try Copy()
        #expect(try copy.site.build("--output", copy.host).status == 0)
        let ending = try copy.run("verify", "stick")
        #expect(ending.status == 0)
        #expect(ending.output.contains("this site records no publication\n"))
    }
}
