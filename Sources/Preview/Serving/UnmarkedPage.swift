// The addresses of style sheets and scripts end with a hash of their content. While a designer edits a style, every page
// changes by that alone, and the browser need only take the new style.

import Text

/// A page without the hashes in its addresses.
enum UnmarkedPage {
    /// The bytes of a page without each `?v=` and the eight digits after it.
    static func bytes(of page: [UInt8]) -> [UInt8] {
        var bytes: [UInt8] = []
        var start = 0
        while let mark = page.position(of: "?v=", from: start) {
            let digits = page[(mark + 3)...].prefix(8)
            let isHash = digits.count == 8 && digits.allSatisfy { $0.hexDigitValue != nil }
            bytes += page[start..<mark]
            start = mark + (isHash ? 11 : 3)
            if !isHash { bytes += page[mark..<start] }
        }
        return bytes + page[start...]
    }
}
