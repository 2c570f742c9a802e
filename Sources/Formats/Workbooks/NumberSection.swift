// How a workbook shows a number: with zeros before it, with texts around or between its digits, or not at all.
// A reader of the sheet takes 0"+" for an open end and "CS"0000 for a code, so these texts are what is read.

import Text

/// One section of a number format: for all numbers, or for those above, below or at zero.
struct NumberSection: Equatable {
    /// What a section shows, from left to right.
    enum Part: Equatable {
        case text(String)
        /// A digit; `true` when a zero is shown where there is none.
        case digit(Bool)
        case point
        /// The number as a program shows it without a format.
        case general
    }

    private(set) var parts: [Part] = []
    /// The numbers for which it is meant, as `[>=1000]` states it.
    private(set) var condition: Condition?
    /// How often the number is multiplied by a hundred.
    private var percents = 0
    /// Whether thousands are separated.
    private var isGrouped = false
    /// How often the number is divided by a thousand.
    private var thousands = 0
    /// Whether it shows a fraction or a power of ten, which is the number in another form.
    private var isScientific = false

    /// A comparison with a number.
    struct Condition: Equatable {
        let sign: String
        let limit: Double

        init?(_ text: String) {
            let sign = text.prefix { "<>=".contains($0) }
            guard !sign.isEmpty, let limit = Double(text.dropFirst(sign.count)) else { return nil }
            self.sign = String(sign)
            self.limit = limit
        }

        func holds(_ number: Double) -> Bool {
            switch sign {
            case "<": number < limit
            case ">": number > limit
            case "<=": number <= limit
            case ">=": number >= limit
            case "=": number == limit
            default: number != limit
            }
        }
    }

    /// The sections of a format, split at the semicolons that separate them.
    static func all(_ code: String) -> [NumberSection] {
        var sections: [NumberSection] = []
        var rest = Array(code)[...]
        repeat { sections.append(NumberSection(&rest)) } while !rest.isEmpty
        if code.last == ";", code.count > 1 { sections.append(NumberSection()) }
        return sections
    }

    private init() {}

    /// Reads up to the next semicolon, and drops it.
    private init(_ rest: inout ArraySlice<Character>) {
        var commas = 0
        while let character = rest.popFirst() {
            switch character {
            case ";":
                settle(commas)
                return
            case "\"":
                let text = rest.prefix { $0 != "\"" }
                rest = rest.dropFirst(text.count + 1)
                append(String(text))
            case "\\": append(rest.popFirst().map(String.init) ?? "")
            case "_", "*":
                // The width of a character, or one that fills the cell: neither is a text.
                _ = rest.popFirst()
                append(" ")
            case "[":
                let inside = String(rest.prefix { $0 != "]" })
                rest = rest.dropFirst(inside.count + 1)
                if let condition = Condition(inside) { self.condition = condition }
                if inside.hasPrefix("$") { append(String(inside.dropFirst().prefix { $0 != "-" })) }
            case "0", "#", "?":
                if commas > 0 { isGrouped = true }
                commas = 0
                parts.append(.digit(character == "0"))
            case ".": parts.append(.point)
            case ",": commas += 1
            case "%":
                percents += 1
                append("%")
            case "E" where rest.first == "+" || rest.first == "-": isScientific = true
            case "/" where parts.last?.isDigit == true: isScientific = true
            case "G" where rest.starts(with: Array("eneral")):
                rest = rest.dropFirst(6)
                parts.append(.general)
            case "@": parts.append(.general)
            default: append(String(character))
            }
        }
        settle(commas)
    }

    private mutating func settle(_ commas: Int) {
        if parts.contains(where: { $0.isDigit }) { thousands = commas }
    }

    /// Whether it shows thousands or millions as a unit, without saying so.
    var isScaled: Bool { thousands > 0 }

    private mutating func append(_ text: String) {
        if !text.isEmpty { parts.append(.text(text)) }
    }

    /// Whether it shows the plain number, so that nothing needs to be worked out.
    var isPlain: Bool {
        if isScientific { return true }
        if isScaled || percents > 0 || condition != nil { return false }
        if parts == [.general] { return true }
        let hasText = parts.contains {
            if case .text(let text) = $0 { !text.allSatisfy(\.isWhitespace) } else { false }
        }
        // Zeros before a whole number make a code of it; before a decimal they are only a form.
        let isCode = minimumDigits > 1 && !parts.contains(.point)
        return !hasText && !isCode && parts.contains { $0.isDigit }
    }

    /// Whether it shows nothing for a zero, as "#" does.
    var hidesZero: Bool {
        !isScientific && parts.contains { $0.isDigit } && !parts.contains(.digit(true))
    }

    /// How many digits there are at least before the point.
    private var minimumDigits: Int {
        parts.prefix { $0 != .point }.count { $0 == .digit(true) }
    }

    /// Whether it shows a number at all.
    private var hasDigits: Bool { parts.contains { $0.isDigit || $0 == .general } }

