// The preview's script connects to the preview and loads a style sheet from it. A page's
// Content-Security-Policy is changed to permit exactly that, so that otherwise the preview behaves as the
// published page will.

import Text

/// Amends the Content-Security-Policies in a page's head.
enum PagePolicy {
    /// The beginning of a page with its policies amended.
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

    /// A policy that also permits what the preview needs; the same text if it already does.
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

    /// Adds 'self' to a directive, or to the fallback `default-src`; returns whether anything changed.
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
