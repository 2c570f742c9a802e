// The format of a file in `Rules`: paragraphs, then the sections “Wrong” and “Right” with fenced blocks.
// The info string of a block is the example's language and path.

extension Explanation {
    /// Reads a file of `Rules`.
    ///
    /// Text between the blocks of a section is ignored.
    public init(markdown: String) {
        self.init(text: "", wrong: [], right: [])
        var paragraphs: [Substring] = []
        var section = Section.text
        var lines = markdown.split(separator: "\n", omittingEmptySubsequences: false)[...]
        while let line = lines.popFirst() {
            if line == Section.wrong.heading {
                section = .wrong
            } else if line == Section.right.heading {
                section = .right
            } else if section == .text {
                paragraphs.append(line)
            } else if let example = Example(opening: line, following: &lines) {
                if section == .wrong { wrong.append(example) } else { right.append(example) }
            }
        }
        while paragraphs.last?.isEmpty == true { paragraphs.removeLast() }
        text = paragraphs.joined(separator: "\n")
    }

    /// The explanation as a file of `Rules`.
    public var markdown: String {
        let blocks = { (examples: [Example]) in examples.map(\.markdown).joined(separator: "\n") }
        return """
            \(text)

            \(Section.wrong.heading)

            \(blocks(wrong))
            \(Section.right.heading)

            \(blocks(right))
            """
    }

    private enum Section {
        case text
        case wrong
        case right

        var heading: String {
            switch self {
            case .text: ""
            case .wrong: "## Wrong"
            case .right: "## Right"
            }
        }
    }
}

extension Explanation.Example {
    /// Reads a fenced block; `nil` if the line does not open one.
    fileprivate init?(opening line: Substring, following lines: inout ArraySlice<Substring>) {
        let fence = line.prefix { $0 == "`" }
        guard fence.count >= 3 else { return nil }
        let info = line.dropFirst(fence.count)
            .split(separator: " ", maxSplits: 1, omittingEmptySubsequences: false)
        language = String(info[0])
        path = info.count > 1 ? String(info[1]) : ""
        text = ""
        while let next = lines.popFirst(), next != fence { text += next + "\n" }
    }

    /// The example as a fenced block, with a newline at its end.
    fileprivate var markdown: String {
        var fence = "```"
        while text.contains(fence) { fence += "`" }
        return "\(fence)\(language)\(path.isEmpty ? "" : " " + path)\n\(text)\(fence)\n"
    }
}
