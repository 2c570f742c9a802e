// Before the first build has succeeded there is no page, but the list of mistakes needs one to be shown on.
// A page that cannot be rendered also needs a placeholder that reloads by itself.

import Text

/// The preview's own pages, shown where the site has none.
enum PlainPage {
    /// The page for an address where there is nothing.
    static let missing = page(
        "Nothing here yet",
        "The report has no page at this address. When a build creates one, it will appear here."
    )

    /// The page for one that could not be rendered.
    static func broken(_ reason: String) -> [UInt8] {
        page(
            "This page could not be rendered",
            HTMLEscaping.escaped(reason) + ". When that is fixed, the page will appear here."
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
