import Foundation
import TestSupport
import Testing

@testable import Preview

extension PreviewRuns {
    @Suite struct HostileRequestTests {
        /// A site with a secret beside its output, one hidden in it, and links that lead to them.
        static func site(limits: Connection.Limits = Connection.Limits()) async throws -> TestSite {
            let site = try await TestSite(
                files: ["index.html": TestSite.page("Start"), "sub/a.txt": "inside"],
                limits: limits
            )
            try TestSite.put("SECRET", at: site.root + "/secret.txt")
            try TestSite.put("SECRET", at: site.output + "/.env")
            try TestSite.put("SECRET", at: site.output + "/.git/config")
            let links = [
                ("out.txt", "../secret.txt"), ("up", ".."), ("root", "/"), ("hidden.txt", ".env"),
                ("sub/deep.txt", "../../secret.txt"), ("loop", "loop"), ("fine.txt", "sub/a.txt"),
                ("sub/back.txt", "../sub/./a.txt"), ("absolute.txt", site.root + "/secret.txt"),
            ]
            for (name, target) in links {
                try FileManager.default.createSymbolicLink(
                    atPath: site.output + "/" + name,
                    withDestinationPath: target
                )
            }
            return site
        }

        static let targets = [
            "/../secret.txt", "/sub/../../secret.txt", "/%2e%2e/secret.txt", "/%2E%2E/secret.txt",
            "/.%2e/secret.txt", "/%2e./secret.txt", "/..%2fsecret.txt", "/%2e%2e%2fsecret.txt",
            "/sub/..%2f..%2fsecret.txt", "/%252e%252e/secret.txt", "/%252e%252e%252fsecret.txt",
            "/..%5csecret.txt", "/..\\secret.txt", "/%c0%ae%c0%ae/secret.txt",
            "/..%c0%afsecret.txt",
            "/%e0%80%ae%e0%80%ae/secret.txt", "/%uff0e%uff0e/secret.txt",
            "/%ef%bc%8e%ef%bc%8e/secret.txt",
            "/..;/secret.txt", "/./../secret.txt", "//../secret.txt", "/sub//../../secret.txt",
            "/..%00/secret.txt", "/secret.txt%00.html", "/index.html%00", "/%", "/%2", "/%zz",
            "/.env", "/.git/config", "/%2egit/config", "/sub/.hidden", "/.", "/..",
            "/index.html%0a",
            "/out.txt", "/up/secret.txt", "/root/etc/passwd", "/hidden.txt", "/sub/deep.txt",
            "/loop",
            "/absolute.txt", "/file:///etc/passwd", "//etc/passwd", "/etc/passwd", "/index.html#x",
            "/-/recount/../../secret.txt", "/-/recount/secret", "index.html", "*", "/\u{FF}",
        ]

        @Test func nothingOutsideTheOutputIsServed() async throws {
            let site = try await HostileRequestTests.site()
            for target in HostileRequestTests.targets {
                let answer = await site.request(target)
                #expect([400, 404, 421].contains(answer.status), "\(target) \(answer.status)")
                #expect(!answer.text.contains("SECRET"), "\(target)")
                #expect(!answer.text.contains("root:"), "\(target)")
            }
            try await site.end()
        }

        @Test func aLinkThatStaysInsideIsFollowed() async throws {
            let site = try await HostileRequestTests.site()
            #expect(await site.request("/fine.txt").body == "inside")
            #expect(await site.request("/sub/back.txt").body == "inside")
            try await site.end()
        }

        @Test func aPipeInTheOutputDoesNotHoldItUp() async throws {
            let site = try await HostileRequestTests.site()
            #expect(mkfifo(site.output + "/pipe.txt", 0o600) == 0)
            #expect(await site.request("/pipe.txt").status == 404)
            #expect(await site.request("/").status == 200)
            try await site.end()
        }

