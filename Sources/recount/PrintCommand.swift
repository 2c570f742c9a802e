import ArgumentParser
import Building
import Foundation
import Output
import Publishing
import Report

/// `recount print`: the report, or chapters of it, as one document.
struct PrintCommand: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "print",
        abstract: "Build the report and write it as one document to print.",
        discussion: """
            The document has a title, contents, and every page but those of figures: the landing \
            page, articles, tables, claims, people, disclosures, the methodology, and every strike. \
            Links show their addresses, and pages are numbered. A name that ends in .pdf makes a PDF \
            with Chromium, if that is installed.

            Examples:
              recount print
              recount print ~/raqqa --to raqqa.pdf
              recount print --page overview.html --page methodology.html --to overview.html
            """
    )

    @Argument(
        help: "The site's folder, which holds content/.",
        completion: .directory
    )
    var site = "."

    @Option(
        help: "The file to write, .html or .pdf. [default: report-print.html in the site's folder]",
        completion: .file(extensions: ["html", "pdf"])
    )
    var to: String?

    @Option(help: "Print only this page of the report; may be repeated.")
    var page: [String] = []

    @Option(help: "The language to print. [default: the report's first]")
    var language: String?

    func run() throws {
        let terminal = Terminal()
        let path = to ?? site + "/report-print.html"
        guard path.hasSuffix(".html") || path.hasSuffix(".pdf") else {
            throw terminal.failure("“\(path)” is neither an .html nor a .pdf file")
        }
        let folder = site + "/Output"
        let built = BuildReporter(
            site: site,
            drafts: false,
            folder: OutputFolder(path: folder),
            terminal: terminal
        )
        .result()
        guard built.ending == .success, let report = built.finished?.report else {
            throw ExitCode(built.ending)
        }
        let order = try order(of: report, terminal)
        if let unknown = PrintedReport.unknown(page, in: order) {
            throw terminal.failure(
                "the report has no page “\(unknown)” that can be printed\n"
                    + "     A page is named as in Output, such as methodology.html."
            )
        }
        do throws(PublishError) {
            let printed = try PrintedReport(order, LocalReport(folder: folder), only: page)
            if path.hasSuffix(".pdf") {
                try PDFProgram.make(printed, at: path)
            } else {
                try LocalFile.write(Array(printed.html.utf8), to: path)
            }
            terminal.say("printed  \(printed.count) pages of the report to \(path)")
        } catch { throw terminal.failure(error) }
    }

    private func order(of report: Report, _ terminal: Terminal) throws -> ReadingOrder {
        let tag = language ?? report.languages.first ?? ""
        if let order = report.readingOrder(in: tag) { return order }
        throw terminal.failure(
            "the report has no language “\(tag)”\n"
                + "     It has: \(report.languages.joined(separator: ", "))."
        )
    }
}
