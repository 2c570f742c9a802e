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

    /// Makes empty facts.
    public init() {}
}
