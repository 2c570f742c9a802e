/// The words by which numerals in texts of a language are found, made once for each language.
///
/// It is a class because every reader of a text has a reference to it: copying the tables of a struct would
/// change the retain count of each.
final class NumeralVocabulary: Sendable {
    /// How digits are grouped.
    let grouping: DigitGrouping
    /// Number words with their values.
    let numbers: PhraseTable<Int>
    /// Words that name the end of a range that a numeral is.
    let qualifiers: PhraseTable<Numeral.Qualifier>
    /// Words for zero.
    let none: PhraseTable<Void>
    /// Words between the two ends of a range.
    let ranges: PhraseTable<Void>
    /// Words that show that a numeral is not a number of people.
    let units: PhraseTable<Void>
    /// Words for people harmed: casualty words.
    let casualties: PhraseTable<Void>
    /// The months; `true` for one that is written with a capital.
    let months: PhraseTable<Bool>

    init(_ source: LanguageSource) {
        grouping = DigitGrouping(separator: source.groupSeparator)
        numbers = PhraseTable(
            source.numberWords.enumerated().map { ($1, $0) }
                + source.numberVariants.map { ($0.key, $0.value) }
        )
        qualifiers = PhraseTable(
            source.qualifiers.minimum.map { ($0, .minimum) }
                + source.qualifiers.maximum.map { ($0, .maximum) }
                + source.qualifiers.approximate.map { ($0, .approximate) }
        )
        none = PhraseTable(source.noneWords.map { ($0, ()) })
        ranges = PhraseTable(source.rangeWords.map { ($0, ()) })
        units = PhraseTable(source.unitWords.map { ($0, ()) })
        casualties = PhraseTable(source.casualtyWords.map { ($0, ()) })
        // "كانون الثاني/يناير" is one month under two names.
        months = PhraseTable(
            (source.months + source.shortMonths)
                .flatMap { $0.split(separator: "/").map(String.init) }
                .map { ($0, $0.unicodeScalars.first?.properties.isUppercase ?? false) }
        )
    }
}
