/// A line of a table in GitHub's Markdown.
enum TableLine {
    /// The offsets of the pipes between cells; those at the ends of the line and those after a backslash are none.
    static func pipes(_ line: ArraySlice<UInt8>) -> [Int] {
        func isBlank(_ byte: UInt8) -> Bool { byte == 32 || byte == 9 || byte == 10 || byte == 13 }
        guard let first = line.firstIndex(where: { !isBlank($0) }),
            let last = line.lastIndex(where: { !isBlank($0) })
        else { return [] }
        var pipes: [Int] = []
        var isEscaped = false
        for index in first...last {
            let byte = line[index]
            if byte == UInt8(ascii: "|"), !isEscaped, index > first, index < last {
                pipes.append(index)
            }
            isEscaped = byte == UInt8(ascii: "\\") && !isEscaped
        }
        return pipes
    }
}
