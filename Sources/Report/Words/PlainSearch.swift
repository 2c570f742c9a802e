// The sentence about a strike asks of each name whether another holds it, on every page.

import Text

extension String {
    /// Whether a text stands in this one; an empty one stands nowhere.
    ///
    /// As `contains`, without the care for accents and ligatures that takes long and means nothing
    /// where both are ASCII.
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
