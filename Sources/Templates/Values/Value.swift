// What a page hands to its template: typed values, so that escaping is decided by type and not by
// a filter that somebody may forget.

/// A value that a template can print, test or walk.
public enum Value: Sendable {
    /// Nothing: an optional value that is not there.
    case none
    /// Yes or no; tested, never printed.
    case boolean(Bool)
    /// A whole number.
    case integer(Int)
    /// Text, escaped wherever it is printed.
    case text(String)
    /// A checked and percent-encoded link target; alone allowed to begin an `href`.
    case url(String)
    /// HTML, printed as it is.
    case html(HTML)
    /// An interface text with placeholders or plural forms.
    case phrase(Phrase)
    /// Values of one type, in order.
    case list([Value])
    /// Named values, known when the program is compiled.
    case record(any BoxedRecord)
    /// Named values, known only when the site is read.
    case table(TableValue)
}

extension Value {
    /// Whether there is nothing.
    var isNone: Bool {
        if case .none = self { return true }
        return false
    }

    /// Whether `{% if value %}` holds: nothing, no, 0, empty text and an empty list do not.
    var isTrue: Bool {
        switch self {
        case .none: false
        case .boolean(let flag): flag
        case .integer(let number): number != 0
        case .text(let text), .url(let text): !text.isEmpty
        case .html(let html): !html.markup.isEmpty
        case .phrase, .record: true
        case .list(let values): !values.isEmpty
        case .table(let table): !table.isEmpty
        }
    }
}
