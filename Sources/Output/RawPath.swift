/// A path in the bytes of the file system, which need not be valid UTF-8: files that Recount did not
/// make may be called anything, and are carried over all the same.
struct RawPath: Hashable, CustomStringConvertible {
    /// The bytes with the closing NUL.
    private let bytes: [CChar]

    /// Copies a C string.
    init(_ name: UnsafePointer<CChar>) {
        var length = 0
        while name[length] != 0 { length += 1 }
        bytes = Array(UnsafeBufferPointer(start: name, count: length + 1))
    }

    /// Makes a path from text.
    init(_ text: String) { bytes = text.utf8.map { CChar(bitPattern: $0) } + [0] }

    private init(bytes: [CChar]) { self.bytes = bytes }

    /// This path and a name inside it.
    func appending(_ name: RawPath) -> RawPath {
        if self == RawPath.here { return name }
        return RawPath(
            bytes: bytes.dropLast() + [CChar(bitPattern: UInt8(ascii: "/"))] + name.bytes
        )
    }

    /// The folders on the way to this path, outermost first.
    var parents: [RawPath] {
        bytes.indices.filter { bytes[$0] == CChar(bitPattern: UInt8(ascii: "/")) }
            .map {
                RawPath(bytes: bytes[..<$0] + [0])
            }
    }

    /// The folder from which paths start.
    static let here = RawPath(".")

    /// Whether it is one of the two entries that every folder has.
    var isDots: Bool {
        isHidden && (bytes.count == 2 || (bytes.count == 3 && bytes[1] == bytes[0]))
    }

    /// Whether the name starts with a dot.
    var isHidden: Bool { bytes.first == CChar(bitPattern: UInt8(ascii: ".")) }

    /// Hands the path to a call of the system.
    func withCString<Result>(_ body: (UnsafePointer<CChar>) -> Result) -> Result {
        bytes.withUnsafeBufferPointer { buffer in
            guard let base = buffer.baseAddress else { return "".withCString(body) }
            return body(base)
        }
    }

    /// The path as text; bytes that are not UTF-8 are replaced.
    var description: String {
        String(decoding: bytes.dropLast().map { UInt8(bitPattern: $0) }, as: UTF8.self)
    }
}
