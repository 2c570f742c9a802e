// Reading a cell ends in one of three ways, and what is read of a row depends on which: a blank cell may be a
// mistake of its own, a mistake that is reported already must not be reported again.

/// What came of reading a cell.
enum CellOutcome<Value> {
    /// It says nothing.
    case blank
    /// It says this.
    case read(Value)
    /// It holds a mistake, which is reported.
    case wrong

    /// What it says; `nil` when it says nothing or holds a mistake.
    var value: Value? {
        switch self {
        case .read(let value): value
        case .blank, .wrong: nil
        }
    }

    /// Whether it holds a mistake, which is reported.
    var isWrong: Bool {
        switch self {
        case .wrong: true
        case .blank, .read: false
        }
    }
}
