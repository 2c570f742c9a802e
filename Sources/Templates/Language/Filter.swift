// The filters of the language, with their descriptions in the reference.

/// A filter; the raw value is its name.
enum Filter: String, CaseIterable {
    case `default`
    case length
    case join
    case lower
    case upper
    case first
    case last
    case number
    case plural
    case fill
    case asset

    /// Its syntax, with placeholders.
    var form: String {
        switch self {
        case .default: "x | default(\"unknown\")"
        case .length: "xs | length"
        case .join: "xs | join(\", \")"
        case .lower: "x | lower"
        case .upper: "x | upper"
        case .first: "xs | first"
        case .last: "xs | last"
        case .number: "n | number"
        case .plural: "phrase | plural(n, name=x)"
        case .fill: "phrase | fill(name=x)"
        case .asset: "\"assets/logo.svg\" | asset"
        }
    }

    /// Its description, as Markdown.
    var doc: String {
        switch self {
        case .default: "The value, or the other value when there is none. 0 and empty text stay."
        case .length: "How many items a list has, or how many characters a text."
        case .join: "The items of a list of texts or numbers, with the text between them."
        case .lower: "Text in lower case."
        case .upper: "Text in upper case."
        case .first: "The first item of a list; optional, because the list may be empty."
        case .last: "The last item of a list; optional, because the list may be empty."
        case .number: "A whole number in the digits and grouping of the page's language."
        case .plural:
            "A phrase in its form for `n`, which `{n}` in it stands for; the other placeholders are"
                + " given by name. The phrase and texts in it are escaped, html stays html."
        case .fill:
            "A phrase with its placeholders filled, by name. The phrase and texts in it are"
                + " escaped, html stays html."
        case .asset:
            "The address of a file in `assets/` or `media/`, right on every page. The path is written"
                + " between quotes, and the file must exist. The address of an asset changes with its"
                + " content."
        }
    }
}
