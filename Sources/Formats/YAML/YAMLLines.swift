// Translates Yams's marks, which count Unicode scalars, into the lines and characters that an author
// sees, and finds the second of two equal keys, which Yams does not report.

import Diagnostics
import Text
import Yams

/// The lines of a YAML text.
struct YAMLLines {
    private let file: String
    private let firstLine: Int
    private var lines: [Line]
    private var ends: [String]

    /// A line, in which places are counted in characters.
    ///
    /// In most lines every scalar is a character. Only the others are cut into characters, and only once, because
    /// a long line may have many marks.
    private struct Line {
        let text: String
        /// How many characters it has.
        let count: Int
        private let cut: CutLine?

        init(_ text: String) {
            self.text = text
            if let count = text.quickCharacterCount {
                (self.count, cut) = (count, nil)
            } else {
                let cut = CutLine(text)
                (count, self.cut) = (cut.characters.count, cut)
            }
        }

        var characters: [Character] { cut?.characters ?? Array(text) }

        /// The character that a scalar belongs to.
        func column(_ scalar: Int) -> Int {
            cut?.column(scalar) ?? min(max(0, scalar), count)
        }

        /// How many characters a value takes up, as it is written from a place on.
        func length(of value: String, from start: Int) -> Int {
            if cut == nil {
                let place = text.utf8.index(text.startIndex, offsetBy: offset(of: start))
                let rest = text.unicodeScalars[place...]
                if !value.isEmpty, text.utf8[rest.startIndex...].starts(with: value.utf8) {
                    return value.quickCharacterCount ?? value.count
                }
                guard let quote = rest.first, quote == "\"" || quote == "'" else { return 1 }
                let end = rest.dropFirst().firstIndex(of: quote)
                return (end.map { rest.distance(from: rest.startIndex, to: $0) } ?? rest.count - 1)
                    + 1
            }
            let rest = characters[start...]
            if !value.isEmpty, rest.starts(with: value) { return value.count }
            guard let quote = rest.first, quote == "\"" || quote == "'" else { return 1 }
            let closing = rest.dropFirst().firstIndex(of: quote)
            return (closing ?? rest.endIndex - 1) - rest.startIndex + 1
        }

        /// Where a scalar begins, in bytes.
        private func offset(of scalar: Int) -> Int {
            if text.utf8.count == count { return min(scalar, count) }
            return text.withBytes { bytes in
                var rest = scalar
                for (offset, byte) in bytes.enumerated() where byte & 0xC0 != 0x80 {
                    if rest == 0 { return offset }
                    rest -= 1
                }
                return bytes.count
            }
        }
    }

    /// A line as characters.
    private struct CutLine {
        let characters: [Character]
        /// For each scalar the character that it belongs to.
        private let characterOfScalar: [Int]

        init(_ text: String) {
            characters = Array(text)
            var map: [Int] = []
            for (index, character) in characters.enumerated() {
                for _ in character.unicodeScalars { map.append(index) }
            }
            characterOfScalar = map
        }

        func column(_ scalar: Int) -> Int {
            scalar < characterOfScalar.count ? characterOfScalar[max(0, scalar)] : characters.count
        }
    }

    init(_ source: String, file: String, firstLine: Int) {
        self.file = file
        self.firstLine = firstLine
        lines = []
        ends = []
        // A line break never combines with another character, except with a carriage return before it.
        let bytes = source.utf8
        var start = bytes.startIndex
        var index = start
        while index < bytes.endIndex {
            guard YAMLLines.mayBreak(bytes[index]),
                YAMLLines.isNewline(source.unicodeScalars[index])
            else {
                bytes.formIndex(after: &index)
                continue
            }
            let isReturn = bytes[index] == UInt8(ascii: "\r")
            lines.append(Line(String(source[start..<index])))
            var next = source.unicodeScalars.index(after: index)
            if isReturn, next < bytes.endIndex, bytes[next] == UInt8(ascii: "\n") {
                bytes.formIndex(after: &next)
            }
            ends.append(String(source[index..<next]))
            (start, index) = (next, next)
        }
        lines.append(Line(String(source[start...])))
        ends.append("")
    }

    /// Whether a line break may begin with a byte.
    private static func mayBreak(_ byte: UInt8) -> Bool {
        byte < 0x20 || byte == 0xC2 || byte == 0xE2
    }

    private static func isNewline(_ scalar: UnicodeScalar) -> Bool {
        switch scalar.value {
        case 0x0A...0x0D, 0x85, 0x2028, 0x2029: true
        default: false
        }
    }

    /// The text as it is parsed.
    var text: String {
        zip(lines, ends).map { $0.text + $1 }.joined()
    }

    /// The place that a mark means.
    func location(_ mark: Mark?) -> SourceLocation {
        guard let mark else { return SourceLocation(file: file, line: firstLine) }
        let place = place(mark)
        return SourceLocation(file: file, line: firstLine + place.line, column: place.start + 1)
    }

