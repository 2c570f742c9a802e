// The `pattern` constraint of Table Schema: the whole cell must match a regular expression. Usual libraries try one
// way through a pattern after the other, and for (a+)+ there are more ways than could ever be tried. Here all ways
// are followed at once, so that the time is at most the length of the cell times that of the pattern.

import Text

/// A regular expression that a whole cell must match.
struct CellPattern {
    /// The most steps that a pattern may stand for.
    static let mostSteps = 3_000

    private enum Step {
        case set(PatternSet)
        case place(PatternPlace)
        /// Two ways to go on.
        case split(Int, Int)
        case jump(Int)
        case end
    }

    private var steps: [Step] = []

    /// Compiles a pattern.
    init(_ pattern: String) throws(PatternFlaw) {
        let node = try PatternParser.parse(pattern)
        guard node.size(limit: CellPattern.mostSteps) <= CellPattern.mostSteps else {
            throw .tooLarge
        }
        add(node)
        steps.append(.end)
    }

    private mutating func add(_ node: PatternNode) {
        switch node {
        case .empty: break
        case .set(let set): steps.append(.set(set))
        case .place(let place): steps.append(.place(place))
        case .sequence(let parts): for part in parts { add(part) }
        case .choice(let parts):
            var ends: [Int] = []
            for part in parts.dropLast() {
                let split = steps.count
                steps.append(.split(split + 1, 0))
                add(part)
                ends.append(steps.count)
                steps.append(.jump(0))
                steps[split] = .split(split + 1, steps.count)
            }
            if let last = parts.last { add(last) }
            for end in ends { steps[end] = .jump(steps.count) }
        case .repeated(let part, let least, let most):
            for _ in 0..<least { add(part) }
            guard let most else {
                let split = steps.count
                steps.append(.split(split + 1, 0))
                add(part)
                steps.append(.jump(split))
                steps[split] = .split(split + 1, steps.count)
                return
            }
            var splits: [Int] = []
            for _ in least..<max(least, most) {
                splits.append(steps.count)
                steps.append(.split(0, 0))
                add(part)
            }
            for split in splits { steps[split] = .split(split + 1, steps.count) }
        }
    }

    /// Whether all of the cell matches.
    func matches(_ bytes: CellBytes.Bytes) -> Bool { matches(CellBytes.text(bytes)) }

    /// Whether all of a text matches.
    func matches(_ text: String) -> Bool {
        var current = Ways(count: steps.count)
        var following = Ways(count: steps.count)
        var previous: Unicode.Scalar?
        let scalars = text.unicodeScalars
        var index = scalars.startIndex
        follow(0, &current, previous, index < scalars.endIndex ? scalars[index] : nil)
        while index < scalars.endIndex {
            if current.steps.isEmpty { return false }
            let scalar = scalars[index]
            scalars.formIndex(after: &index)
            let next = index < scalars.endIndex ? scalars[index] : nil
            for number in current.steps {
                if case .set(let set) = steps[number], set.contains(scalar) {
                    follow(number + 1, &following, scalar, next)
                }
            }
            previous = scalar
            swap(&current, &following)
            following.clear()
        }
        return current.isAtEnd
    }

    /// The steps at which the ways through the pattern are.
    private struct Ways {
        /// Those that wait for a character.
        private(set) var steps: [Int] = []
        /// Whether a way has reached the end of the pattern.
        var isAtEnd = false
        /// Steps that wait to be followed; empty between two characters.
        var open: [Int] = []
        private var round = 1
        private var seen: [Int]

        init(count: Int) { seen = [Int](repeating: 0, count: count) }

        /// Whether a step is met for the first time at this place of the cell.
        mutating func isNew(_ number: Int) -> Bool {
            if seen[number] == round { return false }
            seen[number] = round
            return true
        }

        mutating func wait(at number: Int) { steps.append(number) }

        mutating func clear() {
            steps.removeAll(keepingCapacity: true)
            isAtEnd = false
            round += 1
        }
    }

    /// Follows a way until it waits for a character.
    private func follow(
        _ start: Int,
        _ ways: inout Ways,
        _ previous: Unicode.Scalar?,
        _ next: Unicode.Scalar?
    ) {
        ways.open.append(start)
        while let number = ways.open.popLast() {
            guard ways.isNew(number) else { continue }
            switch steps[number] {
            case .set: ways.wait(at: number)
            case .place(let place):
                if CellPattern.holds(place, previous, next) { ways.open.append(number + 1) }
            case .split(let first, let second): ways.open += [second, first]
            case .jump(let goal): ways.open.append(goal)
            case .end: ways.isAtEnd = true
            }
        }
    }

    private static func holds(
        _ place: PatternPlace,
        _ previous: Unicode.Scalar?,
        _ next: Unicode.Scalar?
    ) -> Bool {
        let isEdge =
            previous.map(PatternSet.isWord) ?? false != next.map(PatternSet.isWord) ?? false
        switch place {
        case .start: return previous == nil
        case .end: return next == nil
        case .wordEdge: return isEdge
        case .noWordEdge: return !isEdge
        }
    }
}
