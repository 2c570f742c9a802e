// The results that planning caches from one build of the preview to the next.

import Decoding
import Formats
import Markdown
import Templates

/// The cached results of planning a report.
public struct ReportCache: Sendable {
    var words: Cache<[ExactText], [LanguageSource]>
    var texts: Cache<ProseParts.Input, MarkdownDocument>
    var templates: Cache<TemplateInput, TemplateSet>

    /// Makes an empty cache; one that keeps nothing is for a single build.
    public init(keeps: Bool) {
        words = Cache(keeps: keeps)
        texts = Cache(keeps: keeps)
        templates = Cache(keeps: keeps)
    }
}
