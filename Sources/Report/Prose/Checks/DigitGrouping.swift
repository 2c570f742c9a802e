// Reads a number in digits as one language groups them. The separator of thousands in one language is the
// decimal separator in another, so a number that is not grouped as the language does is unreadable here:
// its value is never guessed.

/// A number in digits.
struct DigitNumber: Hashable, Sendable {
    /// What the digits are.
    enum Form: Hashable, Sendable {
        /// A whole number.
        case whole(Int)
        /// A day with month and year, such as 22.08.2017.
        case date
        /// Digits that are not a whole number as the language writes it.
        case unreadable
    }

    /// What the digits are.
    let form: Form
    /// Whether they are four digits without a separator.
    let isFourPlainDigits: Bool

    /// The whole number.
    var value: Int? {
        if case .whole(let value) = form { return value }
        return nil
    }
}

/// How a language groups the digits of a number.
struct DigitGrouping: Hashable, Sendable {
    /// The separators of groups of three digits.
    private let separators: Set<Unicode.Scalar>
    /// Whether an ordinary space is a separator.
    private let acceptsPlainSpace: Bool

    private static let spaces: Set<Unicode.Scalar> = ["\u{A0}", "\u{202F}", "\u{2009}"]
    private static let punctuation: Set<Unicode.Scalar> = [",", ".", "'", "’", "٬", "٫", "،"]
    private static let greatest = 1_000_000_000_000

    /// Makes a grouping with a language's separator; non-breaking spaces are always separators.
    init(separator: String) {
        var separators = DigitGrouping.spaces.union(separator.unicodeScalars)
        if separators.contains(",") || separators.contains("٬") {
            separators.formUnion([",", "٬"])
        }
        if separators.contains("'") || separators.contains("’") {
            separators.formUnion(["'", "’"])
        }
        self.separators = separators
        acceptsPlainSpace = separator.unicodeScalars.contains(where: \.properties.isWhitespace)
    }

    /// Reads the number at a position, which must be that of a digit, and moves the position past it.
    func read(_ scalars: [Unicode.Scalar], _ position: inout Int) -> DigitNumber {
        var groups = [run(scalars, &position)]
        var used: Set<Unicode.Scalar> = []
        while let next = separator(in: scalars, at: position, after: groups, used: used) {
            used.insert(next)
            position += 1
            groups.append(run(scalars, &position))
        }
        return DigitNumber(
            form: form(groups, used),
            isFourPlainDigits: groups.count == 1 && groups[0].digits.count == 4
        )
    }

    /// The separator at a position, if the digits after it belong to the number.
    private func separator(
        in scalars: [Unicode.Scalar],
        at position: Int,
        after groups: [Run],
        used: Set<Unicode.Scalar>
    ) -> Unicode.Scalar? {
        guard position + 1 < scalars.count, scalars[position + 1].decimalDigit != nil else {
            return nil
        }
        let scalar = scalars[position]
        if DigitGrouping.punctuation.contains(scalar) { return scalar }
        guard DigitGrouping.spaces.contains(scalar) || (scalar == " " && acceptsPlainSpace),
            used.isEmpty || used == [scalar], groups[0].digits.count <= 3
        else {
            return nil
        }
        var end = position + 1
        return run(scalars, &end).digits.count == 3 ? scalar : nil
    }

    private struct Run {
        var digits: [Int] = []
        /// Whether all digits are of one script.
        var isUniform = true
    }

    private func run(_ scalars: [Unicode.Scalar], _ position: inout Int) -> Run {
        var run = Run()
        var zero: UInt32?
        while position < scalars.count, let digit = scalars[position].decimalDigit {
            let base = scalars[position].value - UInt32(digit)
            run.isUniform = run.isUniform && (zero ?? base) == base
            zero = base
            run.digits.append(digit)
            position += 1
        }
        return run
    }

    private func form(_ groups: [Run], _ used: Set<Unicode.Scalar>) -> DigitNumber.Form {
        if used == ["."], groups.count == 3,
            groups[2].digits.count == 4 || groups[0].digits.count == 4
        {
            return .date
        }
        guard groups.allSatisfy(\.isUniform), groups[0].digits.first != 0 || isZero(groups) else {
            return .unreadable
        }
        if groups.count > 1 {
            guard used.count == 1, used.allSatisfy({ separators.contains($0) || $0 == " " }),
                groups[0].digits.count <= 3, groups.dropFirst().allSatisfy({ $0.digits.count == 3 })
            else { return .unreadable }
        }
        var value = 0
        for digit in groups.flatMap(\.digits) {
            value = value * 10 + digit
            if value > DigitGrouping.greatest { return .unreadable }
        }
        return .whole(value)
    }

    private func isZero(_ groups: [Run]) -> Bool {
        groups.count == 1 && groups[0].digits == [0]
    }
}
