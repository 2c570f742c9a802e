import Diagnostics

/// A Markdown page written by a person: its front matter, decoded, and its text as written.
public struct Article: Hashable, Sendable {
    /// The file, relative to `content/`.
    public var path: String
    /// The file as diagnostics name it.
    public var file: String
    /// The title; may be empty in a narrative of a strike.
    public var title = ""
    /// One sentence for lists, search engines and feeds; may be empty.
    public var description = ""
    /// When it was published or last revised.
    public var date: CalendarDate?
    /// Who wrote it.
    public var authors: [String] = []
    /// Its language as a BCP 47 tag; empty for the site's.
    public var language = ""
    /// Its place among the articles; those without one come last, by title.
    public var order: Int?
    /// Whether it is left out unless drafts are included.
    public var isDraft = false
    /// The name of its page without `.html`, when it is not that of the file.
    public var slug: String?
    /// The template that renders it, relative to `templates/`, when it is not the usual one.
    public var template: String?
    /// The picture that a link to its page shows: a file in `media/` or the id of a medium; empty for the site's.
    public var card = ""
    /// The author's own keys, in the order of the file.
    public var custom: [CustomField] = []
    /// The strike whose narrative it is; `nil` for an article.
    public var narrative: NarrativeKey?
    /// Numerals that are bound to no figure on purpose.
    public var deliberate: [DeliberateNumeral] = []
    /// The Markdown text after the front matter.
    public var body = ""
    /// The marks of the paragraphs of the original from which a translation was made; empty when not stated.
    public var translates: [String] = []
    /// The line of the file on which the text begins, from 1.
    public var bodyFirstLine = 1
    /// Where the front matter is.
    public var location: SourceLocation
    /// Where the values of its keys are.
    public var places: [String: SourceLocation] = [:]

    /// Makes an empty article.
    public init(path: String, file: String) {
        self.path = path
        self.file = file
        location = SourceLocation(file: file, line: 1, column: 1)
    }
}

/// A key of the author's own in the front matter of an article.
public struct CustomField: Hashable, Sendable {
    /// The key.
    public var name: String
    /// The value.
    public var value: CustomValue

    /// Makes a field.
    public init(name: String, value: CustomValue) {
        self.name = name
        self.value = value
    }
}

/// What a key of the author's own can hold.
public enum CustomValue: Hashable, Sendable {
    /// Text, or a number or date as written.
    case text(String)
    /// True or false.
    case boolean(Bool)
    /// A list of texts.
    case texts([String])
}

/// A numeral in an article that is bound to no figure on purpose, with the author's reason.
public struct DeliberateNumeral: Hashable, Sendable {
    /// The words as written in the article.
    public var text: String
    /// Why they are not a figure of these records.
    public var reason: String
    /// Where it is declared.
    public var location: SourceLocation

    /// Makes a declaration.
    public init(text: String, reason: String, location: SourceLocation) {
        self.text = text
        self.reason = reason
        self.location = location
    }
}
