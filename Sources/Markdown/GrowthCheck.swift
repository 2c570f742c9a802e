import Diagnostics
import Text

/// Refuses texts for which the library's time or the page's size grows faster than the text.
///
/// One pass over the bytes counts what the library compares with each other: marks of emphasis, brackets,
/// links and unclosed HTML in one paragraph, and references with the lengths of their addresses. What it
/// takes for a paragraph is never shorter than the library's.
struct GrowthCheck {
    /// The most marks of emphasis in a paragraph.
    static let maximumMarks = 2_000
    /// The most comparisons of links with marks, or with open brackets, in a paragraph.
    static let maximumPairs = 2_000_000
    /// The most bytes that are searched for the ends of unclosed HTML in a paragraph.
    static let maximumSearch = 4_000_000
    /// Texts with fewer bytes are parsed unseen; nothing can grow in them.
    static let smallest = 1_500
    /// More containers than this are refused before anything is parsed; fewer are counted exactly afterwards.
    static let maximumDepth = 200

    private let text: IndexedText
    private var paragraph = Paragraph()

    /// Whether a text can be parsed; reports why not.
    static func allows(_ text: IndexedText, log: inout DiagnosticLog) -> Bool {
        guard text.bytes.count >= smallest else { return true }
        var check = GrowthCheck(text)
        var references = ReferenceGrowth(text)
        return check.run(&log) && references.isSmall(&log)
    }

    private init(_ text: IndexedText) { self.text = text }

    private mutating func run(_ log: inout DiagnosticLog) -> Bool {
        var containers = ContainerDepth()
        var table = TableTracker()
        for line in text.lineStarts.indices {
            let bytes = text.bytes[text.range(ofLine: line)]
            let read = containers.read(bytes, limit: GrowthCheck.maximumDepth)
            guard containers.depth <= GrowthCheck.maximumDepth else {
                log.report(
                    MarkdownRule.nestingTooDeep,
                    at: text.location(ofLine: line),
                    "more than \(MarkdownDocument.maximumNesting) quotes, lists, links or emphases stand inside one another",
                    suggestion: "A reader follows three or four levels."
                )
                return false
            }
            let isRow = table.read(read)
            if isRow || read.opens || read.isBlank || beginsBlock(read.content) {
                guard end(&log) else { return false }
            }
            guard !read.isBlank else { continue }
            if paragraph.isEmpty { paragraph.line = line }
            paragraph.read(read.content)
        }
        return end(&log)
    }

    /// Whether a line is a heading, which ends a paragraph.
    private func beginsBlock(_ line: ArraySlice<UInt8>) -> Bool {
        let level = line.prefix(7).prefix { $0 == UInt8(ascii: "#") }.count
        guard (1...6).contains(level) else { return false }
        let next = line.dropFirst(level).first
        return next == nil || next == Byte.space || next == Byte.tab
    }

    /// Ends the paragraph; `false` after a report when it is too much for the parser.
    private mutating func end(_ log: inout DiagnosticLog) -> Bool {
        let ended = paragraph
        paragraph = Paragraph()
        guard let (message, advice) = ended.flaw else { return true }
        log.report(
            MarkdownRule.growth,
            at: text.location(ofLine: ended.line),
            message,
            suggestion: advice
        )
        return false
    }

    /// What stands in one paragraph, or in what may be one.
    private struct Paragraph {
        var line = 0
        private(set) var isEmpty = true
        private var marks = 0
        private var closings = 0
        private var openBrackets = 0
        private var mostOpenBrackets = 0
        private var length = 0
        private var unclosed = [Unclosed](repeating: Unclosed(), count: 3)

        /// Beginnings of HTML of one kind whose end has not come yet.
        private struct Unclosed {
            var count = 0
            var places = 0
        }

        mutating func read(_ line: ArraySlice<UInt8>) {
            isEmpty = false
            var previous = Byte.space
            var position = line.startIndex
            while position < line.endIndex {
                let byte = line[position]
                switch byte {
                case Byte.backslash: position += 1
                case UInt8(ascii: "*"), UInt8(ascii: "_"), UInt8(ascii: "~"):
                    let start = position
                    while position + 1 < line.endIndex, line[position + 1] == byte { position += 1 }
                    let next = position + 1 < line.endIndex ? line[position + 1] : Byte.space
                    if Paragraph.canMark(byte, length: position - start + 1, previous, next) {
                        marks += 1
                    }
                case UInt8(ascii: "["):
                    openBrackets += 1
                    mostOpenBrackets = max(mostOpenBrackets, openBrackets)
                case UInt8(ascii: "]"):
                    closings += 1
                    openBrackets = max(0, openBrackets - 1)
                case UInt8(ascii: "<"):
                    readTag(line[position...], length + position - line.startIndex)
                case UInt8(ascii: ">"): readEnd(line, position)
                default: break
                }
                previous = byte
                position += 1
            }
            length += line.count + 1
        }