        @Test func pagesOfOtherSitesLoadNothing() async throws {
            let site = try await HostileRequestTests.site()
            let own = "http://localhost:\(site.port)"
            for fields in [
                ["Origin: https://evil.example"], ["Origin: null"], ["Origin: \(own).evil.example"],
                ["Origin: https://localhost:\(site.port)"], ["Sec-Fetch-Site: cross-site"],
                ["Sec-Fetch-Site: same-site", "Sec-Fetch-Mode: no-cors"],
            ] {
                let answer = await site.request("/index.html", fields)
                #expect(answer.status == 403, "\(fields)")
                #expect(!answer.text.contains("Start"))
            }
            for fields in [
                [], ["Origin: \(own)"], ["Sec-Fetch-Site: same-origin"], ["Sec-Fetch-Site: none"],
                ["Sec-Fetch-Site: cross-site", "Sec-Fetch-Mode: navigate"],
            ] {
                let answer = await site.request("/index.html", fields)
                #expect(answer.status == 200, "\(fields)")
                #expect(answer.field("X-Frame-Options") == "DENY")
                #expect(answer.field("Content-Security-Policy") == "frame-ancestors 'none'")
                #expect(answer.field("Referrer-Policy") == "no-referrer")
            }
            try await site.end()
        }

        @Test func onlyTheNamesOfThisMachineAreAnswered() async throws {
            let site = try await HostileRequestTests.site()
            let port = site.port
            for host in [
                "localhost:\(port)", "127.0.0.1:\(port)", "[::1]:\(port)", "LOCALHOST:\(port)",
            ] {
                #expect(await site.request("/", host: host).status == 200, "\(host)")
            }
            for host in [
                "evil.example", "evil.example:\(port)", "localhost", "127.0.0.1", "localhost:1",
                "localhost.evil.example:\(port)", "localhost:\(port).evil.example",
                "0.0.0.0:\(port)",
                "127.0.0.2:\(port)", "[::]:\(port)", "localhost:\(port)@evil.example", "",
                "localhost:",
                "evil.example, localhost:\(port)", "user@localhost:\(port)", "localhost.:\(port)",
                "2130706433:\(port)", "0x7f000001:\(port)", "localhost:0\(port)",
            ] {
                for target in ["/", "/-/recount/events", "/-/recount/reload.js", "/none"] {
                    let answer = await site.request(target, host: host)
                    #expect(answer.status == 421, "\(host) \(target)")
                    #expect(!answer.text.contains("Start"))
                }
            }
            let none = await site.raw("GET / HTTP/1.1\r\nConnection: close\r\n\r\n")
            #expect(none.status == 421)
            let two =
                "GET / HTTP/1.1\r\nHost: localhost:\(port)\r\nHost: evil.example\r\nConnection: close\r\n\r\n"
            #expect(await site.raw(two).status == 421)
            let whole = await site.request("http://evil.example/")
            #expect(whole.status == 421)
            #expect(await site.request("http://localhost:\(port)/").status == 200)
            try await site.end()
        }

        @Test(arguments: [
            "POST", "PUT", "DELETE", "PATCH", "OPTIONS", "TRACE", "CONNECT", "get", "X",
        ])
        func onlyReadingIsAllowed(method: String) async throws {
            let site = try await HostileRequestTests.site()
            let answer = await site.request("/", method: method)
            #expect(answer.status == 405)
            #expect(answer.field("Allow") == "GET, HEAD")
            try await site.end()
        }

        @Test(arguments: [
            ("GET /\r\n\r\n", 400), ("GET  / HTTP/1.1\r\n\r\n", 400), ("\r\n\r\n", 400),
            ("GET / HTTP/2.0\r\n\r\n", 505), ("GET / JUNK/1.1\r\n\r\n", 400),
            ("GET / HTTP/1.1\r\nHost : x\r\n\r\n", 400), ("GET / HTTP/1.1\r\n folded\r\n\r\n", 400),
            ("GET / HTTP/1.1\r\nno colon\r\n\r\n", 400),
            ("GET / HTTP/1.1\r\nX: a\u{0}b\r\n\r\n", 400),
            ("GET / HTTP/1.1\r\nX: a\nHost: localhost\r\n\r\n", 400),
            ("G\u{1}T / HTTP/1.1\r\n\r\n", 400),
            ("\u{16}\u{3}\u{1}\u{2}\u{0}\u{1}\r\n\r\n", 400),
        ])
        func aMalformedRequestIsRefused(text: String, status: Int) async throws {
            let site = try await HostileRequestTests.site()
            #expect(await site.raw(text).status == status)
            try await site.end()
        }

