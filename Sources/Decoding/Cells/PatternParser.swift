// Reads the regular expressions of XML Schema, which Table Schema demands, and what authors bring from other
// tools where it means the same for a whole cell: `^`, `$`, `\b`, `(?:…)`, named groups, `(?i)`, `+?`.

import Text

/// Why a pattern cannot be used.
enum PatternFlaw: Error, Equatable {
    /// It breaks off or is no pattern, for a reason that can stand after “because”.
    case malformed(String)
    /// It contains something that could take any time, or that is not known here.
    case unsupported(String)
    /// It stands for more steps than are taken.
    case tooLarge
}

/// Reads a regular expression.
struct PatternParser {
    /// The most groups inside one another.
    private static let deepest = 50
    /// The largest number in a repetition.
    private static let mostTimes = 10_000

    private let scalars: [Unicode.Scalar]
    private var position = 0
    private var depth = 0
    private var ignoresCase = false

    /// Reads a whole pattern.
    static func parse(_ pattern: String) throws(PatternFlaw) -> PatternNode {
        var parser = PatternParser(pattern)
        if parser.skip("(?i)") { parser.ignoresCase = true }
        let node = try parser.choice()
        guard parser.position == parser.scalars.count else {
            throw .malformed("a “)” closes nothing")
        }
        return node
    }

    private init(_ pattern: String) { scalars = Array(pattern.unicodeScalars) }

    private var next: Unicode.Scalar? { position < scalars.count ? scalars[position] : nil }

    private mutating func skip(_ text: String) -> Bool {
        guard scalars[position...].starts(with: text.unicodeScalars) else { return false }
        position += text.unicodeScalars.count
        return true
    }

    private mutating func choice() throws(PatternFlaw) -> PatternNode {
        var branches: [PatternNode] = []
        repeat { branches.append(try sequence()) } while skip("|")
        return branches.count == 1 ? branches[0] : .choice(branches)
    }

    private mutating func sequence() throws(PatternFlaw) -> PatternNode {
        var parts: [PatternNode] = []
        while let scalar = next, scalar != "|", scalar != ")" {
            let part = try atom()
            parts.append(try repeated(part))
        }
        return parts.count == 1 ? parts[0] : .sequence(parts)
    }

    private mutating func atom() throws(PatternFlaw) -> PatternNode {
        guard let scalar = next else { return .empty }
        position += 1
        switch scalar {
        case "(": return try group()
        case "[": return .set(try bracket())
        case ".": return .set(.any)
        case "^": return .place(.start)
        case "$": return .place(.end)
        case "*", "+", "?", "{": throw .malformed("nothing stands before “\(scalar)”")
        case "\\":
            if skip("b") { return .place(.wordEdge) }
            if skip("B") { return .place(.noWordEdge) }
            if skip("A") { return .place(.start) }
            if skip("z") || skip("Z") { return .place(.end) }
            return .set(PatternSet(items: [try escape()], ignoresCase: ignoresCase))
        default: return .set(single(scalar))
        }
    }

    private func single(_ scalar: Unicode.Scalar) -> PatternSet {
        PatternSet(items: [.range(scalar.value...scalar.value)], ignoresCase: ignoresCase)
    }

    private mutating func group() throws(PatternFlaw) -> PatternNode {
        depth += 1
        defer { depth -= 1 }
        guard depth <= PatternParser.deepest else { throw .tooLarge }
        if next == "?", !skip("?:") {
            let start = position
            let isNamed =
                skip("?P<")
                || (skip("?<") && next.map { !"=!".unicodeScalars.contains($0) } == true)
            guard isNamed, let end = scalars[position...].firstIndex(of: ">") else {
                let end = min(start + (position == start ? 2 : 3), scalars.count)
                throw .unsupported("(" + PatternParser.text(scalars[start..<end]))
            }
            position = end + 1
        }
        let node = try choice()
        guard skip(")") else { throw .malformed("a “(” is not closed") }
        return node
    }

    private static func text(_ scalars: ArraySlice<Unicode.Scalar>) -> String {
        var text = ""
        text.unicodeScalars.append(contentsOf: scalars)
        return text
    }

    // MARK: Repetitions

    private mutating func repeated(_ part: PatternNode) throws(PatternFlaw) -> PatternNode {
        let node: PatternNode
        if skip("*") {
            node = .repeated(part, least: 0, most: nil)
        } else if skip("+") {
            node = .repeated(part, least: 1, most: nil)
        } else if skip("?") {
            node = .repeated(part, least: 0, most: 1)
        } else if skip("{") {
            node = try counted(part)
        } else {
            return part
        }
        // How greedy a repetition is makes no difference to whether a whole cell matches.
        _ = skip("?")
        if next == "+" { throw .unsupported("a “+” after a repetition") }
        if next == "*" || next == "{" { throw .malformed("two repetitions follow each other") }
        return node
    }

