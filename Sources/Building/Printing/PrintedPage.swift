import Records
import Text

/// One page of a report as a part of a longer document: its main part, with ids that are unique there and links that
/// lead to other parts or to published addresses.
///
/// It reads the markup that this program writes and checks: every tag is closed, every attribute is quoted.
struct PrintedPage {
    /// Where links lead in the document.
    struct Destinations {
        /// The number of the part of each page, by its path.
        let parts: [String: Int]
        /// The published address of the report; `nil` if it is not known.
        let address: String?
        /// A file of the report as a `data:` address, by its path; `nil` if it has none.
        let data: (String) -> String?
    }

    /// The markup of the part.
    private(set) var markup = ""
    /// The text of its first heading, as markup without tags.
    private(set) var title = ""

    /// The addresses that are printed already.
    private var addresses: Set<String> = []
    private let path: String
    private let number: Int
    private let destinations: Destinations

    /// The part with a number, made of the page at a path.
    init(_ html: String, path: String, number: Int, _ destinations: Destinations) {
        self.path = path
        self.number = number
        self.destinations = destinations
        guard let main = PrintedPage.main(html) else { return }
        read(main)
    }

    /// The id of a part.
    static func id(_ number: Int) -> String { "part-\(number)" }

    /// What stands in the `main` element.
    private static func main(_ html: String) -> Substring? {
        guard let start = html.firstRange(of: "<main"), let end = html.firstRange(of: "</main>"),
            let open = html[start.upperBound...].firstIndex(of: ">"), open < end.lowerBound
        else { return nil }
        return html[html.index(after: open)..<end.lowerBound]
    }

    private mutating func read(_ main: Substring) {
        var rest = main
        var depthInNavigation = 0
        var heading: String?
        while let open = rest.firstIndex(of: "<") {
            let text = rest[..<open]
            if depthInNavigation == 0 { markup += text }
            heading? += text
            guard let close = rest[open...].firstIndex(of: ">") else { break }
            let tag = rest[open...close]
            rest = rest[rest.index(after: close)...]
            let name = tag.dropFirst().prefix { $0.isLetter || $0.isNumber || $0 == "/" }
            // Ways from page to page mean nothing in one document.
            if name == "nav" { depthInNavigation += 1 }
            if depthInNavigation == 0 { markup += rewritten(tag, name) }
            if name == "/nav" { depthInNavigation -= 1 }
            if name == "h1", title.isEmpty { heading = "" }
            if name == "/h1", let text = heading {
                title = text.split(whereSeparator: \.isWhitespace).joined(separator: " ")
                heading = nil
            }
        }
        if depthInNavigation == 0 { markup += rest }
    }

    /// A tag with its ids and links as they are in the document.
    private mutating func rewritten(_ tag: Substring, _ name: Substring) -> String {
        guard tag.contains("=\"") || name == "details" else { return String(tag) }
        var result = ""
        var rest = tag
        while let start = rest.firstRange(of: "=\""),
            let end = rest[start.upperBound...].firstIndex(of: "\"")
        {
            let before = rest[..<start.lowerBound]
            let attribute = String(before.reversed().prefix { !$0.isWhitespace }.reversed())
            let value = rest[start.upperBound..<end]
            if let value = self.value(value, of: attribute) {
                result += before + "=\"" + value + "\""
                // On paper an address stands once in a part, and again in a list of sources only.
                if attribute == "href", name == "a", value.hasPrefix("http"),
                    !addresses.insert(value).inserted
                {
                    result += " data-again=\"\""
                }
            } else {
                result += before.dropLast(attribute.count + 1)
            }
            rest = rest[rest.index(after: end)...]
        }
        result += rest
        // What is folded on a screen is not on paper, but for what readers are warned of.
        if name == "details", !tag.contains("class=\"graphic\"") {
            result = "<details open" + result.dropFirst("<details".count)
        }
        return result
    }

    /// The value of an attribute in the document; `nil` if the attribute has no place there.
    private func value(_ value: Substring, of attribute: String) -> String? {
        switch attribute {
        case "id", "for": return local(value)
        case "aria-labelledby", "aria-describedby", "aria-controls", "headers":
            return value.split(separator: " ").map(local).joined(separator: " ")
        case "href": return link(value)
        // The document holds the picture itself.
        case "srcset", "sizes": return nil
        case "src":
            return PrintedPage.resolved(value, from: path)
                .flatMap { destinations.data(QueryText.decodedPath($0)) }
        case _: return String(value).replacing("url(#", with: "url(#\(prefix)")
        }
    }

    private var prefix: String { "p\(number)-" }

    private func local(_ id: Substring) -> String { prefix + id }

    /// Where a link leads from the document; `nil` if it leads to a page that is not in it and has no address.
    private func link(_ link: Substring) -> String? {
        let parts = link.split(separator: "#", maxSplits: 1, omittingEmptySubsequences: false)
        let fragment = parts.count > 1 ? parts[1] : ""
        if parts[0].isEmpty { return "#" + local(fragment) }
        guard let target = PrintedPage.resolved(parts[0], from: path) else { return String(link) }
        if let part = destinations.parts[QueryText.decodedPath(target)] {
            return fragment.isEmpty ? "#" + PrintedPage.id(part) : "#p\(part)-" + fragment
        }
        return destinations.address.map {
            $0 + "/" + target + (fragment.isEmpty ? "" : "#" + fragment)
        }
    }

    /// The path of a file of the report, from the root; `nil` for an address elsewhere.
    static func resolved(_ link: Substring, from path: String) -> String? {
        if link.contains(":") || link.hasPrefix("//") { return nil }
        var folders = path.split(separator: "/").dropLast().map(String.init)
        for part in link.split(separator: "/") {
            if part == ".." {
                if folders.isEmpty { return nil }
                folders.removeLast()
            } else if part != "." {
                folders.append(String(part))
            }
        }
        return folders.joined(separator: "/")
    }
}
