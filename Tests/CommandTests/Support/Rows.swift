/// The rows of a CSV text as they stand, quoted cells and their newlines left alone.
enum Rows {
    static func split(_ text: String) -> [Substring] {
        var rows: [Substring] = []
        var start = text.startIndex
        var isQuoted = false
        for index in text.indices {
            if text[index] == "\"" { isQuoted.toggle() }
            if text[index].isNewline && !isQuoted {
                rows.append(text[start..<index])
                start = text.index(after: index)
            }
        }
        if start < text.endIndex { rows.append(text[start...]) }
        return rows
    }
}
