import Foundation

/// The escapes in a case for bytes that it cannot contain, or that would be invisible.
///
/// `\n`, `\t`, `\r`, `\0` and `\\`; `\u{200B}` a character; `\xE9` a byte; `\{1001 × a,\}` a
/// repeated text; and a `\` at the end of a line joins it to the next, so that a file need not end in a newline.
enum Escapes {
    /// The bytes that a text stands for.
    ///
    /// Throws for an unknown escape.
    static func bytes(_ text: String, in place: String) throws -> [UInt8] {
        var bytes: [UInt8] = []
        var rest = Substring(text).unicodeScalars
        while let character = rest.popFirst() {
            guard character == "\\" else {
                bytes += String(character).utf8
                continue
            }
            switch rest.popFirst() {
            case "n": bytes.append(0x0A)
            case "t": bytes.append(0x09)
            case "r": bytes.append(0x0D)
            case "0": bytes.append(0)
            case "\\": bytes.append(0x5C)
            case "\n": break
            case "x":
                guard let byte = UInt8(String(rest.prefix(2)), radix: 16) else {
                    throw CaseFault("\(place): \\x needs two hexadecimal digits")
                }
                rest.removeFirst(2)
                bytes.append(byte)
            case "u":
                guard rest.popFirst() == "{" else { throw CaseFault("\(place): \\u needs {…}") }
                let number = try upTo("}", &rest, in: place)
                guard let scalar = UInt32(number, radix: 16).flatMap(Unicode.Scalar.init) else {
                    throw CaseFault("\(place): \\u{\(number)} is no character")
                }
                bytes += String(Character(scalar)).utf8
            case "{":
                let parts = try upTo("\\}", &rest, in: place).split(separator: " × ", maxSplits: 1)
                guard parts.count == 2, let count = Int(parts[0]) else {
                    throw CaseFault("\(place): a repeated text is written \\{3 × text\\}")
                }
                for _ in 0..<count { bytes += parts[1].utf8 }
            case let other:
                throw CaseFault("\(place): there is no escape \\\(other.map { "\($0)" } ?? "")")
            }
        }
        return bytes
    }

    private static func upTo(
        _ end: String,
        _ rest: inout Substring.UnicodeScalarView,
        in place: String
    ) throws -> String {
        guard let range = Substring(rest).range(of: end) else {
            throw CaseFault("\(place): an escape lacks its \(end)")
        }
        defer { rest = rest[range.upperBound...] }
        return String(rest[..<range.lowerBound])
    }
}