    /// The place of a character, counted from the beginning of the text.
    func location(characters: Int) -> (SourceLocation, Excerpt) {
        var rest = characters
        for (index, line) in lines.enumerated() {
            if rest <= line.count || index == lines.count - 1 {
                return (
                    SourceLocation(file: file, line: firstLine + index, column: rest + 1),
                    Excerpt(line.text, start: rest, length: 1)
                )
            }
            rest -= line.count + 1
        }
        return (SourceLocation(file: file, line: firstLine), Excerpt("", start: 0, length: 1))
    }

    /// The line of a mark with the value that begins there marked.
    func excerpt(_ mark: Mark?, _ value: String) -> Excerpt {
        guard let mark else { return Excerpt("", start: 0, length: 1) }
        let place = place(mark)
        let line = lines[place.line]
        let length = line.length(of: value, from: place.start)
        return Excerpt(line.text, start: place.start, length: length)
    }

    /// The characters at a mark.
    func character(_ mark: Mark) -> Character? {
        let place = place(mark)
        return lines[place.line].text.dropFirst(place.start).first
    }

    /// The line and character of a mark, from 0.
    ///
    /// The end of the text is the end of the last line that has anything on it.
    private func place(_ mark: Mark) -> (line: Int, start: Int) {
        let number = mark.line - 1
        let isEnd =
            number >= lines.count - 1 && (number >= lines.count || lines[number].text.isEmpty)
        if isEnd, let last = lines.lastIndex(where: { !$0.text.isEmpty }) {
            return (last, lines[last].count)
        }
        let line = min(max(0, number), lines.count - 1)
        return (line, lines[line].column(max(0, mark.column - 1)))
    }
}

// MARK: - Repeated keys

extension YAMLLines {
    /// Private-use characters replace repeated keys; no author writes them.
    private static let standIns: ClosedRange<UInt32> = 0xE000...0xE0FF

    /// Whether a key replaces a repeated key that was reported.
    static func isRenamed(_ key: String) -> Bool {
        key.unicodeScalars.first.map { standIns.contains($0.value) } ?? false
    }

    /// Reports the second of two equal keys and gives it another name of the same length, so that
    /// reading can go on; `false` when the second one cannot be found.
    mutating func renameRepeatedKey(
        _ keys: [String],
        _ first: Mark,
        _ number: Int,
        _ log: inout DiagnosticLog
    ) -> Bool {
        let start = place(first).start
        let key = keys.first ?? ""
        guard let second = secondPlace(of: Array(key), first.line - 1, start) else {
            log.report(
                ReadingRule.yamlKeyRepeated,
                at: location(first),
                "the key “\(key)” is given twice",
                excerpt: excerpt(first, key),
                suggestion: "Delete one of the two."
            )
            return false
        }
        var characters = lines[second.line].characters
        log.report(
            ReadingRule.yamlKeyRepeated,
            at: SourceLocation(file: file, line: firstLine + second.line, column: second.start + 1),
            "the key “\(key)” is given twice",
            excerpt: Excerpt(lines[second.line].text, start: second.start, length: key.count),
            suggestion:
                "It stands on line \(firstLine + first.line - 1) already. Delete one of the two."
        )
        let length = key.unicodeScalars.count
        guard let standIn = UnicodeScalar(YAMLLines.standIns.lowerBound + UInt32(number)) else {
            return false
        }
        characters.replaceSubrange(
            second.start..<second.start + key.count,
            with: repeatElement(Character(standIn), count: length)
        )
        lines[second.line] = Line(String(characters))
        return true
    }

    /// Where a key occurs a second time: below the first at the same depth, or in the same braces.
    private func secondPlace(
        of key: [Character],
        _ line: Int,
        _ start: Int
    ) -> (line: Int, start: Int)? {
        guard !key.isEmpty else { return nil }
        for number in lines.indices.dropFirst(line + 1) {
            let characters = lines[number].characters
            let indent = characters.prefix { $0 == " " }.count
            if indent < start, indent < characters.count, characters[indent] != "#" { break }
            if indent == start, let found = keyStart(key, characters, start) {
                return (number, found)
            }
        }
        for number in lines.indices.dropFirst(line) {
            let characters = lines[number].characters
            var index = number == line ? start + key.count : 0
            while index + key.count < characters.count {
                let isFree = index == 0 || "{, \t".contains(characters[index - 1])
                if isFree, let found = keyStart(key, characters, index) { return (number, found) }
                index += 1
            }
        }
        return nil
    }

    /// Where the key's text begins, if the key, quoted or not, and a colon are found at an index.
    private func keyStart(_ key: [Character], _ characters: [Character], _ index: Int) -> Int? {
        guard index < characters.count else { return nil }
        let first = characters[index]
        let isQuoted = first == "\"" || first == "'"
        let start = isQuoted ? index + 1 : index
        guard characters[start...].starts(with: key) else { return nil }
        var end = start + key.count
        if isQuoted {
            guard end < characters.count, characters[end] == first else { return nil }
            end += 1
        }
        let next = characters[end...].first { $0 != " " }
        return next == ":" ? start : nil
    }
}
