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
    private let number: (Int) -> String
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
            data: { PrintedReport.data($0, report) },
            number: order.number
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
            let addresses = PrintedReport.list(page.addresses, order)
            parts +=
                "<section class=\"printed\" id=\"\(id)\">\n\(page.markup)\n\(addresses)</section>\n"
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
            \(PrintedReport.pageNumbers(order))
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
        number = order.number
        count = pages.count
    }

    /// The addresses of a part's links, by the numbers at the links.
    private static func list(_ addresses: [String], _ order: ReadingOrder) -> String {
        if addresses.isEmpty { return "" }
        let items = zip(addresses, 1...)
            .map { address, number in
                "<li>\(PrintedPage.mark(number, order.number)) <bdi dir=\"ltr\">\(address)</bdi></li>\n"
            }
        let title = HTMLEscaping.escaped(order.addressesTitle)
        return
            "<div class=\"printed-addresses\">\n<p>\(title)</p>\n<ol>\n\(items.joined())</ol>\n</div>\n"
    }

    /// How the pages are numbered: with the digits of the language, as its dates are.
    private static func pageNumbers(_ order: ReadingOrder) -> String {
        let digits = (0...9).map { "\"\(order.number($0))\"" }.joined(separator: " ")
        return "@counter-style pages { system: numeric; symbols: \(digits); }"
    }

    /// The document, whose contents name the page of each part that is known, by the part's id.
    func html(_ numbers: [String: Int]) -> String {
        var contents = ""
        for (title, part) in zip(titles, 1...) {
            let id = PrintedPage.id(part)
            let page = numbers[id].map { " data-page=\"\(number($0))\"" } ?? ""
            contents += "<li><a href=\"#\(id)\"\(page)>\(title)</a></li>\n"
        }
        return start + contents + end
    }

    /// The pages of a chapter that is not part of the report, of those that were asked for.
    package static func unknown(_ chapters: [String], in order: ReadingOrder) -> String? {
        chapters.first { !order.pages.contains($0) }
    }

    /// How paper differs from the screen: pages begin and are numbered, and links have the numbers of their addresses.
    ///
    /// An address beside its link makes a column of numbers wider than the paper, so that the next one is cut off.
    private static let pageStyle = """
        @page { size: A4; margin: 16mm 18mm 18mm; @bottom-center { content: counter(page, pages); font-size: 9pt; } }
        .printed-title { padding-block: 2rem 1rem; }
        .printed-name { font: 700 2rem/1.2 var(--serif); }
        .printed-contents ol { padding: 0; list-style: none; font: 400 var(--s2)/1.45 var(--sans); }
        .printed-contents li { break-inside: avoid; padding-block: .2rem; }
        .printed-contents a { display: flex; justify-content: space-between; gap: 1rem; }
        .printed-contents a::after { content: attr(data-page); content: target-counter(attr(href), page, pages); flex: none; min-inline-size: 2.5rem; text-align: end; }
        .printed-contents a[data-page]::after { content: attr(data-page); }
        .printed { break-before: page; padding-block-start: .5rem; }
        .printed > :last-child, .printed > :last-child > :last-child { margin-block-end: 0; padding-block-end: 0; }
        .printed .main, main { display: block; }
        .address { font: 400 6pt/1 var(--sans); color: var(--quiet); vertical-align: super; margin-inline-start: .2em; letter-spacing: 0; white-space: nowrap; }
        td.n .address { display: inline-block; min-inline-size: 2em; text-align: start; }
        .printed-addresses { border-block-start: 1px solid var(--line); margin-block-start: 1rem; padding-block-start: .375rem; font: 400 6.5pt/1.4 var(--sans); color: var(--quiet); }
        .printed-addresses p { font-weight: 600; break-after: avoid; }
        .printed-addresses ol { columns: 2; column-gap: 1.5rem; list-style: none; }
        .printed-addresses li { break-inside: avoid; overflow-wrap: anywhere; padding-inline-start: 2.5em; text-indent: -2.5em; }
        .printed-addresses .address { display: inline-block; vertical-align: baseline; font-size: inherit; min-inline-size: 2.3em; margin: 0; text-indent: 0; }
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
