// The sentence about a strike checks for each name whether another contains it, on every page.

import Text

extension String {
    /// Whether the text contains another one; false for an empty one.
    ///
    /// This is faster than `contains`, which compares by Unicode equivalence.
    func holds(_ other: String) -> Bool {
        if other.isEmpty { return false }
        let isHeld = withBytes { text in
            other.withBytes { UnsafeRawBufferPointer(text).holds(UnsafeRawBufferPointer($0)) }
        }
        if isASCII { return isHeld }
        return (isHeld || !other.isASCII) && contains(other)
    }

    /// Whether all characters are ASCII.
    var isASCII: Bool { utf8.allSatisfy { $0 < 0x80 } }
}
