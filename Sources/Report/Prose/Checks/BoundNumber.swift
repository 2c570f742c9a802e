import Records

// The rules by which the numerals of a text agree with a number of the records. They are few, and
// every one is a sentence that an author can be told.

/// A number of the records that a text is bound to.
struct BoundNumber: Hashable, Sendable {
    /// The least number; `nil` when no number is known.
    let minimum: Int?
    /// The greatest number; `nil` when it is unknown or has no upper end.
    let maximum: Int?
    /// The end that the link picks.
    let end: MeasureEnd.End?

    /// The number of a figure.
    ///
    /// Things, and a selection without strikes, are never unknown.
    init(_ total: Total, _ measure: MeasureEnd) {
        end = measure.end
        if total.isUnknown && measure.measure.holdsCounts && total.strikes > 0 {
            minimum = nil
            maximum = nil
        } else {
            minimum = total.minimum
            maximum = total.openEnded > 0 ? nil : total.maximum
        }
    }

    /// The number of a claim.
    init(_ count: Count) {
        minimum = count.minimum
        maximum = count.maximum
        end = nil
    }

    /// Whether it is one number.
    var isExact: Bool { minimum != nil && minimum == maximum }

    /// Its ends, as a text states them in order.
    var ends: [Int] {
        guard let minimum else { return [] }
        guard let maximum, maximum != minimum else { return [minimum] }
        return [minimum, maximum]
    }

    /// Whether a text with these numerals agrees.
    ///
    /// - One numeral is the exact number, or the end that the link (`.min`, `.max`) or the words
    ///   around it pick: "at least" and "more than" the minimum, "up to" and "at most" the maximum,
    ///   "about" either. For a range a numeral must say which end it is.
    /// - Two numerals are minimum and maximum, in this order.
    /// - Nothing agrees with a number that is not known, and no maximum with an open end.
    func agrees(with numerals: [Numeral]) -> Bool {
        let values = numerals.compactMap(\.value)
        guard let minimum, values.count == numerals.count else { return false }
        switch values.count {
        case 0: return true
        case 1: return agrees(values[0], numerals[0].qualifier, minimum)
        case 2:
            return end == nil && values == [minimum, maximum]
                && numerals[0].qualifier != .maximum && numerals[1].qualifier != .minimum
        default: return false
        }
    }

    private func agrees(_ value: Int, _ qualifier: Numeral.Qualifier, _ minimum: Int) -> Bool {
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
