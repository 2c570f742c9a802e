// Two data sets that many sites begin with state by a number how exact a place or a date is. Read without these
// numbers, an event somewhere in a province has a point like any other, and one of some week has a day.

import Records

/// The codes of a data set for how exact something is.
struct KnownCodes {
    /// Whose codes they are.
    let owner: String
    /// What each code is read as.
    let meanings: [String: String]
    /// What the codes mean in the data set's own codebook, for the author to compare.
    let explanation: String

    /// The codes of a column; `nil` when it has another name, or cells that are none of them.
    init?(_ column: ColumnFacts) {
        guard let codes = KnownCodes.all[HeaderWords(column.name).snake], column.known > 0,
            column.order.allSatisfy({ CellShape($0).isNothing || codes.meanings[$0] != nil })
        else { return nil }
        self = codes
    }

    private init(_ owner: String, _ meanings: [String: String], _ explanation: String) {
        self.owner = owner
        self.meanings = meanings
        self.explanation = explanation
    }

    /// What the author has to confirm.
    var question: String {
        "Are these the codes of \(owner)? They are read so: \(explanation). Correct what they mean under values if not."
    }

    /// The codes, by the names of the columns that hold them.
    ///
    /// None of the codes means "exact": a point of either data set is that of a named place.
    private static let all: [String: KnownCodes] = [
        "where_prec": KnownCodes(
            "UCDP GED",
            [
                "1": "town", "2": "region", "3": "region", "4": "region", "5": "region",
                "6": "region", "7": "region",
            ],
            "1 is a named place; 2 (within 25 km), 3 (a district), 4 (a province), 5 (an estimate), 6 (a country) and 7 "
                + "(at sea or in the air) are a region, whose point is drawn as no place of a strike"
        ),
        "geo_precision": KnownCodes(
            "ACLED",
            ["1": "town", "2": "region", "3": "region"],
            "1 is a named place; 2 (near a town) and 3 (a larger region) are a region, whose point is drawn as no place "
                + "of a strike"
        ),
        "time_precision": KnownCodes(
            "ACLED",
            ["1": "day", "2": "month", "3": "month"],
            "1 is the day; 2 (the week) and 3 (the month) are the month, because the day in the table is only one of it"
        ),
    ]
}
