import Output
import TestSupport
import Testing

@testable import Publishing

/// What the author sees before anything is sent, and the limit on removals.
@Suite struct PlanTests {
    @Test func aPlanTellsPagesFiguresAndBytes() throws {
        let sandbox = try Sandbox()
        let old = try sandbox.report(
            ["index.html": "one", "a.html": "a", "gone.html": "x", "data/a.csv": "1"],
            killed: (322, 429)
        )
        let new = try sandbox.report(
            ["index.html": "two", "a.html": "a", "b.html": "12345", "data/a.csv": "2"],
            killed: (322, 431),
            at: "New"
        )
        let plan = PublicationPlan(new, over: Published(bytes: old.bytes))
        #expect(
            plan.lines(target: "live: host:/www") == [
                "target   live: host:/www",
                "pages    1 new, 1 changed, 1 removed; 3 in all",
                "  removed  gone.html",
                "  new      b.html",
                "  changed  index.html",
                "files    0 new, 1 changed, 0 removed",
                "figures  2 change",
                "           killed: 322–429 (1 unknown) → 322–431 (1 unknown)",
                "           killed?grading=counted: 322–429 (1 unknown) → 322–431 (1 unknown)",
                "bytes    9 B of 10 B to send",
            ]
        )
        #expect(!plan.isPublished)
        #expect(PublicationPlan(new, over: Published(bytes: new.bytes)).isPublished)
        #expect(
            PublicationPlan(new, over: Published(bytes: new.bytes)).lines(target: "x") == [
                "target   x",
                "         this report is published there already; if recount verify finds damage, "
                    + "publish it --again",
            ]
        )
    }

    @Test func aReportThatWasNotSearchedForPrivateValuesIsRefused() throws {
        let sandbox = try Sandbox()
        let report = try sandbox.report(["index.html": "one"], isSearched: false)
        #expect(throws: PublishError.self) {
            try publish(report, to: .folder(path: sandbox.path + "/host"))
        }
        #expect(sandbox.files("host").isEmpty)
        try publish(
            sandbox.report(["index.html": "one"]),
            to: .folder(path: sandbox.path + "/host")
        )
        #expect(!sandbox.files("host").isEmpty)
    }

    @Test func theFirstPublicationNamesNoPageAndADamagedOneSaysSo() throws {
        let sandbox = try Sandbox()
        let report = try sandbox.report(["index.html": "one"])
        #expect(
            PublicationPlan(report, over: .nothing).lines(target: "x") == [
                "target   x",
                "         nothing is published there yet",
                "pages    1 new, 0 changed, 0 removed; 1 in all",
                "files    0 new, 0 changed, 0 removed",
                "bytes    3 B of 3 B to send",
            ]
        )
        var damaged = report.bytes
        damaged[damaged.count - 1] = UInt8(ascii: " ")
        let plan = PublicationPlan(report, over: Published(bytes: damaged))
        #expect(
            plan.lines(target: "x").dropFirst().first == """
                         what changes is not known: the manifest there cannot be used (it was \
                changed or damaged after it was written)
                """
        )
    }

    /// A fifth of the pages may go, and five files at any time.
    @Test func theBrakeAsksForTheExactNumber() throws {
        let sandbox = try Sandbox()
        var files: [String: String] = [:]
        for number in 0..<30 { files["\(number).html"] = "page" }
        let old = Published(bytes: try sandbox.report(files).bytes)
        func plan(removing count: Int) throws -> PublicationPlan {
            var left = files
            for number in 0..<count { left["\(number).html"] = nil }
            return PublicationPlan(try sandbox.report(left, at: "New"), over: old)
        }
        try plan(removing: 6).checkRemovals(allowing: nil)
        let seven = try plan(removing: 7)
        #expect(
            message { try seven.checkRemovals(allowing: nil) } == """
                7 of 30 published pages would be removed. To confirm this, state their number: \
                --allow-removals 7
                """
        )
        #expect(throws: PublishError.tooManyRemovals(removedPages: 7, pages: 30)) {
            try seven.checkRemovals(allowing: 8)
        }
        try seven.checkRemovals(allowing: 7)
    }

    @Test(arguments: [
        (0, "0 B"), (999, "999 B"), (1_000, "1.0 kB"), (1_250, "1.3 kB"), (999_949, "999.9 kB"),
        (999_950, "1.0 MB"), (14_320_000, "14.3 MB"), (5_000_000_000, "5.0 GB"),
    ])
    func bytesAreReadByPeople(_ count: Int, _ text: String) {
        #expect(Bytes.text(count) == text)
    }

    @Test func namesOfReleasesSortByTheirNumber() {
        #expect(ReleaseFolder("000012-0123456789ab")?.number == 12)
        #expect(ReleaseFolder("1234567-0123456789ab")?.description == "1234567-0123456789ab")
        for name in ["12-0123456789ab", "000012-0123456789AB", "000012", "0000012-0123456789ab"] {
            #expect(ReleaseFolder(name) == nil, "\(name)")
        }
    }
}
