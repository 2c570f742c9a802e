// What the rules in CellRule.swift mean, each with an example of wrong and right.

import Diagnostics
import Text

extension CellRule {
    /// The rule in words.
    public var explanation: Explanation {
        switch self {
        case .required:
            return Explanation(
                "The codebook says that the cell cannot be blank, or the row says nothing "
                    + "without it.",
                wrong: """
                    id,date
                    S1,
                    """,
                right: """
                    id,date
                    S1,2017-06
                    """
            )
        case .notAllowed:
            return Explanation(
                "The codebook lists the values that the column can have.",
                wrong: """
                    status
                    kiled
                    """,
                right: """
                    status
                    killed
                    """
            )
        case .pattern:
            return Explanation(
                "The whole cell must match the regular expression that the codebook states.",
                wrong: """
                    id
                    1024    # pattern: CS[0-9]+
                    """,
                right: """
                    id
                    CS1024
                    """
            )
        case .length:
            return Explanation(
                "The cell must have as many characters as the codebook allows.",
                wrong: """
                    country
                    Syria    # maxLength: 2
                    """,
                right: """
                    country
                    SY
                    """
            )
        case .range:
            return Explanation(
                "A number or date must lie between the ends that the codebook sets.",
                wrong: """
                    age
                    214    # maximum: 120
                    """,
                right: """
                    age
                    21
                    """
            )
        case .repeated:
            return Explanation(
                "The codebook says that no two cells of the column are equal.",
                wrong: """
                    url
                    https://example.org/1
                    https://example.org/1
                    """,
                right: """
                    url
                    https://example.org/1
                    https://example.org/2
                    """
            )
        case .type:
            return Explanation(
                "A cell has the type that the codebook states for its column.",
                wrong: """
                    floors    # type: integer
                    two
                    """,
                right: """
                    floors
                    2
                    """
            )
        case .countNotANumber:
            return Explanation(
                "A count is a whole number in digits; a blank cell means unknown. Nothing "
                    + "is read into any other text: words get their meaning in the codebook, "
                    + "under values.",
                wrong: """
                    killed_min
                    012
                    Dozens
                    """,
                right: """
                    killed_min
                    12

                    """
            )
        case .countTooLarge:
            return Explanation(
                "No count of people is above 1000000000.",
                wrong: """
                    killed_min
                    99999999999
                    """,
                right: """
                    killed_min
                    99
                    """
            )
        case .countOrder:
            return Explanation(
                "The least number published cannot be above the greatest.",
                wrong: """
                    killed_min,killed_max
                    8,3
                    """,
                right: """
                    killed_min,killed_max
                    3,8
                    """
            )
        case .countWithoutMinimum:
            return Explanation(
                "A maximum alone is no count: “up to 8” is a range from 0, and one number "
                    + "stands in both columns.",
                wrong: """
                    killed_min,killed_max
                    ,8
                    """,
                right: """
                    killed_min,killed_max
                    0,8
                    """
            )
        case .dateInvalid:
            return Explanation(
                "A date is a day of the calendar, written as the codebook says; without a "
                    + "word there as 2017-06-21, 2017-06 or 2017.",
                wrong: """
                    date
                    2017-02-30
                    """,
                right: """
                    date
                    2017-02-28
                    """
            )
        case .dateOrder:
            return Explanation(
                "The last day on which a strike may have happened is not before the first.",
                wrong: """
                    date,date_end
                    2017-08-12,2017-08-09
                    """,
                right: """
                    date,date_end
                    2017-08-09,2017-08-12
                    """
            )
        case .datePrecision:
            return Explanation(
                "The stated precision must go with the date: a range needs a last day, a "
                    + "day needs a day.",
                wrong: """
                    date,date_precision
                    2017-08,day
                    """,
                right: """
                    date,date_precision
                    2017-08,month
                    """
            )
        case .timeInvalid:
            return Explanation(
                "A time of day stands on the 24-hour clock with two digits each, or in "
                    + "words where the column holds text.",
                wrong: """
                    time
                    25:00
                    """,
                right: """
                    time
                    23:00
                    """
            )
        case .coordinateInvalid:
            return Explanation(
                "Coordinates are decimal degrees with a point.",
                wrong: """
                    latitude
                    35,95
                    """,
                right: """
                    latitude
                    35.95
                    """
            )
        case .coordinateOutOfRange:
            return Explanation(
                "Latitudes go from -90 to 90, longitudes from -180 to 180.",
                wrong: """
                    longitude
                    4239.00416
                    """,
                right: """
                    longitude
                    39.00416
                    """
            )
        case .coordinateIncomplete:
            return Explanation(
                "A latitude without a longitude is no place.",
                wrong: """
                    latitude,longitude
                    35.95,
                    """,
                right: """
                    latitude,longitude
                    35.95,39.00
                    """
            )
        case .coordinatesSwapped:
            return Explanation(
                "A strike that is far from all others, but near them with latitude and "
                    + "longitude swapped, has them in the wrong columns.",
                wrong: """
                    latitude,longitude
                    39.00,35.95
                    """,
                right: """
                    latitude,longitude
                    35.95,39.00
                    """
            )
        case .wordUnknown:
            return Explanation(
                "Some columns hold words of a short list; another word can be given its "
                    + "meaning in the codebook, under values.",
                wrong: """
                    location_precision
                    vague
                    """,
                right: """
                    location_precision
                    neighbourhood
                    """
            )
        case .gradingUnknown:
            return Explanation(
                "A grading is one of those that site.yaml defines, by key or label: another "
                    + "would take its strike out of every total.",
                wrong: """
                    grading
                    fare
                    """,
                right: """
                    grading
                    fair
                    """
            )
        case .gradingMissing:
            return Explanation(
                "A strike without a grading enters no total of the counted gradings.",
                wrong: """
                    grading

                    """,
                right: """
                    grading
                    weak
                    """
            )
        case .assessmentUnknown:
            return Explanation(
                "Where site.yaml lists the military’s assessments, every strike has one of "
                    + "them or none.",
                wrong: """
                    military_assessment
                    creddible
                    """,
                right: """
                    military_assessment
                    credible
                    """
            )
        case .urlScheme:
            return Explanation(
                "Addresses begin with http:// or https://; others could run code or lead "
                    + "into the reader’s own machine.",
                wrong: """
                    url
                    javascript:alert(1)
                    """,
                right: """
                    url
                    https://example.org/
                    """
            )
        case .urlInvalid:
            return Explanation(
                "A cell holds one address that a browser can open.",
                wrong: """
                    url
                    https://a.example https://b.example
                    """,
                right: """
                    url
                    https://a.example
                    """
            )
        case .idInvalid:
            return Explanation(
                "An id names a page, so it holds no slash, no semicolon, nothing invisible, "
                    + "does not begin with a point, and has at most 100 bytes.",
                wrong: """
                    id
                    CS/1024
                    """,
                right: """
                    id
                    CS-1024
                    """
            )
        }
    }
}
