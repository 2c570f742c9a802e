// What the cells of a column should look like follows from the kind of value that the column declares.

import Records

/// What the cells of a column with a role are expected to look like.
enum ExpectedCells {
    /// Numbers of people.
    case count
    /// Dates.
    case day
    /// Decimal degrees, at most so many.
    case degrees(Double)
    /// The records' own names.
    case id
    /// Words of a short list.
    case choice
    /// Addresses of pages.
    case address
    /// Any texts.
    case words

    init(_ role: Role) {
        switch ResourceKind.strikes.columns(of: .builtIn)[role]?.content {
        case .count, .number: self = .count
        case .date, .strikeDate(.first), .strikeDate(.last): self = .day
        case .coordinate(.latitude): self = .degrees(90)
        case .coordinate(.longitude): self = .degrees(180)
        case .text(.id): self = .id
        case .text(.url): self = .address
        case .text(.key), .text(.grading), .text(.assessment), .text(.word),
            .strikeDate(.precision):
            self = .choice
        case .text(.any), .text(.name), .text(.time), .text(.age), .names, .ids, nil:
            self = .words
        }
    }
}
