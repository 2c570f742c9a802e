// What rendering needs to know about the language of a page.

/// The digits and plural forms of one language.
public protocol TextFormatting: Sendable {
    /// A whole number as the language writes it, such as "1,234" or "١٬٢٣٤".
    func number(_ value: Int) -> String
    /// The plural category that the language uses for a number.
    func pluralCategory(_ value: Int) -> PluralCategory
}

/// The plural categories of the Unicode CLDR.
public enum PluralCategory: String, CaseIterable, Sendable {
    /// None, in languages such as Arabic.
    case zero
    /// One.
    case one
    /// Two, in languages such as Arabic.
    case two
    /// A few; the language says which.
    case few
    /// Many; the language says which.
    case many
    /// All other numbers.
    case other
}
