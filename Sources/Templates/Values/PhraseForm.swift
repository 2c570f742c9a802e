// One form of a phrase, cut up once so that filling it is appending bytes.

import Text

/// A phrase's text in one form, plain and escaped, with the places of its placeholders.
final class PhraseForm: Sendable {
    /// The text without its placeholders.
    let plain: [UInt8]
    /// The same, escaped.
    let escaped: [UInt8]
    /// What the form consists of, in order.
    let pieces: [Piece]
    /// The names of its placeholders, in the order in which they stand.
    let placeholders: [String]

    /// A run of text and the placeholder behind it.
    struct Piece {
        let plain: Range<Int>
        let escaped: Range<Int>
        /// Which of the placeholders; -1 at the end of the text.
        let placeholder: Int
    }

    init(_ text: String) {
        let bytes = Array(text.utf8)
        var plain: [UInt8] = []
        var escaped = ByteText(capacity: bytes.count + 64)
        var pieces: [Piece] = []
        var placeholders: [String] = []
        var start = 0
        func cut(at end: Int, _ placeholder: Int) {
            let (plainStart, escapedStart) = (plain.count, escaped.count)
            plain += bytes[start..<end]
            HTMLEscaping.append(String(decoding: bytes[start..<end], as: UTF8.self), to: &escaped)
            pieces.append(
                Piece(
                    plain: plainStart..<plain.count,
                    escaped: escapedStart..<escaped.count,
                    placeholder: placeholder
                )
            )
        }
        var index = 0
        while index < bytes.count {
            guard bytes[index] == UInt8(ascii: "{"),
                let end = PhraseForm.nameEnd(bytes, index + 1)
            else {
                index += 1
                continue
            }
            cut(at: index, placeholders.count)
            placeholders.append(String(decoding: bytes[(index + 1)..<end], as: UTF8.self))
            index = end + 1
            start = index
        }
        cut(at: bytes.count, -1)
        self.plain = plain
        self.escaped = escaped.bytes
        self.pieces = pieces
        self.placeholders = placeholders
    }

    /// Where the brace that closes a name stands; `nil` when what follows is no name.
    private static func nameEnd(_ bytes: [UInt8], _ start: Int) -> Int? {
        var index = start
        while index < bytes.count, bytes[index].isNamePart { index += 1 }
        guard index > start, index < bytes.count, bytes[index] == UInt8(ascii: "}") else {
            return nil
        }
        return bytes[start].isNameStart ? index : nil
    }
}
