import Diagnostics

/// The rules for the files of interface words.
public enum LanguageRule: String, Rule {
    /// A file states another language than its name does.
    case otherLanguage = "word-language"
    /// A word that the report needs is not in the file.
    case missingWord = "word-missing"
    /// A word is none of the program's, and no template of the site prints it.
    case unusedWord = "word-unused"
    /// A list does not have one entry for each month or digit.
    case wrongCount = "word-list-count"
    /// A plural form that does not exist, or a missing form `other`.
    case badPlural = "word-plural-form"
    /// The placeholders differ from those of the English text.
    case badPlaceholders = "word-placeholders"
    /// The day of a review is none.
    case reviewInvalid = "word-review"

    /// A report with a word missing would show a gap or another language.
    public var severity: Severity { .error }
}
