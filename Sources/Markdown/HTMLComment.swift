/// Recognises HTML comments, which authors may write in Markdown as notes.
enum HTMLComment {
    /// Whether a piece of HTML is nothing but comments and spaces.
    static func isAll(of html: String) -> Bool {
        var rest = html[...].utf8
        while true {
            rest = rest.drop { $0 <= 0x20 }
            if rest.isEmpty { return true }
            guard rest.starts(with: "<!--".utf8), let end = end(rest) else { return false }
            rest = rest[end...]
        }
    }

    private static func end(_ comment: Substring.UTF8View) -> Substring.UTF8View.Index? {
        var dashes = 0
        for index in comment.indices.dropFirst(4) {
            let byte = comment[index]
            if byte == UInt8(ascii: ">"), dashes >= 2 { return comment.index(after: index) }
            dashes = byte == UInt8(ascii: "-") ? dashes + 1 : 0
        }
        return nil
    }
}