        @Test func whatIsTooLongIsRefusedWhetherItEndsOrNot() async throws {
            let site = try await HostileRequestTests.site()
            let long = "/" + String(repeating: "a", count: 9_000)
            #expect(await site.request(long).status == 414)
            #expect(await site.raw("GET " + long + long + long).status == 414)
            #expect(
                await site.raw("GET /" + String(repeating: "a", count: 5_000_000)).status == 414
            )
            let field = "X-Long: " + String(repeating: "b", count: 20_000)
            #expect(await site.request("/", [field]).status == 431)
            #expect(await site.raw("GET / HTTP/1.1\r\n" + field).status == 431)
            let many = (0..<200).map { "X-\($0): y" }
            #expect(await site.request("/", many).status == 431)
            #expect(await site.request("/").status == 200)
            try await site.end()
        }

        @Test func aRequestWithABodyIsAnsweredAndTheConnectionEnds() async throws {
            let site = try await HostileRequestTests.site()
            let smuggled =
                "GET / HTTP/1.1\r\nHost: localhost:\(site.port)\r\nContent-Length: 40\r\n\r\n"
                + "GET /sub/a.txt HTTP/1.1\r\nHost: localhost:\(site.port)\r\n\r\n"
            let answer = await site.raw(smuggled)
            #expect(answer.status == 200)
            #expect(!answer.text.contains("inside"))
            try await site.end()
        }

        @Test func slowClientsAreCutOffAndHoldNobodyUp() async throws {
            var limits = Connection.Limits()
            limits.request = .milliseconds(600)
            limits.idle = .milliseconds(600)
            limits.stalled = .milliseconds(600)
            let site = try await HostileRequestTests.site(limits: limits)
            try TestSite.put(
                String(repeating: "x", count: 30_000_000),
                at: site.output + "/big.txt"
            )
            let port = site.port
            async let slow = offPool { () -> RawAnswer in
                guard let client = RawClient(port) else { return RawAnswer(bytes: []) }
                for byte in "GET / HTTP/1.1\r\nX: aaaaaaaaaaaaaaaaaaaaaaaaaa".utf8 {
                    client.send([byte])
                    Thread.sleep(forTimeInterval: 0.02)
                }
                return client.read(seconds: 3)
            }
            async let silent = offPool { RawClient(port)?.isClosed(within: 4) ?? false }
            async let unread = offPool { () -> Bool in
                guard let client = RawClient(port) else { return false }
                client.send(Array("GET /big.txt HTTP/1.1\r\nHost: localhost:\(port)\r\n\r\n".utf8))
                Thread.sleep(forTimeInterval: 2)
                return client.isClosed(within: 3) && client.socket >= 0
            }
            let clock = ContinuousClock()
            for _ in 0..<10 {
                let time = await clock.measure {
                    #expect(await site.request("/sub/a.txt").status == 200)
                }
                #expect(time < .milliseconds(500))
            }
            #expect(await slow.status == 408)
            #expect(await silent)
            #expect(await unread)
            try await site.end()
        }

        @Test(.unlessItHangs) func manyIdleConnectionsLeaveItResponsive() async throws {
            let site = try await HostileRequestTests.site()
            let port = site.port
            var limit = rlimit()
            getrlimit(__rlimit_resource_t(RLIMIT_NOFILE.rawValue), &limit)
            let count = min(10_000, Int(clamping: limit.rlim_cur) - 900)
            let (opened, alive, slowest) = await offPool { () -> (Int, Bool, Double) in
                var clients: [RawClient] = []
                var alive = true
                var slowest = 0.0
                for number in 0..<count {
                    guard let client = RawClient(port) else { break }
                    if number % 3 == 0 { client.send(Array("GET / HT".utf8)) }
                    clients.append(client)
                    if number % 300 == 299 {
                        let start = Date()
                        let ask = RawClient(port)
                        ask?
                            .send(
                                Array(
                                    "GET /sub/a.txt HTTP/1.1\r\nHost: localhost:\(port)\r\nConnection: close\r\n\r\n"
                                        .utf8
                                )
                            )
                        alive = alive && ask?.read().body == "inside"
                        slowest = max(slowest, -start.timeIntervalSinceNow)
                    }
                }
                return (clients.count, alive, slowest)
            }
            #expect(opened == count)
            #expect(alive)
            #expect(slowest < 1)
            try await site.end()
        }
    }
}
