import Decoding
import Foundation
import Output
import Publishing
import Report
import Text

/// A report, or some pages of it, as one document to be printed: a title, contents, every page, and the address of
/// every link in print.
package struct PrintedReport {
    /// The document, which needs no other file.
    package var html: String { html([:]) }
    /// The document before and after the list of its contents.
    private let (start, end): (String, String)
    private let titles: [String]
    /// The number of its parts.
    package let count: Int

    /// Puts the pages of a written report together; throws if a page is not as it was written.
    package init(
        _ order: ReadingOrder,
        _ report: LocalReport,
        only chapters: [String]
    )
        throws(PublishError)
    {
        let pages = chapters.isEmpty ? order.pages : order.pages.filter(chapters.contains)
        let destinations = PrintedPage.Destinations(
            parts: Dictionary(
                zip(pages, 1...),
                uniquingKeysWith: { first, _ in first }
            ),
            address: order.address,
            data: { PrintedReport.data($0, report) }
        )
        var parts = ""
        var titles: [String] = []
        for (path, number) in zip(pages, 1...) {
            let page = PrintedPage(
                try PrintedReport.text(path, report),
                path: path,
                number: number,
                destinations
            )
            let id = PrintedPage.id(number)
            parts += "<section class=\"printed\" id=\"\(id)\">\n\(page.markup)\n</section>\n"
            titles.append(page.title)
        }
        let standing = order.standing
            .map { "<p dir=\"auto\">\(HTMLEscaping.escaped($0))</p>\n" }
            .joined()
        let style = try PrintedReport.style(report)
        let title = HTMLEscaping.escaped(order.title)
        start = """
            <!doctype html>
            <html lang="\(order.language)" dir="\(order.isRightToLeft ? "rtl" : "ltr")">
            <head>
            <meta charset="utf-8">
            <meta name="viewport" content="width=device-width, initial-scale=1">
            <meta http-equiv="Content-Security-Policy" content="default-src 'none'; style-src 'unsafe-inline'; img-src data:">
            <title>\(title)</title>
            <style>
            \(style)
            \(PrintedReport.pageStyle)</style>
            </head>
            <body>
            <header class="printed-title">
            <p class="printed-name">\(title)</p>
            \(standing)\(order.address.map { "<p>\(HTMLEscaping.escaped($0))</p>\n" } ?? "")</header>
            <nav class="printed-contents" aria-labelledby="printed-contents">
            <h2 id="printed-contents">\(HTMLEscaping.escaped(order.contentsTitle))</h2>
            <ol>

            """
        end = """
            </ol>
            </nav>
            <main>
            \(parts)</main>
            </body>
            </html>

            """
        self.titles = titles
        count = pages.count
    }

    /// The document, whose contents name the page of each part that is known, by the part's id.
    func html(_ numbers: [String: Int]) -> String {
        var contents = ""
        for (title, number) in zip(titles, 1...) {
            let id = PrintedPage.id(number)
            let page = numbers[id].map { " data-page=\"\($0)\"" } ?? ""
            contents += "<li><a href=\"#\(id)\"\(page)>\(title)</a></li>\n"
        }
        return start + contents + end
    }

    /// The pages of a chapter that is not part of the report, of those that were asked for.
    package static func unknown(_ chapters: [String], in order: ReadingOrder) -> String? {
        chapters.first { !order.pages.contains($0) }
    }

    /// How paper differs from the screen: pages begin and are numbered, and links show their addresses.
    private static let pageStyle = """
        @page { size: A4; margin: 20mm 18mm; @bottom-center { content: counter(page); font-size: 9pt; } }
        .printed-title { padding-block: 2rem 1rem; }
        .printed-name { font: 700 2rem/1.2 var(--serif); }
        .printed-contents ol { padding: 0; list-style: none; }
        .printed-contents li { break-inside: avoid; padding-block: .2rem; }
        .printed-contents a { display: flex; justify-content: space-between; gap: 1rem; }
        .printed-contents a::after { content: attr(data-page); content: target-counter(attr(href), page); flex: none; min-inline-size: 2.5rem; text-align: end; }
        .printed-contents a[data-page]::after { content: attr(data-page); }
        .printed { break-before: page; padding-block-start: 1.5rem; }
        .printed > :last-child, .printed > :last-child > :last-child { margin-block-end: 0; padding-block-end: 0; }
        .printed .main, main { display: block; }
        main a[href^="http"]::after { content: " <" attr(href) ">"; font-size: .8em; overflow-wrap: anywhere; }
        [dir="rtl"] main a[href^="http"]::after { direction: ltr; unicode-bidi: isolate; }
        main .marks td a::after { content: none; }
        main a[data-again]:not(:is(.srcs, .footnotes, .citation) a)::after { content: none; }
        """

    private static func bytes(_ path: String, _ report: LocalReport) throws(PublishError) -> [UInt8]
    {
        guard let bytes = LocalFile.read(report.folder + "/" + path),
            report.manifest.files[path]?.digest == Digest(of: bytes)
        else {
            throw .report(reason: "“\(path)” was changed after the report was built; build again")
        }
        return bytes
    }

    private static func text(_ path: String, _ report: LocalReport) throws(PublishError) -> String {
        String(decoding: try bytes(path, report), as: UTF8.self)
    }

    /// The style sheets of the report, in the order of their names.
    private static func style(_ report: LocalReport) throws(PublishError) -> String {
        var style = ""
        let sheets = report.manifest.files.keys.sorted()
            .filter { $0.hasPrefix("assets/") && $0.hasSuffix(".css") }
        // The others change what the first one says.
        for path in sheets.filter({ $0 == Theme.style }) + sheets.filter({ $0 != Theme.style }) {
            // Nothing in a style sheet may end the element that holds it.
            style += try text(path, report).replacing("</", with: "<\\/") + "\n"
        }
        return style
    }

    /// A picture as a `data:` address; `nil` for any other file.
    private static func data(_ path: String, _ report: LocalReport) -> String? {
        let types = [
            "png": "image/png", "jpg": "image/jpeg", "jpeg": "image/jpeg", "gif": "image/gif",
            "webp": "image/webp", "svg": "image/svg+xml", "avif": "image/avif",
        ]
        // The address of an asset ends with the hash of its content.
        let path = path.hasPrefix("assets/") ? String(path.prefix { $0 != "?" }) : path
        let ending = path.split(separator: ".").last.map { $0.lowercased() } ?? ""
        guard let type = types[ending], let bytes = try? bytes(path, report) else { return nil }
        return "data:\(type);base64," + Data(bytes).base64EncodedString()
    }
}

