// The messages about mistakes in the form of a delimited table. They are kept apart from the pass over
// the bytes, so that each can be read on its own and costs nothing while there are no mistakes.

import Diagnostics
import Text

/// Reports mistakes of form at their exact places.
struct CSVMistakes {
    let source: SourceText
    let dialect: CSVDialect

    func reportNoHeader(_ log: inout CappedLog) {
        log.report(
            .tableEmpty,
            at: SourceLocation(file: source.file),
            "the file holds no table",
            suggestion: "Its first line must name the columns."
        )
    }

    func reportUnclosed(_ open: Int, _ start: Int, _ line: Int, _ log: inout CappedLog) {
        guard !log.isFull(.unclosedQuote) else { return log.count(.unclosedQuote) }
        log.report(
            .unclosedQuote,
            at: source.location(open, countingFrom: start, line: line),
            "this quote is never closed",
            excerpt: source.excerpt(open, open + 1),
            suggestion: "Close it at the end of the cell. A quote inside a cell is written twice: "
                + "\"\"."
        )
    }

    func reportTextAfterQuote(
        _ text: Range<Int>,
        _ open: Int,
        _ start: Int,
        _ line: Int,
        _ log: inout CappedLog
    ) {
        guard !log.isFull(.textAfterQuote) else { return log.count(.textAfterQuote) }
        let opening = source.location(open, countingFrom: start, line: line)
        let place = source.location(text.lowerBound, countingFrom: start, line: line)
        let hint =
            opening.line == place.line
            ? ""
            : " The cell begins on line \(opening.line); perhaps its quote is not closed there."
        log.report(
            .textAfterQuote,
            at: place,
            "text follows the closing quote of a cell",
            excerpt: source.excerpt(text.lowerBound, text.upperBound),
            suggestion: "A quote inside a quoted cell is written twice: \"\"." + hint
        )
    }

    func reportSpaceBeforeQuote(
        _ space: Range<Int>,
        _ start: Int,
        _ line: Int,
        _ log: inout CappedLog
    ) {
        guard !log.isFull(.spaceBeforeQuote) else { return log.count(.spaceBeforeQuote) }
        log.report(
            .spaceBeforeQuote,
            at: source.location(space.lowerBound, countingFrom: start, line: line),
            "a space stands before the opening quote of a cell, so the quote does not count",
            excerpt: source.excerpt(space.lowerBound, space.upperBound),
            suggestion: "Delete the space."
        )
    }

    func reportLong(
        _ surplus: Int,
        _ count: Int,
        _ columns: Int,
        _ start: Int,
        _ line: Int,
        _ log: inout CappedLog
    ) {
        guard !log.isFull(.rowTooLong) else { return log.count(.rowTooLong) }
        let place = source.location(surplus, countingFrom: start, line: line)
        log.report(
            .rowTooLong,
            at: place,
            "the row has \(counted(count, "cell")), but the table has \(counted(columns, "column"))",
            excerpt: SourceText.masked(source.line(surplus, surplus), shown: 0),
            suggestion: "A cell that holds a \(name(dialect.delimiter)) needs quotes around it."
        )
    }

    func reportShort(
        _ end: Int,
        _ count: Int,
        _ columns: [String],
        _ start: Int,
        _ line: Int,
        _ log: inout CappedLog
    ) {
        guard !log.isFull(.rowTooShort) else { return log.count(.rowTooShort) }
        log.report(
            .rowTooShort,
            at: source.location(end, countingFrom: start, line: line),
            "the row has \(counted(count, "cell")), but the table has "
                + "\(counted(columns.count, "column")): \(missing(columns.dropFirst(count)))",
            excerpt: source.excerpt(end, end + 1),
            suggestion: "An empty cell still needs its \(name(dialect.delimiter))."
        )
    }

    private func missing(_ columns: ArraySlice<String>) -> String {
        let shown = columns.prefix(5).map { "“\($0)”" }.joined(separator: ", ")
        let rest = columns.count > 5 ? " and \(columns.count - 5) more" : ""
        return shown + rest + (columns.count == 1 ? " is missing" : " are missing")
    }

