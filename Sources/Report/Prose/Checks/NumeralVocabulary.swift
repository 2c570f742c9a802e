/// The words by which numerals in texts of a language are found, made once for each language.
///
/// It is a class because every reader of a text has a reference to it: copying the tables of a struct would
/// change the retain count of each.
final class NumeralVocabulary: Sendable {
    /// How digits are grouped.
    let grouping: DigitGrouping
    /// Number words with their values.
    let numbers: PhraseTable<Int>
    /// Words that are numbers only as parts of longer ones.
    let parts: PhraseTable<Int>
    /// Words that multiply the number before them.
    let scales: PhraseTable<Int>
    /// Words between the parts of a number.
    let joiners: PhraseTable<Void>
    /// The joiners in their folded form, as they are written on the next word.
    private let attachedJoiners: [[UInt8]]
    /// The order of tens and units.
    let order: NumberOrder
    /// Words before the two ends of a range.
    let between: PhraseTable<Void>
    /// Words for quantities that are no exact numbers.
    let vague: PhraseTable<Void>
    /// Words for two people or things.
    let duals: PhraseTable<Void>
    /// Words after a numeral that make it a share.
    let shares: PhraseTable<Void>
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
    /// The script of the language; `nil` without words.
    let script: Script?
    /// The zero of the language's own digits, if they are not those of ASCII.
    let zero: Unicode.Scalar?

    init(_ source: LanguageSource) {
        grouping = DigitGrouping(separator: source.groupSeparator)
        numbers = PhraseTable(
            source.numberWords.enumerated().map { ($1, $0) }
                + source.numberVariants.map { ($0.key, $0.value) }
        )
        parts = PhraseTable(source.numberParts.map { ($0.key, $0.value) })
        let powers = source.numberVariants.filter { $0.value.isScale && !$0.key.contains(" ") }
        let scales = powers.merging(source.numberScales) { $1 }
        self.scales = PhraseTable(scales.map { ($0.key, $0.value) })
        joiners = PhraseTable(source.numberJoiners.map { ($0, ()) })
        attachedJoiners = source.numberJoiners.map { Array($0.utf8) }
        order = source.numberOrder
        between = PhraseTable(source.betweenWords.map { ($0, ()) })
        vague = PhraseTable(source.vagueNumbers.map { ($0, ()) })
        duals = PhraseTable(source.dualNouns.map { ($0, ()) })
        shares = PhraseTable(source.percentWords.map { ($0, ()) })
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
            (source.months + source.shortMonths + source.otherMonths)
                .flatMap { $0.split(separator: "/").map(String.init) }
                .map { ($0, $0.unicodeScalars.first?.properties.isUppercase ?? false) }
        )
        script = Script.most(
            in: (source.months + source.numberWords + source.casualtyWords).joined(separator: " ")
        )
        zero = source.digits.first?.unicodeScalars.first
    }

    /// Whether a particle that is written on a word begins with a joiner.
    func isJoiner(_ particle: some Collection<UInt8>) -> Bool {
        !particle.isEmpty && attachedJoiners.contains { particle.starts(with: $0) }
    }
}

extension Int {
    /// Whether it is a hundred, a thousand or another power of ten that multiplies what is before it.
    fileprivate var isScale: Bool {
        var rest = self
        while rest >= 10, rest.isMultiple(of: 10) { rest /= 10 }
        return self >= 100 && rest == 1
    }
}
