import Records
import Templates
import Text

/// The words, numbers and dates of one language, from its file in `templates/words/`.
///
/// No text that readers see is written in code; every page has a language.
public final class Language: TextFormatting {
    /// The language as a BCP 47 tag, such as `en` or `ar`.
    public let tag: String
    /// Whether it is written from right to left.
    public let isRightToLeft: Bool
    /// The interface texts by key.
    public let phrases: [String: Phrase]
    /// The interface texts for templates.
    public let table: TableValue
    /// Words for people harmed, in lower case; a numeral beside one of them is a casualty figure.
    public let casualtyWords: [String]
    /// Number words from zero on, in lower case.
    public let numberWords: [String]
    /// Words that name the end of a range that a numeral is.
    public let qualifiers: Qualifiers
    /// What it allows of an author's words in a sentence.
    let sentences: SentenceRules
    /// The words by which numerals in texts of this language are found.
    let vocabulary: NumeralVocabulary

    /// The interface texts that the code uses, in the order of ``Word``.
    ///
    /// Every row of a table looks up several of them, and an array needs no hashing.
    private let words: [Phrase]
    private let months: [String]
    private let shortMonths: [String]
    private let digits: [String]
    private let groupSeparator: String
    private let pluralRule: PluralRule

    /// Makes a language from the contents of its file.
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
        sentences = SentenceRules(source)
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
        for (offset, byte) in plain.utf8.enumerated() {
            if offset > 0, (plain.utf8.count - offset) % 3 == 0 { text += groupSeparator }
            text += digit(byte)
        }
        return text
    }

    /// A number such as a year, with the language's digits and without separators.
    public func plainNumber(_ value: Int) -> String {
        if digits.isEmpty { return String(value) }
        var text = ""
        for byte in String(value).utf8 { text += digit(byte) }
        return text
    }

    /// A text with its ASCII digits and decimal point as the language writes them.
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

    /// An author's words for a place where no markup can stand, such as a title: isolated from the direction of
    /// the text around them where they have another one.
    func isolated(_ text: String) -> String {
        BidiIsolation.isolated(text, onPageFromTheRight: isRightToLeft)
    }

    /// The text whose key is a prefix and a value of the data; the value as it is when there is none.
    public func label(_ prefix: String, _ key: String) -> String { phrase(prefix, key) ?? key }

    /// The text whose key is a prefix and a value of the data, in the form for a number where one is given; `nil`
    /// when there is none.
    func phrase(_ prefix: String, _ key: String, count: Int? = nil) -> String? {
        phrases[prefix + key.replacingHyphens()]?.text(count: count, formatting: self)
    }

    /// The name of a month, 1…12.
    public func month(_ month: Int, short: Bool = false) -> String {
        let names = short ? shortMonths : months
        return names.indices.contains(month - 1) ? names[month - 1] : plainNumber(month)
    }

    private func phrase(_ word: Word) -> Phrase { words[word.rawValue] }

    private func digit(_ byte: UInt8) -> String {
        byte.isDigit && digits.count == 10
            ? digits[Int(byte) - 48] : String(UnicodeScalar(byte))
    }

    private func digit(_ character: Character) -> String {
        guard !digits.isEmpty, let value = character.wholeNumberValue,
            digits.indices.contains(value)
        else { return String(character) }
        return digits[value]
    }
}

/// The contents of a language's file, checked and complete.
public struct LanguageSource: Sendable {
    /// The language as a BCP 47 tag.
    public var tag: String
    /// Who reviewed the words; `nil` when the file does not say.
    public var review: WordsReview?
    /// Whether it is written from right to left.
    public var isRightToLeft = false
    /// The twelve months.
    public var months: [String] = []
    /// The twelve months in tables.
    public var shortMonths: [String] = []
    /// Other names of months, by which dates in articles are recognised as well.
    public var otherMonths: [String] = []
    /// The ten digits; empty for 0…9.
    public var digits: [String] = []
    /// The separator of groups of three digits.
    public var groupSeparator = ","
    /// The plural rule.
    public var pluralRule = PluralRule.oneOther
    /// The interface texts by key.
    public var phrases: [String: Phrase] = [:]
    /// Words for people harmed; a numeral beside one of them is a casualty figure.
    public var casualtyWords: [String] = []
    /// Number words from zero on.
    public var numberWords: [String] = []
    /// Other number words: further forms ("une": 1), tens ("thirty": 30), "hundred": 100.
    ///
    /// Powers of ten from a hundred on multiply the number before them.
    public var numberVariants: [String: Int] = [:]
    /// More words that multiply the number before them, which alone are no numbers: "score": 20, "آلاف": 1000.
    public var numberScales: [String: Int] = [:]
    /// Words that are numbers only as parts of longer ones: "إحدى": 1, which alone means "one of".
    public var numberParts: [String: Int] = [:]
    /// "and": words between the parts of a number.
    public var numberJoiners: [String] = []
    /// The order of tens and units.
    public var numberOrder = NumberOrder.tensFirst
    /// "between": words before the two ends of a range.
    public var betweenWords: [String] = []
    /// "dozens", "half": quantities that are no exact numbers.
    public var vagueNumbers: [String] = []
    /// "طفلان": nouns that mean two of them.
    public var dualNouns: [String] = []
    /// "per cent": words after a numeral that make it a share.
    public var percentWords: [String] = []
    /// Words that name the end of a range that a numeral is.
    public var qualifiers = Qualifiers()
    /// "none", "nobody": words that mean zero at the beginning of a text.
    public var noneWords: [String] = []
    /// "and", "to": words between the two ends of a range.
    public var rangeWords: [String] = []
    /// "unknown", "n/a": cells that say in words that nothing is recorded.
    public var blankWords: [String] = []
    /// The interface texts of all languages, in one of which the records are written.
    public var recordPhrases: [[String: Phrase]] = []
    /// "metres", "aged", "page": words that show that a numeral beside them is not a number of people.
    public var unitWords: [String] = []

    /// Makes a language without words.
    public init(tag: String) {
        self.tag = tag
    }
}

/// Whether a native reader has reviewed the words of a language.
public enum WordsReview: Hashable, Sendable {
    /// Nobody has.
    case outstanding
    /// A person, on a day in ISO 8601.
    case by(String, on: String)

    /// What a file of words states where nobody has reviewed it.
    static let notReviewed = "not reviewed by a native reader"

    /// The state in words.
    public var text: String {
        switch self {
        case .outstanding: WordsReview.notReviewed
        case .by(let person, let day): "reviewed by \(person) on \(day)"
        }
    }
}

/// How a language joins tens and units to a number.
public enum NumberOrder: String, CaseIterable, Sendable {
    /// "twenty-one"
    case tensFirst = "tens-first"
    /// "vingt et un" or "vingt-deux"
    case tensAndUnits = "tens-and-units"
    /// "واحد وعشرون": one and twenty
    case unitsFirst = "units-first"
}

/// Words before a numeral that name the end of a range that it is, in lower case.
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
    /// The text with underscores for hyphens and spaces, as in the keys of words.
    func replacingHyphens() -> String {
        if utf8.allSatisfy({ $0 != 45 && $0 != 32 }) { return self }
        let bytes = utf8.map { $0 == 45 || $0 == 32 ? UInt8(ascii: "_") : $0 }
        return String(decoding: bytes, as: UTF8.self)
    }
}
