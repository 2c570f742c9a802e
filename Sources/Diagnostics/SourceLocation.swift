/// A place in one of the author's files.
///
/// Lines and columns count from 1; a column counts characters (extended grapheme clusters), as an
/// editor shows them. Line 0 means the file as a whole, column 0 the line as a whole.
public struct SourceLocation: Hashable, Comparable, Sendable {
    /// The file, relative to the folder that the command was given, with forward slashes.
    public var file: String
    /// The line, from 1; 0 means the whole file.
    public var line: Int
    /// The column in characters, from 1; 0 means the whole line.
    public var column: Int

    /// Makes a location from its three parts.
    public init(file: String, line: Int = 0, column: Int = 0) {
        self.file = file
        self.line = line
        self.column = column
    }

    /// Orders by file, then line, then column.
    public static func < (left: SourceLocation, right: SourceLocation) -> Bool {
        (left.file, left.line, left.column) < (right.file, right.line, right.column)
    }
}

extension SourceLocation: CustomStringConvertible {
    /// `file:line:column`, leaving out the parts that are 0.
    public var description: String {
        if line == 0 { return file }
        return column == 0 ? "\(file):\(line)" : "\(file):\(line):\(column)"
    }
}