        /// Whether a run of marks can begin or end emphasis, by the bytes around it.
        private static func canMark(
            _ mark: UInt8,
            length: Int,
            _ previous: UInt8,
            _ next: UInt8
        ) -> Bool {
            func isSpace(_ byte: UInt8) -> Bool { byte == Byte.space || byte == Byte.tab }
            if isSpace(previous), isSpace(next) { return false }
            if mark == UInt8(ascii: "~") { return length == 2 }
            return mark == UInt8(ascii: "*") || !previous.isAlphanumeric || !next.isAlphanumeric
        }

        private mutating func readTag(_ rest: ArraySlice<UInt8>, _ place: Int) {
            let second = rest.dropFirst().first
            let third = rest.dropFirst(2).first
            let kind: Int
            if second == UInt8(ascii: "?") {
                kind = 0
            } else if second == UInt8(ascii: "!"), third == UInt8(ascii: "[") {
                kind = 1
            } else if second == UInt8(ascii: "!"), third?.isLetter == true {
                kind = 2
            } else {
                return
            }
            unclosed[kind].count += 1
            unclosed[kind].places += place
        }

        private mutating func readEnd(_ line: ArraySlice<UInt8>, _ position: Int) {
            unclosed[2] = Unclosed()
            let before = line[..<position].suffix(2)
            if before.last == UInt8(ascii: "?") { unclosed[0] = Unclosed() }
            if before.elementsEqual("]]".utf8) { unclosed[1] = Unclosed() }
        }

        /// Why the paragraph is too much, and what to do about it.
        var flaw: (message: String, advice: String)? {
            if marks > GrowthCheck.maximumMarks {
                return (
                    "one paragraph has \(marks) marks of emphasis; at most \(GrowthCheck.maximumMarks) are read",
                    "Divide it by blank lines. Put a backslash before a * or _ that is not meant as emphasis."
                )
            }
            if closings * max(marks, mostOpenBrackets) > GrowthCheck.maximumPairs {
                return (
                    "one paragraph has \(closings) links or brackets among \(max(marks, mostOpenBrackets)) marks that are still open",
                    "Divide it by blank lines. Put a backslash before a [ that begins no link."
                )
            }
            let searched = unclosed.reduce(0) { $0 + $1.count * length - $1.places }
            if searched > GrowthCheck.maximumSearch {
                let count = unclosed.reduce(0) { $0 + $1.count }
                return (
                    "one paragraph has \(count) tags such as <? or <! that nothing closes",
                    "Put a backslash before a < that begins no tag."
                )
            }
            return nil
        }
    }

    /// Follows tables, whose rows are read one by one.
    private struct TableTracker {
        private var isInTable = false
        private var columnsAbove = 0

        /// Whether a line is certainly a row of a table below its row of dashes.
        mutating func read(_ line: ContainerDepth.Line) -> Bool {
            defer { columnsAbove = TableTracker.columns(line.content) }
            if isInTable {
                isInTable = !line.opens && columnsAbove > 0 && isRow(line.content)
                if isInTable { return true }
            }
            if !line.opens, columnsAbove > 0,
                LimitCheck.delimiterColumns(line.content) == columnsAbove
            {
                isInTable = true
                return true
            }
            return false
        }

        private func isRow(_ line: ArraySlice<UInt8>) -> Bool {
            guard let first = line.first(where: { $0 != Byte.space && $0 != Byte.tab }) else {
                return false
            }
            return line.contains(UInt8(ascii: "|")) && !line.starts(with: "    ".utf8)
                && ![UInt8(ascii: "#"), UInt8(ascii: "<"), UInt8(ascii: "`"), UInt8(ascii: "~")]
                    .contains(first)
        }

        /// The number of cells of a line; 0 for one without a pipe.
        private static func columns(_ line: ArraySlice<UInt8>) -> Int {
            var pipes = 0
            var isEscaped = false
            var first: UInt8?
            var last: UInt8?
            for byte in line {
                let isPipe = byte == UInt8(ascii: "|") && !isEscaped
                if isPipe { pipes += 1 }
                isEscaped = byte == Byte.backslash && !isEscaped
                guard byte != Byte.space, byte != Byte.tab else { continue }
                if first == nil { first = byte }
                last = isPipe ? byte : 0
            }
            guard pipes > 0 else { return 0 }
            return pipes + 1 - (first == UInt8(ascii: "|") ? 1 : 0)
                - (last == UInt8(ascii: "|") && pipes > 1 ? 1 : 0)
        }
    }
}
