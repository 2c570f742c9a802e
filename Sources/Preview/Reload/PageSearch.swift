// The HTML parsing that amending a page needs. The templates may have been edited, so case, quotes and the
// order of attributes may vary.

/// Searches in pages as bytes.
enum PageSearch {
    /// The text of an attribute value; only the character references that occur in policies are decoded.
    static func unescaped(_ text: String) -> String {
        var result = ""
        var rest = text[...]
        while let ampersand = rest.firstIndex(of: "&") {
            result += rest[..<ampersand]
            rest = rest[ampersand...]
            guard let (name, character) = references.first(where: { rest.hasPrefix($0.0) }) else {
                result += "&"
                rest.removeFirst()
                continue
            }
            result += character
            rest.removeFirst(name.count)
        }
        return result + rest
    }

    private static let references = [
        ("&#39;", "'"), ("&#x27;", "'"), ("&#X27;", "'"), ("&apos;", "'"), ("&#34;", "\""),
        ("&quot;", "\""), ("&#x3b;", ";"), ("&#59;", ";"), ("&#58;", ":"), ("&amp;", "&"),
    ]

    /// The first position of a lower-case ASCII word, ignoring case.
    static func firstIndex(of word: String, in page: ArraySlice<UInt8>) -> Int? {
        let word = Array(word.utf8)
        guard page.count >= word.count else { return nil }
        return (page.startIndex...(page.endIndex - word.count)).first { matches(word, page, $0) }
    }

    /// The last position of a lower-case ASCII word, ignoring case.
    static func lastIndex(of word: String, in page: [UInt8]) -> Int? {
        let word = Array(word.utf8)
        guard page.count >= word.count else { return nil }
        return (0...(page.count - word.count)).last { matches(word, page[...], $0) }
    }

    private static func matches(_ word: [UInt8], _ page: ArraySlice<UInt8>, _ start: Int) -> Bool {
        for offset in word.indices where lowercase(page[start + offset]) != word[offset] {
            return false
        }
        return true
    }

    /// The byte, in lower case if it is an ASCII letter.
    static func lowercase(_ byte: UInt8) -> UInt8 {
        (65...90).contains(byte) ? byte + 32 : byte
    }
}
