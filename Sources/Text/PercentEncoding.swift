/// Percent-encoding of addresses (RFC 3986, section 2.1).
package enum PercentEncoding {
    /// A path in which everything is encoded but unreserved characters and slashes.
    package static func path(_ path: String) -> String { encoded(path, keeping: "/") }

    /// A text in which everything is encoded but unreserved characters and those of `kept`, which are ASCII, and
    /// letters beyond ASCII if they are kept, as in an IRI.
    package static func encoded(
        _ text: String,
        keeping kept: String,
        keepsLetters: Bool = false
    ) -> String {
        func isKept(_ byte: UInt8) -> Bool {
            byte.isAlphanumeric || "-._~".utf8.contains(byte) || kept.utf8.contains(byte)
                || keepsLetters && byte >= 0x80
        }
        if text.utf8.allSatisfy(isKept) { return text }
        var result: [UInt8] = []
        for byte in text.utf8 {
            if isKept(byte) { result.append(byte) } else { result += "%\(byte.hexadecimal)".utf8 }
        }
        return String(decoding: result, as: UTF8.self)
    }
}
