import Diagnostics
import Foundation
import Testing

@testable import Preview

extension PreviewRuns {
    @Suite struct LiveReloadTests {
        private func lines(_ bytes: [UInt8]) -> [String] {
            String(decoding: bytes, as: UTF8.self).components(separatedBy: "\n\n")
                .filter { !$0.isEmpty }
        }

        @Test func aPageReceivesWhatItHasMissed() {
            var feed = LiveFeed(run: "r")
            #expect(feed.position == "r.0")
            let event = feed.show(changed: ["index.html", "a \"b\".css"], warnings: [])
            #expect(
                lines(event) == [
                    "event: built\nid: r.1\ndata: {\"changed\":[\"index.html\",\"a \\\"b\\\".css\"]}"
                ]
            )
            _ = feed.show(changed: ["index.html", "c.css"], warnings: [])
            let fine = "event: fine\nid: r.2\ndata: {}"
            #expect(lines(feed.greeting(since: "r.2")) == ["retry: 300", fine])
            #expect(lines(feed.greeting(since: nil)) == ["retry: 300", fine])
            #expect(
                lines(feed.greeting(since: "r.1"))
                    == [
                        "retry: 300",
                        "event: built\nid: r.2\ndata: {\"changed\":[\"c.css\",\"index.html\"]}",
                        fine,
                    ]
            )
            #expect(
                lines(feed.greeting(since: "r.0"))[1]
                    == "event: built\nid: r.2\ndata: {\"changed\":[\"a \\\"b\\\".css\",\"c.css\",\"index.html\"]}"
            )
            for unknown in [
                "q.1", "r.9", "r.-1", "r.\(Int.min)", "r.\(Int.max)", "nonsense", "r.1.2", "",
            ] {
                #expect(
                    lines(feed.greeting(since: unknown))[1]
                        == "event: built\nid: r.2\ndata: {\"changed\":null}",
                    "\(unknown)"
                )
            }
        }

        @Test func aPageThatHasMissedOneReportOfUnknownChangesTakesEverythingAsChanged() {
            var feed = LiveFeed(run: "r")
            _ = feed.show(changed: ["a.css"], warnings: [])
            let event = feed.show(changed: nil, warnings: [])
            #expect(lines(event) == ["event: built\nid: r.2\ndata: {\"changed\":null}"])
            _ = feed.show(changed: ["b.css"], warnings: [])
            #expect(lines(feed.greeting(since: "r.1"))[1].hasSuffix("data: {\"changed\":null}"))
            #expect(
                lines(feed.greeting(since: "r.2"))[1].hasSuffix("data: {\"changed\":[\"b.css\"]}")
            )
        }

        @Test func aPageThatHasMissedMoreThanIsRememberedTakesEverythingAsChanged() {
            var feed = LiveFeed(run: "r")
            for number in 0..<100 { _ = feed.show(changed: ["\(number).html"], warnings: []) }
            #expect(lines(feed.greeting(since: "r.10"))[1].hasSuffix("data: {\"changed\":null}"))
            #expect(
                lines(feed.greeting(since: "r.99"))[1]
                    .hasSuffix("data: {\"changed\":[\"99.html\"]}")
            )
        }

        @Test func mistakesAreReportedInFullAndToLatecomersUntilTheyAreFixed() {
            var feed = LiveFeed(run: "r")
            let diagnostic = Diagnostic(
                TestRule.noMistake,
                at: SourceLocation(file: "content/a.md", line: 3, column: 5),
                "“x</script>\u{202E}” is wrong",
                excerpt: Excerpt("the x\tline", start: 4, length: 1),
                suggestion: "Two\nlines."
            )
            let told =
                "event: problems\nid: r.0\ndata: {\"mistakes\":1,\"warnings\":0,\"failure\":null,\"list\":[{"
                + "\"place\":\"content/a.md:3:5\",\"severity\":\"error\","
                + "\"message\":\"“x</script>\u{FFFD}” is wrong\","
                + "\"excerpt\":{\"before\":\"the \",\"marked\":\"x\",\"after\":\" line\"},"
                + "\"suggestion\":\"Two\\nlines.\",\"rule\":\"no-mistake\"}]}"
            #expect(lines(feed.report(ProblemList(mistakes: [diagnostic]))) == [told])
            #expect(lines(feed.greeting(since: "r.0")) == ["retry: 300", told])
            _ = feed.show(changed: [], warnings: [])
            #expect(
                lines(feed.greeting(since: "r.1")) == [
                    "retry: 300", "event: fine\nid: r.1\ndata: {}",
                ]
            )
            let failed = feed.report(ProblemList(failure: "No space."))
            #expect(
                lines(failed) == [
                    "event: problems\nid: r.1\ndata: {\"mistakes\":0,\"warnings\":0,\"failure\":\"No space.\",\"list\":[]}"
                ]
            )
        }

        @Test func warningsAreReportedBesideTheNewestPageUntilABuildHasNone() {
            var feed = LiveFeed(run: "r")
            var warning = Diagnostic(
                TestRule.noMistake,
                at: SourceLocation(file: "content/a.md", line: 2, column: 3),
                "“40” is bound to no record"
            )
            warning.severity = .warning
            let event = feed.show(changed: ["a.html"], warnings: [warning])
            let told =
                "event: problems\nid: r.1\ndata: {\"mistakes\":0,\"warnings\":1,\"failure\":null,\"list\":[{"
                + "\"place\":\"content/a.md:2:3\",\"severity\":\"warning\",\"message\":"
                + "\"“40” is bound to no record\",\"excerpt\":null,\"suggestion\":null,"
                + "\"rule\":\"no-mistake\"}]}"
            #expect(
                lines(event) == [
                    "event: built\nid: r.1\ndata: {\"changed\":[\"a.html\"],\"hasWarnings\":1}",
                    told,
                ]
            )
            #expect(lines(feed.greeting(since: "r.1")) == ["retry: 300", told])
            let next = feed.show(changed: [], warnings: [])
            #expect(lines(next) == ["event: built\nid: r.2\ndata: {\"changed\":[]}"])
            #expect(lines(feed.greeting(since: "r.2")).last == "event: fine\nid: r.2\ndata: {}")
        }

        @Test func aLongLineIsCutAroundTheMistakeAndALongListToWhatFits() throws {
            let line =
                String(repeating: "a", count: 500) + "XY" + String(repeating: "b", count: 500)
            let one = Diagnostic(
                TestRule.noMistake,
                at: SourceLocation(file: "a", line: 1),
                "m",
                excerpt: Excerpt(line, start: 500, length: 2)
            )
            let text = String(decoding: ProblemList(mistakes: [one]).json, as: UTF8.self)
            let before = "…" + String(repeating: "a", count: 60)
            let after = String(repeating: "b", count: 60) + "…"
            #expect(
                text.contains("{\"before\":\"\(before)\",\"marked\":\"XY\",\"after\":\"\(after)\"}")
            )
            let many = (1...250)
                .map {
                    Diagnostic(TestRule.noMistake, at: SourceLocation(file: "a", line: $0), "m")
                }
            let data = Data(ProblemList(mistakes: many).json)
            let read = try #require(try JSONSerialization.jsonObject(with: data) as? [String: Any])
            #expect(read["mistakes"] as? Int == 250)
            #expect((read["list"] as? [Any])?.count == 100)
        }

        @Test func aMistakeIsNotBuriedUnderWarnings() throws {
            let warnings = (1...150)
                .map { line in
                    var warning = Diagnostic(
                        TestRule.noMistake,
                        at: SourceLocation(file: "a", line: line),
                        "m"
                    )
                    warning.severity = .warning
                    return warning
                }
            let mistake = Diagnostic(TestRule.noMistake, at: SourceLocation(file: "z"), "wrong")
            let data = Data(ProblemList(mistakes: warnings + [mistake]).json)
            let read = try #require(try JSONSerialization.jsonObject(with: data) as? [String: Any])
            #expect(read["mistakes"] as? Int == 1)
            #expect(read["warnings"] as? Int == 150)
            let list = try #require(read["list"] as? [[String: Any]])
            #expect(list.count == 100)
            #expect(list.first?["message"] as? String == "wrong")
        }

        @Test func openPagesAreNotifiedAtOnceAndPinged() async throws {
            let site = try await TestSite()
            let port = site.port
            let page = await site.request("/").body
            let position = try #require(page.components(separatedBy: "data-build=\"").last)
                .prefix { $0 != "\"" }
            async let stream = offPool { () -> RawAnswer in
                guard let client = RawClient(port) else { return RawAnswer(bytes: []) }
                client.send(
                    Array(
                        "GET /-/recount/events?since=\(position) HTTP/1.1\r\nHost: localhost:\(port)\r\n\r\n"
                            .utf8
                    )
                )
                return client.read(until: ": ping", seconds: 9)
            }
            try await Task.sleep(for: .milliseconds(300))
            try TestSite.put("MISTAKE", at: site.content + "/index.html")
            try await site.log.wait { $0.mistakes == 1 }
            try TestSite.put("mended", at: site.content + "/index.html")
            let answer = await stream
            #expect(answer.field("Content-Type") == "text/event-stream; charset=utf-8")
            #expect(answer.field("Content-Length") == nil)
            let events = answer.body.components(separatedBy: "\n\n")
                .map { $0.prefix { $0 != "\n" } }
            #expect(
                events == [
                    "retry: 300", "event: fine", "event: problems", "event: built", ": ping", "",
                ]
            )
            #expect(answer.body.contains("\"changed\":[\"index.html\"]"))
            try await site.end()
        }

        @Test func aClientThatIsGoneIsNoticed() async throws {
            let site = try await TestSite()
            let port = site.port
            let before = try FileManager.default.contentsOfDirectory(atPath: "/proc/self/fd").count
            await offPool {
                for _ in 0..<60 {
                    guard let client = RawClient(port) else { return }
                    client.send(
                        Array(
                            "GET /-/recount/events HTTP/1.1\r\nHost: localhost:\(port)\r\n\r\n".utf8
                        )
                    )
                    _ = client.read(until: "fine", seconds: 2)
                }
            }
            try await Task.sleep(for: .milliseconds(600))
            let after = try FileManager.default.contentsOfDirectory(atPath: "/proc/self/fd").count
            #expect(after < before + 40, "\(before) \(after)")
            try await site.end()
        }
    }
}
