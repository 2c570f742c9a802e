import Diagnostics

/// The mistakes that an author can make in Markdown.
public enum MarkdownRule: String, Rule {
    /// The file is longer than the limit.
    case tooLong = "markdown-too-long"
    /// A table has more columns, or more cells, than the limit.
    case tableTooWide = "table-too-wide"
    /// Quotes, lists or emphasis stand inside one another too deeply.
    case nestingTooDeep = "markdown-nesting"
    /// HTML tags in Markdown.
    case rawHTML = "raw-html"
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
    /// An image without alternative text.
    case imageAlt = "image-alt"

    /// Whether breaking the rule stops the build.
    public var severity: Severity {
        switch self {
        case .tooLong, .tableTooWide, .nestingTooDeep, .linkScheme, .linkMalformed,
            .referenceUndefined, .footnoteUndefined, .footnoteDuplicate, .fenceUnclosed:
            .error
        case .rawHTML, .headingEmpty, .linkText, .footnoteUnused, .imageAlt: .warning
        }
    }

    /// What the rule asks for, and why.
    public var explanation: Explanation {
        switch self {
        case .tooLong:
            Explanation(
                """
                A Markdown file may have at most 256 KiB. A longer text is split into several \
                articles, which readers on a phone can also load.
                """,
                wrong: "report.md (900 KiB)",
                right: "report.md, families.md, responses.md (300 KiB together)"
            )
        case .tableTooWide:
            Explanation(
                """
                A table in Markdown may have at most 32 columns and 100,000 cells. Wider data \
                belongs in a CSV file, which readers can download.
                """,
                wrong: "| 1 | 2 | 3 | … | 40 |",
                right: "| place | killed | injured |"
            )
        case .nestingTooDeep:
            Explanation(
                """
                Quotes, lists, emphasis and links may stand inside one another at most 100 deep.
                """,
                wrong: "> > > > … (101 marks) words",
                right: "> words"
            )
        case .rawHTML:
            Explanation(
                """
                HTML in Markdown is not shown: a text that others send must not be able to change \
                the page. Words between two tags stay; a block of HTML is left out as a whole. \
                HTML comments are fine.
                """,
                wrong: "They were <b>civilians</b>.",
                right: "They were **civilians**."
            )
        case .linkScheme:
            Explanation(
                """
                A link may lead to http, https or mailto, to a file of this site, to a #fragment, \
                or to figure:, claim:, strike: and source:. Anything else could run code in the \
                reader's browser, or leads nowhere for others.
                """,
                wrong: "[the report](javascript:open())",
                right: "[the report](https://example.org/report)"
            )
        case .linkMalformed:
            Explanation(
                """
                Text that looks like a link but is none would be printed with its brackets. A \
                destination with spaces stands in angle brackets; a link cannot contain a link.
                """,
                wrong: "[12](figure:killed?place=Al Badou)",
                right: "[12](<figure:killed?place=Al Badou>)"
            )
        case .headingEmpty:
            Explanation(
                "A heading without words is read aloud as nothing, and leads nowhere.",
                wrong: "##\n\nThe strikes",
                right: "## The strikes"
            )
        case .linkText:
            Explanation(
                """
                A link without words cannot be read aloud or clicked. Only figure:, claim:, \
                strike: and source: fill in their own words.
                """,
                wrong: "[](https://example.org)",
                right: "[the ministry's statement](https://example.org)"
            )
        case .referenceUndefined:
            Explanation(
                """
                A link by reference needs a definition of that name somewhere in the same file.
                """,
                wrong: "as [Amnesty][1] found",
                right: "as [Amnesty][1] found\n\n[1]: https://example.org"
            )
        case .footnoteUndefined:
            Explanation(
                "A footnote reference needs a footnote of that name in the same file.",
                wrong: "Three families.[^hotel]",
                right: "Three families.[^hotel]\n\n[^hotel]: Counted by name."
            )
        case .footnoteUnused:
            Explanation(
                "A footnote that nothing refers to is not shown.",
                wrong: "Three families.\n\n[^1]: Counted by name.",
                right: "Three families.[^1]\n\n[^1]: Counted by name."
            )
        case .footnoteDuplicate:
            Explanation(
                "Two footnotes of one name: only the first is shown, and the second is lost.",
                wrong: "Three.[^1]\n\n[^1]: Counted by name.\n\n[^1]: Counted by age.",
                right: "Three.[^1][^2]\n\n[^1]: Counted by name.\n\n[^2]: Counted by age."
            )
        case .fenceUnclosed:
            Explanation(
                """
                A fenced block ends with a line of as many marks as it began with. Without it, \
                everything to the end of the file is part of the block.
                """,
                wrong: "```table\nby: month\n\nThe next chapter",
                right: "```table\nby: month\n```\n\nThe next chapter"
            )
        case .imageAlt:
            Explanation(
                """
                An image needs words for readers who cannot see it: what it shows, not that it \
                is an image.
                """,
                wrong: "![](media/street.jpg)",
                right: "![A street with two collapsed houses](media/street.jpg)"
            )
        }
    }
}