    /// The text of a number from 0, without blanks at its ends; `nil` when the number cannot be told from it.
    func text(_ number: Double) -> String? {
        guard hasDigits else { return nil }
        var value = number
        for _ in 0..<percents { value *= 100 }
        for _ in 0..<thousands { value /= 1000 }
        guard value < 1e15 else { return nil }
        let fraction = parts.drop { $0 != .point }
        let decimals = fraction.count { $0.isDigit }
        let needed = fraction.count { $0 == .digit(true) }
        guard let shown = NumberSection.digits(value, decimals: decimals, atLeast: needed) else {
            return nil
        }
        let places = parts.prefix { $0 != .point }.count { $0.isDigit }
        var whole = Array(shown.whole)[...]
        if minimumDigits > whole.count {
            whole = (Array(repeating: "0", count: minimumDigits - whole.count) + whole)[...]
        }
        var decimalsLeft = Array(shown.fraction)[...]
        var text = ""
        var place = 0
        var isFraction = false
        for part in parts {
            switch part {
            case .text(let literal): text += literal
            case .general: text += NumberFormat.plain(value)
            case .point:
                isFraction = true
                if !decimalsLeft.isEmpty { text += "." }
            case .digit where isFraction:
                if let digit = decimalsLeft.popFirst() { text.append(digit) }
            case .digit:
                place += 1
                let following = places - place
                // The first place takes all digits that have none of their own.
                while whole.count > following, let digit = whole.popFirst() {
                    text.append(digit)
                    if isGrouped, whole.count % 3 == 0, !whole.isEmpty { text.append(",") }
                }
            }
        }
        return text.trimmed
    }

    /// The digits before and after the point of a number that is rounded to some decimals.
    private static func digits(
        _ number: Double,
        decimals: Int,
        atLeast needed: Int
    ) -> (whole: String, fraction: String)? {
        guard decimals < 10 else { return nil }
        var scale = 1.0
        for _ in 0..<decimals { scale *= 10 }
        let scaled = (number * scale).rounded()
        guard scaled < 9e15 else { return nil }
        let all = String(Int(scaled))
        let padded = String(repeating: "0", count: max(0, decimals + 1 - all.count)) + all
        var fraction = String(padded.suffix(decimals))
        while fraction.count > needed, fraction.last == "0" { fraction.removeLast() }
        return (String(padded.dropLast(decimals)), fraction)
    }

    /// The texts alone, for a number that is not shown.
    var literals: String {
        parts.map { if case .text(let text) = $0 { text } else { "" } }.joined().trimmed
    }
}

extension NumberSection.Part {
    fileprivate var isDigit: Bool {
        if case .digit = self { true } else { false }
    }
}

extension String {
    fileprivate var trimmed: String {
        var text = self[...]
        while let first = text.first, first.isWhitespace { text.removeFirst() }
        while let last = text.last, last.isWhitespace { text.removeLast() }
        return String(text)
    }
}

/// What a cell with a number shows.
enum ShownNumber: Equatable {
    /// The number itself, or its digits with texts around them.
    case text(String)
    /// Something else than the number, such as nothing or "-" for a zero.
    case otherwise(String)
}

/// The sections of a number format.
struct NumberSections: Equatable {
    private let sections: [NumberSection]

    /// `nil` for a format that shows every number as it is.
    init?(_ code: String) {
        let sections = NumberSection.all(code)
        let numeric = sections.prefix(3)
        // A section of its own for numbers below zero may hide their sign.
        let isPlain = numeric.count < 2 && numeric.allSatisfy { $0.isPlain && !$0.hidesZero }
        guard !code.isEmpty, !isPlain else { return nil }
        self.sections = Array(numeric)
    }

    func shown(_ number: Double) -> ShownNumber {
        guard let first = sections.first else { return .text(NumberFormat.plain(number)) }
        let section: NumberSection
        var hasSign = false
        if let chosen = sections.first(where: { $0.condition?.holds(number) == true }) {
            section = chosen
            hasSign = number < 0
        } else if first.condition != nil {
            section = sections[sections.count - 1]
            hasSign = number < 0
        } else if number < 0 {
            section = sections.count > 1 ? sections[1] : first
            hasSign = sections.count == 1
        } else {
            section = number == 0 && sections.count > 2 ? sections[2] : first
        }
        if number == 0, section.hidesZero { return .otherwise(section.literals) }
        if section.isPlain, number >= 0 || hasSign { return .text(NumberFormat.plain(number)) }
        guard let text = section.text(abs(number)) else { return .otherwise(section.literals) }
        if section.isScaled { return .otherwise(text) }
        if number >= 0 { return .text(text) }
        if hasSign { return .text("-" + text) }
        // A section of its own for numbers below zero shows their sign, or hides it.
        if section.literals == "-" { return .text(NumberFormat.plain(number)) }
        return section.literals.contains { "-(−".contains($0) } ? .text(text) : .otherwise(text)
    }
}
