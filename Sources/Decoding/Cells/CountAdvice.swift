// A count that is not a number often states its meaning in words. The suggestion must keep all of that
// meaning: "6 à 8" is not 6, and "at least 4" is not 4.

import Text

/// What an author may have meant by a count that is not one.
package struct CountAdvice {
    let suggestion: String

    init(_ text: String, allowsRanges: Bool) {
        suggestion = CountAdvice.advice(text, allowsRanges)
    }

    private static func advice(_ text: String, _ allowsRanges: Bool) -> String {
        if let range = RangeAsDate(text) { return range.advice(allowsRanges) }
        let isPlain = text.utf8.allSatisfy(\.isDigit)
        if isPlain {
            let value = text.drop { $0 == "0" }
            if text.utf8.count > 18 { return "The greatest count is 1000000000." }
            return "Write it without leading zeros. Did you mean \(value.isEmpty ? "0" : value)?"
        }
        if let western = westernDigits(text) {
            return "Write it in the digits 0 to 9. Did you mean \(western)?"
        }
        if let sign = text.first, "+-−".contains(sign), isDigits(text.dropFirst()) {
            return sign == "+"
                ? "Write it without a sign. Did you mean \(text.dropFirst())?"
                : "A number of people is not below zero. Did you mean \(text.dropFirst())?"
        }
        let groups = text.split { ", .’' \u{A0}\u{202F}".contains($0) }
        if groups.count > 1, groups.allSatisfy({ isDigits($0) }),
            groups.dropFirst().allSatisfy({ $0.count == 3 }), (1...3).contains(groups[0].count)
        {
            return "Write it without separators. Did you mean \(groups.joined())?"
        }
        if let point = text.firstIndex(of: "."), isDigits(text[..<point]),
            text[point...].dropFirst().allSatisfy({ $0 == "0" })
        {
            return "Write a whole number. Did you mean \(text[..<point])?"
        }
        let range = text.split(whereSeparator: { "-–—".contains($0) })
            .map { $0.filter { $0 != " " } }
        if range.count == 2, isDigits(range[0]), isDigits(range[1]) {
            return allowsRanges
                ? "Did you mean \(range[0])–\(range[1])?"
                : "A range has a column for each end: the minimum \(range[0]), the maximum \(range[1])."
        }
        if text.hasSuffix("+"), isDigits(text.dropLast()), !allowsRanges {
            return
                "“At least \(text.dropLast())” is the minimum \(text.dropLast()) with a blank maximum."
        }
        if let advice = CountWords(text).advice(text, allowsRanges) { return advice }
        let head = text.prefix { $0.isASCII && $0.isNumber }
        let rest = text.dropFirst(head.count)
        if !head.isEmpty, rest.first == " ", rest.contains(where: \.isLetter),
            !rest.contains(where: \.isNumber)
        {
            return "The cell holds digits only. Did you mean \(head)?"
        }
        return
            "A blank cell means unknown. If the word stands for a number, say so in the codebook: "
            + "values: {\"\(text.shortened())\": …}."
    }

    /// What a text states, in the form that a column of counts has: `3`, `3–8` or `5+`; `nil` when that is not certain.
    package static func standard(_ text: String) -> String? {
        if isDigits(text) {
            let value = text.drop { $0 == "0" }
            return value.utf8.count < 10 ? (value.isEmpty ? "0" : String(value)) : nil
        }
        if let western = westernDigits(text) { return standard(western) }
        if let point = text.firstIndex(of: "."), isDigits(text[..<point]) {
            // "1.000" may be a thousand.
            let fraction = text[point...].dropFirst()
            return ["0", "00"].contains(fraction) ? standard(String(text[..<point])) : nil
        }
        if text.hasSuffix("+"), let least = standard(CountAdvice.trimmed(text.dropLast())),
            isDigits(least)
        {
            return least + "+"
        }
        let ends = text.split(whereSeparator: { "-–—−".contains($0) }).map(trimmed)
        if ends.count == 2, let low = standard(ends[0]),
            let high = standard(ends[1]), isDigits(low), isDigits(high), let least = Int(low),
            let most = Int(high), least <= most
        {
            return "\(low)–\(high)"
        }
        return CountWords(text).standard
    }

    private static func trimmed(_ text: Substring) -> String {
        var text = text.drop(while: \.isWhitespace)
        while text.last?.isWhitespace == true { text.removeLast() }
        return String(text)
    }

    private static func isDigits(_ text: some StringProtocol) -> Bool {
        !text.isEmpty && text.utf8.allSatisfy(\.isDigit)
    }

    /// The number in Western digits, when it is written in those of another script.
    private static func westernDigits(_ text: String) -> String? {
        var result = ""
        for character in text {
            guard let value = character.wholeNumberValue, (0...9).contains(value),
                character.unicodeScalars.count == 1,
                character.unicodeScalars.first?.properties.numericType == .decimal
            else { return nil }
            result += String(value)
        }
        return result
    }
}

/// A range such as 3-8 that a spreadsheet program took for a date: 3-Aug, Aug-3, 2020-08-03.
struct RangeAsDate {
    private let ends: [Int]

