/// What keeps a text from being JSON, and where.
package struct JSONMistake: Error, Equatable {
    /// Which bound or rule is broken.
    package enum Kind: Sendable {
        /// The grammar of RFC 8259.
        case syntax
        /// The limit of nesting, ``JSONScanner/depthLimit``.
        case nesting
    }

    /// The offset of the first byte concerned.
    package var offset: Int
    /// How many bytes are concerned.
    package var length = 1
    /// What is wrong, as a clause.
    package var message: String
    /// What to do about it, when that is known.
    package var suggestion: String?
    /// What is broken.
    package var kind = Kind.syntax
}
