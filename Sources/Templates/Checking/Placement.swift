// Which kinds of values may be printed at which places in HTML. Escaping makes text safe between tags
// and in quoted attribute values only.

/// What may be printed at a place in HTML.
enum Placement {
    /// Anything that can be printed.
    case anything
    /// Anything without tags; the text describes the place.
    case plain(String)
    /// A checked link only, because the value begins the link in this attribute.
    case link(String)
    /// Whole numbers only; the text describes the place.
    case numbers(String)

    init(_ place: HTMLPlace) {
        switch place.state {
        case .text: self = .anything
        case .cdata: self = .numbers("a CDATA section")
        case .comment: self = .numbers("an HTML comment")
        case .bogus, .declaration: self = .numbers("a declaration")
        case .tagStart, .tagName: self = .numbers("a tag's name")
        case .inTag, .attributeName, .afterAttributeName: self = .numbers("a tag")
        case .beforeValue: self = .numbers("an attribute value without quotes")
        case .raw(let element, _):
            self =
                element == "title" || element == "textarea"
                ? .plain("<\(element)>") : .numbers("<\(element)>")
        case .value(let value): self = Placement.inside(value)
        }
    }

    private static func inside(_ value: HTMLPlace.AttributeValue) -> Placement {
        let name = value.attribute
        if value.quote == 0 { return .numbers("an attribute value without quotes") }
        if name.isEmpty { return .numbers("an attribute whose name is not certain") }
        if name.hasPrefix("on") { return .numbers("the event handler \(name)") }
        if name == "style" || name == "srcdoc" { return .numbers("the attribute \(name)") }
        let isLink = links.contains(name) || HTMLPlace.linkLists.contains(name)
        if isLink, value.isUnsafe {
            return .numbers("a link that is not http, https, mailto, tel or relative")
        }
        if isLink, value.isStart || !value.isSettled { return .link(name) }
        return .plain("an attribute value")
    }

    private static let links: Set<String> = [
        "href", "src", "action", "formaction", "poster", "cite", "data", "xlink:href", "manifest",
        "background", "longdesc", "codebase", "classid", "usemap", "profile", "icon", "archive",
    ]
}
