import Diagnostics

/// The rules for the files of interface words.
public enum LanguageRule: String, Rule {
    /// A file names another language than its own name does.
    case otherLanguage = "word-language"
    /// A word that the report needs is not in the file.
    case missingWord = "word-missing"
    /// A list has not as many entries as there are months or digits.
    case wrongCount = "word-list-count"
    /// A plural form that the language does not have, or none for the rest.
    case badPlural = "word-plural-form"
    /// The placeholders differ from those of the English text.
    case badPlaceholders = "word-placeholders"

    /// A report with a word missing would show a gap or another language.
    public var severity: Severity { .error }

    /// What the rule means.
    public var explanation: Explanation {
        switch self {
        case .otherLanguage:
            Explanation(
                "A file of words is named after its language, and says the same language inside.",
                wrong: "language: en            # in templates/words/fr.yaml",
                right: "language: fr            # in templates/words/fr.yaml"
            )
        case .missingWord:
            Explanation(
                "Every language has every word that the report itself asks for, and every word of "
                    + "the English file, so that no page mixes languages.",
                wrong: "words:\n  cite: …            # and no footnotes",
                right: "words:\n  cite: …\n  footnotes: \"Notes\""
            )
        case .wrongCount:
            Explanation(
                "months and months_short name twelve months; digits is empty or ten digits.",
                wrong: "months: [January, February]",
                right: "months: [January, February, March, …, December]"
            )
        case .badPlural:
            Explanation(
                "A text with plural forms is a mapping of zero, one, two, few, many and other to "
                    + "texts; other must be there.",
                wrong: "n_strikes: {one: \"{n} strike\", many: \"{n} strikes\"}",
                right: "n_strikes: {one: \"{n} strike\", other: \"{n} strikes\"}"
            )
        case .badPlaceholders:
            Explanation(
                "A translation uses the placeholders of the English text and no others; a plural "
                    + "form may leave out {n}.",
                wrong: "count_at_least: \"at least {number}\"",
                right: "count_at_least: \"at least {min}\""
            )
        }
    }
}
