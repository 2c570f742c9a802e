// Links are checked by their schemes, because a scheme such as `javascript:` would run a script.

import Text

/// Which destinations a link may have.
enum LinkScheme {
    /// The schemes that readers may be led to.
    static let forReaders: Set<String> = ["http", "https", "mailto"]
    /// The schemes that are resolved before a page is written.
    static let own: Set<String> = ["figure", "claim", "strike", "source"]

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

    /// Whether an author may write this destination.
    static func isAllowed(_ destination: String) -> Bool {
        guard let scheme = scheme(of: destination) else { return !isHostOnly(destination) }
        return forReaders.contains(scheme) || own.contains(scheme)
    }

    /// Whether a page may lead there.
    static func isSafe(_ href: String) -> Bool {
        scheme(of: href).map(forReaders.contains) ?? !isHostOnly(href)
    }

    /// Whether a destination names a host without a scheme, which leads nowhere from a folder.
    private static func isHostOnly(_ destination: String) -> Bool {
        let slashes: Set<UInt8> = [UInt8(ascii: "/"), UInt8(ascii: "\\")]
        return destination.utf8.drop { $0 <= 0x20 }.prefix(2).count(where: slashes.contains) == 2
    }

    static func isOwn(_ destination: String) -> Bool {
        scheme(of: destination).map(own.contains) ?? false
    }
}
