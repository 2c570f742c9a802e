// A name in another direction must not reorder the text around it: "A-1, حي البدو, 5 January" shows the day beside
// the id. Pages use <bdi>; this is the same for texts that can hold no markup, such as titles and labels.

/// Isolates parts of a line of text from the direction of the rest.
package enum BidiIsolation {
    /// The text between U+2068 and U+2069 if it has letters of the other direction; otherwise as it is.
    ///
    /// On a page from the right, digits and signs are isolated too, because an id such as "17-3" would turn.
    package static func isolated(_ text: String, onPageFromTheRight: Bool) -> String {
        let needsIsolation =
            onPageFromTheRight
            ? text.utf8.contains { $0 < 0x80 && $0 != 0x20 }
                || text.unicodeScalars.contains { (0x80..<0x590).contains($0.value) }
            : text.utf8.contains { $0 >= 0xD6 } && text.unicodeScalars.contains(where: runsLeft)
        return needsIsolation ? "\u{2068}" + text + "\u{2069}" : text
    }

    /// The text without such marks, for programs that take it as data.
    package static func removed(from text: String) -> String {
        guard text.utf8.contains(0xE2) else { return text }
        return String(String.UnicodeScalarView(text.unicodeScalars.filter { !isIsolation($0) }))
    }

    private static func isIsolation(_ scalar: Unicode.Scalar) -> Bool {
        (0x2066...0x2069).contains(scalar.value)
    }

    /// Whether a character belongs to a script that is written from right to left, or changes the direction.
    private static func runsLeft(_ scalar: Unicode.Scalar) -> Bool {
        switch scalar.value {
        case 0x590...0x8FF, 0xFB1D...0xFDFF, 0xFE70...0xFEFF, 0x1_0800...0x1_0FFF,
            0x1_E800...0x1_EFFF, 0x200F, 0x202A...0x202E, 0x2066...0x2069:
            true
        default: false
        }
    }
}
