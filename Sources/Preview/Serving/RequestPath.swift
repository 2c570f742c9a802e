// The only place that turns a requested path into file names. It decodes the path once, and refuses paths
// that could be interpreted in more than one way.

import Text

/// The path of a request's target, as segments that are safe to open one after another.
struct RequestPath: Equatable, Sendable {
    enum Problem: Error {
        case malformed
        /// Well formed, but nothing with such a name is ever served.
        case absent
    }

    /// The decoded names, none of them empty, hidden, "." or "..".
    let segments: [String]
    /// Whether the path names a folder.
    let endsInSlash: Bool
    /// The path as it was sent, without the query.
    let raw: String
    /// The text after the question mark; `nil` if there is none.
    let query: String?

    /// Reads a target in origin form.
    init(_ target: [UInt8]) throws(Problem) {
        guard target.first == 47, !target.contains(35) else { throw .malformed }
        let parts = target.split(
            separator: 63,
            maxSplits: 1,
            omittingEmptySubsequences: false
        )
        raw = String(decoding: parts[0], as: UTF8.self)
        query = parts.count > 1 ? String(decoding: parts[1], as: UTF8.self) : nil
        var names = parts[0].dropFirst().split(separator: 47, omittingEmptySubsequences: false)
        endsInSlash = names.last?.isEmpty ?? false
        if endsInSlash { names.removeLast() }
        var decoded: [String] = []
        for name in names { decoded.append(try RequestPath.decode(name)) }
        segments = decoded
    }

    private static func decode(_ encoded: ArraySlice<UInt8>) throws(Problem) -> String {
        if encoded.isEmpty { throw .absent }
        var bytes: [UInt8] = []
        var index = encoded.startIndex
        while index < encoded.endIndex {
            var byte = encoded[index]
            index += 1
            if byte == 37 {
                guard index + 1 < encoded.endIndex, let high = encoded[index].hexDigitValue,
                    let low = encoded[index + 1].hexDigitValue
                else { throw .malformed }
                byte = high << 4 | low
                index += 2
            }
            if byte < 32 || byte == 127 || byte == 47 || byte == 92 { throw .malformed }
            bytes.append(byte)
        }
        guard let name = String(validating: bytes, as: UTF8.self) else { throw .malformed }
        if name == "." || name == ".." { throw .malformed }
        if bytes.first == 46 || bytes.count > 255 { throw .absent }
        return name
    }
}
