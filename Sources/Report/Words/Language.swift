import Records
import Templates
import Text

/// The words, numbers and dates of one language, as its file in `templates/words/` gives them.
///
/// Nothing that a reader sees is written in code: a language is a value that every page carries.
public final class Language: TextFormatting {
    /// The language as a BCP 47 tag, such as `en` or `ar`.
    public let tag: String
    /// Whether it is written from right to left.
    public let isRightToLeft: Bool
    /// The interface texts by key.
    public let phrases: [String: Phrase]
    /// The interface texts as templates see them.
    public let table: TableValue
    /// Words beside which a bare numeral is a casualty figure, in lower case.
    public let casualtyWords: [String]
    /// Number words from zero on, in lower case.
    public let numberWords: [String]
    /// Words that say which end of a range a numeral means.
    public let qualifiers: Qualifiers
    /// Prepositions with which a place may be named, in lower case, each with its space.
    let placePrepositions: [String]
    /// What it takes to find the numerals in a text of this language.
    let vocabulary: NumeralVocabulary

    /// The interface texts that the code uses, in the order of ``Word``: rows of tables look up
    /// several each, and an array needs no hashing.
    private let words: [Phrase]
    private let months: [String]
    private let shortMonths: [String]
    private let digits: [String]
    private let groupSeparator: String
    private let pluralRule: PluralRule

    /// Makes a language from what its file says.
    public init(_ source: LanguageSource) {
        tag = source.tag
        isRightToLeft = source.isRightToLeft
        phrases = source.phrases
        words = Word.allCases.map { source.phrases[$0.key] ?? Phrase($0.key) }
        table = TableValue(source.phrases.mapValues { Value.phrase($0) })
        casualtyWords = source.casualtyWords
        numberWords = source.numberWords
        qualifiers = source.qualifiers
        vocabulary = NumeralVocabulary(source)
        let prepositions = source.phrases[Word.placePrepositions.key]
        placePrepositions =
            (prepositions?.text(formatting: PlainFormatting()) ?? "").split(separator: ",")
            .map { $0.drop { $0 == " " } + " " }
        months = source.months
        shortMonths = source.shortMonths
        digits = source.digits
        groupSeparator = source.groupSeparator
        pluralRule = source.pluralRule
    }

    /// A whole number with the language's digits and group separator.
    public func number(_ value: Int) -> String {
        let plain = String(value.magnitude)
        if digits.isEmpty && plain.utf8.count <= 3 { return value < 0 ? "−" + plain : plain }
        var text = value < 0 ? "−" : ""
        for (offset, character) in plain.enumerated() {
            if offset > 0, (plain.utf8.count - offset) % 3 == 0 { text += groupSeparator }
            text += digit(character)
        }
        return text
    }

    /// A number that is a name, such as a year: the language's digits, no groups.
    public func plainNumber(_ value: Int) -> String {
        digits.isEmpty ? String(value) : String(value).map(digit).joined()
    }

    /// A text with its ASCII digits and decimal point in the language's spelling.
    public func digits(_ text: String) -> String {
        text.map { $0 == "." ? self.text(.decimalPoint) : digit($0) }.joined()
    }

    /// The CLDR plural category of a whole number.
    public func pluralCategory(_ value: Int) -> PluralCategory {
        pluralRule.category(value)
    }

    /// An interface text without placeholders.
    public func text(_ word: Word) -> String {
        phrase(word).text(formatting: self)
    }

    /// An interface text, filled in.
    public func text(
        _ word: Word,
        _ arguments: KeyValuePairs<String, String>,
        count: Int? = nil
    ) -> String {
        phrase(word)
            .text(count: count, formatting: self) { name in
                for (key, value) in arguments where key == name { return value }
                return nil
            }
    }

    /// An interface text in the form for a number.
    public func text(_ word: Word, count: Int) -> String {
        phrase(word).text(count: count, formatting: self)
    }

    /// The text whose key is a prefix and a value of the data, or the value itself.
    public func label(_ prefix: String, _ key: String) -> String {
        if let phrase = phrases[prefix + key.replacingHyphens()] {
            return phrase.text(formatting: self)
        }
        return key.replacingHyphens(by: " ")
    }

    /// The name of a month, 1…12.
    public func month(_ month: Int, short: Bool = false) -> String {
        let names = short ? shortMonths : months
        return names.indices.contains(month - 1) ? names[month - 1] : plainNumber(month)
    }

    private func phrase(_ word: Word) -> Phrase { words[word.rawValue] }

    private func digit(_ character: Character) -> String {
        guard !digits.isEmpty, let value = character.wholeNumberValue,
            digits.indices.contains(value)
        else { return String(character) }
        return digits[value]
    }
}

/// What a language's file says, checked and complete.
public struct LanguageSource: Sendable {
    /// The language as a BCP 47 tag.
    public var tag: String
    /// Whether it is written from right to left.
    public var isRightToLeft = false
    /// The twelve months.
    public var months: [String] = []
    /// The twelve months in tables.
    public var shortMonths: [String] = []
    /// The ten digits; empty for 0…9.
    public var digits: [String] = []
    /// What stands between groups of three digits.
    public var groupSeparator = ","
    /// How the language counts.
    public var pluralRule = PluralRule.oneOther
    /// The interface texts by key.
    public var phrases: [String: Phrase] = [:]
    /// Words beside which a bare numeral is a casualty figure.
    public var casualtyWords: [String] = []
    /// Number words from zero on.
    public var numberWords: [String] = []
    /// Other number words: further forms ("une": 1), tens ("thirty": 30), "hundred": 100.
    public var numberVariants: [String: Int] = [:]
    /// Words that say which end of a range a numeral means.
    public var qualifiers = Qualifiers()
    /// "none", "nobody": words that say zero when a text begins with them.
    public var noneWords: [String] = []
    /// "and", "to": what stands between the two ends of a range.
    public var rangeWords: [String] = []
    /// "metres", "aged", "page": words beside a numeral that show that it counts no people.
    public var unitWords: [String] = []

    /// Makes a language without words.
    public init(tag: String) {
        self.tag = tag
    }
}

/// Words before a numeral that say which end of a range it means, in lower case.
public struct Qualifiers: Hashable, Sendable {
    /// "at least", "more than": the numeral is the minimum.
    public var minimum: [String] = []
    /// "up to", "at most": the numeral is the maximum.
    public var maximum: [String] = []
    /// "about", "some": the numeral is either end.
    public var approximate: [String] = []

    /// No qualifiers.
    public init() {}
}

extension String {
    /// The text with hyphens and spaces made underscores, as keys of words are spelt.
    func replacingHyphens(by other: Unicode.Scalar = "_") -> String {
        if utf8.allSatisfy({ $0 != 45 && $0 != 32 }) { return self }
        let bytes = utf8.map { $0 == 45 || $0 == 32 ? UInt8(ascii: other) : $0 }
        return String(decoding: bytes, as: UTF8.self)
    }
}
