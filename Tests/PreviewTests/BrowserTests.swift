import Foundation
import TestSupport
import Testing

@testable import Preview

extension PreviewRuns {
    @Suite(Needs.slow("playwright.sync_api", "chromium"))
    struct BrowserTests {
        @Test(
            .unlessItHangs,
            arguments: [
                "reloads_after_a_change_and_keeps_the_scroll_position",
                "swaps_a_style_without_a_reload",
                "leaves_a_page_alone_that_did_not_change",
                "shows_mistakes_until_they_are_fixed",
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
            let arguments = [what, "http://localhost:\(site.port)/", site.content]
            let ending = try await offPool {
                Result { try Python.run("Tests/PreviewTests/Browser/preview.py", arguments) }
            }
            .get()
            #expect(ending.status == 0, "\(ending)")
            #expect(ending.output.hasSuffix("held: \(what)\n"), "\(ending)")
            try await site.end()
        }
    }
}
