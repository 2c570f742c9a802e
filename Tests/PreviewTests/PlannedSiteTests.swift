import Diagnostics
import Foundation
import Synchronization
import Testing

@testable import Preview

/// Leads the builds after the first: each shows its plan and ends as it is told, or when it is
/// cancelled.
final class BuildGuide: Sendable {
    private struct State {
        var plans: [PlannedSite]
        var end: AsyncStream<BuildOutcome>.Continuation?
    }

    private let state: Mutex<State>

    init(_ plans: PlannedSite...) {
        state = Mutex(State(plans: plans))
    }

    func build(_ ready: @Sendable (PlannedSite) -> Void) async -> BuildOutcome {
        let (ends, end) = AsyncStream.makeStream(of: BuildOutcome.self)
        let plan = state.withLock { state in
            state.end = end
            return state.plans.isEmpty ? nil : state.plans.removeFirst()
        }
        if let plan { ready(plan) }
        for await outcome in ends { return outcome }
        return .overtaken
    }

    /// Ends the build that is running.
    func finish(_ outcome: BuildOutcome) { _ = state.withLock { $0.end?.yield(outcome) } }
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
            let guide = BuildGuide(
                plan(
                    [
                        "index.html": TestSite.page("Planned"),
                        "404.html": TestSite.page("No such page"),
                        "strikes/index.html": TestSite.page("Strikes"),
                        "data/strikes.csv": "id,killed\n",
                    ],
                    more: [
                        "media/film.mp4": .copied(from: film),
                        "media/gone.mp4": .copied(from: film + "-gone"),
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
            #expect(await site.request("/broken.csv").status == 500)
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
            #expect(site.log.state.finished == 1, "nothing is said of a build that was overtaken")
            guide.finish(.built(changed: []))
            try await site.log.wait { $0.finished == 2 }
            try await site.end()
        }

        @Test func anOpenPageIsToldOnceOfAReportThatIsPlannedAndThenWritten() async throws {
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
            guide.finish(.failed("The disk is full."))
            try await site.log.wait { $0.finished == 2 }
            try await served(site, "/", "First")
            try await site.end()
        }

        @Test func mistakesLeaveTheLastPlanInPlace() async throws {
            let guide = BuildGuide(plan(["index.html": TestSite.page("Second")]))
            let site = try await TestSite(guide: guide)
            try TestSite.put("x", at: site.content + "/a.md")
            try await served(site, "/", "Second")
            try TestSite.put("y", at: site.content + "/a.md")
            try await site.log.wait { $0.started == 3 }
            guide.finish(
                .mistakes([
                    Diagnostic(TestRule.noMistake, at: SourceLocation(file: "a.md"), "no")
                ])
            )
            try await site.log.wait { $0.mistakes == 1 }
            #expect(await site.request("/").body.contains("Second"))
            try await site.end()
        }
    }
}
