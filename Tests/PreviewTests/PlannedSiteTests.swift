import Diagnostics
import Formats
import Foundation
import Synchronization
import Testing

@testable import Preview

/// Leads the builds after the first: each shows its plan and goes on as it is told, until it is told
/// to end or is cancelled.
final class BuildGuide: Sendable {
    private struct State {
        var plans: [PlannedSite?]
        var steps: AsyncStream<PreviewStep?>.Continuation?
    }

    private let state: Mutex<State>

    init(_ plans: PlannedSite?...) {
        state = Mutex(State(plans: plans))
    }

    func build(_ tell: @Sendable (PreviewStep) -> Void) async {
        let (steps, continuation) = AsyncStream.makeStream(of: PreviewStep?.self)
        let plan = state.withLock { state in
            state.steps = continuation
            return state.plans.isEmpty ? nil : state.plans.removeFirst()
        }
        if let plan { tell(.planned(plan)) }
        for await step in steps {
            guard let step else { return }
            tell(step)
        }
        tell(.ended(.superseded))
    }

    /// Ends the build that is running, or lets it go on after that.
    func finish(_ outcome: BuildOutcome, goesOn: Bool = false) {
        state.withLock { state in
            state.steps?.yield(.ended(outcome))
            if !goesOn { state.steps?.yield(nil) }
        }
    }
}

extension PreviewRuns {
    @Suite struct PlannedSiteTests {
        private struct NoDisk: Error {}

        private func plan(
            _ files: [String: String],
            changed: [String]? = [],
            more: [String: PlannedSite.File] = [:]
        ) -> PlannedSite {
            let made = files.mapValues { text in PlannedSite.File.made { Array(text.utf8) } }
            return PlannedSite(
                files: made.merging(more) { _, other in other },
                changed: changed
            )
        }

        private func served(_ site: TestSite, _ target: String, _ text: String) async throws {
            for _ in 0..<1_000 {
                if await site.request(target).body.contains(text) { return }
                try await Task.sleep(for: .milliseconds(5))
            }
            throw TimedOut(what: "\(target): \(text)")
        }

        @Test func aReportIsServedWholeBeforeItIsWritten() async throws {
            let film = NSTemporaryDirectory() + "recount-film-\(UUID().uuidString)"
            try TestSite.put("0123456789", at: film)
            defer { try? FileManager.default.removeItem(atPath: film) }
            let identity = try #require(FileIdentity(path: film))
            let guide = BuildGuide(
                plan(
                    [
                        "index.html": TestSite.page("Planned"),
                        "404.html": TestSite.page("No such page"),
                        "strikes/index.html": TestSite.page("Strikes"),
                        "data/strikes.csv": "id,killed\n",
                    ],
                    more: [
                        "media/film.mp4": .copied(from: film, identity),
                        "media/gone.mp4": .copied(from: film + "-gone", identity),
                        "manifest.json": .writtenLast,
                        "broken.csv": .made { throw NoDisk() },
                    ]
                )
            )
            let site = try await TestSite(
                files: [
                    "index.html": TestSite.page("Written"),
                    "old.html": TestSite.page("Withdrawn"),
                    "manifest.json": "{}",
                ],
                guide: guide
            )
            #expect(await site.request("/old.html").status == 200)
            try TestSite.put("x", at: site.content + "/a.md")
            try await served(site, "/", "Planned")

            let page = await site.request("/index.html")
            #expect(page.field("Content-Type") == "text/html; charset=utf-8")
            let tag = ServedFile.tag(of: Array(TestSite.page("Planned").utf8))
            #expect(page.field("ETag")?.hasPrefix("\"\(tag)-") == true)
            let again = await site.request(
                "/index.html",
                ["If-None-Match: \(page.field("ETag") ?? "")"]
            )
            #expect(again.status == 304)

            let withdrawn = await site.request("/old.html")
            #expect(withdrawn.status == 404)
            #expect(withdrawn.body.contains("No such page"))
            let folder = await site.request("/strikes")
            #expect(folder.status == 302)
            #expect(folder.field("Location") == "/strikes/")
            #expect(await site.request("/strikes/").body.contains("Strikes"))
            #expect(await site.request("/data/").status == 404)

            let table = await site.request("/data/strikes.csv", ["Range: bytes=3-8"])
            #expect(table.status == 206)
            #expect(table.body == "killed")
            #expect(table.field("Content-Range") == "bytes 3-8/10")
            #expect(table.field("Content-Type") == "text/csv; charset=utf-8")
            let part = await site.request("/media/film.mp4", ["Range: bytes=-3"])
            #expect(part.body == "789")
            #expect(await site.request("/media/gone.mp4").status == 404)
            #expect(await site.request("/manifest.json").body == "{}")
            let broken = await site.request("/broken.csv")
            #expect(broken.status == 500)
            #expect(broken.body.contains("<p>NoDisk(). When that is fixed, the page will appear"))
            #expect(broken.body.contains("/-/recount/reload.js"), "so that it does appear")
            #expect(await site.request("/../index.html").status == 400)

            guide.finish(.built(changed: ["index.html"]))
            try await site.log.wait { $0.finished == 2 }
            try await served(site, "/", "Written")
            try await site.end()
        }