    /// `nil` for a text that is no date, or a date that no range can have become.
    init?(_ text: String) {
        let parts = text.split { "-–/. ".contains($0) }.map(String.init)
        let numbers = parts.map { part in
            Int(part) ?? EnglishMonth.number(part)
        }
        let known = numbers.compactMap(\.self)
        guard known.count == parts.count, (2...3).contains(parts.count) else { return nil }
        if parts.count == 3, parts[0].utf8.count == 4, text.contains("-") {
            ends = [known[1], known[2]].sorted()
            return
        }
        let isDayFirst = parts.count == 3 && parts[2].utf8.count == 4 && text.contains("/")
        guard isDayFirst || parts.contains(where: { Int($0) == nil }) else { return nil }
        ends = [known[0], known[1]].sorted()
    }

    /// The range, such as "3–8".
    var text: String { "\(ends[0])–\(ends[1])" }

    func advice(_ allowsRanges: Bool) -> String {
        allowsRanges
            ? "A spreadsheet program seems to have made a date of a range. If so, write \(text), and format the "
                + "column as text."
            : "A spreadsheet program seems to have made a date of a number or a range, such as \(text). Write the "
                + "number, and format the column as text."
    }
}

/// Numbers with words around them, as people write ranges and bounds: "6 à 8", "at least 4".
private struct CountWords {
    private let words: [String]
    private let numbers: [String]

    init(_ text: String) {
        let parts = WordedNumbers(text, without: "().,:")
        words = parts.words
        numbers = parts.numbers
    }

    /// The range or the least number that the words state; `nil` when they state neither.
    var standard: String? {
        if numbers.count == 2, CountWords.from.contains(words[0]), CountWords.to.contains(words[1]),
            words[2].isEmpty, let low = Int(numbers[0]), let high = Int(numbers[1]), low <= high
        {
            return "\(low)–\(high)"
        }
        guard numbers.count == 1, let number = Int(numbers[0]) else { return nil }
        let isLeast =
            words[0] != "+" && CountWords.least.contains(words[0]) && words[1].isEmpty
            || words[0].isEmpty && CountWords.orMore.contains(words[1])
        return isLeast ? "\(number)+" : nil
    }

    /// What to write instead; `nil` when the words are none of those that are known.
    func advice(_ text: String, _ allowsRanges: Bool) -> String? {
        if numbers.count == 2, CountWords.from.contains(words[0]),
            CountWords.to.contains(words[1]), let low = Int(numbers[0]), let high = Int(numbers[1]),
            low <= high
        {
            return allowsRanges
                ? "Did you mean \(low)–\(high)?"
                : "A range has a column for each end: the minimum \(low), the maximum \(high)."
        }
        guard numbers.count == 1, let number = Int(numbers[0]) else { return nil }
        let meaning = allowsRanges ? "\(number)+" : "\(number)"
        let codebook =
            "say so in the codebook: values: {\"\(text.shortened())\": \"\(meaning)\"}."
        if CountWords.about.contains(words[0]) || CountWords.about.contains(words[1]) {
            return allowsRanges
                ? "Write the range that was published, or \(meaning) for at least \(number); or \(codebook)"
                : "Write the least number that was published, or \(codebook)"
        }
        guard CountWords.least.contains(words[0]) || CountWords.orMore.contains(words[1]) else {
            return nil
        }
        return allowsRanges
            ? "Write \(meaning), or \(codebook)"
            : "“At least \(number)” is the minimum \(number) with a blank maximum; write it so, or \(codebook)"
    }

    private static let from: Set<String> = [
        "", "de", "from", "between", "entre", "من", "بين", "ما بين", "von", "d'", "d’",
    ]
    private static let to: Set<String> = [
        "to", "à", "a", "or", "ou", "o", "u", "til", "till", "until", "bis", "hasta", "jusqu'à",
        "jusqu’à", "et", "and", "y", "إلى", "الى", "حتى", "أو", "او", "و", "-", "–", "—", "−", "/",
        "ـ",
    ]
    private static let least: Set<String> = [
        "at least", "more than", "over", "no fewer than", "not less than", "minimum", "min",
        "au moins", "plus de", "minimum de", "al menos", "por lo menos", "más de", "mas de",
        "mínimo", "minimo", "على الأقل", "على الاقل", "أكثر من", "اكثر من", "ما لا يقل عن",
        "لا يقل عن", "≥", ">", ">=", "+",
    ]
    private static let orMore: Set<String> = [
        "or more", "at least", "minimum", "min", "ou plus", "au moins", "et plus", "o más", "o mas",
        "al menos", "como mínimo", "أو أكثر", "او اكثر", "على الأقل", "على الاقل", "and more",
    ]
    private static let about: Set<String> = [
        "~", "≈", "about", "around", "approximately", "approx", "circa", "ca", "c", "some",
        "environ", "env", "vers", "près de", "alrededor de", "cerca de", "unos", "unas",
        "aproximadamente", "حوالي", "حوالى", "نحو", "تقريبا", "قرابة",
    ]
}
