// Ages as people write them are understood in one place, for the checks of a cell and for selections by age.

import Text

/// An age as a cell states it.
public struct AgeText: Sendable {
    /// How an age is written.
    public enum Form: Sendable {
        /// A number of years.
        case number
        /// A number of years and a word for years.
        case numberWithUnit
        /// Months, weeks or days, with or without years.
        case partsOfYears
        /// Anything else: a decade, a range, words.
        case words
    }

    /// The age as written.
    public let text: String
    /// The form.
    public private(set) var form = Form.words
    /// The ages in years that it may mean; `nil` when that is not understood.
    public private(set) var years: ClosedRange<Int>?

    /// The greatest age that is taken for one.
    public static let greatest = 130

    /// Reads an age in any words.
    public init(_ text: String) {
        self.init(text, number: Int(text).flatMap { $0 >= 0 ? $0 : nil })
    }

    /// An age of which it is known whether it is a number.
    public init(_ text: String, number: Int?) {
        self.text = text
        if let number {
            form = .number
            years = number...number
        } else {
            read(AgeWords(text))
        }
    }

    private mutating func read(_ words: AgeWords) {
        guard let first = words.numbers.first else { return }
        let second = words.numbers.dropFirst().first
        let sign = words.words[0]
        if words.numbers.count == 1, words.words[1] == "s", AgeWords.partsOfDecades.contains(sign) {
            years = first...(first + 9)
            return
        }
        if words.numbers.count == 1, words.words[1].isEmpty, ["-", "−", "–"].contains(sign) {
            years = (-first)...(-first)
            return
        }
        guard sign.isEmpty || AgeWords.aged.contains(sign) else { return }
        if words.numbers.count == 1 {
            if AgeWords.years.contains(words.words[1]) {
                form = .numberWithUnit
                years = first...first
            } else if let part = AgeWords.parts[words.words[1]] {
                form = .partsOfYears
                years = (first / part)...(first / part)
            } else if words.words[1] == "s" {
                years = first...(first + 9)
            } else if AgeWords.orMore.contains(words.words[1]), first <= AgeText.greatest {
                years = first...AgeText.greatest
            } else if words.words[1].isEmpty, sign.isEmpty {
                // Digits of another script.
                years = first...first
            }
        } else if let second, words.numbers.count == 2 {
            if AgeWords.years.contains(words.words[1]), AgeWords.parts[words.words[2]] != nil {
                form = .partsOfYears
                years = first...first
            } else if AgeWords.to.contains(words.words[1]), first <= second,
                words.words[2].isEmpty || AgeWords.years.contains(words.words[2])
            {
                years = first...second
            }
        }
    }

    /// Why no person can have the age, and what to do about it; `nil` when one can.
    public var fault: String? {
        guard let years else { return nil }
        if years.upperBound < 0 {
            return "No age is below zero. If the cell means unknown, say so in the codebook: "
                + "values: {\"\(text)\": \"\"}."
        }
        guard years.lowerBound > AgeText.greatest else { return nil }
        if (1850...2100).contains(years.lowerBound) {
            return "Is it a year of birth? State the age in years, or leave the cell blank."
        }
        return
            "Nobody lives to be older than \(AgeText.greatest): correct the age, or leave the cell blank."
    }

    /// What to write in a column of numbers; `nil` when that is not clear.
    public var advice: String? {
        guard let years else { return nil }
        switch form {
        case .number: return nil
        case .numberWithUnit: return "Write \(years.lowerBound)."
        case .partsOfYears:
            return
                "Write \(years.lowerBound), the whole years; to publish the words, state “type: string” "
                + "in the codebook."
        case .words:
            return years.count == 1 ? "Write \(years.lowerBound)." : nil
        }
    }
}

/// The numbers of an age and the words around them.
private struct AgeWords {
    /// The numbers; one that is too great for any age is a million.
    let numbers: [Int]
    /// The texts around the numbers, one more than there are numbers.
    let words: [String]

    init(_ text: String) {
        let parts = WordedNumbers(text, without: "().,_")
        numbers = parts.numbers.map { min(Int($0) ?? .max, 1_000_000) }
        words = parts.words
    }

    static let aged: Set<String> = ["aged", "age", "age:", "عمره", "عمرها"]
    static let years: Set<String> = [
        "y", "yr", "yrs", "year", "years", "year old", "years old", "year-old", "years-old", "yo",
        "y/o",
        "y o", "an", "ans", "año", "años", "ano", "anos", "jahre", "سنة", "سنوات", "سنه", "عام",
        "عاما",
        "عاماً", "أعوام", "اعوام",
    ]
    /// Words for a part of a decade: “late 40s”.
    static let partsOfDecades: Set<String> = ["late", "early", "mid", "mid-"]
    /// Words for an age without an upper end: “80 plus”.
    static let orMore: Set<String> = ["+", "plus", "and over", "and older", "or older", "or over"]
    static let to: Set<String> = [
        "-", "–", "—", "to", "or", "and", "/", "à", "a", "ou", "o", "إلى", "أو",
    ]
    /// Words for parts of years, and how many of them make a year.
    static let parts: [String: Int] = {
        var parts: [String: Int] = [:]
        for word in [
            "m", "mo", "mos", "mth", "mths", "month", "months", "month old", "months old", "mois",
            "mes",
            "meses", "شهر", "شهور", "أشهر", "اشهر", "شهرا", "شهراً",
        ] { parts[word] = 12 }
        for word in [
            "w", "wk", "wks", "week", "weeks", "semaine", "semaines", "semana", "semanas", "أسبوع",
            "أسابيع",
        ] {
            parts[word] = 52
        }
        for word in [
            "d", "day", "days", "days old", "jour", "jours", "día", "días", "dia", "dias", "يوم",
            "أيام", "ايام",
        ] {
            parts[word] = 365
        }
        return parts
    }()
}
