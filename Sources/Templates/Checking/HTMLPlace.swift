// Where in a page's HTML a point of a template is: what may be printed there depends on it. This is a
// small HTML tokenizer that reads only the literal text of templates.

/// The state of the HTML (or XML) syntax after the literal text before a point.
struct HTMLPlace: Hashable {
    var state: State = .text
    /// Whether it is XML, which has no elements with raw text, such as `script`.
    let isXML: Bool

    enum State: Hashable {
        case text
        case tagStart
        case declaration(String)
        case comment(dashes: Int)
        case bogus
        case cdata(brackets: Int)
        case tagName(String)
        case inTag(String)
        case attributeName(String, String)
        case afterAttributeName(String, String)
        case beforeValue(String, String)
        case value(AttributeValue)
        /// Inside an element with raw text; `matched` bytes of its end tag have been read.
        case raw(String, matched: Int)
    }

    /// An attribute value that has begun.
    struct AttributeValue: Hashable {
        var element: String
        var attribute: String
        var quote: UInt8
        /// Whether it is still empty.
        var isStart: Bool
        /// Whether what follows can no longer change the scheme of a link.
        var isSettled: Bool
        /// What may still become the scheme of a link.
        var prefix = ""
        /// Whether it is a link with a scheme that text must not follow, such as `javascript:`.
        var isUnsafe = false

        mutating func settle() {
            isSettled = !isUnsafe
            prefix = ""
        }
    }

    /// Advances over literal text.
    mutating func read(_ bytes: some Sequence<UInt8>) {
        for byte in bytes { step(byte) }
    }

    /// Advances over a printed value; `settles` says that it fixes the scheme of a link.
    mutating func print(settles: Bool) {
        switch state {
        case .value(var value):
            value.isStart = false
            if settles { value.settle() }
            state = .value(value)
        case .beforeValue(let element, let name):
            state = .value(
                AttributeValue(
                    element: element,
                    attribute: name,
                    quote: 0,
                    isStart: false,
                    isSettled: settles
                )
            )
        case .comment: state = .comment(dashes: 0)
        case .cdata: state = .cdata(brackets: 0)
        case .raw(let element, _): state = .raw(element, matched: 0)
        case .text, .tagStart, .declaration, .bogus, .tagName, .inTag, .attributeName,
            .afterAttributeName:
            break
        }
    }

    /// The place after two branches; `nil` when they end in places that differ.
    func joined(_ other: HTMLPlace) -> HTMLPlace? {
        if state == other.state { return self }
        var joined = self
        switch (state, other.state) {
        case (.value(var left), .value(let right))
        where left.attribute == right.attribute && left.quote == right.quote
            && left.element == right.element:
            left.isStart = left.isStart || right.isStart
            left.isSettled = left.isSettled && right.isSettled
            left.isUnsafe = left.isUnsafe || right.isUnsafe
            if left.prefix != right.prefix { left.prefix = "?" }
            joined.state = .value(left)
        case (.raw(let left, _), .raw(let right, _)) where left == right:
            joined.state = .raw(left, matched: 0)
        case (.comment, .comment): joined.state = .comment(dashes: 0)
        case (.cdata, .cdata): joined.state = .cdata(brackets: 0)
        default:
            guard let left = element, let right = other.element, left == right else { return nil }
            joined.state = .inTag(left)
        }
        return joined
    }

    /// The element whose tag has begun and not ended, unless the place is in an attribute value.
    private var element: String? {
        switch state {
        case .tagName(let element), .inTag(let element), .attributeName(let element, _),
            .afterAttributeName(let element, _):
            element
        case .text, .tagStart, .declaration, .comment, .bogus, .cdata, .beforeValue, .value, .raw:
            nil
        }
    }

    /// A byte of a name, in lower case.
    private static func character(_ byte: UInt8) -> String {
        String(UnicodeScalar(lowercase(byte)))
    }

    private static func lowercase(_ byte: UInt8) -> UInt8 {
        byte.isLetter ? byte | 0x20 : byte
    }

    private mutating func step(_ byte: UInt8) {
        let isSpace = byte == 0x20 || (0x09...0x0D).contains(byte)
        switch state {
        case .text: if byte == UInt8(ascii: "<") { state = .tagStart }
        case .tagStart: stepTagStart(byte)
        case .declaration(let read): stepDeclaration(read, byte)
        case .comment(let dashes):
            if byte == UInt8(ascii: ">"), dashes >= 2 {
                state = .text
            } else {
                state = .comment(dashes: byte == UInt8(ascii: "-") ? dashes + 1 : 0)
            }
        case .bogus: if byte == UInt8(ascii: ">") { state = .text }
        case .cdata(let brackets):
            if byte == UInt8(ascii: ">"), brackets >= 2 {
                state = .text
            } else {
                state = .cdata(brackets: byte == UInt8(ascii: "]") ? brackets + 1 : 0)
            }
        case .tagName(let element):
            if !stepTag(byte, isSpace, element) {
                state = .tagName(element + HTMLPlace.character(byte))
            }
        case .inTag(let element):
            if !stepTag(byte, isSpace, element) {
                state = .attributeName(element, HTMLPlace.character(byte))
            }
        case .attributeName(let element, let name):
            if byte == UInt8(ascii: "=") {
                state = .beforeValue(element, name == "=" ? "" : name)
            } else if isSpace {
                state = .afterAttributeName(element, name)
            } else if !stepTag(byte, isSpace, element) {
                state = .attributeName(element, name + HTMLPlace.character(byte))
            }
        case .afterAttributeName(let element, let name):
            if byte == UInt8(ascii: "=") {
                state = .beforeValue(element, name)
            } else if !isSpace, !stepTag(byte, isSpace, element) {
                state = .attributeName(element, HTMLPlace.character(byte))
            }
        case .beforeValue(let element, let name):
            stepBeforeValue(byte, isSpace, element, name)
        case .value(let value): stepValue(byte, isSpace, value)
        case .raw(let element, let matched): stepRaw(byte, isSpace, element, matched)
        }
    }

