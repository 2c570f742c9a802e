/// The headers that an object store sends with a file.
///
/// Stores do not derive them from the ending of its name.
struct ContentHeaders: Hashable, Sendable {
    /// The type with its encoding; `nil` to let rclone decide by the ending.
    let type: String?
    /// How long a browser may use its copy of the file without revalidating it.
    let caching: String

    /// The headers of a file by its path.
    init(of path: String) {
        let ending = path.split(separator: ".").last.map { $0.lowercased() } ?? ""
        let name = path.split(separator: "/").last ?? ""
        type = name.contains(".") ? ContentHeaders.types[ending] : "text/plain; charset=utf-8"
        // Pages, tables and styles belong together, so a browser revalidates each; the response is
        // usually “not modified”. Pictures and fonts do not change with the numbers.
        caching =
            path.hasPrefix("media/") || ending == "woff2"
            ? "public, max-age=86400" : "no-cache"
    }

    /// As options of rclone.
    var options: [String] {
        var options = ["--header-upload", "Cache-Control: \(caching)"]
        if let type { options += ["--header-upload", "Content-Type: \(type)"] }
        return options
    }

    private static let types = [
        "html": "text/html; charset=utf-8",
        "css": "text/css; charset=utf-8",
        "js": "text/javascript; charset=utf-8",
        "json": "application/json",
        "geojson": "application/geo+json",
        "csv": "text/csv; charset=utf-8",
        "xml": "application/xml",
        "svg": "image/svg+xml",
        "txt": "text/plain; charset=utf-8",
        "woff2": "font/woff2",
    ]
}
