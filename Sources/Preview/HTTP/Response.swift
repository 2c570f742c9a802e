// A response as a value; the connection turns it into bytes.

/// The status codes that the preview uses.
enum Status: Int, Sendable {
    case ok = 200
    case partialContent = 206
    case found = 302
    case notModified = 304
    case badRequest = 400
    case forbidden = 403
    case notFound = 404
    case methodNotAllowed = 405
    case requestTimeout = 408
    case targetTooLong = 414
    case rangeNotSatisfiable = 416
    case misdirected = 421
    case fieldsTooLarge = 431
    case serverError = 500
    case versionUnknown = 505

    var phrase: String {
        switch self {
        case .ok: "OK"
        case .partialContent: "Partial Content"
        case .found: "Found"
        case .notModified: "Not Modified"
        case .badRequest: "Bad Request"
        case .forbidden: "Forbidden"
        case .notFound: "Not Found"
        case .methodNotAllowed: "Method Not Allowed"
        case .requestTimeout: "Request Timeout"
        case .targetTooLong: "URI Too Long"
        case .rangeNotSatisfiable: "Range Not Satisfiable"
        case .misdirected: "Misdirected Request"
        case .fieldsTooLarge: "Request Header Fields Too Large"
        case .serverError: "Internal Server Error"
        case .versionUnknown: "HTTP Version Not Supported"
        }
    }
}

/// A status, header fields and a body.
struct Response: Sendable {
    enum Body: Sendable {
        case none
        case bytes([UInt8])
        case file(FileDescriptor, from: Int, count: Int)
        /// An event stream: `greeting` is sent at once, and events as they occur.
        case events(greeting: [UInt8])
    }

    var status: Status
    var fields: [(name: String, value: String)] = []
    var body: Body = .none

    /// One line of text.
    static func text(_ status: Status, _ text: String) -> Response {
        Response(
            status: status,
            fields: [("Content-Type", "text/plain; charset=utf-8")],
            body: .bytes(Array("\(text)\n".utf8))
        )
    }

    /// A response that states only its status.
    static func refusal(_ status: Status) -> Response {
        .text(status, "\(status.rawValue) \(status.phrase)")
    }

    /// The status line and the header fields, ready to send.
    func head(keepsAlive: Bool) -> [UInt8] {
        var text = "HTTP/1.1 \(status.rawValue) \(status.phrase)\r\n"
        for field in fields { text += "\(field.name): \(field.value)\r\n" }
        if let length = contentLength { text += "Content-Length: \(length)\r\n" }
        for field in Response.always where !fields.contains(where: { $0.name == field.name }) {
            text += "\(field.name): \(field.value)\r\n"
        }
        text += "Connection: \(keepsAlive ? "keep-alive" : "close")\r\n\r\n"
        return Array(text.utf8)
    }

    /// Browsers revalidate every response, respect its declared type, and do not let pages of other
    /// sites use it.
    private static let always: [(name: String, value: String)] = [
        ("Cache-Control", "no-cache"),
        ("X-Content-Type-Options", "nosniff"),
        ("Cross-Origin-Resource-Policy", "same-origin"),
        ("Cross-Origin-Opener-Policy", "same-origin"),
        ("Content-Security-Policy", "frame-ancestors 'none'"),
        ("X-Frame-Options", "DENY"),
        ("Referrer-Policy", "no-referrer"),
    ]

    private var contentLength: Int? {
        switch body {
        case .none: status == .notModified ? nil : 0
        case .bytes(let bytes): bytes.count
        case .file(_, _, let count): count
        case .events: nil
        }
    }
}
