import Foundation
import Testing

@testable import Preview

/// Python with Playwright, and Chromium, where there are any.
private enum Browser {
    static let python: String? = {
        let environment = ProcessInfo.processInfo.environment
        let package = URL(fileURLWithPath: #filePath)
            .deletingLastPathComponent().deletingLastPathComponent().deletingLastPathComponent()
        let own = package.appendingPathComponent(".build/python/bin/python").path
        let path = (environment["PATH"] ?? "").split(separator: ":").map { "\($0)/python3" }
        let candidates = [environment["RECOUNT_PYTHON"], own].compactMap(\.self) + path
        return candidates.first { FileManager.default.isExecutableFile(atPath: $0) }
    }()

    static let isThere: Bool = {
        let environment = ProcessInfo.processInfo.environment
        guard environment["RECOUNT_FAST"] == nil, let python, hasCommand("chromium") else {
            return false
        }
        let process = Process()
        process.executableURL = URL(fileURLWithPath: python)
        process.arguments = ["-c", "import playwright.sync_api"]
        process.standardError = FileHandle.nullDevice
        guard (try? process.run()) != nil else { return false }
        process.waitUntilExit()
        return process.terminationStatus == 0
    }()
}

extension PreviewRuns {
    @Suite(
        .enabled(
            if: Browser.isThere,
            "needs Chromium and Python with Playwright, and RECOUNT_FAST not to be set"
        )
    )
    struct BrowserTests {
        @Test(
            .timeLimit(.minutes(2)),
            arguments: [
                "reloads_after_a_change_and_keeps_the_scroll_position",
                "swaps_a_style_without_a_reload",
                "leaves_a_page_alone_that_did_not_change",
                "shows_mistakes_until_they_are_mended",
                "shows_mistakes_to_latecomers_and_where_there_is_no_page",
                "hides_the_panel_on_request_and_leaves_the_focus_alone",
                "catches_up_when_a_hidden_page_is_shown_again",
                "follows_an_image",
            ]
        )
        func theBrowser(does what: String) async throws {
            let site = try await TestSite(files: [
                "index.html": TestSite.page(
                    "Start",
                    "<p><img src=\"/media/a.svg\" alt=\"\"></p>"
                        + String(repeating: "<p>Text</p>", count: 300)
                ),
                "other.html": TestSite.page("Other"),
                "style.css": "h1 { color: rgb(1, 2, 3) }",
                "media/a.svg":
                    "<svg xmlns=\"http://www.w3.org/2000/svg\" width=\"9\" height=\"9\"/>",
            ])
            let script = URL(fileURLWithPath: #filePath).deletingLastPathComponent()
                .appendingPathComponent("Browser/preview.py").path
            let process = Process()
            process.executableURL = URL(fileURLWithPath: try #require(Browser.python))
            process.arguments = [script, what, "http://localhost:\(site.port)/", site.content]
            let pipe = Pipe()
            process.standardOutput = pipe
            process.standardError = pipe
            try process.run()
            let said = await offPool { [process] in
                let data = pipe.fileHandleForReading.readDataToEndOfFile()
                process.waitUntilExit()
                return String(decoding: data, as: UTF8.self)
            }
            #expect(process.terminationStatus == 0, "\(said)")
            #expect(said.hasSuffix("held: \(what)\n"), "\(said)")
            try await site.end()
        }
    }
}
