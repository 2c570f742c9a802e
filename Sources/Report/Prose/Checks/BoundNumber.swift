import Records

// The rules by which the numerals of a text agree with a number of the records. There are few of them, and
// each can be explained to an author in one sentence.

/// A number of the records that a text is bound to.
struct BoundNumber: Hashable, Sendable {
    /// The minimum; `nil` when no number is known.
    let minimum: Int?
    /// The maximum; `nil` when it is unknown or there is none.
    let maximum: Int?
    /// The end that the link names.
    let end: MeasureEnd.End?

    /// The number of a figure.
    ///
    /// Numbers of strikes, sources or claims are always known.
    init(_ total: Total, _ measure: MeasureEnd) {
        end = measure.end
        if total.isUnknown {
            minimum = nil
            maximum = nil
        } else {
            minimum = total.minimum
            maximum = total.openEnded > 0 ? nil : total.maximum
        }
    }

    /// The number of a claim.
    init(_ count: Count, _ end: MeasureEnd.End? = nil) {
        minimum = count.minimum
        maximum = count.maximum
        self.end = end
    }

    /// Whether it is one number.
    var isExact: Bool { minimum != nil && minimum == maximum }

    /// Its ends, as a text states them in order.
    var ends: [Int] {
        guard let minimum else { return [] }
        guard let maximum, maximum != minimum else { return [minimum] }
        return [minimum, maximum]
    }

    /// Whether a text with these numerals agrees with the number.
    ///
    /// - One numeral must be the exact number, or the end that the link (`.min`, `.max`) or the words
    ///   around it name: "at least" and "more than" the minimum, "up to" and "at most" the maximum,
    ///   "about" either. For a range, link or words must say which end a numeral is.
    /// - Two numerals must be the minimum and the maximum, in this order.
    /// - No numeral agrees with an unknown number, and no maximum with an open end.
    func agrees(with numerals: [Numeral]) -> Bool {
        let values = numerals.compactMap(\.value)
        guard let minimum, values.count == numerals.count else { return false }
        switch values.count {
        case 0: return true
        case 1: return agrees(values[0], qualifier: numerals[0].qualifier, minimum: minimum)
        case 2:
            return end == nil && values == [minimum, maximum]
                && numerals[0].qualifier != .maximum && numerals[1].qualifier != .minimum
        default: return false
        }
    }

    private func agrees(_ value: Int, qualifier: Numeral.Qualifier, minimum: Int) -> Bool {
        if isExact { return value == minimum }
        switch end {
        case .min: return value == minimum && qualifier != .maximum
        case .max: return value == maximum && qualifier != .minimum
        case nil:
            switch qualifier {
            case .minimum: return value == minimum
            case .maximum: return value == maximum
            case .approximate: return maximum != nil && (value == minimum || value == maximum)
            case .none: return false
            }
        }
    }
}
