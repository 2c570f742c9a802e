/// What a page says of a published file besides what its record states.
public struct MediumFacts: Hashable, Sendable {
    /// The width in pixels; `nil` if it is not known.
    public var width: Int?
    /// The height in pixels; `nil` if it is not known.
    public var height: Int?
    /// The number of pages of a document; `nil` if it is not known.
    public var pages: Int?
    /// The size of a document in bytes.
    public var size: Int?
    /// The SHA-256 of a document, in hexadecimal digits.
    public var digest: String?
    /// The smaller sizes of a picture, the smallest first; empty without any.
    public var smaller: [Size] = []

    /// Makes empty facts.
    public init() {}

    /// A picture in another size.
    public struct Size: Hashable, Sendable {
        /// Its file in the report.
        public let path: String
        /// Its width in pixels.
        public let width: Int

        /// States a file and its width.
        public init(path: String, width: Int) {
            self.path = path
            self.width = width
        }
    }

    /// The sizes among which a browser chooses, the picture itself last; empty for one that has no smaller sizes.
    func sizes(of path: String) -> [Size] {
        guard let width, !smaller.isEmpty else { return [] }
        return smaller + [Size(path: path, width: width)]
    }
}
