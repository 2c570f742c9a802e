import Diagnostics

/// A fenced code block, which the caller may replace by a table, a chart or a map.
public struct Fence: Sendable, Hashable {
    /// The words after the opening fence, such as `table`.
    public var info: String
    /// The text between the fences, with a line feed after each line.
    public var text: String
    /// Where the opening fence is.
    public var location: SourceLocation
    /// The line in the file on which ``text`` begins.
    public var firstLine: Int
    /// How many characters precede each line of ``text`` in the file, as before the fence.
    public var indentation: Int
}
