// Reading a cell has one of three outcomes, and how the row is read depends on which: a blank cell may itself be
// a mistake, and a mistake that has been reported must not be reported again.

/// The outcome of reading a cell.
enum CellOutcome<Value> {
    /// The cell is blank.
    case blank
    /// The cell holds this value.
    case read(Value)
    /// The cell holds a mistake, which has been reported.
    case wrong

    /// The value; `nil` when the cell is blank or holds a mistake.
    var value: Value? {
        switch self {
        case .read(let value): value
        case .blank, .wrong: nil
        }
    }

    /// Whether the cell holds a mistake, which has been reported.
    var isWrong: Bool {
        switch self {
        case .wrong: true
        case .blank, .read: false
        }
    }
}
