// A page of any site can make its own host name resolve to this machine and then read the preview (DNS
// rebinding). So the preview accepts only host names that always mean this machine.

/// The host names and port that a request must be addressed to.
struct AllowedHosts: Sendable {
    private let names: [String]

    init(port: UInt16) {
        let bare = ["localhost", "127.0.0.1", "[::1]"]
        let full = bare.map { "\($0):\(port)" }
        names = port == 80 ? full + bare : full
    }

    /// The names as a text, for the response to requests with another one.
    var list: String { names.joined(separator: ", ") }

    /// Whether the value of a `Host` field is allowed.
    func allows(_ host: String) -> Bool {
        names.contains(host.lowercased())
    }

    /// Whether a page of another site has caused a request, as far as its browser says.
    ///
    /// A link to the preview may be followed from anywhere; a page elsewhere may load nothing of it.
    func isForeign(_ request: Request) -> Bool {
        if let origin = request.field("origin"),
            !names.contains(where: { "http://" + $0 == origin.lowercased() })
        {
            return true
        }
        guard let site = request.field("sec-fetch-site")?.lowercased() else { return false }
        return !["same-origin", "none"].contains(site)
            && request.field("sec-fetch-mode")?.lowercased() != "navigate"
    }

    /// The path and query of a target, which may be an absolute URL; `nil` if its host is not allowed.
    func originForm(of target: [UInt8]) -> [UInt8]? {
        if target.first == 47 { return target }
        let scheme = "http://"
        guard String(decoding: target.prefix(7), as: UTF8.self).lowercased() == scheme else {
            return nil
        }
        let rest = target.dropFirst(7)
        let authority = rest.prefix { $0 != 47 && $0 != 63 && $0 != 35 }
        guard allows(String(decoding: authority, as: UTF8.self)) else { return nil }
        let path = Array(rest.dropFirst(authority.count))
        return path.first == 47 ? path : [47] + path
    }
}
