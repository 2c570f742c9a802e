// Interface texts: the words that readers see are files of each language, never code, so they carry
// their placeholders and plural forms with them.

/// An interface text: "{n} strikes have no figure", with optional plural forms.
///
/// A placeholder is a name of ASCII letters, digits and underscores in braces; any other brace stands
/// for itself.
public struct Phrase: Sendable {
    /// The names of all placeholders, in any form.
    public var placeholders: Set<String> { storage.placeholders }

    private let storage: Storage

    /// Makes a phrase with one form.
    public init(_ text: String) {
        storage = Storage([.other: text])
    }

    /// Makes a phrase with plural forms; `.other` stands in for forms that are not given.
    public init(forms: [PluralCategory: String]) {
        storage = Storage(forms)
    }

    /// The phrase as text; a placeholder without an argument stays as it is written.
    ///
    /// `count` chooses the form and fills `{n}` in the language's digits.
    public func text(
        _ arguments: [String: String] = [:],
        count: Int? = nil,
        formatting: any TextFormatting
    ) -> String {
        text(count: count, formatting: formatting) { arguments[$0] }
    }

    /// The phrase as text, each placeholder filled by what `argument` has under its name.
    public func text(
        count: Int? = nil,
        formatting: any TextFormatting,
        argument: (String) -> String?
    ) -> String {
        if let constant = storage.constant { return constant.text }
        var text = ""
        for part in parts(count: count, formatting: formatting) {
            switch part {
            case .literal(let plain, _): text += plain
            case .placeholder(let name):
                if let argument = argument(name) {
                    text += argument
                } else if name == Phrase.count, let count {
                    text += formatting.number(count)
                } else {
                    text += "{\(name)}"
                }
            }
        }
        return text
    }

    /// The phrase as HTML: its own text escaped, the arguments as they are.
    public func html(
        _ arguments: [String: HTML],
        count: Int? = nil,
        formatting: any TextFormatting
    ) -> HTML {
        if let constant = storage.constant { return constant.html }
        var output = ByteText()
        for part in parts(count: count, formatting: formatting) {
            switch part {
            case .literal(_, let escaped): output.append(escaped)
            case .placeholder(let name):
                if let argument = arguments[name] {
                    output.append(argument.markup)
                } else if name == Phrase.count, let count {
                    Escaping.append(formatting.number(count), to: &output)
                } else {
                    Escaping.append("{\(name)}", to: &output)
                }
            }
        }
        return HTML(unsafeHTML: output.text(from: 0))
    }

    /// The placeholder that the count fills.
    static let count = "n"

    /// The parts of the form for a count.
    func parts(count: Int?, formatting: any TextFormatting) -> [PhrasePart] {
        guard let count, storage.hasForms else { return storage.other }
        return storage.forms[formatting.pluralCategory(count)] ?? storage.other
    }

    private final class Storage: Sendable {
        let forms: [PluralCategory: [PhrasePart]]
        let other: [PhrasePart]
        let hasForms: Bool
        let placeholders: Set<String>
        /// What the phrase always is, when it has one form and no placeholders, as most words have.
        let constant: (text: String, html: HTML)?

        init(_ texts: [PluralCategory: String]) {
            forms = texts.mapValues(PhrasePart.parse)
            hasForms = texts.count > 1
            let last = PluralCategory.allCases.last { texts[$0] != nil }
            other = forms[.other] ?? last.flatMap { [forms] in forms[$0] } ?? []
            placeholders = Set(forms.values.joined().compactMap(\.placeholder))
            let isConstant = !hasForms && placeholders.isEmpty
            if isConstant, let text = texts.values.first {
                constant = (text, HTML(text: text))
            } else {
                constant = nil
            }
        }
    }
}

/// A run of text, kept plain and escaped, or a placeholder.
enum PhrasePart: Sendable {
    case literal(plain: String, escaped: [UInt8])
    case placeholder(String)

    var placeholder: String? {
        switch self {
        case .literal: nil
        case .placeholder(let name): name
        }
    }

    static func parse(_ text: String) -> [PhrasePart] {
        let bytes = Array(text.utf8)
        var parts: [PhrasePart] = []
        var start = 0
        var index = 0
        while index < bytes.count {
            guard bytes[index] == UInt8(ascii: "{"), let end = nameEnd(bytes, index + 1) else {
                index += 1
                continue
            }
            append(bytes[start..<index], to: &parts)
            parts.append(.placeholder(String(decoding: bytes[(index + 1)..<end], as: UTF8.self)))
            index = end + 1
            start = index
        }
        append(bytes[start...], to: &parts)
        return parts
    }

    private static func append(_ bytes: ArraySlice<UInt8>, to parts: inout [PhrasePart]) {
        guard !bytes.isEmpty else { return }
        let plain = String(decoding: bytes, as: UTF8.self)
        var escaped = ByteText(capacity: bytes.count + 64)
        Escaping.append(plain, to: &escaped)
        parts.append(.literal(plain: plain, escaped: escaped.finished()))
    }

    /// Where the brace that closes a name stands; `nil` when what follows is no name.
    private static func nameEnd(_ bytes: [UInt8], _ start: Int) -> Int? {
        var index = start
        while index < bytes.count, bytes[index].isNamePart { index += 1 }
        guard index > start, index < bytes.count, bytes[index] == UInt8(ascii: "}") else {
            return nil
        }
        return bytes[start].isNameStart ? index : nil
    }
}
