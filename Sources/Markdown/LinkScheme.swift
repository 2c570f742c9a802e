// Links are checked by their schemes, because a scheme such as `javascript:` would run a script.

import Text

/// Which destinations a link may have.
enum LinkScheme {
    /// The schemes that readers may be led to.
    static let forReaders: Set<String> = ["http", "https", "mailto"]
    /// The schemes that are resolved before a page is written.
    static let own: Set<String> = ["figure", "claim", "strike", "source", "media"]

    /// The scheme of a destination in lower case, as a browser would read it; `nil` when it is
    /// relative.
    ///
    /// Browsers leave out leading spaces and control characters, and tabs and line ends anywhere.
    static func scheme(of destination: String) -> String? {
        var letters: [UInt8] = []
        for byte in destination.utf8 {
            switch byte {
            case 0x09, 0x0A, 0x0D: continue
            case 0...0x20 where letters.isEmpty: continue
            case UInt8(ascii: ":"):
                return letters.isEmpty ? nil : String(decoding: letters, as: UTF8.self).lowercased()
            case _ where byte.isLetter: letters.append(byte)
            case _ where byte.isDigit || "+-.".utf8.contains(byte):
                if letters.isEmpty { return nil }
                letters.append(byte)
            default: return nil
            }
        }
        return nil
    }

    /// What is wrong with a destination.
    enum Flaw: Equatable {
        /// Its scheme is not allowed, or it names a host without one.
        case scheme
        /// A scheme without two slashes and a host, or with invisible characters in it.
        case form
        /// It contains a user's name or password.
        case user
        /// Its host looks like another one.
        case lookAlike(String)
    }

    /// What is wrong with a destination that an author wrote; `nil` for nothing.
    static func flaw(of destination: String) -> Flaw? {
        guard let scheme = scheme(of: destination) else {
            return isHostOnly(destination) ? .scheme : nil
        }
        if own.contains(scheme) { return nil }
        guard forReaders.contains(scheme) else { return .scheme }
        // Browsers read these as well, other programs do not.
        guard destination.lowercased().hasPrefix(scheme + ":") else { return .form }
        if scheme == "mailto" { return nil }
        switch WebAddress.hostProblem(destination) {
        case nil: return nil
        case .scheme, .form: return .form
        case .user: return .user
        case .lookAlike(let host): return .lookAlike(host)
        }
    }

    /// Whether an author may write this destination.
    static func isAllowed(_ destination: String) -> Bool { flaw(of: destination) == nil }

    /// Whether a page may lead there.
    static func isSafe(_ href: String) -> Bool { isAllowed(href) && !isOwn(href) }

    /// Whether a destination names a host without a scheme, which leads nowhere from a folder.
    private static func isHostOnly(_ destination: String) -> Bool {
        let slashes: Set<UInt8> = [UInt8(ascii: "/"), Byte.backslash]
        let written = destination.utf8.lazy.filter { $0 != 0x09 && $0 != 0x0A && $0 != 0x0D }
        return written.drop { $0 <= 0x20 }.prefix(2).count(where: slashes.contains) == 2
    }

    static func isOwn(_ destination: String) -> Bool {
        scheme(of: destination).map(own.contains) ?? false
    }
}

extension LinkScheme.Flaw {
    /// The message about a link and what to do about it.
    func words(_ destination: String) -> (message: String, advice: String) {
        switch self {
        case .scheme:
            (
                "the link “\(destination)” is neither http, https, mailto, a file of this site nor a record",
                "Link to https://, to a file of this site, or to figure:, claim:, strike:, source: or media:."
            )
        case .form:
            (
                "the link “\(destination)” is not an address that all browsers read alike",
                "An address begins with https:// and the name of a host, such as https://example.org/."
            )
        case .user:
            (
                "the link “\(destination)” contains a user’s name or password",
                "Remove what stands before the @; every reader could see it."
            )
        case .lookAlike(let host):
            (
                "the host “\(host)” has letters that look like those of another name",
                "Copy the address of the page from the browser."
            )
        }
    }
}
