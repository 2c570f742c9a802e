// Interface texts. They are read from a file for each language, so their placeholders and plural
// forms are known only at run time.

import Text

/// An interface text: "{n} strikes have no figure", with optional plural forms.
///
/// A placeholder is a name of ASCII letters, digits and underscores in braces; any other brace is
/// literal text.
public struct Phrase: Sendable {
    /// The names of all placeholders, in any form.
    public var placeholders: Set<String> { storage.placeholders }

    /// The names of the placeholders of the form for all numbers that have no form of their own.
    public var generalPlaceholders: Set<String> { Set(storage.other.placeholders) }

    private let storage: Storage

    /// Makes a phrase with one form.
    public init(_ text: String) {
        storage = Storage([.other: text])
    }

    /// Makes a phrase with plural forms; `.other` is used for forms that are not given.
    public init(forms: [PluralCategory: String]) {
        storage = Storage(forms)
    }

    /// The phrase as text; a placeholder without an argument is left as it is written.
    ///
    /// `count` chooses the form and replaces `{n}`, in the language's digits.
    public func text(
        _ arguments: [String: String] = [:],
        count: Int? = nil,
        formatting: any TextFormatting
    ) -> String {
        text(count: count, formatting: formatting) { arguments[$0] }
    }

    /// The phrase as text; `argument` returns the value for the name of a placeholder.
    public func text(
        count: Int? = nil,
        formatting: any TextFormatting,
        argument: (String) -> String?
    ) -> String {
        if let constant = storage.constant { return constant }
        let form = form(count: count, formatting: formatting)
        func value(_ placeholder: Int) -> String {
            let name = form.placeholders[placeholder]
            if let argument = argument(name) { return argument }
            if name == Phrase.count, let count { return formatting.number(count) }
            return "{\(name)}"
        }
        // The length is known before anything is written, so that a short text needs no memory.
        var length = form.plain.count
        for piece in form.pieces where piece.placeholder >= 0 {
            length += value(piece.placeholder).utf8.count
        }
        return String(unsafeUninitializedCapacity: length) { text in
            var end = 0
            func append(_ bytes: UnsafeBufferPointer<UInt8>) {
                end = text[end...].update(fromContentsOf: bytes)
            }
            for piece in form.pieces {
                form.plain[piece.plain].withUnsafeBufferPointer(append)
                if piece.placeholder >= 0 { value(piece.placeholder).withBytes(append) }
            }
            return end
        }
    }

    /// The placeholder for the count.
    static let count = "n"

    /// The form for a count.
    func form(count: Int?, formatting: any TextFormatting) -> PhraseForm {
        guard let count, storage.hasForms else { return storage.other }
        return storage.forms[formatting.pluralCategory(count)] ?? storage.other
    }

    private final class Storage: Sendable {
        let forms: [PluralCategory: PhraseForm]
        let other: PhraseForm
        let hasForms: Bool
        let placeholders: Set<String>
        /// The text, if there is one form without placeholders, as in most phrases.
        let constant: String?

        init(_ texts: [PluralCategory: String]) {
            forms = texts.mapValues { PhraseForm($0) }
            hasForms = texts.count > 1
            let last = PluralCategory.allCases.last { texts[$0] != nil }
            other = forms[.other] ?? last.flatMap { [forms] in forms[$0] } ?? PhraseForm("")
            placeholders = Set(forms.values.flatMap(\.placeholders))
            constant = !hasForms && placeholders.isEmpty ? texts.values.first : nil
        }
    }
}
