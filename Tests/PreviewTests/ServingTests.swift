import Foundation
import Testing

@testable import Preview

extension PreviewRuns {
    @Suite struct ServingTests {
        static let files = [
            "index.html": TestSite.page("Start"),
            "404.html": TestSite.page("Not found"),
            "strikes/index.html": TestSite.page("Strikes"),
            "strikes/CS1.html": TestSite.page("One"),
            "empty/file.txt": "x",
            "style.css": "h1 { color: rgb(1, 2, 3) }",
            "data/strikes.csv": "id,killed\nالرقة,3\n",
            "media/film.mp4": "0123456789",
            "media/leer.mp4": "",
            "name with space.txt": "spaced",
        ]

        @Test func aPageIsThePublishedBytesPlusOneScriptAndAnAmendedPolicy() async throws {
            let site = try await TestSite(files: ServingTests.files)
            let answer = await site.request("/strikes/CS1.html")
            #expect(answer.status == 200)
            #expect(answer.field("Content-Type") == "text/html; charset=utf-8")
            let build = try #require(answer.body.components(separatedBy: "data-build=\"").last)
                .prefix { $0 != "\"" }
            let published = TestSite.page("One")
            let tag = ServedFile.tag(of: Array(published.utf8))
            #expect(answer.field("ETag") == "\"\(tag)-\(build)\"")
            let expected =
                published
                .replacingOccurrences(
                    of: "script-src 'self' file:\"",
                    with: "script-src 'self' file:; connect-src 'self'\""
                )
                .replacingOccurrences(
                    of: "</body>",
                    with: "<script src=\"/-/recount/reload.js\" data-tag=\"\(tag)\" "
                        + "data-build=\"\(build)\" defer></script></body>"
                )
            #expect(answer.body == expected)
            let onDisk = try String(
                contentsOfFile: site.output + "/strikes/CS1.html",
                encoding: .utf8
            )
            #expect(onDisk == published)
            try await site.end()
        }

        @Test func everyAnswerCarriesTheFieldsThatKeepItFreshAndToItself() async throws {
            let site = try await TestSite(files: ServingTests.files)
            for target in ["/", "/style.css", "/none", "/-/recount/reload.js", "/../x"] {
                let answer = await site.request(target, ["Origin: http://evil.example"])
                #expect(answer.field("Cache-Control") == "no-cache", "\(target)")
                #expect(answer.field("X-Content-Type-Options") == "nosniff", "\(target)")
                #expect(!answer.head.lowercased().contains("access-control"), "\(target)")
            }
            try await site.end()
        }

        @Test(arguments: [
            ("/style.css", "text/css; charset=utf-8", "h1 { color: rgb(1, 2, 3) }"),
            ("/data/strikes.csv", "text/csv; charset=utf-8", "id,killed\nالرقة,3\n"),
            ("/media/film.mp4", "video/mp4", "0123456789"),
            ("/name%20with%20space.txt", "text/plain; charset=utf-8", "spaced"),
            ("/style.css?x=1", "text/css; charset=utf-8", "h1 { color: rgb(1, 2, 3) }"),
        ])
        func aFileIsServedWithItsTypeAndBytes(
            target: String,
            type: String,
            body: String
        ) async throws {
            let site = try await TestSite(files: ServingTests.files)
            let answer = await site.request(target)
            #expect(answer.status == 200)
            #expect(answer.field("Content-Type") == type)
            #expect(answer.body == body)
            #expect(answer.field("Content-Length") == "\(body.utf8.count)")
            let head = await site.request(target, method: "HEAD")
            #expect(head.status == 200)
            #expect(head.body.isEmpty)
            #expect(head.field("Content-Length") == "\(body.utf8.count)")
            try await site.end()
        }

        @Test func aFolderIsItsIndexAndIsNeverListed() async throws {
            let site = try await TestSite(files: ServingTests.files)
            #expect(await site.request("/").body.contains("<h1>Start</h1>"))
            #expect(await site.request("/strikes/").body.contains("<h1>Strikes</h1>"))
            let bare = await site.request("/strikes?page=2")
            #expect(bare.status == 302)
            #expect(bare.field("Location") == "/strikes/?page=2")
            #expect(await site.request("/empty/").status == 404)
            #expect(await site.request("/empty").status == 404)
            #expect(await site.request("/index.html/").status == 404)
            try await site.end()
        }

        @Test func whatIsMissingGetsTheSitesOwnPageAndItsStatus() async throws {
            let site = try await TestSite(files: ServingTests.files)
            let answer = await site.request("/strikes/none.html")
            #expect(answer.status == 404)
            #expect(answer.body.contains("<h1>Not found</h1>"))
            let tag = ServedFile.tag(of: Array(TestSite.page("Not found").utf8))
            #expect(answer.body.contains("data-tag=\"\(tag)\""))
            let bare = try await TestSite(files: ["a.txt": "a"])
            let plain = await bare.request("/")
            #expect(plain.status == 404)
            #expect(plain.body.contains("<h1>Nothing here yet</h1>"))
            #expect(plain.body.contains("/-/recount/reload.js"))
            try await site.end()
            try await bare.end()
        }

