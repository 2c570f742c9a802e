import Text

// The attributes of an author's elements: few are published, those about looks are left out, and the rest is
// reported, because a word of the author may stand in it.
extension TreeReader {
    /// The attributes of a tag that are published.
    ///
    /// - Parameters:
    ///   - tag: The tag.
    ///   - stretches: Where its text is in the file.
    ///   - isQuoted: Whether a message quotes the tag, so that only what would run or hide something is named.
    /// - Returns: The attributes, in order, without repetitions.
    mutating func published(
        _ tag: HTMLTag,
        _ stretches: SourceCursor.Stretches,
        isQuoted: Bool
    ) -> [HTMLAttribute] {
        var attributes: [HTMLAttribute] = []
        for attribute in tag.attributes {
            if let known = HTMLAttribute(attribute, of: tag.name) {
                if !attributes.contains(where: { $0.name == known.name }) {
                    attributes.append(known)
                }
                continue
            }
            let start = self.place(of: attribute.range.lowerBound, stretches)
            report(
                attribute,
                of: tag,
                isQuoted: isQuoted,
                at: start..<(start + max(1, attribute.range.count))
            )
        }
        return attributes
    }

    private mutating func report(
        _ attribute: HTMLTag.Attribute,
        of tag: HTMLTag,
        isQuoted: Bool,
        at place: Range<Int>
    ) {
        let value = attribute.value.filter { !$0.isWhitespace }.lowercased()
        if attribute.name.hasPrefix("on") {
            report(
                .htmlRefused,
                "“\(attribute.name)” would run a script: it is not published",
                at: place,
                "Delete the attribute."
            )
        } else if attribute.name == "hidden"
            || attribute.name == "style"
                && (value.contains("display:none") || value.contains("visibility:hidden"))
        {
            report(
                .htmlRefused,
                "<\(tag.name)> hides its words, which Recount would publish",
                at: place,
                "Delete them, or write them as a comment: <!-- … -->."
            )
        } else if !isQuoted, !HTMLAttribute.isAboutLooks(attribute.name),
            !HTMLAttribute.isRead(attribute.name, of: tag.name)
        {
            report(
                .rawHTML,
                "the attribute “\(attribute.name)” of <\(tag.name)> is not published",
                at: place,
                "Delete it; write its words into the text if readers need them."
            )
        }
    }
}

extension HTMLAttribute {
    /// An attribute that is published; `nil` for any other and for a value that it cannot have.
    fileprivate init?(_ attribute: HTMLTag.Attribute, of tag: String) {
        guard let name = Name(rawValue: attribute.name),
            HTMLAttribute.stands(name, on: tag)
        else { return nil }
        let value = attribute.value
        let isValid =
            switch name {
            case .colspan, .rowspan:
                Int(value).map { (1...HTMLAttribute.mostSpanned).contains($0) } ?? false
            case .start: Int(value).map { abs($0) < 1_000_000 } ?? false
            case .scope: ["col", "row", "colgroup", "rowgroup"].contains(value)
            case .dir: ["ltr", "rtl", "auto"].contains(value)
            case .lang: HTMLAttribute.isLanguageTag(value)
            case .title, .datetime: true
            case .reversed, .open: true
            }
        guard isValid else { return nil }
        self.init(name: name, value: name == .reversed || name == .open ? "" : value)
    }

    /// The most columns or rows that a cell may span.
    private static let mostSpanned = 100

    private static func stands(_ name: Name, on tag: String) -> Bool {
        switch name {
        case .colspan, .rowspan: tag == "td" || tag == "th"
        case .scope: tag == "th"
        case .start, .reversed: tag == "ol"
        case .open: tag == "details"
        case .datetime: ["time", "ins", "del"].contains(tag)
        case .lang, .dir, .title: !["a", "img"].contains(tag)
        }
    }

    private static func isLanguageTag(_ tag: String) -> Bool {
        let parts = tag.utf8.split(separator: UInt8(ascii: "-"), omittingEmptySubsequences: false)
        return (2...3).contains(parts.first?.count ?? 0)
            && parts.allSatisfy { (1...8).contains($0.count) && $0.allSatisfy(\.isAlphanumeric) }
    }

    /// Whether an attribute has been read as the address or the words of a link or a picture.
    fileprivate static func isRead(_ name: String, of tag: String) -> Bool {
        switch tag {
        case "a": ["href", "title"].contains(name)
        case "img": ["src", "alt", "title"].contains(name)
        default: false
        }
    }

    /// Whether an attribute only says how something looks, what a program calls it, or how it is loaded.
    fileprivate static func isAboutLooks(_ name: String) -> Bool {
        name.isEmpty || looks.contains(name) || name.hasPrefix("data-") && name != "data-caption"
    }

    private static let looks: Set<String> = [
        "align", "aria-hidden", "aria-labelledby", "aria-describedby", "bgcolor", "border",
        "cellpadding", "cellspacing", "cite", "class", "clear", "color", "crossorigin",
        "decoding", "face", "fetchpriority", "frameborder", "height", "hspace", "id", "itemid",
        "itemprop", "itemscope", "itemtype", "loading", "name", "noshade", "nowrap",
        "referrerpolicy", "rel", "role", "size", "sizes", "srcset", "tabindex", "target",
        "type", "valign", "vspace", "width", "xmlns",
    ]
}
