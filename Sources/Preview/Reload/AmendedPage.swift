// Pages are served with one more script element and, in their Content-Security-Policy, the permissions that
// the script needs. Neither is ever written to the output.

import Text

/// A page with the reload script added.
struct AmendedPage {
    let bytes: [UInt8]

    /// Adds the script; `tag` identifies the page's bytes, and `build` is the position in the live feed.
    init(page: [UInt8], tag: String, build: String) {
        let element = AmendedPage.element(tag: tag, build: build)
        let position = AmendedPage.scriptPosition(in: page)
        bytes = PagePolicy.amended(page[..<position]) + element + page[position...]
    }

    private static func element(tag: String, build: String) -> [UInt8] {
        Array(
            ("<script src=\"/-/recount/reload.js\" data-tag=\"\(HTMLEscaping.escaped(tag))\""
                + " data-build=\"\(HTMLEscaping.escaped(build))\" defer></script>")
                .utf8
        )
    }

    /// The position of the last end tag of the body, or the end of the page.
    private static func scriptPosition(in page: [UInt8]) -> Int {
        PageSearch.lastIndex(of: "</body", in: page) ?? page.count
    }
}