    private mutating func counted(_ part: PatternNode) throws(PatternFlaw) -> PatternNode {
        let least = try number()
        var most = least
        if skip(",") { most = next == "}" ? nil : try number() }
        guard skip("}"), let first = least ?? (most == nil ? nil : 0) else {
            throw .malformed("a repetition is written {2}, {2,} or {2,5}")
        }
        if let most, most < first { throw .malformed("\(first) is more than \(most)") }
        return .repeated(part, least: first, most: most)
    }

    private mutating func number() throws(PatternFlaw) -> Int? {
        var value: Int?
        while let scalar = next, ("0"..."9").contains(scalar) {
            value = (value ?? 0) * 10 + Int(scalar.value - 0x30)
            if let value, value > PatternParser.mostTimes { throw .tooLarge }
            position += 1
        }
        return value
    }

    // MARK: Sets

    private mutating func bracket() throws(PatternFlaw) -> PatternSet {
        depth += 1
        defer { depth -= 1 }
        guard depth <= PatternParser.deepest else { throw .tooLarge }
        var set = PatternSet(items: [], ignoresCase: ignoresCase)
        set.isNegated = skip("^")
        var isFirst = true
        while let scalar = next {
            if scalar == "]", !isFirst {
                position += 1
                return set
            }
            isFirst = false
            if skip("-[") {
                set.without.append(try bracket())
                continue
            }
            if scalar == "[" {
                throw .malformed("a “[” in square brackets is written \\[")
            }
            if skip("&&") { throw .unsupported("&& in square brackets") }
            position += 1
            let item: PatternSet.Item =
                scalar == "\\" ? try escape() : .range(scalar.value...scalar.value)
            set.items.append(try range(from: item))
        }
        throw .malformed("a “[” is not closed")
    }

    private mutating func range(from item: PatternSet.Item) throws(PatternFlaw) -> PatternSet.Item {
        guard case .range(let first) = item, next == "-", position + 1 < scalars.count,
            scalars[position + 1] != "]", scalars[position + 1] != "["
        else { return item }
        position += 1
        let scalar = scalars[position]
        position += 1
        let end: PatternSet.Item =
            scalar == "\\" ? try escape() : .range(scalar.value...scalar.value)
        guard case .range(let last) = end, last.lowerBound >= first.lowerBound else {
            throw .malformed("the end of a range such as a-z stands before its beginning")
        }
        return .range(first.lowerBound...last.lowerBound)
    }

    private mutating func escape() throws(PatternFlaw) -> PatternSet.Item {
        guard let scalar = next else { throw .malformed("it ends with a backslash") }
        position += 1
        func one(_ value: UInt32) -> PatternSet.Item { .range(value...value) }
        switch scalar {
        case "n": return one(0x0A)
        case "r": return one(0x0D)
        case "t": return one(0x09)
        case "d": return .digit
        case "D": return .not([.digit])
        case "w": return .word
        case "W": return .not([.word])
        case "s": return .space
        case "S": return .not([.space])
        case "p": return try categories()
        case "P": return .not([try categories()])
        case "u", "x": return one(try code(scalar == "u" ? 4 : 2))
        default:
            if scalar.isASCII, UInt8(truncatingIfNeeded: scalar.value).isAlphanumeric {
                throw .unsupported("\\\(scalar)")
            }
            return one(scalar.value)
        }
    }

    private mutating func categories() throws(PatternFlaw) -> PatternSet.Item {
        guard skip("{"), let end = scalars[position...].firstIndex(of: "}") else {
            throw .malformed("a category is written \\p{L}")
        }
        let name = PatternParser.text(scalars[position..<end])
        position = end + 1
        guard let known = PatternSet.categories(name) else {
            throw .unsupported("\\p{\(name)}")
        }
        return .categories(known)
    }

    /// The number of a character in hexadecimal digits, in braces or so many.
    private mutating func code(_ count: Int) throws(PatternFlaw) -> UInt32 {
        let isOpen = skip("{")
        let end =
            isOpen
            ? scalars[position...].firstIndex(of: "}") ?? scalars.count
            : min(position + count, scalars.count)
        let digits = PatternParser.text(scalars[position..<end])
        position = end
        guard isOpen ? skip("}") && digits.count <= 6 : digits.count == count,
            let value = UInt32(digits, radix: 16), Unicode.Scalar(value) != nil
        else { throw .malformed("no character has the number “\(digits.shortened())”") }
        return value
    }
}
