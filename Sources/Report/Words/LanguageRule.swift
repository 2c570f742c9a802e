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
}
