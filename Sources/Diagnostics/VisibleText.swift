// What comes from files, file names, settings and hosts is text of strangers to the terminal that prints it. A
// terminal obeys escape sequences: they retitle windows, erase lines of a message, and in some terminals type
// commands. So such characters are shown as U+FFFD, and nothing else is changed.

extension Unicode.Scalar {
    /// Whether a terminal would obey the character, or show the text after it in another order or not at all.
    ///
    /// True for C0 controls other than tab and line feed, for DEL, C1 controls, line and paragraph separators, and for
    /// what embeds, overrides or isolates a direction, annotates or tags text. The joiners of Persian and the
    /// marks of Arabic and Hebrew are ordinary parts of words.
    public var isObeyedByTerminals: Bool {
        switch value {
        case 0x09, 0x0A: false
        case 0x00...0x1F, 0x7F...0x9F, 0x2028...0x202E, 0x2066...0x2069, 0x206A...0x206F,
            0xFFF9...0xFFFB, 0xE0000...0xE007F:
            true
        default: false
        }
    }
}

extension String {
    /// The text as it may be printed on a terminal, with U+FFFD for each character that the terminal would obey.
    public var visible: String { replacing(\.isObeyedByTerminals, with: { _ in "\u{FFFD}" }) }

    /// The same for a text that must stay on one line, with U+FFFD for line feeds and a space for a tab.
    public var visibleLine: String {
        replacing(
            { $0.value < 0x20 || $0.isObeyedByTerminals },
            with: { $0 == "\t" ? " " : "\u{FFFD}" }
        )
    }

    /// A JSON document with such characters as escapes of JSON, which mean the same to a program.
    ///
    /// JSON permits them in strings only, so every place is one where an escape is permitted too.
    public var visibleJSON: String {
        replacing(
            { $0.isObeyedByTerminals && $0 != "\r" },
            with: { scalar in
                String(scalar).utf16
                    .map { "\\u" + String(0x10000 + Int($0), radix: 16).dropFirst() }
                    .joined()
            }
        )
    }

    /// The text with other words for some of its characters.
    private func replacing(
        _ isReplaced: (Unicode.Scalar) -> Bool,
        with replacement: (Unicode.Scalar) -> String
    ) -> String {
        guard unicodeScalars.contains(where: isReplaced) else { return self }
        var result = UnicodeScalarView()
        for scalar in unicodeScalars {
            if isReplaced(scalar) {
                result.append(contentsOf: replacement(scalar).unicodeScalars)
            } else {
                result.append(scalar)
            }
        }
        return String(result)
    }
}
