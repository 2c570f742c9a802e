// One form of a phrase, split at its placeholders in advance, so that filling it only appends bytes.

import Text

/// The text of a phrase in one form, plain and escaped, with the positions of its placeholders.
final class PhraseForm: Sendable {
    /// The text without its placeholders.
    let plain: [UInt8]
    /// The text without its placeholders, escaped for HTML.
    let escaped: [UInt8]
    /// The parts of the form, in order.
    let pieces: [Piece]
    /// The names of the placeholders, in the order in which they occur.
    let placeholders: [String]

    /// A run of text and the placeholder that follows it.
    struct Piece {
        let plain: Range<Int>
        let escaped: Range<Int>
        /// The index of the placeholder; -1 at the end of the text.
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

    /// The position of the brace that closes a name; `nil` when no name begins at `start`.
    private static func nameEnd(_ bytes: [UInt8], _ start: Int) -> Int? {
        var index = start
        while index < bytes.count, bytes[index].isNamePart { index += 1 }
        guard index > start, index < bytes.count, bytes[index] == UInt8(ascii: "}") else {
            return nil
        }
        return bytes[start].isNameStart ? index : nil
    }
}
