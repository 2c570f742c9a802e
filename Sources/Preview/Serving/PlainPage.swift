// Before the first build has succeeded there is no page to show, yet the list of mistakes needs one;
// and where a page cannot be made, something must stand that a better one can replace by itself.

import Text

/// Pages of the preview's own, for where the site has none.
enum PlainPage {
    /// The page for an address under which there is nothing.
    static let missing = page(
        "Nothing here yet",
        "The report has no page at this address. When a build makes one, it appears by itself."
    )

    /// The page for one that could not be made.
    static func broken(_ reason: String) -> [UInt8] {
        page(
            "This page could not be made",
            HTMLEscaping.escaped(reason) + ". When that is mended, the page appears by itself."
        )
    }

    private static func page(_ title: String, _ text: String) -> [UInt8] {
        Array(
            """
            <!doctype html>
            <html lang="en">
            <head>
            <meta charset="utf-8">
            <meta name="viewport" content="width=device-width, initial-scale=1">
            <meta name="color-scheme" content="light dark">
            <title>\(title)</title>
            </head>
            <body>
            <h1>\(title)</h1>
            <p>\(text)</p>
            </body>
            </html>

            """
            .utf8
        )
    }
}
