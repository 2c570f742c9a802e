import Markdown
import Templates

/// Renders a cell of an author's own column as HTML, with links for the web addresses in it.
enum LinkedCell {
    /// The text with its `http` and `https` addresses as links.
    static func html(_ text: String) -> HTML {
        let bytes = Array(text.utf8)
        var markup = ""
        var written = 0
        for piece in pieces(bytes) {
            for address in BareURLs.find(in: Array(bytes[piece])) {
                let start = piece.lowerBound + address.lowerBound
                let end = piece.lowerBound + address.upperBound
                let url = HTML(text: String(decoding: bytes[start..<end], as: UTF8.self)).markup
                markup += HTML(text: String(decoding: bytes[written..<start], as: UTF8.self)).markup
                markup += "<a href=\"\(url)\" rel=\"external noopener noreferrer\">"
                markup += "<bdi dir=\"ltr\">\(url)</bdi></a>"
                written = end
            }
        }
        markup += HTML(text: String(decoding: bytes[written...], as: UTF8.self)).markup
        return HTML(unsafeHTML: markup)
    }

    /// The text, split at a comma, a semicolon or a bar directly before another address.
    ///
    /// Elsewhere these characters can be part of an address.
    private static func pieces(_ bytes: [UInt8]) -> [Range<Int>] {
        var pieces: [Range<Int>] = []
        var start = 0
        for index in bytes.indices.dropLast() where separators.contains(bytes[index]) {
            let rest = bytes[(index + 1)...].prefix(8)
            let next = String(decoding: rest, as: UTF8.self).lowercased()
            if next.hasPrefix("http://") || next == "https://" {
                pieces.append(start..<index)
                start = index
            }
        }
        pieces.append(start..<bytes.count)
        return pieces
    }

    private static let separators: [UInt8] = [
        UInt8(ascii: ","), UInt8(ascii: ";"), UInt8(ascii: "|"),
    ]
}
