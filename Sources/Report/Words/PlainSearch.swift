// The sentence about a strike checks for each name whether another contains it, on every page.

import Text

extension String {
    /// Whether the text contains another one; false for an empty one.
    ///
    /// This is faster than `contains` where both are ASCII, because it does not compare by Unicode
    /// equivalence.
    func holds(_ other: String) -> Bool {
        if other.isEmpty { return false }
        guard isASCII, other.isASCII else { return contains(other) }
        var (text, wanted) = (self, other)
        return text.withUTF8 { text in
            wanted.withUTF8 { wanted in
                guard wanted.count <= text.count else { return false }
                return (0...(text.count - wanted.count))
                    .contains { start in
                        wanted.indices.allSatisfy { text[start + $0] == wanted[$0] }
                    }
            }
        }
    }

    private var isASCII: Bool { utf8.allSatisfy { $0 < 0x80 } }
}
