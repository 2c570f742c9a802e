// All markup of drawings is written here. Names of elements and attributes are static strings; every value and
// every text is escaped. The markup is also well-formed XML, so that a drawing can be copied out of its page.

import Text

struct Markup {
    typealias Attributes = [(name: StaticString, value: String?)]

    private(set) var html = ""

    mutating func open(_ name: StaticString, _ attributes: Attributes = []) {
        start(name, attributes)
        html += ">"
    }

    mutating func close(_ name: StaticString) {
        html += "</"
        html += name.description
        html += ">"
    }

    mutating func empty(_ name: StaticString, _ attributes: Attributes) {
        start(name, attributes)
        html += "/>"
    }

    mutating func element(_ name: StaticString, _ content: String) {
        element(name, [], content)
    }

    mutating func element(_ name: StaticString, _ attributes: Attributes, _ content: String) {
        open(name, attributes)
        text(content)
        close(name)
    }

    mutating func element(
        _ name: StaticString,
        _ attributes: Attributes = [],
        with content: (inout Markup) -> Void
    ) {
        open(name, attributes)
        content(&self)
        close(name)
    }

    mutating func text(_ text: String) {
        Markup.escape(text, into: &html)
    }

    /// Inserts a part that was written before.
    mutating func insert(_ drawing: SVG) {
        html += drawing.markup
    }

    mutating func newLine() {
        html += "\n"
    }

    private mutating func start(_ name: StaticString, _ attributes: Attributes) {
        html += "<"
        html += name.description
        for attribute in attributes {
            guard let value = attribute.value else { continue }
            html += " "
            html += attribute.name.description
            html += "=\""
            Markup.escape(value, into: &html)
            html += "\""
        }
    }

    private static func escape(_ text: String, into html: inout String) {
        html += HTMLEscaping.escaped(
            text.utf8.contains(where: mayBeDisallowed) ? allowed(text) : text
        )
    }

    /// The text with a space for each line end or tab, and U+FFFD for what neither HTML nor XML allows.
    private static func allowed(_ text: String) -> String {
        var allowed = String.UnicodeScalarView()
        for scalar in text.unicodeScalars {
            switch scalar {
            case "\t", "\n", "\r": allowed.append(" ")
            case "\u{0}"..."\u{1F}", "\u{7F}"..."\u{9F}", "\u{FFFE}", "\u{FFFF}":
                allowed.append("\u{FFFD}")
            default: allowed.append(scalar)
            }
        }
        return String(allowed)
    }

    /// Whether a byte may begin a scalar that neither HTML nor XML allows.
    private static func mayBeDisallowed(_ byte: UInt8) -> Bool {
        byte < 0x20 || byte == 0x7F || byte == 0xC2 || byte == 0xEF
    }
}
