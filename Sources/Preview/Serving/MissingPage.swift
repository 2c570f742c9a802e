// Before the first build has succeeded there is no page to show, yet the list of mistakes needs one.

/// The page for an address under which there is nothing, where the site has none of its own.
enum MissingPage {
    static let html = Array(
        """
        <!doctype html>
        <html lang="en">
        <head>
        <meta charset="utf-8">
        <meta name="viewport" content="width=device-width, initial-scale=1">
        <meta name="color-scheme" content="light dark">
        <title>Nothing here yet</title>
        </head>
        <body>
        <h1>Nothing here yet</h1>
        <p>The report has no page at this address. When a build makes one, it appears by itself.</p>
        </body>
        </html>

        """
        .utf8
    )
}
