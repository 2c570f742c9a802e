// Bytes behind the end of a picture are not shown, so they are removed. If they are a second file, the file may have
// been made to deceive programs, and the author gets an error.

/// Bytes behind the end of a picture.
enum Remnant {
    /// Throws when a part that is left out begins like a file of another kind.
    static func check(_ bytes: [UInt8], _ range: Range<Int>) throws(MediaFlaw) {
        guard let start = range.first(where: { isFile(bytes, at: $0, before: range.upperBound) })
        else { return }
        throw MediaFlaw(
            .contradictory,
            "contains a second file of another kind",
            at: start,
            "Open the picture in an image editor and save it again, or publish the other file by itself."
        )
    }

    private static func isFile(_ bytes: [UInt8], at position: Int, before end: Int) -> Bool {
        switch bytes[position] {
        case UInt8(ascii: "P"): bytes.has("PK\u{3}\u{4}", at: position, before: end)
        case UInt8(ascii: "%"): bytes.has("%PDF-", at: position, before: end)
        case UInt8(ascii: "R"): bytes.has("Rar!\u{1A}", at: position, before: end)
        case UInt8(ascii: "7"): bytes.starts(sevenZip, at: position, before: end)
        case UInt8(ascii: "<"): isMarkup(bytes, at: position + 1, before: end)
        default: false
        }
    }

    private static let sevenZip: [UInt8] = [0x37, 0x7A, 0xBC, 0xAF, 0x27, 0x1C]
    private static let markup: [[UInt8]] = ["html", "script", "!doctype", "?php", "svg", "iframe"]
        .map { Array($0.utf8) }

    /// Whether a tag begins here that a browser takes for a page; `position` is behind `<`.
    static func isMarkup(_ bytes: [UInt8], at position: Int, before end: Int) -> Bool {
        let word = bytes[min(position, end)..<min(position + 8, end)]
            .map { (65...90).contains($0) ? $0 + 32 : $0 }
        return markup.contains { word.starts(with: $0) }
    }
}

extension [UInt8] {
    fileprivate func starts(_ other: [UInt8], at position: Int, before end: Int) -> Bool {
        self[position..<end].starts(with: other)
    }
}
