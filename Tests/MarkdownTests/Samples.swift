import Diagnostics

@testable import Markdown

/// What the tests of this room share: a parse with its mistakes, and a plain rendering.
struct Sample {
    let document: MarkdownDocument
    let log: DiagnosticLog

    init(_ source: String, firstLine: Int = 1) {
        var log = DiagnosticLog()
        document = MarkdownDocument.parse(
            source,
            file: "a.md",
            firstLine: firstLine,
            log: &log
        )
        self.log = log
    }

    /// The HTML with links as written.
    var html: String { document.html(MarkdownRendering(labels: .english)) }

    /// The mistakes as an author reads them.
    var messages: String { DiagnosticPrinter().text(log) }

    /// The rules that are broken, in the order of the text.
    var rules: [String] { log.sorted.map(\.rule) }
}

extension MarkdownLabels {
    static let english = MarkdownLabels(
        footnotes: "Notes",
        backToReference: "Back to reference {n}",
        taskDone: "done",
        taskOpen: "not done",
        table: "MarkdownTable {n}"
    )
}
