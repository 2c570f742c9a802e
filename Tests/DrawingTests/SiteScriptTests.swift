// The script of the strike list in a real browser: sorting, filtering and announcements. Needs Chromium and
// Python's playwright; `make test` installs both, and `make test FAST=1` leaves these tests out.

import Foundation
import TestSupport
import Testing

@Suite(Needs.slow("playwright.sync_api", "chromium", "chromium-browser", "google-chrome"))
struct SiteScriptTests {
    @Test func theListIsSortedByTheMinimumWithUnknownLast() throws {
        let said = try Browser.run(
            """
            def column(): return page.eval_on_selector_all('tbody tr', 'r => r.map(x => x.cells[1].textContent.trim())')
            button = page.locator('thead button')
            for _ in range(3):
                button.nth(1).click()
                print(' | '.join(column()), page.locator('th').nth(1).get_attribute('aria-sort'))
            """
        )
        #expect(
            said == """
                at least 1,800 | 20 | 3–8 | none | no figure descending
                none | 3–8 | 20 | at least 1,800 | no figure ascending
                3–8 | at least 1,800 | no figure | none | 20 None

                """
        )
    }

    @Test func theListIsFilteredAndTheCountIsAnnounced() throws {
        let said = try Browser.run(
            """
            def shown(): return page.eval_on_selector_all(
                'tbody tr', 'r => r.filter(x => !x.hidden).map(x => x.cells[0].innerText)')
            for words in ['sinaʼa', 'الرقه', 'CITY north', 'nowhere', '']:
                page.fill('input', words)
                print(' | '.join(shown()), '/', page.inner_text('[role=status]'))
            page.select_option('select', 'fair')
            print(' | '.join(shown()), '/', page.inner_text('[role=status]'))
            """
        )
        #expect(
            said == """
                Sinā‘a / 1 of 5
                الرقّة / 1 of 5
                North City / 1 of 5
                 / none fits
                Al Sabahiya | Sinā‘a | الرقّة | North City | <b>E</b> / 
                Al Sabahiya | North City / 2 of 5

                """
        )
    }

    @Test func withoutAScriptTheFormIsNotThereAndTheListIs() throws {
        let said = try Browser.run(
            "print(page.is_visible('form'), page.locator('tbody tr').count())",
            scripted: false
        )
        #expect(said == "False 5\n")
    }

    @Test func aPageWithoutAListIsLeftAlone() throws {
        let said = try Browser.run(
            """
            page.set_content('<form class="filter" data-for="gone"></form><p>x</p>')
            page.add_script_tag(path=script)
            print(page.evaluate('document.documentElement.className'), errors)
            print(page.evaluate('document.querySelector("form").hidden'))
            """
        )
        #expect(said == "js []\nTrue\n")
    }

    @Test func escapeClosesAnOpenEntryOfTheMenuAndReturnsToItsName() throws {
        let said = try Browser.run(
            """
            entry = '<details open><summary>Chapters</summary><a href="#">One</a></details>'
            page.set_content('<nav class="menu">' + entry + '</nav>')
            page.add_script_tag(path=script)
            page.focus('a')
            page.keyboard.press('Escape')
            print(page.evaluate('document.querySelector("details").open'))
            print(page.evaluate('document.activeElement.textContent'), errors)
            """
        )
        #expect(said == "False\nChapters []\n")
    }

    @Test func openingAnEntryOfTheMenuClosesTheOthers() throws {
        let said = try Browser.run(
            """
            entries = ['<details><summary>' + name + '</summary>…</details>' for name in 'AB']
            page.set_content('<nav class="menu">' + ''.join(entries) + '</nav>')
            page.add_script_tag(path=script)
            for name in 'AB':
                page.click('text=' + name)
                page.wait_for_function('document.querySelectorAll("[open]").length === 1')
                print(page.evaluate('document.querySelector("[open]").textContent'), errors)
            """
        )
        #expect(said == "A… []\nB… []\n")
    }

    @Test func aTableSaysThatItScrollsOnlyWhereItDoes() throws {
        let said = try Browser.run(
            """
            table = '<table><tr>' + '<td><p style="width:200px">1</p></td>' * 4 + '</tr></table>'
            frame = '<p class="hint">wide</p><div class="tab" tabindex="0">' + table + '</div>'
            page.evaluate('html => { document.body.innerHTML = html }', frame)
            for width in [1280, 320, 1280]:
                page.set_viewport_size({'width': width, 'height': 800})
                page.evaluate('window.dispatchEvent(new Event("resize"))')
                print(page.is_visible('.hint'), page.evaluate('document.querySelector(".tab").tabIndex'))
            """
        )
        #expect(said == "False -1\nTrue 0\nFalse -1\n")
    }
}

/// Runs a few lines of Python against a small list in Chromium.
private enum Browser {
    static let chromium = [
        "/usr/bin/chromium", "/usr/bin/chromium-browser", "/usr/bin/google-chrome",
    ]
    .first { FileManager.default.isExecutableFile(atPath: $0) }

    static func run(_ lines: String, scripted: Bool = true) throws -> String {
        let folder = try Sandbox()
        for name in ["site.js", "style.css"] {
            let asset = URL(filePath: Package.root + "/templates/assets/" + name)
            try folder.put([UInt8](try Data(contentsOf: asset)), at: name)
        }
        try folder.put(page, at: "p.html")
        return try Python.evaluate(
            """
            from playwright.sync_api import sync_playwright
            script = '\(folder.path)/site.js'
            with sync_playwright() as p:
                browser = p.chromium.launch(executable_path='\(chromium ?? "")', args=['--no-sandbox'])
                page = browser.new_context(java_script_enabled=\(scripted ? "True" : "False")).new_page()
                errors = []
                page.on('pageerror', lambda error: errors.append(str(error)))
                page.goto('file://\(folder.path)/p.html')
                \(lines.split(separator: "\n").joined(separator: "\n    "))
            """
        )
    }

    private static let page = """
        <!doctype html><html lang="en"><meta charset="utf-8"><title>List</title>
        <link rel="stylesheet" href="style.css"><script src="site.js" defer></script>
        <form class="filter" data-for="list" data-count="{shown} of {all}" data-none="none fits">
        <label>Words <input name="text"></label><label>Grading <select name="grading">
        <option value="">all</option><option value="fair">Fair</option></select></label>
        <p role="status"></p></form>
        <table id="list"><thead><tr><th data-sort="text">Place</th>
        <th data-sort="number">Killed</th></tr></thead><tbody>
        <tr data-grading="fair"><td>Al Sabahiya</td><td>3–8</td></tr>
        <tr data-grading="weak"><td>Sinā‘a</td><td>at least 1,800</td></tr>
        <tr data-grading="weak"><td>الرقّة</td><td>no figure</td></tr>
        <tr data-grading="fair"><td>North City</td><td data-value="0">none</td></tr>
        <tr data-grading="weak"><td>&lt;b&gt;E&lt;/b&gt;</td><td>20</td></tr>
        </tbody><tfoot><tr><td>Total</td><td>1,823–1,828</td></tr></tfoot></table>
        """
}