        @Test func aChangeStopsTheWritingOfAReportThatItOvertakes() async throws {
            let guide = BuildGuide(
                plan(["index.html": TestSite.page("Second")]),
                plan(["index.html": TestSite.page("Third")])
            )
            let site = try await TestSite(guide: guide)
            try TestSite.put("x", at: site.content + "/a.md")
            try await served(site, "/", "Second")
            try TestSite.put("y", at: site.content + "/a.md")
            try await served(site, "/", "Third")
            #expect(site.log.state.started == 3)
            #expect(site.log.state.mostAtOnce == 1)
            #expect(site.log.state.shown == 2)
            #expect(site.log.state.finished == 1, "nothing is said of a build that was overtaken")
            guide.finish(.built(changed: []))
            try await site.log.wait { $0.finished == 2 }
            try await site.end()
        }

        @Test func anOpenPageIsNotifiedOnceOfAReportThatIsPlannedAndThenWritten() async throws {
            let guide = BuildGuide(
                plan(["index.html": TestSite.page("Second")], changed: ["style.css"])
            )
            let site = try await TestSite(guide: guide)
            let port = site.port
            async let stream = offPool { () -> RawAnswer in
                guard let client = RawClient(port) else { return RawAnswer(bytes: []) }
                let get = "GET /-/recount/events HTTP/1.1\r\nHost: localhost:\(port)\r\n\r\n"
                client.send(Array(get.utf8))
                return client.read(until: ": ping", seconds: 9)
            }
            try await Task.sleep(for: .milliseconds(300))
            try TestSite.put("x", at: site.content + "/a.md")
            try await served(site, "/", "Second")
            guide.finish(.built(changed: ["index.html", "style.css"]))
            try await site.log.wait { $0.finished == 2 }
            let events = await stream.body.components(separatedBy: "\n\n")
            #expect(
                events.map { $0.prefix { $0 != "\n" } } == [
                    "retry: 300", "event: fine", "event: built", ": ping", "",
                ]
            )
            #expect(events[2].hasSuffix("data: {\"changed\":[\"style.css\"]}"))
            try await site.end()
        }

        @Test func aReportThatCannotBeWrittenIsTakenBack() async throws {
            let guide = BuildGuide(plan(["index.html": TestSite.page("Second")]))
            let site = try await TestSite(guide: guide)
            try TestSite.put("x", at: site.content + "/a.md")
            try await served(site, "/", "Second")
            guide.finish(.writeFailed("The disk is full."))
            try await site.log.wait { $0.finished == 2 }
            try await served(site, "/", "First")
            try await site.end()
        }

        @Test(
            arguments: [
                .failed("No such folder."),
                .mistakes([Diagnostic(TestRule.noMistake, at: SourceLocation(file: "a.md"), "no")]),
            ] as [BuildOutcome]
        )
        func whatStopsTheNextBuildLeavesTheLastPlanInPlace(outcome: BuildOutcome) async throws {
            let guide = BuildGuide(plan(["index.html": TestSite.page("Second")]), nil)
            let site = try await TestSite(guide: guide)
            try TestSite.put("x", at: site.content + "/a.md")
            try await served(site, "/", "Second")
            try TestSite.put("y", at: site.content + "/a.md")
            try await site.log.wait { $0.started == 3 }
            guide.finish(outcome, goesOn: true)
            try await site.log.wait { $0.finished == 2 }
            #expect(await site.request("/").body.contains("Second"))
            try TestSite.put(TestSite.page("Caught up"), at: site.output + "/index.html")
            #expect(await site.request("/").body.contains("Second"))
            guide.finish(.writtenLater)
            try await served(site, "/", "Caught up")
            #expect(site.log.state.finished == 2, "nothing is said of that")
            try await site.end()
        }

        @Test func aPictureIsServedInTheStateThatWasAcceptedOnly() async throws {
            let secret = NSTemporaryDirectory() + "recount-secret-\(UUID().uuidString)"
            let picture = NSTemporaryDirectory() + "recount-picture-\(UUID().uuidString)"
            try TestSite.put("private", at: secret)
            try TestSite.put("accepted", at: picture)
            defer {
                for path in [secret, picture] { try? FileManager.default.removeItem(atPath: path) }
            }
            let identity = try #require(FileIdentity(path: picture))
            let guide = BuildGuide(
                plan(
                    ["index.html": TestSite.page("Second")],
                    more: ["media/a.svg": .copied(from: picture, identity)]
                )
            )
            let site = try await TestSite(
                files: ["index.html": TestSite.page("First"), "media/a.svg": "written"],
                guide: guide
            )
            try TestSite.put("x", at: site.content + "/a.md")
            try await served(site, "/media/a.svg", "accepted")
            try FileManager.default.removeItem(atPath: picture)
            #expect(await site.request("/media/a.svg").body == "written")
            try FileManager.default.createSymbolicLink(
                atPath: picture,
                withDestinationPath: secret
            )
            #expect(FileIdentity(path: picture) == nil)
            #expect(await site.request("/media/a.svg").body == "written")
            try FileManager.default.removeItem(atPath: picture)
            try TestSite.put("not seen by any build", at: picture)
            #expect(await site.request("/media/a.svg").body == "written")
            guide.finish(.built(changed: []))
            try await site.end()
        }

        @Test func anotherUnicodeFormOfANameIsNoNameOfTheReport() throws {
            let site = plan(["caf\u{E9}.html": "x"])
            let written = ServedFolder(path: "/nonexistent")
            #expect(site.find(["caf\u{E9}.html"], written: written) != nil)
            #expect(site.find(["cafe\u{301}.html"], written: written) == nil)
        }
    }
}
