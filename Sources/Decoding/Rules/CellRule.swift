// The rules for single cells and for cells that stand together in a row: counts, dates, coordinates, words.

import Diagnostics

/// A rule about what stands in a cell.
public enum CellRule: String, Rule {
    case required = "cell-required"
    case notAllowed = "cell-not-allowed"
    case pattern = "cell-pattern"
    case length = "cell-length"
    case range = "cell-out-of-range"
    case repeated = "cell-repeated"
    case valueRepeated = "value-repeated"
    case type = "cell-type"
    case countNotANumber = "count-not-a-number"
    case countTooLarge = "count-too-large"
    case countLikeDate = "count-like-a-date"
    case countOrder = "count-minimum-above-maximum"
    case countWithoutMinimum = "count-without-minimum"
    case dateInvalid = "date-invalid"
    case dateZone = "date-time-zone"
    case yearNotShown = "year-not-shown"
    case dateOrder = "date-end-before-start"
    case datePrecision = "date-precision"
    case timeInvalid = "time-invalid"
    case coordinateInvalid = "coordinate-invalid"
    case coordinateOutOfRange = "coordinate-out-of-range"
    case coordinateIncomplete = "coordinate-incomplete"
    case coordinatesSwapped = "coordinates-swapped"
    case wordUnknown = "word-unknown"
    case gradingUnknown = "grading-unknown"
    case gradingMissing = "grading-missing"
    case assessmentUnknown = "assessment-unknown"
    case wordUnlisted = "word-unlisted"
    case ageImpossible = "age-impossible"
    case ageWithUnit = "age-with-unit"
    case coordinatesAtZero = "coordinates-at-zero"
    case coordinateSign = "coordinate-sign"
    case coordinatesFar = "coordinates-far-away"
    case urlScheme = "url-scheme"
    case urlInvalid = "url-invalid"
    case idInvalid = "id-invalid"

    /// Whether breaking the rule stops the build.
    public var severity: Severity {
        switch self {
        case .coordinatesSwapped, .coordinatesAtZero, .coordinateSign, .coordinatesFar,
            .gradingMissing, .wordUnlisted, .ageWithUnit, .dateZone, .yearNotShown, .countLikeDate,
            .valueRepeated:
            return .warning
        case .required, .notAllowed, .pattern, .length,
            .range, .repeated, .type, .countNotANumber,
            .countTooLarge, .countOrder, .countWithoutMinimum, .dateInvalid,
            .dateOrder, .datePrecision, .timeInvalid, .coordinateInvalid,
            .coordinateOutOfRange, .coordinateIncomplete, .wordUnknown, .gradingUnknown,
            .assessmentUnknown, .ageImpossible, .urlScheme, .urlInvalid, .idInvalid:
            return .error
        }
    }
}
