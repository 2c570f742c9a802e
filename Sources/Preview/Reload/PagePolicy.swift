// A report's pages allow no script and no connection. The preview needs one of each from its own
// address, and changes a page's Content-Security-Policy by exactly that, so that everything else an
// author sees in the preview is what the published policy will do.

import Text

/// Amends the policies in a page's head.
enum PagePolicy {
    /// The page's beginning with its policies amended.
    static func amended(_ page: ArraySlice<UInt8>) -> [UInt8] {
        let head = page[..<(PageSearch.firstIndex(of: "<body", in: page) ?? page.endIndex)]
        var result: [UInt8] = []
        var done = page.startIndex
        var index = page.startIndex
        while let start = PageSearch.firstIndex(of: "<meta", in: head[index...]) {
            let (attributes, end) = Attribute.list(of: head, from: start)
            index = max(end, start + 5)
            guard let content = attributes.first(where: { $0.name == "content" }),
                attributes.contains(where: isPolicyName)
            else { continue }
            let policy = HTMLEscaping.escaped(
                amended(policy: content.value),
                quotes: .commonMark
            )
            result += page[done..<content.place.lowerBound] + Array("\"\(policy)\"".utf8)
            done = content.place.upperBound
        }
        return result + page[done...]
    }

    private static func isPolicyName(_ attribute: Attribute) -> Bool {
        attribute.name == "http-equiv"
            && attribute.value.lowercased() == "content-security-policy"
    }

    /// A policy that also permits what the preview adds; the same text if it already does.
    static func amended(policy: String) -> String {
        var directives = policy.split(separator: ";")
            .map { part in
                part.split { $0.isWhitespace }.map(String.init)
            }
            .filter { !$0.isEmpty }
        var changed = false
        for name in ["connect-src", "script-src", "script-src-elem", "style-src", "style-src-elem"]
        {
            changed = permit(name, in: &directives) || changed
        }
        guard changed else { return policy }
        return directives.map { $0.joined(separator: " ") }.joined(separator: "; ")
    }

    /// Adds 'self' to what a directive allows now, itself or by way of `default-src`.
    private static func permit(_ name: String, in directives: inout [[String]]) -> Bool {
        func index(of name: String) -> Int? {
            directives.firstIndex { $0[0].lowercased() == name }
        }
        if let own = index(of: name) {
            let sources = Array(directives[own].dropFirst())
            guard !allowsSelf(sources) else { return false }
            directives[own] = [directives[own][0]] + withSelf(sources)
            return true
        }
        if name.hasSuffix("-elem") { return false }
        guard let fallback = index(of: "default-src") else { return false }
        let sources = Array(directives[fallback].dropFirst())
        guard !allowsSelf(sources) else { return false }
        directives.append([name] + withSelf(sources))
        return true
    }

    private static func allowsSelf(_ sources: [String]) -> Bool {
        sources.contains { $0 == "*" || $0.lowercased() == "'self'" }
    }

    private static func withSelf(_ sources: [String]) -> [String] {
        sources.filter { $0.lowercased() != "'none'" } + ["'self'"]
    }
}
