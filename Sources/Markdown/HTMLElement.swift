// Authors paste HTML into Markdown. What is written to a page is never their markup but one of these elements,
// which are chosen by name, so that nothing active can pass, however the markup is nested or split.

/// An element that authors may write as HTML.
enum HTMLElement: String, Sendable, CaseIterable {
    // Running text.
    case abbr, b, bdi, cite, code, del, dfn, em, i, ins, kbd, mark, q, rp, rt, ruby, s, samp, small
    case span, strong, sub, sup, time, u
    case variable = "var"
    case wordBreak = "wbr"
    // Blocks.
    case blockquote, caption, dd, details, div, dl, dt, figcaption, figure, li, ol, p, pre, section
    case summary, table, tbody, td, tfoot, th, thead, tr, ul

    /// Whether it is a block, or a part of one.
    var isBlock: Bool { HTMLElement.blocks.contains(self) }

    /// Whether it contains running text only.
    var holdsTextOnly: Bool { !isBlock || HTMLElement.textBlocks.contains(self) }

    /// Whether it contains other elements only, so that a text in it stands outside all of them.
    var holdsPartsOnly: Bool { HTMLElement.frames.contains(self) }

    /// Whether what it contains is quoted as typed, so that its numbers are not checked.
    var isCode: Bool { self == .code || self == .pre }

    /// The elements that it must stand in directly; `nil` for anywhere.
    var parents: Set<HTMLElement>? {
        switch self {
        case .li: [.ul, .ol]
        case .dt, .dd: [.dl, .div]
        case .tr: [.table, .thead, .tbody, .tfoot]
        case .td, .th: [.tr]
        case .thead, .tbody, .tfoot, .caption: [.table]
        case .summary: [.details]
        case .figcaption: [.figure]
        case .rt, .rp: [.ruby]
        case .abbr, .b, .bdi, .cite, .code, .del, .dfn, .em, .i, .ins, .kbd, .mark, .q, .ruby, .s,
            .samp, .small, .span, .strong, .sub, .sup, .time, .u, .variable, .wordBreak,
            .blockquote, .details, .div, .dl, .figure, .ol, .p, .pre, .section, .table, .ul:
            nil
        }
    }

    /// Whether its end tag may be left out, as HTML says.
    var endsByItself: Bool { HTMLElement.optionalEnds.contains(self) }

    /// The elements that end where it begins, and the ones that such an end does not reach beyond.
    var ends: (elements: Set<HTMLElement>, within: Set<HTMLElement>)? {
        switch self {
        case .li: ([.li, .p], [.ul, .ol])
        case .dt, .dd: ([.dt, .dd, .p], [.dl])
        case .td, .th: ([.td, .th, .p], [.tr, .table])
        case .tr: ([.td, .th, .tr, .p], [.table])
        case .thead, .tbody, .tfoot: ([.td, .th, .tr, .thead, .tbody, .tfoot, .p], [.table])
        case .rt, .rp: ([.rt, .rp], [.ruby])
        case .abbr, .b, .bdi, .cite, .code, .del, .dfn, .em, .i, .ins, .kbd, .mark, .q, .ruby, .s,
            .samp, .small, .span, .strong, .sub, .sup, .time, .u, .variable, .wordBreak:
            nil
        case .blockquote, .caption, .details, .div, .dl, .figcaption, .figure, .ol, .p, .pre,
            .section, .summary, .table, .ul:
            ([.p], [])
        }
    }

    private static let blocks: Set<HTMLElement> = [
        .blockquote, .caption, .dd, .details, .div, .dl, .dt, .figcaption, .figure, .li, .ol, .p,
        .pre, .section, .summary, .table, .tbody, .td, .tfoot, .th, .thead, .tr, .ul,
    ]
    private static let textBlocks: Set<HTMLElement> = [.caption, .p, .pre, .summary]
    private static let frames: Set<HTMLElement> = [
        .dl, .ol, .table, .tbody, .tfoot, .thead, .tr, .ul,
    ]
    private static let optionalEnds: Set<HTMLElement> = [
        .dd, .dt, .li, .p, .rp, .rt, .tbody, .td, .tfoot, .th, .thead, .tr,
    ]
}

/// An attribute of an author's element; its value is plain text.
struct HTMLAttribute: Sendable, Hashable {
    /// The attributes that are published.
    enum Name: String, Sendable {
        case colspan, rowspan, scope, lang, dir, title, start, reversed, open, datetime
    }

    var name: Name
    var value: String
}

/// What becomes of a tag.
enum HTMLTagMeaning: Sendable {
    /// It is published as this element.
    case element(HTMLElement)
    /// A link.
    case link
    /// A picture.
    case picture
    /// A heading of a level.
    case heading(Int)
    /// A line break.
    case lineBreak
    /// A line across the page.
    case rule
    /// It only changes how a page looks: it is left out without a word.
    case looks
    /// It is left out, and what it contains stays.
    case unknown
    /// It loads or runs something; what it contains stays.
    case embedded
    /// It is code for a browser; what it contains is no text.
    case code

    /// Whether a message quotes the whole tag, with its attributes.
    var isQuoted: Bool {
        switch self {
        case .unknown, .embedded: true
        case .element, .link, .picture, .heading, .lineBreak, .rule, .looks, .code: false
        }
    }

    /// The meaning of a tag's name in lower case.
    static func of(_ name: String) -> HTMLTagMeaning { meanings[name] ?? .unknown }

    /// Whether HTML has an element of that name.
    static func isKnown(_ name: String) -> Bool { meanings[name] != nil }

    private static let meanings: [String: HTMLTagMeaning] = {
        var meanings: [String: HTMLTagMeaning] = [:]
        for element in HTMLElement.allCases { meanings[element.rawValue] = .element(element) }
        for level in 1...6 { meanings["h\(level)"] = .heading(level) }
        meanings["a"] = .link
        meanings["img"] = .picture
        meanings["br"] = .lineBreak
        meanings["hr"] = .rule
        // Elements of the whole page or of older HTML become their plain counterpart.
        for name in ["article", "aside", "main", "header", "footer", "nav", "address", "center"] {
            meanings[name] = .element(.div)
        }
        for (name, element) in [
            ("strike", HTMLElement.s), ("tt", .code), ("acronym", .abbr), ("hgroup", .div),
        ] { meanings[name] = .element(element) }
        for name in ["font", "big", "nobr", "col", "colgroup", "picture"] {
            meanings[name] = .looks
        }
        for name in [
            "iframe", "frame", "object", "embed", "video", "audio", "source", "track", "canvas",
            "applet", "svg", "math", "portal",
        ] { meanings[name] = .embedded }
        for name in ["script", "style"] { meanings[name] = .code }
        for name in [
            "form", "input", "button", "select", "option", "textarea", "label", "fieldset",
            "legend", "meta", "link", "base", "html", "head", "body", "title", "template",
            "noscript", "marquee", "bdo", "map", "area", "dialog", "output", "progress", "meter",
        ] { meanings[name] = .unknown }
        return meanings
    }()
}