    private mutating func stepTagStart(_ byte: UInt8) {
        switch byte {
        case UInt8(ascii: "!"): state = .declaration("")
        case UInt8(ascii: "?"): state = .bogus
        case UInt8(ascii: "/"): state = .tagName("/")
        case UInt8(ascii: "<"): state = .tagStart
        default: state = byte.isNameStart ? .tagName(HTMLPlace.character(byte)) : .text
        }
    }

    private mutating func stepDeclaration(_ read: String, _ byte: UInt8) {
        let read = read + HTMLPlace.character(byte)
        if read == "--" {
            // `<!-->` ends at once, as two dashes do before `>`.
            state = .comment(dashes: 2)
        } else if read == "[cdata[" {
            state = .cdata(brackets: 0)
        } else if byte == UInt8(ascii: ">") {
            state = .text
        } else if "--".hasPrefix(read) || "[cdata[".hasPrefix(read) {
            state = .declaration(read)
        } else {
            state = .bogus
        }
    }

    /// Handles bytes that mean the same everywhere in a tag; false if the byte is part of a name.
    private mutating func stepTag(_ byte: UInt8, _ isSpace: Bool, _ element: String) -> Bool {
        if isSpace {
            state = .inTag(element)
        } else if byte == UInt8(ascii: ">") {
            let isRaw = !isXML && HTMLPlace.rawElements.contains(element)
            state = isRaw ? .raw(element, matched: 0) : .text
        } else if byte == UInt8(ascii: "/") {
            state = .inTag(element)
        } else {
            return false
        }
        return true
    }

    private mutating func stepBeforeValue(
        _ byte: UInt8,
        _ isSpace: Bool,
        _ element: String,
        _ name: String
    ) {
        if isSpace { return }
        let isQuote = byte == UInt8(ascii: "\"") || byte == UInt8(ascii: "'")
        if byte == UInt8(ascii: ">") {
            _ = stepTag(byte, false, element)
            return
        }
        let value = AttributeValue(
            element: element,
            attribute: name,
            quote: isQuote ? byte : 0,
            isStart: true,
            isSettled: false
        )
        state = .value(value)
        if !isQuote { stepValue(byte, isSpace, value) }
    }

    private mutating func stepValue(_ byte: UInt8, _ isSpace: Bool, _ value: AttributeValue) {
        if value.quote == 0 {
            if isSpace || byte == UInt8(ascii: ">") {
                _ = stepTag(byte, isSpace, value.element)
                return
            }
        } else if byte == value.quote {
            state = .inTag(value.element)
            return
        }
        var value = value
        let isSeparator = isSpace || byte == UInt8(ascii: ",")
        if HTMLPlace.linkLists.contains(value.attribute), isSeparator {
            value.isStart = true
            value.isSettled = false
            value.isUnsafe = false
            value.prefix = ""
        } else if !isSpace {
            value.isStart = false
            switch byte {
            case UInt8(ascii: "/"), UInt8(ascii: "?"), UInt8(ascii: "#"): value.settle()
            case UInt8(ascii: ":"):
                if !value.isSettled {
                    value.isUnsafe = !HTMLPlace.safeSchemes.contains(value.prefix)
                    value.settle()
                }
            default:
                if !value.isSettled { value.prefix += HTMLPlace.character(byte) }
            }
        }
        state = .value(value)
    }

    private mutating func stepRaw(
        _ byte: UInt8,
        _ isSpace: Bool,
        _ element: String,
        _ matched: Int
    ) {
        if matched == 0 {
            if byte == UInt8(ascii: "<") { state = .raw(element, matched: 1) }
            return
        }
        let end = Array("</\(element)".utf8)
        if matched == end.count {
            if isSpace || byte == UInt8(ascii: "/") {
                state = .inTag("/" + element)
            } else if byte == UInt8(ascii: ">") {
                state = .text
            } else {
                state = .raw(element, matched: 0)
            }
        } else if HTMLPlace.lowercase(byte) == end[matched] {
            state = .raw(element, matched: matched + 1)
        } else {
            state = .raw(element, matched: byte == UInt8(ascii: "<") ? 1 : 0)
        }
    }

    private static let rawElements: Set<String> = [
        "script", "style", "title", "textarea", "xmp", "noembed", "noframes",
    ]

    private static let safeSchemes: Set<String> = ["http", "https", "mailto", "tel"]

    /// Attributes that hold more than one link.
    static let linkLists: Set<String> = ["srcset", "imagesrcset", "ping"]
}
