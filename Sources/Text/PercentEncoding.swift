/// Percent-encoding of addresses (RFC 3986, section 2.1).
package enum PercentEncoding {
    /// A path in which everything is encoded but unreserved characters and slashes.
    package static func path(_ path: String) -> String {
        var text = ""
        for byte in path.utf8 {
            if byte.isAlphanumeric || "-._~/".utf8.contains(byte) {
                text.unicodeScalars.append(Unicode.Scalar(byte))
            } else {
                text += "%" + byte.hexadecimal
            }
        }
        return text
    }
}
