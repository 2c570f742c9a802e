// The values that a page passes to its template. They are typed, so that escaping depends on the
// type and not on a filter that a template may omit.

/// A value that a template can print, test or iterate over.
public enum Value: Sendable {
    /// An optional value that is missing.
    case none
    /// A boolean, which can be tested, but not printed.
    case boolean(Bool)
    /// A whole number.
    case integer(Int)
    /// Text, escaped wherever it is printed.
    case text(String)
    /// A checked and percent-encoded link target; the only value that may begin a link.
    case url(String)
    /// HTML, printed as it is.
    case html(HTML)
    /// An interface text with placeholders or plural forms.
    case phrase(Phrase)
    /// Values of one type, in order.
    case list([Value])
    /// Named values whose names are known when the program is compiled.
    case record(any BoxedRecord)
    /// Named values whose names are known only when the site is read.
    case table(TableValue)
}

extension Value {
    /// Whether the value is missing.
    var isNone: Bool {
        if case .none = self { return true }
        return false
    }

    /// Whether `{% if value %}` holds: not for none, false, 0, empty text, and empty lists and tables.
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
