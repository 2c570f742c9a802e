// Tokens, and the pieces into which a template is split.

/// A word, literal or sign inside a tag.
struct TagToken {
    var kind: Kind
    var span: Span

    enum Kind: Hashable {
        case name(String)
        case text(String)
        case integer(Int)
        case sign(String)
    }
}

/// A run of text, or a tag with its tokens.
enum Piece {
    case text(Range<Int>)
    case output([TagToken], Span)
    case tag([TagToken], Span)
}
