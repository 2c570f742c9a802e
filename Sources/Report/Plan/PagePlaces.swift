import Records
import Text

/// The paths of all pages from the root of the report, known before any page is rendered.
struct PagePlaces: Sendable {
    /// The page of each strike, by position.
    let strikes: [String]
    /// The page of each article, by its file in `content/`.
    let articles: [String: String]
    /// The victims of each page.
    let victimPages: Paging
    /// The people by name and by value, where somebody stands without a strike.
    let people: PeopleIndex
    /// The claims of each page.
    let claimPages: Paging
    /// The menu of the original, with its pages.
    let menu: [PlannedMenuEntry]
    /// The same menu in the other languages of the report, by tag.
    let menus: [String: [PlannedMenuEntry]]

    /// The fixed pages.
    enum Fixed: String, CaseIterable {
        case home = "index.html"
        case strikes = "strikes/index.html"
        case victims = "victims.html"
        case claims = "claims.html"
        case disclosures = "disclosures.html"
        case methodology = "methodology.html"
        case data = "data.html"
        case corrections = "corrections.html"
        case notFound = "404.html"
        case feed = "feed.xml"
        case sitemap = "sitemap.xml"
        case style = "assets/style.css"
        case script = "assets/site.js"
        case search = "search.html"
        case searchScript = "assets/search.js"
        case months = "tables/months.html"
        case places = "tables/places.html"
        case people = "tables/people.html"

        /// The path on a site, which may have its own folder for the pages of strikes.
        func path(_ settings: SiteSettings) -> String {
            self == .strikes ? settings.recordPath + "/index.html" : rawValue
        }

        /// The fixed page at a path of a site; `nil` if another page is there.
        static func at(_ path: String, _ settings: SiteSettings) -> Fixed? {
            if path == Fixed.strikes.path(settings) { return .strikes }
            let page = Fixed(rawValue: path)
            return page == .strikes ? nil : page
        }
    }

    /// The path of a strike's page in the folder of such pages: its id where that is a safe file name, otherwise a safe
    /// spelling of the id with a hash that keeps it unique.
    static func strikePath(_ id: String, in folder: String) -> String {
        folder + "/" + fileName(id) + ".html"
    }

    /// The path of a person's page, where people have pages.
    static func personPath(_ id: String) -> String {
        "people/" + fileName(id) + ".html"
    }

    /// A fragment for the id of a record.
    static func anchor(_ prefix: String, _ id: String) -> String {
        prefix + "-" + fileName(id)
    }

    /// The path of a page of a list, counted from 0: `claims.html`, `claims-2.html`.
    static func paged(_ path: String, _ page: Int) -> String {
        guard page > 0 else { return path }
        return path.replacingSuffix(".html", with: "-\(page + 1).html")
    }

    private static func fileName(_ id: String) -> String {
        let isSafe = id.utf8.allSatisfy { byte in
            switch byte {
            case 45, 46, 48...57, 65...90, 95, 97...122: true
            default: false
            }
        }
        // A safe name is ASCII, so every byte is a character.
        let point = UInt8(ascii: ".")
        if isSafe, id.utf8.first != point, id.utf8.last != point,
            id.utf8.count != "index".utf8.count || id.lowercased() != "index",
            ReservedName.device(in: id[...]) == nil
        {
            return id
        }
        return Selection([Condition(.id, named: "id", [.text(id)])]).slug.replacingDots()
    }
}

/// The division of a long list into pages.
struct Paging: Sendable {
    /// The items of each page.
    private(set) var pages: [Range<Int>]

    /// The pages as they are; at least one.
    init(_ pages: [Range<Int>]) {
        self.pages = pages.isEmpty ? [0..<0] : pages
    }

    /// Pages of at most `size` items; at least one page, which may be empty.
    init(count: Int, size: Int) {
        var pages: [Range<Int>] = []
        var start = 0
        while start < count {
            pages.append(start..<min(start + size, count))
            start += size
        }
        self.pages = pages.isEmpty ? [0..<0] : pages
    }

    /// The same pages, and as many empty ones after them as a number of pages needs.
    func lengthened(to number: Int) -> Paging {
        let end = pages.last?.upperBound ?? 0
        var longer = self
        longer.pages += Array(repeating: end..<end, count: max(0, number - pages.count))
        return longer
    }

    /// Pages that end where a group ends, of about `size` items each.
    init(groups: [Range<Int>], size: Int) {
        var pages: [Range<Int>] = []
        var start: Int?
        for group in groups where !group.isEmpty {
            let first = start ?? group.lowerBound
            start = first
            if group.upperBound - first >= size {
                pages.append(first..<group.upperBound)
                start = nil
            }
        }
        if let start, let end = groups.last?.upperBound { pages.append(start..<end) }
        self.pages = pages.isEmpty ? [0..<0] : pages
    }

    /// The page that an item is on, from 0.
    func page(of item: Int) -> Int {
        var low = 0
        var high = pages.count - 1
        while low < high {
            let middle = (low + high) / 2
            if pages[middle].upperBound <= item { low = middle + 1 } else { high = middle }
        }
        return low
    }
}

extension String {
    /// The text with a suffix replaced, or unchanged when it does not end with the suffix.
    func replacingSuffix(_ suffix: String, with other: String) -> String {
        hasSuffix(suffix) ? String(dropLast(suffix.count)) + other : self
    }

    fileprivate func replacingDots() -> String {
        let bytes = utf8.map { $0 == UInt8(ascii: ".") ? UInt8(ascii: "-") : $0 }
        return String(decoding: bytes, as: UTF8.self)
    }
}
