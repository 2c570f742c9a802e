/// The words of a language by which numerals in its texts are found, made once a language.
///
/// A class, because whoever reads a text holds it: copying its tables would count a reference to each.
final class NumeralVocabulary: Sendable {
    /// How digits are grouped.
    let grouping: DigitGrouping
    /// Number words with their values.
    let numbers: PhraseTable<Int>
    /// Words that say which end a numeral means.
    let qualifiers: PhraseTable<Numeral.Qualifier>
    /// Words that say zero.
    let none: PhraseTable<Void>
    /// What joins the two ends of a range.
    let ranges: PhraseTable<Void>
    /// What shows that a numeral counts no people.
    let units: PhraseTable<Void>
    /// Words for people harmed.
    let casualties: PhraseTable<Void>
    /// The months; `true` for one that is written with a capital.
    let months: PhraseTable<Bool>

    /// Gathers the words of a language.
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
