/// A number in a text, in digits or as a word.
struct Numeral: Hashable, Sendable {
    /// Which end of a range the words around a numeral say that it is.
    enum Qualifier: Hashable, Sendable {
        /// "at least", "more than", "12+".
        case minimum
        /// "up to", "at most".
        case maximum
        /// "about", "some".
        case approximate
        /// Nothing is said.
        case none
    }

    /// What a numeral is used for, as far as its surroundings tell.
    enum Role: Hashable, Sendable {
        /// It says how many.
        case count
        /// It is a day or a year beside a month's name, or a whole date.
        case date
        /// It is an hour with minutes.
        case time
        /// It is part of a name, such as CS1621 or CLM-048.
        case identifier
        /// It says which one: 2nd, 3º.
        case ordinal
        /// It is a percentage, an amount of money or a negative number.
        case amount
        /// It is half of something like 24/7.
        case fraction
        /// Letters are glued to its end: 500m, 12-year-old.
        case attached
        /// "one" as in "one of them", or an article.
        case pronoun
    }

    /// The whole number; `nil` when the digits are not one as the language writes it.
    let value: Int?
    /// Where it stands, without its qualifier.
    let range: Range<String.Index>
    /// Its digits or its word, as written.
    let written: String
    /// Which end it is said to be.
    let qualifier: Qualifier
    /// The qualifier and the numeral, as written.
    let phrase: String
    /// What it is used for.
    let role: Role
    /// Whether it is a word.
    let isWord: Bool
    /// Whether it is four plain digits, as a year is.
    let isYearLike: Bool
    /// Whether no other word or number stands before it in the text.
    let isFirst: Bool
    /// Its tokens.
    let tokens: Range<Int>
}