    private func counted(_ number: Int, _ noun: String) -> String {
        "\(number) \(noun)\(number == 1 ? "" : "s")"
    }

    private func name(_ byte: UInt8) -> String {
        switch byte {
        case Byte.comma: return "comma"
        case UInt8(ascii: ";"): return "semicolon"
        case Byte.tab: return "tab"
        default: return "“\(Character(UnicodeScalar(byte)))”"
        }
    }
}

// MARK: - The header

extension CSVMistakes {
    /// The names of the columns, checked; `nil` when reading on would only repeat the mistake.
    func names(
        _ cells: [Range<Int>],
        _ escaped: [Bool],
        joined: [String]? = nil,
        lineStart: Int,
        _ line: Int,
        _ log: inout CappedLog
    ) -> [String]? {
        var names = joined ?? cells.indices.map { text(cells[$0], escaped: escaped[$0]) }
        if let range = cells.first, cells.count == 1, let other = otherDelimiter(in: names[0]) {
            log.report(
                .wrongDelimiter,
                at: source.location(range.lowerBound),
                "the header is a single column, but holds \(name(other.byte))s",
                excerpt: source.line(range.lowerBound, range.upperBound),
                suggestion: "If the cells are separated by \(name(other.byte))s, say so in the "
                    + "codebook: dialect: {delimiter: \"\(other.written)\"}."
            )
            return nil
        }
        guard cells.count <= CSVReader.columnLimit else {
            log.report(
                .fileTooLarge,
                at: source.location(cells[CSVReader.columnLimit].lowerBound),
                "the table has \(cells.count) columns; at most \(CSVReader.columnLimit) are read"
            )
            return nil
        }
        HeaderCheck(file: source.file)
            .check(&names, &log) { index in
                let range = cells[index]
                return (
                    source.location(range.lowerBound, countingFrom: lineStart, line: line),
                    source.line(range.lowerBound, range.upperBound)
                )
            }
        return names
    }

    private func text(_ range: Range<Int>, escaped: Bool) -> String {
        let bytes = escaped ? Table.unescaped(range, dialect.quote, source.bytes) : nil
        return String(decoding: bytes ?? Array(source.bytes[range]), as: UTF8.self)
    }

    private func otherDelimiter(in header: String) -> (byte: UInt8, written: String)? {
        let other = CSVDialect.delimiters.first {
            $0 != dialect.delimiter && header.utf8.contains($0)
        }
        return other.map { ($0, $0 == Byte.tab ? "\\t" : String(UnicodeScalar($0))) }
    }
}

/// Ensures that every column has a name of its own, in tables of every format.
struct HeaderCheck {
    let file: String

    /// Reports empty and repeated names, and gives those columns names that no author writes.
    func check(
        _ names: inout [String],
        _ log: inout CappedLog,
        place: (Int) -> (location: SourceLocation, excerpt: Excerpt)
    ) {
        var first: [String: Int] = [:]
        for index in names.indices {
            let name = names[index]
            let isBlank = name.allSatisfy(\.isWhitespace)
            if !isBlank, first[name] != nil, name.contains("\u{FFFD}") {
                // The letters were not read, so that other names look the same.
            } else if !isBlank, let earlier = first[name] {
                log.report(
                    .columnNameRepeated,
                    at: place(index).location,
                    "two columns are named “\(name)”: column \(earlier + 1) and column \(index + 1)",
                    excerpt: place(index).excerpt,
                    suggestion: "Give each column a name of its own."
                )
            } else if isBlank {
                log.report(
                    .columnNameEmpty,
                    at: place(index).location,
                    "column \(index + 1) has no name",
                    excerpt: place(index).excerpt,
                    suggestion: "Name it, or delete the column."
                )
            } else {
                first[name] = index
                continue
            }
            names[index] = "\u{0}column \(index + 1)"
        }
    }
}
