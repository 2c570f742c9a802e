/// A number in a text, in digits or as a word.
struct Numeral: Hashable, Sendable {
    /// The end of a range that the words around a numeral name.
    enum Qualifier: Hashable, Sendable {
        /// "at least", "more than", "12+".
        case minimum
        /// "up to", "at most".
        case maximum
        /// "about", "some".
        case approximate
        /// No such words.
        case none
    }

    /// What a numeral is used for, judged by its surroundings.
    enum Role: Hashable, Sendable {
        /// It states how many.
        case count
        /// It is a day or a year beside a month's name, or a whole date.
        case date
        /// It is an hour with minutes.
        case time
        /// It is part of a name, such as CS1621 or CLM-048.
        case identifier
        /// It states which one: 2nd, 3º.
        case ordinal
        /// It is a percentage, an amount of money or a negative number.
        case amount
        /// It is half of something like 24/7.
        case fraction
        /// Letters are attached to its end: 500m, 12-year-old.
        case attached
        /// "one" as in "one of them", or an article.
        case pronoun
        /// It is a quantity that is no exact number: dozens, half.
        case vague
    }

    /// The whole number; `nil` when the digits are not a number as the language writes it.
    let value: Int?
    /// Its range in the text, without its qualifier.
    let range: Range<String.Index>
    /// Its digits or its word, as written.
    let written: String
    /// The end of a range that the words around it name.
    let qualifier: Qualifier
    /// The qualifier and the numeral, as written.
    let phrase: String
    /// What it is used for.
    let role: Role
    /// Whether it is a word.
    let isWord: Bool
    /// Whether it is four digits without a separator, like a year.
    let isYearLike: Bool
    /// Whether it is the first word or number of the text.
    let isFirst: Bool
    /// Whether a particle such as the Arabic "and" is written on it.
    let hasParticle: Bool
    /// Its tokens.
    let tokens: Range<Int>
}
