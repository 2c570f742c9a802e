// The `pattern` constraint of Table Schema: the whole cell must match a regular expression.

/// A regular expression that a whole cell must match.
struct CellPattern {
    private let regex: Regex<AnyRegexOutput>

    /// Compiles a pattern; `nil` when it is none.
    init?(_ pattern: String) {
        guard let regex = try? Regex(pattern) else { return nil }
        self.regex = regex
    }

    /// Whether all of the cell matches.
    func matches(_ bytes: CellBytes.Bytes) -> Bool {
        (try? regex.wholeMatch(in: CellBytes.text(bytes))) != nil
    }
}
