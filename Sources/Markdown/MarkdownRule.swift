import Diagnostics

/// The mistakes that an author can make in Markdown.
public enum MarkdownRule: String, Rule {
    /// The file is longer than the limit.
    case tooLong = "markdown-too-long"
    /// A table has more columns, or more cells, than the limit.
    case tableTooWide = "table-too-wide"
    /// A text that takes the parser too long, or grows too much.
    case growth = "markdown-growth"
    /// Quotes, lists or emphasis are nested too deeply.
    case nestingTooDeep = "markdown-nesting"
    /// HTML in Markdown that is left out, with what it contains kept.
    case rawHTML = "raw-html"
    /// HTML that would run, load or hide something.
    case htmlRefused = "html-refused"
    /// HTML tags that do not fit together.
    case htmlMalformed = "html-malformed"
    /// A link leads to a scheme that is not allowed.
    case linkScheme = "link-scheme"
    /// Something that looks like a link and is none.
    case linkMalformed = "link-malformed"
    /// A heading without words.
    case headingEmpty = "heading-empty"
    /// A link without words.
    case linkText = "link-text"
    /// A reference link whose reference is defined nowhere.
    case referenceUndefined = "reference-undefined"
    /// A footnote reference whose footnote is defined nowhere.
    case footnoteUndefined = "footnote-undefined"
    /// A footnote that nothing refers to.
    case footnoteUnused = "footnote-unused"
    /// A footnote that is defined twice.
    case footnoteDuplicate = "footnote-duplicate"
    /// A fenced block that nothing closes.
    case fenceUnclosed = "fence-unclosed"
    /// What was probably meant as a private comment, but is text.
    case commentVisible = "comment-visible"
    /// Markup that had no effect, or is that of another program.
    case markupLeftover = "markup-leftover"
    /// A row of a table with more cells than the table has columns.
    case tableCellsDropped = "table-cells-dropped"
    /// An image without alternative text.
    case imageAlt = "image-alt"

    /// Whether breaking the rule stops the build.
    public var severity: Severity {
        switch self {
        case .tooLong, .tableTooWide, .growth, .nestingTooDeep, .linkScheme, .linkMalformed,
            .referenceUndefined, .footnoteUndefined, .footnoteDuplicate, .fenceUnclosed,
            .htmlRefused, .htmlMalformed, .commentVisible:
            .error
        case .rawHTML, .headingEmpty, .linkText, .footnoteUnused, .imageAlt, .markupLeftover,
            .tableCellsDropped:
            .warning
        }
    }
}
