import Templates

/// The plural forms of a language for whole numbers, after the plural rules of CLDR 46.
public enum PluralRule: String, CaseIterable, Sendable {
    /// One form for all numbers (Chinese, Turkish after numerals, Persian interface texts).
    case none
    /// One and the rest (English, German, Spanish).
    case oneOther = "one-other"
    /// Zero and one together, and the rest (Hindi, Persian nouns).
    case zeroOneOther = "zero-one-other"
    /// Zero and one together, whole millions, and the rest (French, Portuguese of Brazil).
    case french
    /// The six forms of Arabic.
    case arabic
    /// The three forms of Russian and Ukrainian.
    case slavic

    /// The category of a whole number; the sign does not matter.
    public func category(_ value: Int) -> PluralCategory {
        let number = value.magnitude
        switch self {
        case .none: return .other
        case .oneOther: return number == 1 ? .one : .other
        case .zeroOneOther: return number <= 1 ? .one : .other
        case .french:
            if number <= 1 { return .one }
            return number.isMultiple(of: 1_000_000) ? .many : .other
        case .arabic:
            switch (number, number % 100) {
            case (0, _): return .zero
            case (1, _): return .one
            case (2, _): return .two
            case (_, 3...10): return .few
            case (_, 11...99): return .many
            default: return .other
            }
        case .slavic:
            switch (number % 10, number % 100) {
            case (1, let tens) where tens != 11: return .one
            case (2...4, let tens) where !(12...14).contains(tens): return .few
            default: return .many
            }
        }
    }
}
