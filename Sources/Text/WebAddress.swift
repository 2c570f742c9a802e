// An address that one browser reads in one way and another program in another can lead readers to a host that
// nobody checked. So only one form of the URL standard is accepted: a scheme, two slashes, and a plain host.

/// Addresses of web pages.
package enum WebAddress {
    /// What is wrong with an address.
    package enum Problem: Equatable, Sendable {
        /// It begins neither with http:// nor with https://.
        case scheme
        /// It has no host, or contains what no address can.
        case form
        /// It contains a user's name or password.
        case user
        /// Its host, named here as browsers look it up or as it is written, looks like another one.
        case lookAlike(String)
    }

    /// What is wrong with a text that should be one address and nothing else; `nil` for nothing.
    package static func problem(_ bytes: UnsafeBufferPointer<UInt8>) -> Problem? {
        guard let start = hostStart(bytes) else { return .scheme }
        for byte in bytes[start...] {
            switch byte {
            case 0...0x20, 0x7F, UInt8(ascii: "\""), UInt8(ascii: "<"), UInt8(ascii: ">"),
                Byte.backslash:
                return .form
            default: break
            }
        }
        return authorityProblem(bytes[start...])
    }

    /// What is wrong with a text that should be one address and nothing else; `nil` for nothing.
    package static func problem(_ text: String) -> Problem? {
        Array(text.utf8).withUnsafeBufferPointer(problem)
    }

    /// What is wrong with the scheme and the host of an address whose other parts are escaped when they are
    /// written; `nil` for nothing.
    package static func hostProblem(_ text: String) -> Problem? {
        Array(text.utf8)
            .withUnsafeBufferPointer { bytes in
                guard let start = hostStart(bytes) else { return .scheme }
                return authorityProblem(bytes[start...])
            }
    }

    /// Where the host begins; `nil` without http:// or https://, whose letters may be capitals.
    private static func hostStart(_ bytes: UnsafeBufferPointer<UInt8>) -> Int? {
        if begins(bytes, "https://") { return 8 }
        return begins(bytes, "http://") ? 7 : nil
    }

    private static func begins(
        _ bytes: UnsafeBufferPointer<UInt8>,
        _ scheme: StaticString
    ) -> Bool {
        guard bytes.count >= scheme.utf8CodeUnitCount else { return false }
        for index in 0..<scheme.utf8CodeUnitCount {
            let byte = bytes[index]
            let small = byte >= 65 && byte <= 90 ? byte | 0x20 : byte
            if small != scheme.utf8Start[index] { return false }
        }
        return true
    }

    /// Checks the host and the port, up to the first slash, question mark or number sign.
    private static func authorityProblem(
        _ bytes: Slice<UnsafeBufferPointer<UInt8>>
    ) -> Problem? {
        var end = bytes.startIndex
        var isPlain = true
        var port: Int?
        scan: while end < bytes.endIndex {
            let byte = bytes[end]
            switch byte {
            case UInt8(ascii: "/"), UInt8(ascii: "?"), UInt8(ascii: "#"), Byte.backslash: break scan
            case UInt8(ascii: "@"): return .user
            case UInt8(ascii: ":"): port = end
            default: if !byte.isAlphanumeric, byte != UInt8(ascii: ".") { isPlain = false }
            }
            end += 1
        }
        if end < bytes.endIndex, bytes[end] == Byte.backslash { return .form }
        if bytes[bytes.startIndex..<end].contains(UInt8(ascii: "@")) { return .user }
        var hostEnd = end
        if bytes.first == UInt8(ascii: "[") {
            return isNumbered(bytes[bytes.startIndex..<end]) ? nil : .form
        }
        if let port {
            let digits = bytes[(port + 1)..<end]
            guard digits.count <= 5, digits.allSatisfy(\.isDigit) else { return .form }
            hostEnd = port
        }
        let host = bytes[bytes.startIndex..<hostEnd]
        guard host.contains(where: { $0 != UInt8(ascii: ".") }) else { return .form }
        return isPlain ? nil : HostName.problem(Array(host))
    }

    /// Whether a host is an address of IPv6 in brackets, with a port or without.
    private static func isNumbered(_ host: Slice<UnsafeBufferPointer<UInt8>>) -> Bool {
        guard let close = host.firstIndex(of: UInt8(ascii: "]")), close > host.startIndex + 1 else {
            return false
        }
        let inside = host[(host.startIndex + 1)..<close]
        let isAddress = inside.allSatisfy { byte in
            byte.isDigit || (97...102).contains(byte | 0x20) || byte == UInt8(ascii: ":")
                || byte == UInt8(ascii: ".")
        }
        let port = host[(close + 1)...]
        return isAddress
            && (port.isEmpty
                || (port.first == UInt8(ascii: ":") && port.dropFirst().allSatisfy(\.isDigit)))
    }
}
