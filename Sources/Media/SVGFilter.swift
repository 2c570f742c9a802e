// A drawing is a document that a browser runs: it can hold scripts, load files of other hosts, and show pages. And
// drawing programs write their names, those of folders, and whole other documents into it. It is therefore
// written anew from what the lists of `SVGNames` permit.

import Text

/// Copies what a drawing shows.
struct SVGFilter {
    private static let drawing = "http://www.w3.org/2000/svg"
    private static let links = "http://www.w3.org/1999/xlink"
    private static let page = "http://www.w3.org/1999/xhtml"
    private static let deepest = 256

    private var scanner: SVGScanner
    private var output = ""
    private var open: [Element] = []
    private var hasRoot = false
    /// Whether links of the older form are written, which need a declaration.
    private var usesLinks = false
    private var style = ""

    /// An element that has begun.
    private struct Element {
        let name: String
        /// Its name without prefix, if it is copied.
        let copied: String?
        let prefixes: [String: String]
    }

    /// The file without everything else; throws when it runs or loads something.
    static func clean(_ bytes: [UInt8]) throws(MediaFlaw) -> [UInt8] {
        var filter = SVGFilter(scanner: try SVGScanner(bytes))
        return try filter.run()
    }

    static func active(_ message: String, at offset: Int) -> MediaFlaw {
        MediaFlaw(
            .active,
            message,
            at: offset,
            "Export it as a plain drawing, without scripts, links and embedded pages."
        )
    }

    private init(scanner: SVGScanner) { self.scanner = scanner }

    private mutating func run() throws(MediaFlaw) -> [UInt8] {
        while let token = try scanner.next() {
            switch token {
            case .start(let name, let attributes, let isEmpty, let offset):
                try start(name, attributes, isEmpty: isEmpty, at: offset)
            case .end(let name, let offset):
                guard let element = open.popLast(), element.name == name else {
                    throw .damaged("the tag “\(name)” ends and has not begun", at: offset)
                }
                if let copied = element.copied { try end(copied, at: offset) }
            case .text(let text): try write(text)
            }
        }
        guard hasRoot, open.isEmpty else {
            throw .damaged("the drawing is cut off", at: scanner.position)
        }
        output += "\n"
        return Array(output.utf8)
    }

    private mutating func start(
        _ name: String,
        _ attributes: [SVGScanner.Attribute],
        isEmpty: Bool,
        at offset: Int
    ) throws(MediaFlaw) {
        guard open.count < SVGFilter.deepest else {
            throw .damaged("elements are nested more than \(SVGFilter.deepest) deep", at: offset)
        }
        guard !open.isEmpty || !hasRoot else {
            throw .damaged("a second drawing follows the first", at: offset)
        }
        var prefixes = open.last?.prefixes ?? ["xml": "xml"]
        for attribute in attributes {
            if attribute.name == "xmlns" { prefixes[""] = attribute.value }
            if attribute.name.hasPrefix("xmlns:") {
                prefixes[String(attribute.name.dropFirst(6))] = attribute.value
            }
        }
        let (space, local) = SVGFilter.resolved(name, prefixes, isAttribute: false)
        let isDrawn = space == SVGFilter.drawing
        if isDrawn || space == SVGFilter.page,
            space == SVGFilter.page
                || SVGNames.active.contains(where: { $0.lowercased() == local.lowercased() })
        {
            throw SVGFilter.active("contains the element “\(local)”", at: offset)
        }
        if open.isEmpty {
            guard isDrawn, local == "svg" else {
                throw .damaged("the file must begin with the element “svg” of SVG", at: offset)
            }
            hasRoot = true
        }
        let isCopied =
            isDrawn && SVGNames.elements.contains(local)
            && open.last.map { $0.copied != nil } != false
        if isCopied { try begin(local, attributes, prefixes, isEmpty: isEmpty) }
        if isEmpty { return }
        open.append(
            Element(name: name, copied: isCopied ? local : nil, prefixes: prefixes)
        )
    }

    private mutating func begin(
        _ name: String,
        _ attributes: [SVGScanner.Attribute],
        _ prefixes: [String: String],
        isEmpty: Bool
    ) throws(MediaFlaw) {
        if open.last?.copied == "style" {
            throw .damaged("a style sheet cannot contain elements", at: scanner.position)
        }
        output += "<\(name)"
        if open.isEmpty {
            output += " xmlns=\"\(SVGFilter.drawing)\" xmlns:xlink=\"\(SVGFilter.links)\""
        }
        for attribute in attributes {
            let (space, local) = SVGFilter.resolved(attribute.name, prefixes, isAttribute: true)
            if local.lowercased().hasPrefix("on") {
                throw SVGFilter.active("runs a script with “\(local)”", at: attribute.offset)
            }
            switch space {
            case "" where SVGNames.attributes.contains(local):
                try write(attribute, as: local, of: name)
            case SVGFilter.links where local == "href":
                try write(attribute, as: "xlink:href", of: name)
            case "xml" where local == "lang" || local == "space":
                try write(attribute, as: "xml:\(local)", of: name)
            default: continue
            }
        }
        output += isEmpty ? "/>" : ">"
        style = ""
    }

