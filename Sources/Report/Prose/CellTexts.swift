// What pages show of the texts in cells that are Markdown: HTML where they have a place for it, words elsewhere.

import Diagnostics
import Markdown
import Records
import Templates

extension PageScope {
    /// A text that may be Markdown, as HTML within a line.
    func line(_ text: String) -> HTML {
        guard let planned = report.lines[text] else { return HTML(text: text) }
        return ProseRenderer(scope: self, text: planned, blocks: RenderedBlocks(), isLine: true)
            .line
    }

    /// The words of a text that may be Markdown.
    func plainLine(_ text: String) -> String {
        guard let planned = report.lines[text] else { return text }
        return ProseRenderer(scope: self, text: planned, blocks: RenderedBlocks(), isLine: true)
            .plainText
    }

    /// A summary in Markdown as plain text.
    func plainSummary(_ text: String, ofStrikeAt position: Int) -> String {
        if let account = narrative(ofStrikeAt: position), account.isOfCell {
            return ProseRenderer(scope: self, text: account, blocks: RenderedBlocks()).plainText
        }
        var repeated = DiagnosticLog()
        return MarkdownDocument.parse(text, file: "", log: &repeated).plainText { _, _ in nil }
    }
}
