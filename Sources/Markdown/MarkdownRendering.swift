/// What the caller decides about a document's HTML.
public struct MarkdownRendering {
    /// Answers for every link and image, by its position in ``MarkdownDocument/links``.
    public var link: (Int, Link) -> LinkRendering
    /// The HTML that replaces a fenced block, which is put in **unescaped**; `nil` for code.
    public var fence: (Int, Fence) -> String?
    /// The words of the page's language.
    public var labels: MarkdownLabels
    /// Stands before every identifier, so that two documents can share a page.
    public var idPrefix: String
    /// How many levels headings sink: 1 makes an `h1` an `h2`.
    public var headingShift: Int

    /// Makes a rendering that links as written and shows fenced blocks as code.
    public init(
        labels: MarkdownLabels,
        idPrefix: String = "",
        headingShift: Int = 0,
        link: @escaping (Int, Link) -> LinkRendering = MarkdownRendering.asWritten,
        fence: @escaping (Int, Fence) -> String? = { _, _ in nil }
    ) {
        self.labels = labels
        self.idPrefix = idPrefix
        self.headingShift = headingShift
        self.link = link
        self.fence = fence
    }

    /// A link that leads where its author wrote, an image with its source as written.
    public static func asWritten(_ index: Int, _ link: Link) -> LinkRendering {
        if link.isImage { return .image(ImageRendering(src: link.destination)) }
        return .link(
            href: link.destination,
            title: link.title.isEmpty ? nil : link.title,
            cssClass: nil,
            rel: nil,
            text: nil,
            lang: nil
        )
    }
}

/// How one link or image is shown.
public enum LinkRendering: Sendable, Hashable {
    /// A link; `text` replaces the link's own content when it is there.
    case link(
        href: String,
        title: String?,
        cssClass: String?,
        rel: String?,
        text: String?,
        lang: String? = nil
    )
    /// An image.
    case image(ImageRendering)
    /// A figure in place of the paragraph of an image that stands alone in it, put in **unescaped**; elsewhere the
    /// image's words.
    case figure(unsafeHTML: String)
    /// The content alone, without a link.
    case textOnly
}

/// How one image is shown.
public struct ImageRendering: Sendable, Hashable {
    /// A file of the image, with its width in pixels.
    public struct Source: Sendable, Hashable {
        /// The address.
        public let url: String
        /// The width.
        public let width: Int
    }

    /// The address of its file.
    public let src: String
    /// Its width in pixels, if it is known.
    public let width: Int?
    /// Its height in pixels, if it is known.
    public let height: Int?
    /// The files among which a browser chooses; empty without a choice.
    public let sources: [Source]
    /// How wide it is shown in a text, in the words of CSS.
    public let shownWidth: String
    /// How wide it is shown in a `figure` element.
    public let shownWidthInFigure: String

    /// States what is known of an image.
    public init(
        src: String,
        width: Int? = nil,
        height: Int? = nil,
        sources: [(url: String, width: Int)] = [],
        shownWidth: String = "100vw",
        shownWidthInFigure: String = "100vw"
    ) {
        self.src = src
        self.width = width
        self.height = height
        self.sources = sources.map { Source(url: $0.url, width: $0.width) }
        self.shownWidth = shownWidth
        self.shownWidthInFigure = shownWidthInFigure
    }
}

/// The words that a rendered document adds, in the page's language.
public struct MarkdownLabels: Sendable, Hashable {
    /// The heading above the footnotes.
    public var footnotes: String
    /// The label of the way back from a footnote; `{n}` is the reference's number.
    public var backToReference: String
    /// The label of a task that is done.
    public var taskDone: String
    /// The label of a task that is not done.
    public var taskOpen: String
    /// The label of a table that can be scrolled; `{n}` is its number in the document.
    public var table: String
    /// What is said above a table that is wider than the screen; without it, nothing is.
    public var tableScrolls: String?
    /// The label of the link that a heading has to itself; without one there is no link.
    public var heading: String?
    /// The ten digits in which references are numbered, from zero; none for those of ASCII.
    public var digits: [String]

    /// Makes labels from their texts.
    public init(
        footnotes: String,
        backToReference: String,
        taskDone: String,
        taskOpen: String,
        table: String,
        tableScrolls: String? = nil,
        heading: String? = nil,
        digits: [String] = []
    ) {
        self.footnotes = footnotes
        self.backToReference = backToReference
        self.taskDone = taskDone
        self.taskOpen = taskOpen
        self.table = table
        self.tableScrolls = tableScrolls
        self.heading = heading
        self.digits = digits
    }
}
