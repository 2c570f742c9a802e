import Foundation
import Testing

@testable import Preview

extension PreviewRuns {
    @Suite struct StartAndEndTests {
        private static func server(
            _ port: UInt16,
            report: @escaping @Sendable (PreviewEvent) -> Void = { _ in }
        ) -> PreviewServer {
            PreviewServer(
                folder: "/nonexistent",
                port: port,
                watch: [],
                ignoring: { _ in false },
                build: { $0(.ended(.built(changed: []))) },
                report: report
            )
        }

        @Test func aBusyPortIsNamedAndAFreeOneProposed() async throws {
            let site = try await TestSite()
            let error = await #expect(throws: PreviewError.self) {
                try await StartAndEndTests.server(site.port).run()
            }
            guard case .portBusy(site.port, let free?) = error else {
                Issue.record("\(String(describing: error))")
                return
            }
            #expect(free > site.port)
            #expect(
                "\(PreviewError.portBusy(site.port, free: free))"
                    == "Port \(site.port) is in use by another program. Try --port \(free)."
            )
            #expect(try Listener(port: free).port == free)
            try await site.end()
        }

        @Test func theOtherMessagesSayWhatToDo() {
            #expect(
                "\(PreviewError.portForbidden(80))"
                    == "Port 80 is reserved for administrators. Choose one above 1023 with --port."
            )
            #expect(
                "\(PreviewError.portBusy(8000, free: nil))"
                    == "Port 8000 is in use by another program. Choose another with --port."
            )
            #expect("\(PreviewError.system("no pipe"))" == "The preview cannot run: no pipe.")
        }

        @Test func itListensOnLoopbackOnly() throws {
            let listener = try Listener(port: 0)
            for table in ["/proc/net/tcp", "/proc/net/tcp6"] {
                guard let text = try? String(contentsOfFile: table, encoding: .utf8) else {
                    continue
                }
                let hex = String(listener.port, radix: 16, uppercase: true)
                let port = String(repeating: "0", count: 4 - hex.count) + hex
                for line in text.split(separator: "\n") {
                    let words = line.split(separator: " ")
                    guard words.count > 3, words[3] == "0A", words[1].hasSuffix(":" + port) else {
                        continue
                    }
                    let loopback = ["0100007F", "00000000000000000000000001000000"]
                    #expect(loopback.contains(String(words[1].dropLast(5))), "\(line)")
                }
            }
        }

        @Test func cancellingEndsItAtOnceWithStreamsOpenAndABuildRunning() async throws {
            let site = try await TestSite(buildTime: .seconds(3))
            let port = site.port
            let clients = await offPool {
                (0..<20)
                    .compactMap { _ -> RawClient? in
                        let client = RawClient(port)
                        client?
                            .send(
                                Array(
                                    "GET /-/recount/events HTTP/1.1\r\nHost: localhost:\(port)\r\n\r\n"
                                        .utf8
                                )
                            )
                        _ = client?.read(until: "fine", seconds: 2)
                        return client
                    }
            }
            #expect(clients.count == 20)
            try TestSite.put("x", at: site.content + "/index.html")
            try await site.log.wait { $0.started == 2 }
            try await site.stop()
            #expect(site.log.state.running == 1, "nobody waited for the build")
            try await site.end()
        }

        @Test func anInterruptEndsIt() async {
            await #expect(processExitsWith: .success) {
                for number in [SIGINT, SIGTERM] {
                    try await StartAndEndTests.server(0) { event in
                        if case .built = event { kill(getpid(), number) }
                    }
                    .run()
                }
            }
        }
    }
}