    private mutating func write(
        _ attribute: SVGScanner.Attribute,
        as name: String,
        of element: String
    ) throws(MediaFlaw) {
        var value = attribute.value
        let offset = attribute.offset
        if name.hasSuffix("href") {
            value = try SVGLink.checked(value, of: element, at: offset)
        } else if name == "attributeName" {
            let target = value.lowercased()
            guard !target.hasSuffix("href"), !target.hasPrefix("on") else {
                throw SVGFilter.active("changes the link of an element", at: offset)
            }
        } else if name == "style" || value.contains("(") || value.contains("\\") {
            value = try StyleCheck.checked(value, at: offset)
        }
        output += " \(name)=\""
        output += HTMLEscaping.escaped(value)
        output += "\""
    }

    private mutating func write(_ text: String) throws(MediaFlaw) {
        guard let element = open.last else {
            guard text.utf8.allSatisfy({ [9, 10, 13, 32].contains($0) }) else {
                throw .damaged("text stands outside the drawing", at: scanner.position)
            }
            return
        }
        if element.copied == "style" {
            style += text
        } else if element.copied != nil {
            output += HTMLEscaping.escaped(text)
        }
    }

    private mutating func end(_ name: String, at offset: Int) throws(MediaFlaw) {
        if name == "style" {
            output += HTMLEscaping.escaped(try StyleCheck.checked(style, at: offset))
            style = ""
        }
        output += "</\(name)>"
    }

    /// The namespace of a name and the name without its prefix.
    private static func resolved(
        _ name: String,
        _ prefixes: [String: String],
        isAttribute: Bool
    ) -> (space: String, local: String) {
        guard let colon = name.firstIndex(of: ":") else {
            return (isAttribute ? "" : prefixes[""] ?? "", name)
        }
        return (prefixes[String(name[..<colon])] ?? "?", String(name[name.index(after: colon)...]))
    }
}

/// Style sheets and values in drawings.
enum StyleCheck {
    private static let loading = [
        "@import", "image-set(", "image(", "src(", "element(", "expression(", "javascript:",
        "-moz-binding", "behavior", "\\",
    ]

    /// A style sheet without comments; throws when it loads something.
    static func checked(_ text: String, at offset: Int) throws(MediaFlaw) -> String {
        var rest = text[...]
        var result = ""
        while let start = rest.firstRange(of: "/*") {
            result += rest[..<start.lowerBound] + " "
            guard let end = rest[start.upperBound...].firstRange(of: "*/") else {
                throw .damaged("a comment in a style does not end", at: offset)
            }
            rest = rest[end.upperBound...]
        }
        result += rest
        let lower = result.lowercased()
        if let word = loading.first(where: lower.contains) {
            throw SVGFilter.active("has “\(word)” in a style", at: offset)
        }
        var places = lower[...]
        while let place = places.firstRange(of: "url(") {
            places = places[place.upperBound...].drop { $0 == " " }
            if places.first == "\"" || places.first == "'" { places = places.dropFirst() }
            guard places.first == "#" else {
                throw SVGFilter.active("loads another file in a style", at: offset)
            }
        }
        return result
    }
}

/// Links in drawings: to other parts of the same drawing, and pictures that are embedded.
enum SVGLink {
    private static let pictures = ["png", "jpeg", "jpg", "gif", "webp"]

    /// A link that may be published, an embedded picture without its metadata.
    static func checked(
        _ link: String,
        of element: String,
        at offset: Int
    ) throws(MediaFlaw) -> String {
        let link = String(link.drop { $0 == " " })
        if link.isEmpty || link.hasPrefix("#") { return link }
        guard element == "image" || element == "feImage", link.hasPrefix("data:image/"),
            let comma = link.firstIndex(of: ","),
            let kind = pictures.first(where: { link[..<comma] == "data:image/\($0);base64" })
        else { throw SVGFilter.active("leads to something outside the drawing", at: offset) }
        guard let bytes = Base64.decoded(link[link.index(after: comma)...]) else {
            throw .damaged("an embedded picture is not base64", at: offset)
        }
        do throws(MediaFlaw) {
            let picture = try MediaFile(path: "picture." + kind).cleaned(bytes)
            return "data:image/\(kind);base64," + Base64.encoded(picture)
        } catch {
            throw MediaFlaw(
                error.rule,
                "embeds a picture that " + error.message,
                at: offset,
                error.suggestion
            )
        }
    }
}
