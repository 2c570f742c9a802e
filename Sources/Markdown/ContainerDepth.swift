import Text

/// How deeply quotes and lists stand inside each other, line by line, before a text is parsed.
///
/// For each line, the parser walks through all open containers, so that time grows with the lines times the
/// depth. This follows the same rules, but knows nothing of code and HTML, in which it sees containers that the
/// parser does not.
struct ContainerDepth {
    /// An open quote, or an item of a list with the width of its marker.
    private enum Container {
        case quote
        case item(width: Int)
    }

    /// What a line is, apart from its containers.
    struct Line {
        /// The bytes behind the markers.
        let content: ArraySlice<UInt8>
        /// Whether a quote or an item begins in it.
        let opens: Bool
        /// Whether nothing but spaces and tabs stands in it.
        var isBlank: Bool { content.allSatisfy { $0 == Byte.space || $0 == Byte.tab } }
    }

    private var open: [Container] = []

    /// The depth after the last line.
    var depth: Int { open.count }

    /// Reads the next line; stops at `limit` containers.
    mutating func read(_ line: ArraySlice<UInt8>, limit: Int) -> Line {
        var place = Place(rest: line)
        var matched = 0
        while matched < open.count, place.enter(open[matched]) { matched += 1 }
        if place.isBlank {
            open.removeLast(open.count - matched)
            return Line(content: place.rest, opens: false)
        }
        var opens = false
        while let container = place.begin() {
            if !opens { open.removeLast(open.count - matched) }
            opens = true
            open.append(container)
            if open.count > limit { break }
        }
        return Line(content: place.rest, opens: opens)
    }

    /// A place in a line, with its column.
    private struct Place {
        var rest: ArraySlice<UInt8>
        private var column = 0

        init(rest: ArraySlice<UInt8>) { self.rest = rest }

        var isBlank: Bool { rest.allSatisfy { $0 == Byte.space || $0 == Byte.tab } }

        /// Goes on behind the marker or indentation of an open container; `false` when the line is outside it.
        mutating func enter(_ container: Container) -> Bool {
            var inner = self
            switch container {
            case .quote:
                guard inner.skipSpaces(3) <= 3, inner.rest.first == UInt8(ascii: ">") else {
                    return false
                }
                inner.skipByte()
                _ = inner.skipSpaces(1)
            case .item(let width):
                guard inner.skipSpaces(width) >= width || inner.isBlank else { return false }
            }
            self = inner
            return true
        }

        /// The container that begins here, if any, and goes on behind its marker.
        mutating func begin() -> Container? {
            var inner = self
            let indent = inner.skipSpaces(4)
            guard indent < 4, let first = inner.rest.first else { return nil }
            if first == UInt8(ascii: ">") {
                inner.skipByte()
                _ = inner.skipSpaces(1)
                self = inner
                return .quote
            }
            guard !inner.isRule, let marker = inner.listMarker else { return nil }
            inner.rest = inner.rest.dropFirst(marker)
            inner.column += marker
            var spaced = inner
            let spaces = spaced.skipSpaces(5)
            if spaces > 4 || spaced.rest.isEmpty {
                _ = inner.skipSpaces(1)
                self = inner
                return .item(width: indent + marker + 1)
            }
            self = spaced
            return .item(width: indent + marker + spaces)
        }

        /// The length of the marker of a list that stands here, such as `-` or `12.`.
        private var listMarker: Int? {
            let digits = rest.prefix(10).prefix { $0.isDigit }.count
            let length = digits + 1
            guard digits < 10, rest.count >= length else { return nil }
            let mark = rest[rest.startIndex + digits]
            let isMark =
                digits > 0
                ? mark == UInt8(ascii: ".") || mark == UInt8(ascii: ")")
                : mark == UInt8(ascii: "-") || mark == UInt8(ascii: "+")
                    || mark == UInt8(ascii: "*")
            guard isMark else { return nil }
            guard rest.count > length else { return length }
            let next = rest[rest.startIndex + length]
            return next == Byte.space || next == Byte.tab ? length : nil
        }

        /// Whether the line is a rule, such as `* * *`, from here on.
        private var isRule: Bool {
            guard let mark = rest.first,
                mark == UInt8(ascii: "-") || mark == UInt8(ascii: "*")
            else { return false }
            var count = 0
            for byte in rest {
                if byte == mark {
                    count += 1
                } else if byte != Byte.space, byte != Byte.tab {
                    return false
                }
            }
            return count >= 3
        }

        private mutating func skipByte() {
            rest = rest.dropFirst()
            column += 1
        }

        /// Skips spaces and tabs up to a width in columns; the width skipped, which a tab can exceed.
        private mutating func skipSpaces(_ most: Int) -> Int {
            let start = column
            while column - start < most, let byte = rest.first {
                if byte == Byte.space {
                    skipByte()
                } else if byte == Byte.tab {
                    rest = rest.dropFirst()
                    column += 4 - column % 4
                } else {
                    break
                }
            }
            return column - start
        }
    }
}
