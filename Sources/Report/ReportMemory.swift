// What planning keeps from one build of the preview to the next.

import Decoding
import Formats
import Markdown
import Templates

/// What the parts of a report came to when it was planned last.
public struct ReportMemory: Sendable {
    var words: Memory<[ExactText], [LanguageSource]>
    var texts: Memory<ProseParts.Input, MarkdownDocument>
    var templates: Memory<TemplateInput, TemplateSet>

    /// Makes an empty memory; one that keeps nothing is for a single build.
    public init(keeps: Bool) {
        words = Memory(keeps: keeps)
        texts = Memory(keeps: keeps)
        templates = Memory(keeps: keeps)
    }
}
