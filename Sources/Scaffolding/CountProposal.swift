// People write counts as "1,234", "at least 5" and "~2". What such a cell states is proposed in the codebook, so that a
// build reads it; where it states no number of people for certain, the author is asked and nothing is counted.

import Decoding
import Records

/// What the codebook says of the cells of a column of counts.
struct CountProposal {
    /// Whether the cells are whole numbers.
    let isInteger: Bool
    /// What separates thousands.
    let groupMark: Character?
    /// What cells mean that are not read as they are; an empty meaning is "unknown".
    let values: [(cell: String, meaning: String)]
    /// What only the author can say.
    let question: String?
    /// What the author should compare.
    let warning: String?

    init(_ facts: ColumnFacts, _ role: Role) {
        let isNumber = ResourceKind.strikes.columns(of: .builtIn)[role]?.content == .number
        let holdsOne = role.isEnd || isNumber
        let cells = facts.order.filter { text in
            !CellShape(text).isNothing && !facts.words.contains(text)
        }
        let unread = cells.filter { !CountProposal.isRead($0, holdsOne) }
        let mark = CountProposal.mark(unread)
        groupMark = mark
        var values: [(cell: String, meaning: String)] = []
        var open: [String] = []
        for text in unread {
            let plain = mark.flatMap { GroupedDigits.ungrouped(text, $0) }
            if let plain, CountProposal.isRead(plain, holdsOne) { continue }
            let stated = CountAdvice.standard(plain ?? text)
                .flatMap { CountProposal.part($0, role, holdsOne) }
            if stated == nil { open.append(text) }
            values.append((text, stated ?? ""))
        }
        self.values = values
        isInteger = holdsOne || cells.allSatisfy { CountProposal.isWhole($0, mark, values) }
        var questions: [String] = []
        if mark == ".", let first = unread.first(where: { $0.contains(".") }) {
            let plain = GroupedDigits.ungrouped(first, ".") ?? ""
            questions.append("Is “\(first)” the number \(plain), with a point between thousands?")
        }
        if !open.isEmpty {
            let form = holdsOne ? "a number" : "a number, a range such as 2–3, or 5+ for at least 5"
            questions.append(
                "\(CountProposal.list(open)) \(open.count == 1 ? "is" : "are") read as unknown. What "
                    + "\(open.count == 1 ? "does it" : "do they") mean? Write it under values: \(form)."
            )
        }
        question = questions.isEmpty ? nil : questions.joined(separator: " ")
        let stated = values.filter { !$0.meaning.isEmpty }
        let examples = stated.prefix(4).map { "“\($0.cell)” as \($0.meaning)" }
        warning =
            stated.isEmpty
            ? nil : "values says how cells are read, such as \(examples.joined(separator: ", "))"
    }

    private static func isDigits(_ text: String) -> Bool {
        !text.isEmpty && text.utf8.allSatisfy(\.isDigit)
    }

    /// Whether a build reads a cell as it is.
    private static func isRead(_ text: String, _ holdsOne: Bool) -> Bool {
        guard let standard = CountAdvice.standard(text), !holdsOne || isDigits(standard) else {
            return false
        }
        return standard == text.replacing("-", with: "–").filter { $0 != " " }
    }

    private static func isWhole(
        _ text: String,
        _ mark: Character?,
        _ values: [(cell: String, meaning: String)]
    ) -> Bool {
        let plain = mark.flatMap { GroupedDigits.ungrouped(text, $0) } ?? text
        let meaning = values.first { $0.cell == text }?.meaning ?? plain
        return meaning.isEmpty || isDigits(meaning)
    }

    /// The part of a count that a column holds; `nil` when the count does not state it.
    private static func part(_ count: String, _ role: Role, _ holdsOne: Bool) -> String? {
        if !holdsOne || isDigits(count) { return count }
        let ends = count.split(separator: "–").map(String.init)
        switch role.part {
        case .least: return ends.count == 2 ? ends[0] : String(count.dropLast())
        case .most: return ends.count == 2 ? ends[1] : nil
        case .whole, .anyLanguage, .language: return nil
        }
    }

    /// The mark that separates the thousands of most cells; a point only if no cell has decimals.
    private static func mark(_ unread: [String]) -> Character? {
        let found = GroupedDigits.marks.map { mark in
            (mark, unread.count { GroupedDigits.ungrouped($0, mark) != nil })
        }
        guard let best = found.max(by: { $0.1 < $1.1 }), best.1 > 0 else { return nil }
        let points = unread.filter { $0.contains(".") }
        if best.0 == ".", points.contains(where: { GroupedDigits.ungrouped($0, ".") == nil }) {
            return nil
        }
        return best.0
    }

    private static func list(_ texts: [String]) -> String {
        let shown = texts.prefix(4).map { "“\($0.onOneLine)”" }
        let rest = texts.count - shown.count
        return shown.joined(separator: ", ") + (rest > 0 ? " and \(rest) more" : "")
    }
}