        @Test func aFileThatHasNotChangedIsNotSentAgain() async throws {
            let site = try await TestSite(files: ServingTests.files)
            for target in ["/style.css", "/index.html"] {
                let tag = try #require(await site.request(target).field("ETag"))
                for condition in [tag, "W/\(tag)", "\"other\", \(tag)", "*"] {
                    let again = await site.request(target, ["If-None-Match: \(condition)"])
                    #expect(again.status == 304, "\(target) \(condition)")
                    #expect(again.body.isEmpty)
                    #expect(again.field("ETag") == tag)
                    #expect(again.field("Content-Length") == nil)
                }
                #expect(await site.request(target, ["If-None-Match: \"other\""]).status == 200)
            }
            let before = await site.request("/style.css").field("ETag")
            try TestSite.put("h1 { color: red }", at: site.content + "/style.css")
            try await site.log.wait { $0.finished >= 2 }
            #expect(await site.request("/style.css").field("ETag") != before)
            try await site.end()
        }

        @Test(arguments: [
            ("bytes=0-3", 206, "0123", "bytes 0-3/10"),
            ("bytes=4-", 206, "456789", "bytes 4-9/10"),
            ("bytes=-3", 206, "789", "bytes 7-9/10"),
            ("bytes=-30", 206, "0123456789", "bytes 0-9/10"),
            ("bytes=8-99", 206, "89", "bytes 8-9/10"),
            ("bytes=9-9", 206, "9", "bytes 9-9/10"),
            ("bytes=10-", 416, "416 Range Not Satisfiable\n", "bytes */10"),
            ("bytes=-0", 416, "416 Range Not Satisfiable\n", "bytes */10"),
        ])
        func aPartOfAFileCanBeAskedFor(
            range: String,
            status: Int,
            body: String,
            place: String
        ) async throws {
            let site = try await TestSite(files: ServingTests.files)
            let answer = await site.request("/media/film.mp4", ["Range: \(range)"])
            #expect(answer.status == status)
            #expect(answer.body == body)
            #expect(answer.field("Content-Range") == place)
            try await site.end()
        }

        @Test(arguments: [
            "bytes=5-2", "bytes=0-1,3-4", "bytes=a-b", "bytes=", "bytes=-", "chars=0-1",
            "bytes=99999999999999999999-", "bytes=0-3-5",
        ])
        func aRangeThatIsNotUnderstoodIsTheWholeFile(range: String) async throws {
            let site = try await TestSite(files: ServingTests.files)
            let answer = await site.request("/media/film.mp4", ["Range: \(range)"])
            #expect(answer.status == 200)
            #expect(answer.body == "0123456789")
            try await site.end()
        }

        @Test func aRangeOfAnOldVersionIsTheWholeFile() async throws {
            let site = try await TestSite(files: ServingTests.files)
            let tag = try #require(await site.request("/media/film.mp4").field("ETag"))
            let same = await site.request(
                "/media/film.mp4",
                ["Range: bytes=0-1", "If-Range: \(tag)"]
            )
            #expect(same.status == 206)
            let old = await site.request(
                "/media/film.mp4",
                ["Range: bytes=0-1", "If-Range: \"old\""]
            )
            #expect(old.status == 200)
            #expect(old.body == "0123456789")
            try await site.end()
        }

        @Test func aLargeFileArrivesWholeAtAFastAndAtASlowReader() async throws {
            let text = String(repeating: "0123456789abcdef", count: 400_000)
            let site = try await TestSite(files: ["media/large.txt": text, "index.html": "x"])
            let fast = await site.request("/media/large.txt")
            #expect(fast.body == text)
            let port = site.port
            let slow = await offPool { () -> RawAnswer in
                guard let client = RawClient(port) else { return RawAnswer(bytes: []) }
                client.send(
                    Array(
                        "GET /media/large.txt HTTP/1.1\r\nHost: localhost:\(port)\r\nConnection: close\r\n\r\n"
                            .utf8
                    )
                )
                Thread.sleep(forTimeInterval: 0.5)
                return client.read()
            }
            #expect(slow.body.utf8.count == text.utf8.count)
            #expect(slow.body == text)
            try await site.end()
        }

        @Test func oneConnectionCarriesManyRequests() async throws {
            let site = try await TestSite(files: ServingTests.files)
            let one = "GET /style.css HTTP/1.1\r\nHost: localhost:\(site.port)\r\n\r\n"
            let last =
                "HEAD / HTTP/1.1\r\nHost: localhost:\(site.port)\r\nConnection: close\r\n\r\n"
            let answer = await site.raw(String(repeating: one, count: 50) + last)
            #expect(answer.text.components(separatedBy: "rgb(1, 2, 3)").count == 51)
            #expect(answer.text.components(separatedBy: "HTTP/1.1 200 OK").count == 52)
            try await site.end()
        }
    }
}
