import Diagnostics
import Reading
import Testing

@testable import Report

/// Every rule for the files of words, broken once, with the exact words that their author reads.
@Suite struct LanguageRuleTests {
    private static let months = "[a, b, c, d, e, f, g, h, i, j, k, l]"

    /// A file with every word that the report asks for; `first` stands before them, from line 4 on.
    private static func source(
        _ tag: String,
        months: String = months,
        digits: String = "\"\"",
        first: String = "",
        without: String = ""
    ) -> WordsSource {
        let own = Set(first.split(separator: "\n").compactMap { $0.split(separator: ":").first })
        let words = Word.allCases.map(\.rawValue)
            .filter { $0 != without && !own.contains("  " + $0) }
            .map { "  \($0): \"x\"" }
        return WordsSource(
            tag: tag,
            file: "templates/words/\(tag).yaml",
            text: "months: \(months)\ndigits: \(digits)\nwords:\n\(first)"
                + words.joined(separator: "\n") + "\n"
        )
    }

    private static func messages(_ sources: WordsSource...) -> String {
        var log = DiagnosticLog()
        _ = LanguageReader.read(sources, log: &log)
        return DiagnosticPrinter().text(log)
    }

    @Test func aFileWithoutMistakesIsTakenInSilence() {
        #expect(Self.messages(Self.source("en"), Self.source("xx")) == "")
    }

    @Test func aCopyThatStillNamesTheLanguageItWasMadeFromIsTold() {
        let copy = Self.source("fr")
        let source = WordsSource(tag: copy.tag, file: copy.file, text: "language: en\n" + copy.text)
        #expect(
            Self.messages(Self.source("en"), source) == """
                templates/words/fr.yaml:1:11: error: the file is named after “fr”, but says that its language is “en”
                     language: en
                               ^^
                     Write language: fr, and translate the words.
                     [word-language]


                """
        )
    }

    @Test func aMissingWordIsTold() {
        #expect(
            Self.messages(Self.source("en", without: "cite")) == """
                templates/words/en.yaml:3:1: error: the word “cite” is missing
                     words:
                     ^^^^^
                     [word-missing]


                """
        )
    }

    @Test func aWordThatOnlyEnglishHasIsMissingElsewhere() {
        #expect(
            Self.messages(
                Self.source("en", first: "  zzzzzzzz_own: \"Of our own\"\n"),
                Self.source("xx")
            ) == """
                templates/words/xx.yaml:3:1: error: the word “zzzzzzzz_own” is missing
                     words:
                     ^^^^^
                     In English it is “Of our own”.
                     [word-missing]


                """
        )
    }

    @Test func elevenMonthsAndNineDigitsAreTold() {
        #expect(
            Self.messages(
                Self.source(
                    "en",
                    months: "[a, b, c, d, e, f, g, h, i, j, k]",
                    digits: "\"012345678\""
                )
            ) == """
                templates/words/en.yaml:1:9: error: “months” has 11 entries, not 12
                     months: [a, b, c, d, e, f, g, h, i, j, k]
                              ^
                     [word-list-count]

                templates/words/en.yaml:2:9: error: “digits” has 9 characters, not 10
                     digits: "012345678"
                             ^^^^^^^^^^^
                     Write the ten digits from zero to nine, or leave it empty.
                     [word-list-count]


                """
        )
    }

    @Test func aPluralFormThatDoesNotExistIsTold() {
        #expect(
            Self.messages(Self.source("en", first: "  n_things: {one: \"{n}\", any: \"{n}\"}\n"))
                == """
                templates/words/en.yaml:4:26: error: “any” is not a plural form
                       n_things: {one: "{n}", any: "{n}"}
                                              ^^^
                     The forms are zero, one, two, few, many and other.
                     [word-plural-form]


                """
        )
        #expect(
            Self.messages(Self.source("en", first: "  n_things: {one: \"{n} thing\"}\n")) == """
                templates/words/en.yaml:4:3: error: “n_things” has no form “other”
                       n_things: {one: "{n} thing"}
                       ^^^^^^^^
                     [word-plural-form]


                """
        )
    }

    @Test func placeholdersAreThoseOfTheEnglishText() {
        let english = Self.source("en", first: "  zz_most: \"at most {max} of {all}\"\n")
        #expect(
            Self.messages(english, Self.source("xx", first: "  zz_most: \"{max} {number}\"\n"))
                == """
                templates/words/xx.yaml:4:3: error: “zz_most” has {number}, which the English text has not
                       zz_most: "{max} {number}"
                       ^^^^^^^
                     [word-placeholders]


                """
        )
        #expect(
            Self.messages(english, Self.source("xx", first: "  zz_most: \"{max}\"\n")) == """
                templates/words/xx.yaml:4:3: error: “zz_most” lacks {all}, which the English text has
                       zz_most: "{max}"
                       ^^^^^^^
                     [word-placeholders]


                """
        )
    }
}
