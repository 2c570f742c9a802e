/// The author's own columns in which values that few people share are left out.
///
/// A left-out value is missing from every record that has it, so that no figure, page or download can be compared
/// with another to find it. The totals of all strikes stay as they are.
public struct RareValues: Hashable, Sendable {
    /// The smallest number of people who may share a value.
    public var minimum = 0
    /// The position among own columns of each column in which values were left out, by its name.
    public var columns: [String: Int] = [:]
    /// The same of the own columns of people.
    public var peopleColumns: [String: Int] = [:]

    /// Leaves out nothing.
    public init() {}
}
