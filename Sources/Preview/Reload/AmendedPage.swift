// A page on its way to the browser: the published bytes, plus one script element and as much change
// to the page's own policy as that script needs. Nothing of this is ever written to the output.

import Text

/// A page with the reload script added.
struct AmendedPage {
    let bytes: [UInt8]

    /// `tag` is that of the page's bytes, `build` the position that the page stands at.
    init(page: [UInt8], tag: String, build: String) {
        let element = AmendedPage.element(tag: tag, build: build)
        let place = AmendedPage.placeOfScript(in: page)
        bytes =
            PagePolicy.amended(page[..<place]) + element + page[place...]
    }

    private static func element(tag: String, build: String) -> [UInt8] {
        Array(
            ("<script src=\"/-/recount/reload.js\" data-tag=\"\(HTMLEscaping.escaped(tag))\""
                + " data-build=\"\(HTMLEscaping.escaped(build))\" defer></script>")
                .utf8
        )
    }

    /// Before the last end tag of the body, or at the end.
    private static func placeOfScript(in page: [UInt8]) -> Int {
        PageSearch.lastIndex(of: "</body", in: page) ?? page.count
    }
}
