// Some spellings of a value cannot be undone while a file is read, because nothing marks where they begin: UTF-16, or the
// value inside a longer word. These are searched for as bytes.

import Text

/// A spelling of a value that is searched for as bytes.
enum HiddenSpelling: UInt8, CaseIterable {
    /// As it is, inside a longer word.
    case embedded
    case utf16Little
    case utf16Big

    /// How the message names it.
    var name: String {
        switch self {
        case .embedded: "inside a longer word"
        case .utf16Little, .utf16Big: "as UTF-16"
        }
    }

    /// The spellings that stand among any bytes.
    static let inBytes: [HiddenSpelling] = [.utf16Little, .utf16Big]

    /// The number of bytes by which a place is recognised.
    static let gram = 6

    /// The bytes to search for; `nil` when they are too few to be sure.
    func bytes(of value: UnsafeBufferPointer<UInt8>, _ facts: ValueFacts) -> [UInt8]? {
        switch self {
        case .embedded: HiddenSpelling.embedded(value, facts)
        case .utf16Little:
            HiddenSpelling.utf16(value, facts) { [UInt8($0 & 0xFF), UInt8($0 >> 8)] }
        case .utf16Big: HiddenSpelling.utf16(value, facts) { [UInt8($0 >> 8), UInt8($0 & 0xFF)] }
        }
    }

    /// Whether these bytes stand at a place, which `bytes` came from.
    func stands(_ bytes: [UInt8], in text: UnsafeBufferPointer<UInt8>, at start: Int) -> Bool {
        guard start >= 0, start + bytes.count <= text.count else { return false }
        switch self {
        case .utf16Little, .utf16Big:
            return bytes.indices.allSatisfy { bytes[$0] == text[start + $0] }
        case .embedded:
            let isSame = bytes.indices.allSatisfy {
                HiddenSpelling.lower(bytes[$0]) == HiddenSpelling.lower(text[start + $0])
            }
            guard isSame, bytes.allSatisfy(\.isDigit) else { return isSame }
            // A longer number that ends in these digits may be the same number with a prefix.
            let end = start + bytes.count
            return end == text.count || !text[end].isAlphanumeric
        }
    }

    private static func lower(_ byte: UInt8) -> UInt8 { byte.isLetter ? byte | 0x20 : byte }

    /// The longest part that holds letters and digits only.
    static func longestRun(_ bytes: [UInt8]) -> Range<Int> {
        var longest = 0..<0
        var start = 0
        for place in 0...bytes.count where place == bytes.count || !bytes[place].isAlphanumeric {
            if place - start > longest.count { longest = start..<place }
            start = place + 1
        }
        return longest
    }

    private static func embedded(
        _ value: UnsafeBufferPointer<UInt8>,
        _ facts: ValueFacts
    ) -> [UInt8]? {
        if facts.isNumber {
            guard facts.words == 1 else { return nil }
            let digits = Array(value.drop { $0 == UInt8(ascii: "0") || !$0.isDigit })
            return digits.count >= 9 && digits.allSatisfy(\.isDigit) ? digits : nil
        }
        // A text of several words has a common one among them, at which thousands of notes would be compared.
        guard facts.words == 1 || facts.words == 2 && facts.hasDigits else { return nil }
        let isLong = facts.units >= 12 || facts.units >= 8 && facts.hasDigits
        return isLong && value.allSatisfy { $0 < 0x80 } ? Array(value) : nil
    }

    private static func utf16(
        _ value: UnsafeBufferPointer<UInt8>,
        _ facts: ValueFacts,
        _ split: (UInt16) -> [UInt8]
    ) -> [UInt8]? {
        // Latin letters of UTF-16 are read with the others, because every second byte of them is null.
        guard value.contains(where: { $0 >= 0x80 }) else { return nil }
        let units = Array(String(decoding: value, as: UTF8.self).utf16)
        return units.count < 4 ? nil : units.flatMap(split)
    }
}

/// What is known of a value's form.
struct ValueFacts {
    /// The number of its words.
    var words = 0
    /// The number of its letters and digits.
    var units = 0
    /// Whether it holds digits only, and what stands between them.
    var isNumber = true
    /// Whether a digit is in it.
    var hasDigits = false
    /// Whether more digits may follow, as after a coordinate that is searched for without its last digit.
    var isOpen = false
}