/// Chromium, which makes a PDF of a document.
///
/// WeasyPrint 57, which Debian 12 ships, draws the bars of ranges and the marks of maps all black, so that a picture
/// would say what no record does.
package enum PDFProgram {
    /// Makes the PDF, whose contents name the pages where they can be read; throws if no program is installed, or if
    /// it fails.
    package static func make(_ report: PrintedReport, at path: String) throws(PublishError) {
        var bytes = try pdf(report.html)
        if let numbers = PDFPageNumbers(bytes)?.destinations {
            bytes = try pdf(report.html(numbers))
        }
        try LocalFile.write(bytes, to: path)
    }

    private static func pdf(_ html: String) throws(PublishError) -> [UInt8] {
        let folder = try ScratchFolder()
        let source = folder.path + "/report.html"
        let result = folder.path + "/report.pdf"
        try LocalFile.write(Array(html.utf8), to: source)
        let program = try found()
        // As root, as in a container, Chromium runs only without its own sandbox; the document holds no script.
        let arguments = getuid() == 0 ? ["--no-sandbox"] : []
        let ending = try program.run(
            arguments + [
                "--headless", "--disable-gpu", "--no-pdf-header-footer",
                "--generate-pdf-document-outline",
                "--print-to-pdf=\(result)", "file://\(source)",
            ],
            doing: "makes the PDF",
            limit: .seconds(1_200)
        )
        guard ending.code == 0, let bytes = LocalFile.read(result) else {
            let reason = String(decoding: ending.errors, as: UTF8.self).split(separator: "\n").last
            throw .file(reason: "\(program.name) made no PDF: \(reason ?? "it said nothing")")
        }
        return bytes
    }

    private static func found() throws(PublishError) -> ExternalProgram {
        for name in ["chromium", "chromium-browser", "google-chrome"] {
            if let program = try? ExternalProgram(name) { return program }
        }
        throw .file(
            reason:
                "a PDF needs Chromium; install it (apt-get install chromium), or print the HTML "
                + "file with any browser"
        )
    }
}
