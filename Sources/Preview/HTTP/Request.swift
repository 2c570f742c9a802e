// Requests are checked for form only; `Serving` decides how to respond to them.

/// The request line and the header fields of a request.
struct Request: Sendable {
    var method: String
    var target: [UInt8]
    var fields: [(name: String, value: String)]
    /// Whether the connection may carry another request after this one.
    var keepsAlive: Bool

    /// The value of a field by its lower-case name; several values are joined as RFC 9110 says.
    func field(_ name: String) -> String? {
        let values = fields.filter { $0.name == name }.map(\.value)
        return values.isEmpty ? nil : values.joined(separator: ", ")
    }
}

/// Finds the next request in the bytes that a client has sent, within fixed limits.
///
/// It is stricter than RFC 9112 where leniency has enabled attacks: lines end in CR LF, fields are not
/// folded, and there is no space between a field's name and its colon.
enum RequestParser {
    static let maximumLineLength = 8 * 1024
    static let maximumHeadLength = 16 * 1024
    static let maximumFieldCount = 100

    enum Result {
        case incomplete
        case request(Request, length: Int)
        case refused(Status)
    }

    /// Parses the first request; an earlier call has found the first `seen` bytes to be incomplete.
    static func parse(_ bytes: [UInt8], seen: Int) -> Result {
        guard let end = endOfHead(bytes, from: max(0, seen - 3)) else {
            return refusalOfUnfinished(bytes)
        }
        if end > maximumHeadLength { return .refused(.fieldsTooLarge) }
        var lines = splitLines(bytes[..<(end - 4)])
        let first = lines.removeFirst()
        if first.count > maximumLineLength { return .refused(.targetTooLong) }
        if lines.count > maximumFieldCount { return .refused(.fieldsTooLarge) }
        return assemble(first, lines, length: end)
    }

    private static func refusalOfUnfinished(_ bytes: [UInt8]) -> Result {
        if bytes.count > maximumLineLength, !bytes.prefix(maximumLineLength).contains(10) {
            return .refused(.targetTooLong)
        }
        return bytes.count > maximumHeadLength ? .refused(.fieldsTooLarge) : .incomplete
    }

    private static func assemble(
        _ first: ArraySlice<UInt8>,
        _ lines: [ArraySlice<UInt8>],
        length: Int
    ) -> Result {
        let words = first.split(separator: 32, omittingEmptySubsequences: false)
        guard words.count == 3, !words[0].isEmpty, words[0].allSatisfy(isTokenByte),
            !words[1].isEmpty, words[1].allSatisfy({ $0 > 32 && $0 != 127 })
        else { return .refused(.badRequest) }
        let version = String(decoding: words[2], as: UTF8.self)
        guard version == "HTTP/1.1" || version == "HTTP/1.0" else {
            return .refused(words[2].starts(with: "HTTP/".utf8) ? .versionUnknown : .badRequest)
        }
        var fields: [(name: String, value: String)] = []
        for line in lines {
            guard let field = parseField(line) else { return .refused(.badRequest) }
            fields.append(field)
        }
        var request = Request(
            method: String(decoding: words[0], as: UTF8.self),
            target: Array(words[1]),
            fields: fields,
            keepsAlive: false
        )
        request.keepsAlive = version == "HTTP/1.1" && mayContinue(request)
        return .request(request, length: length)
    }

    /// A request with a body ends its connection, because the preview accepts no bodies.
    private static func mayContinue(_ request: Request) -> Bool {
        let close = request.field("connection")?.lowercased().contains("close") ?? false
        let body = request.field("content-length").map { $0 != "0" } ?? false
        return !close && !body && request.field("transfer-encoding") == nil
    }

    private static func parseField(_ line: ArraySlice<UInt8>) -> (name: String, value: String)? {
        guard let colon = line.firstIndex(of: 58), colon > line.startIndex,
            line[..<colon].allSatisfy(isTokenByte)
        else { return nil }
        var value = line[(colon + 1)...]
        while let byte = value.first, byte == 32 || byte == 9 { value.removeFirst() }
        while let byte = value.last, byte == 32 || byte == 9 { value.removeLast() }
        guard value.allSatisfy({ $0 >= 32 && $0 != 127 || $0 == 9 }) else { return nil }
        let name = String(decoding: line[..<colon], as: UTF8.self).lowercased()
        return (name, String(decoding: value, as: UTF8.self))
    }

    private static func endOfHead(_ bytes: [UInt8], from start: Int) -> Int? {
        var index = start
        while index + 3 < bytes.count {
            if bytes[index] == 13, bytes[index + 1] == 10, bytes[index + 2] == 13,
                bytes[index + 3] == 10
            {
                return index + 4
            }
            index += 1
        }
        return nil
    }

    private static func splitLines(_ head: ArraySlice<UInt8>) -> [ArraySlice<UInt8>] {
        var lines: [ArraySlice<UInt8>] = []
        var start = head.startIndex
        for index in head.indices
        where head[index] == 10 && index > start && head[index - 1] == 13 {
            lines.append(head[start..<(index - 1)])
            start = index + 1
        }
        lines.append(head[start...])
        return lines
    }

    private static func isTokenByte(_ byte: UInt8) -> Bool {
        switch byte {
        case 48...57, 65...90, 97...122: true
        case 33, 35, 36, 37, 38, 39, 42, 43, 45, 46, 94, 95, 96, 124, 126: true
        default: false
        }
    }
}
