/// A square of a grid, by which what is near is found without comparing everything.
struct GridCell: Hashable {
    let column: Int
    let row: Int
}
