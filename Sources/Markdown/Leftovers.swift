import Text

/// Finds what an author meant as a footnote, a reference or a link, in text that the parser left
/// as text because it leads nowhere.
struct Leftovers {
    var rule: MarkdownRule
    /// The bytes of the text.
    var range: Range<Int>
    var message: String
    var suggestion: String

    static func find(in bytes: [UInt8]) -> [Leftovers] {
        guard bytes.holds(UInt8(ascii: "[")) || bytes.holds(UInt8(ascii: "]")) else {
            return []
        }
        var found: [Leftovers] = []
        var index = 0
        while index + 1 < bytes.count, found.count < mostInOneText {
            defer { index += 1 }
            let next = bytes[index + 1]
            if bytes[index] == UInt8(ascii: "["), next == UInt8(ascii: "^") {
                guard let end = closing(bytes, index + 2) else { continue }
                found.append(footnote(bytes, index..<end))
                index = end - 1
            } else if bytes[index] == UInt8(ascii: "]"), next == UInt8(ascii: "[") {
                guard let end = closing(bytes, index + 2, mayBeEmpty: true) else { continue }
                found.append(reference(bytes, index..<end))
                index = end - 1
            } else if bytes[index] == UInt8(ascii: "]"), next == UInt8(ascii: "(") {
                found.append(link(bytes, index))
            }
        }
        return found
    }

    private static func footnote(_ bytes: [UInt8], _ range: Range<Int>) -> Leftovers {
        let label = text(bytes[(range.lowerBound + 2)..<(range.upperBound - 1)])
        return Leftovers(
            rule: .footnoteUndefined,
            range: range,
            message: "the footnote “\(label)” is not defined in this file",
            suggestion:
                "Add a paragraph that begins with [^\(label)]: or write \\[^\(label)] for the plain text."
        )
    }

    private static func reference(_ bytes: [UInt8], _ range: Range<Int>) -> Leftovers {
        var label = text(bytes[(range.lowerBound + 2)..<(range.upperBound - 1)])
        var start = range.lowerBound
        if let opening = opening(bytes, start) {
            if label.isEmpty { label = text(bytes[(opening + 1)..<start]) }
            start = opening
        }
        return Leftovers(
            rule: .referenceUndefined,
            range: start..<range.upperBound,
            message: "the reference “\(label)” is not defined in this file",
            suggestion: "Add a line [\(label)]: with its address, or write \\[ for a plain bracket."
        )
    }

    private static func link(_ bytes: [UInt8], _ index: Int) -> Leftovers {
        let rest = bytes[(index + 1)...].prefix(reach)
        let end = rest.firstIndex(of: UInt8(ascii: ")")).map { $0 + 1 } ?? rest.endIndex
        let start = opening(bytes, index) ?? index
        return Leftovers(
            rule: .linkMalformed,
            range: start..<end,
            message: "“\(text(bytes[start..<end]))” looks like a link and is none",
            suggestion:
                "A destination with spaces stands in angle brackets: [words](<figure:killed?place=Al Badou>). A link cannot contain a link."
        )
    }

    /// How far from its middle the ends of a leftover are looked for.
    private static let reach = 300

    /// How many leftovers of one line are reported; a line with more is not meant as prose.
    static let mostInOneText = 100

    private static func opening(_ bytes: [UInt8], _ end: Int) -> Int? {
        bytes[..<end].suffix(reach).lastIndex(of: UInt8(ascii: "["))
    }

    private static func closing(_ bytes: [UInt8], _ start: Int, mayBeEmpty: Bool = false) -> Int? {
        var index = start
        while index < bytes.count, index - start < reach {
            if bytes[index] == UInt8(ascii: "]") {
                return index > start || mayBeEmpty ? index + 1 : nil
            }
            if bytes[index] == UInt8(ascii: "[") { return nil }
            index += 1
        }
        return nil
    }

    private static func text(_ bytes: ArraySlice<UInt8>) -> String {
        String(decoding: bytes, as: UTF8.self)
    }
}
