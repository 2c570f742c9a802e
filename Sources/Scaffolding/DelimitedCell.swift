// Tables are written for new sites and for later deliveries.

/// A cell of a table with delimiters.
enum DelimitedCell {
    /// The cell as it is written: in quotes if it would end early otherwise, or lose blanks at its ends.
    static func text(_ text: String, delimiter: UInt8) -> String {
        let needsQuotes = text.utf8.contains {
            $0 == delimiter || $0 == UInt8(ascii: "\"") || $0 == 10 || $0 == 13
        }
        let isPadded = text.first?.isWhitespace == true || text.last?.isWhitespace == true
        guard needsQuotes || isPadded else { return text }
        return "\""
            + text.split(separator: "\"", omittingEmptySubsequences: false)
            .joined(separator: "\"\"") + "\""
    }
}
