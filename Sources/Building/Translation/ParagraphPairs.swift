// Which paragraph of a translation is that of which paragraph of the original. The line `translates` says it by the marks of
// the original; a translation may have paragraphs of its own besides, such as a note of who translated it.

import Foundation
import Records

/// The paragraphs of an original, each with its place in the translation.
struct ParagraphPairs: Sendable {
    /// A paragraph of the translation that stands for one of the original.
    struct Match: Sendable {
        /// Its position in the translation.
        let slot: Int
        /// The mark that the translation states; empty when it states none.
        let mark: String
        /// Whether the original has changed since.
        let isOutdated: Bool
    }

    /// For each paragraph of the original its match; `nil` where there is no translation.
    let matches: [Match?]
    /// The stated marks of paragraphs that the original no longer has, with their positions in the translation.
    let gone: [(slot: Int, mark: String)]
    /// How many paragraphs of the translation stand for none.
    let extra: Int

    /// Pairs the paragraphs of two texts.
    init(
        _ original: [OriginalText.Paragraph],
        _ translation: [OriginalText.Paragraph],
        marks: [String]
    ) {
        let current = original.map(\.mark)
        let old = marks.isEmpty ? current : marks
        let (newOfOld, changed) = ParagraphPairs.newPositions(old, current)
        let slots =
            old.count == translation.count
            ? old.indices.map { Optional($0) }
            : ParagraphPairs.aligned(
                newOfOld.enumerated()
                    .map { index, new in
                        changed.contains(index) ? nil : new.map { original[$0].text }
                    },
                translation.map(\.text)
            )
        var matches: [Match?] = original.map { _ in nil }
        var gone: [(slot: Int, mark: String)] = []
        for (index, slot) in slots.enumerated() {
            guard let slot else { continue }
            if let new = newOfOld[index] {
                matches[new] = Match(
                    slot: slot,
                    mark: marks.isEmpty ? "" : old[index],
                    isOutdated: changed.contains(index)
                )
            } else {
                gone.append((slot, old[index]))
            }
        }
        self.matches = matches
        self.gone = gone
        extra = translation.count - slots.compactMap(\.self).count
    }

    /// For each old mark the position of its paragraph now, and which of these paragraphs have changed.
    private static func newPositions(
        _ old: [String],
        _ new: [String]
    ) -> (positions: [Int?], changed: Set<Int>) {
        var positions: [Int?] = old.map { _ in nil }
        var changed: Set<Int> = []
        var lastOld = 0
        var lastNew = 0
        func pairGap(_ endOld: Int, _ endNew: Int) {
            for (left, right) in zip(lastOld..<endOld, lastNew..<endNew) {
                positions[left] = right
                changed.insert(left)
            }
        }
        for (left, right) in common(old, new) {
            pairGap(left, right)
            positions[left] = right
            (lastOld, lastNew) = (left + 1, right + 1)
        }
        pairGap(old.count, new.count)
        return (positions, changed)
    }

    /// The longest common subsequence of two lists, as pairs of positions.
    private static func common(_ left: [String], _ right: [String]) -> [(Int, Int)] {
        var lengths = Array(
            repeating: Array(repeating: 0, count: right.count + 1),
            count: left.count + 1
        )
        for row in left.indices.reversed() {
            for column in right.indices.reversed() {
                lengths[row][column] =
                    left[row] == right[column]
                    ? lengths[row + 1][column + 1] + 1
                    : max(lengths[row + 1][column], lengths[row][column + 1])
            }
        }
        var pairs: [(Int, Int)] = []
        var (row, column) = (0, 0)
        while row < left.count, column < right.count {
            if left[row] == right[column] {
                pairs.append((row, column))
                (row, column) = (row + 1, column + 1)
            } else if lengths[row + 1][column] >= lengths[row][column + 1] {
                row += 1
            } else {
                column += 1
            }
        }
        return pairs
    }

    /// For each text of the original its position in a translation with another number of paragraphs.
    ///
    /// They are paired in order, by kind, links and length. The text of a paragraph that has changed is not known.
    private static func aligned(_ old: [String?], _ new: [String]) -> [Int?] {
        let shapes = old.map { $0.map(Shape.init) }
        let own = new.map(Shape.init)
        let ratio =
            Double(own.map(\.length).reduce(1, +))
            / Double(shapes.compactMap { $0?.length }.reduce(1, +))
        var best = Array(
            repeating: Array(repeating: 0.0, count: new.count + 1),
            count: old.count + 1
        )
        func score(_ row: Int, _ column: Int) -> Double {
            shapes[row].map { $0.likeness(to: own[column], ratio) } ?? 0.5
        }
        for row in old.indices.reversed() {
            for column in new.indices.reversed() {
                best[row][column] = max(
                    best[row + 1][column + 1] + score(row, column),
                    best[row + 1][column],
                    best[row][column + 1]
                )
            }
        }
        var slots: [Int?] = old.map { _ in nil }
        var (row, column) = (0, 0)
        while row < old.count, column < new.count {
            let pair = best[row + 1][column + 1] + score(row, column)
            if pair >= best[row + 1][column], pair >= best[row][column + 1] {
                slots[row] = column
                (row, column) = (row + 1, column + 1)
            } else if best[row][column + 1] >= best[row + 1][column] {
                column += 1
            } else {
                row += 1
            }
        }
        return slots
    }
}

/// What a paragraph and its translation have in common.
private struct Shape {
    let kind: String
    let links: [String]
    let length: Int

    init(_ text: String) {
        let first = text.prefix { $0 == "#" || $0 == "`" || $0 == ":" || $0 == ">" || $0 == "|" }
        switch first.first {
        case nil:
            let isList = text.hasPrefix("- ") || text.hasPrefix("* ") || text.hasPrefix("1. ")
            let isSlanted =
                text.hasPrefix("*") && !text.hasPrefix("**") && text.hasSuffix("*") && !isList
            kind = isList ? "list" : isSlanted ? "slanted" : ""
        case "`", ":": kind = String(text.prefix { !$0.isNewline })
        case _: kind = String(first)
        }
        links = RecordLink.all(in: text).map(\.target).sorted()
        length = text.count
    }

    /// How likely a paragraph is the translation of this one; negative for one of another kind.
    func likeness(to other: Shape, _ ratio: Double) -> Double {
        guard kind == other.kind else { return -1 }
        let expected = Double(max(1, length)) * ratio
        let difference = abs(log(Double(max(1, other.length)) / expected))
        let shared = links.isEmpty && other.links.isEmpty ? 0 : links == other.links ? 2.0 : -0.8
        return 1 + shared - min(0.9, difference)
    }
}
