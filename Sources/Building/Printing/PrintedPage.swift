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
        /// A number with the digits of the language.
        let number: (Int) -> String
    }

    /// The markup of the part.
    private(set) var markup = ""
    /// The text of its first heading, as markup without tags.
    private(set) var title = ""

    /// The addresses to which its links lead, each once, in the order of their numbers.
    private(set) var addresses: [String] = []
    private var numbers: [String: Int] = [:]
    /// The link that is being read: its address, and its markup so far.
    private var open: (address: String, text: String)?
    /// The element in which links have no numbers: a list that shows their addresses, or a drawing.
    private var unnumbered: (name: Substring, depth: Int)?
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
        while let start = rest.firstIndex(of: "<") {
            let text = rest[..<start]
            if depthInNavigation == 0 { markup += text }
            heading? += text
            open?.text += text
            guard let close = rest[start...].firstIndex(of: ">") else { break }
            let tag = rest[start...close]
            rest = rest[rest.index(after: close)...]
            let name = tag.dropFirst().prefix { $0.isLetter || $0.isNumber || $0 == "/" }
            // Ways from page to page mean nothing in one document.
            if name == "nav" { depthInNavigation += 1 }
            if depthInNavigation == 0 {
                if name == "/a" { markup += numberOfLink() }
                markup += rewritten(tag, name)
                follow(tag, name)
            }
            if name == "/nav" { depthInNavigation -= 1 }
            if name == "h1", title.isEmpty { heading = "" }
            if name == "/h1", let text = heading {
                title = text.split(whereSeparator: \.isWhitespace).joined(separator: " ")
                heading = nil
            }
        }
        if depthInNavigation == 0 { markup += rest }
    }

    /// The number of an address, as it stands at its links and in the list of addresses.
    static func mark(_ number: Int, _ text: (Int) -> String) -> String {
        "<sup class=\"address\">↗\(text(number))</sup>"
    }

    /// The number at the end of the link that was read; empty if its own text is the address, or it needs none.
    private mutating func numberOfLink() -> String {
        guard let link = open else { return "" }
        open = nil
        if link.text == link.address { return "" }
        let number = numbers[link.address] ?? addresses.count + 1
        if number > addresses.count {
            addresses.append(link.address)
            numbers[link.address] = number
        }
        return PrintedPage.mark(number, destinations.number)
    }

    /// Enters and leaves the elements in which links have no numbers.
    private mutating func follow(_ tag: Substring, _ name: Substring) {
        if let (element, depth) = unnumbered {
            if name == element { unnumbered = (element, depth + 1) }
            if name.dropFirst() == element, name.first == "/" {
                unnumbered = depth == 1 ? nil : (element, depth - 1)
            }
        } else if name == "svg" || PrintedPage.showsAddresses(tag) {
            unnumbered = (name, 1)
        }
    }

    /// Whether the style sheet prints the addresses of an element's links beside them.
    private static func showsAddresses(_ tag: Substring) -> Bool {
        guard let start = tag.firstRange(of: "class=\"") else { return false }
        return tag[start.upperBound...].prefix { $0 != "\"" }.split(separator: " ")
            .contains { ["srcs", "footnotes", "citation"].contains($0) }
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
                if attribute == "href", name == "a", value.hasPrefix("http"), unnumbered == nil {
                    open = (value, "")
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
