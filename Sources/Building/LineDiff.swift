// The difference between two texts as `diff -u` prints it.

/// The lines that differ between two texts, with three lines around each change.
struct LineDiff {
    private enum Line {
        case same(Substring)
        case removed(Substring)
        case added(Substring)

        var isChange: Bool {
            switch self {
            case .same: false
            case .removed, .added: true
            }
        }

        var text: String {
            switch self {
            case .same(let text): " \(text)\n"
            case .removed(let text): "-\(text)\n"
            case .added(let text): "+\(text)\n"
            }
        }
    }

    private let lines: [Line]
    private static let around = 3

    init(from old: [UInt8], to new: [UInt8]) {
        let old = LineDiff.lines(old)
        let new = LineDiff.lines(new)
        let changes = new.difference(from: old)
        var removed: Set<Int> = []
        var added: Set<Int> = []
        for change in changes {
            switch change {
            case .remove(let offset, _, _): removed.insert(offset)
            case .insert(let offset, _, _): added.insert(offset)
            }
        }
        var lines: [Line] = []
        var (left, right) = (0, 0)
        while left < old.count || right < new.count {
            if removed.contains(left) {
                lines.append(.removed(old[left]))
                left += 1
            } else if added.contains(right) {
                lines.append(.added(new[right]))
                right += 1
            } else {
                lines.append(.same(old[left]))
                left += 1
                right += 1
            }
        }
        self.lines = lines
    }

    /// Whether the texts are the same.
    var isEmpty: Bool { !lines.contains(where: \.isChange) }

    /// The changes below the names of both texts; empty if there are none.
    func text(from old: String, to new: String) -> String {
        if isEmpty { return "" }
        var text = "--- \(old)\n+++ \(new)\n"
        for hunk in hunks { text += self.text(of: hunk) }
        return text
    }

    /// The ranges of lines to print: changes that are near to each other stand in one.
    private var hunks: [Range<Int>] {
        var hunks: [Range<Int>] = []
        for (index, line) in lines.enumerated() where line.isChange {
            let start = max(0, index - LineDiff.around)
            let end = min(lines.count, index + LineDiff.around + 1)
            if let last = hunks.last, start <= last.upperBound {
                hunks[hunks.count - 1] = last.lowerBound..<end
            } else {
                hunks.append(start..<end)
            }
        }
        return hunks
    }

    private func text(of hunk: Range<Int>) -> String {
        let old = place(hunk) { if case .added = $0 { false } else { true } }
        let new = place(hunk) { if case .removed = $0 { false } else { true } }
        return "@@ -\(old) +\(new) @@\n" + lines[hunk].map(\.text).joined()
    }

    /// The first line of a range in one of the texts and how many there are, as `diff` writes them.
    private func place(_ hunk: Range<Int>, isThere: (Line) -> Bool) -> String {
        let before = lines[..<hunk.lowerBound].count(where: isThere)
        let count = lines[hunk].count(where: isThere)
        let first = count == 0 ? before : before + 1
        return count == 1 ? "\(first)" : "\(first),\(count)"
    }

    private static func lines(_ bytes: [UInt8]) -> [Substring] {
        var lines = String(decoding: bytes, as: UTF8.self)
            .split(separator: "\n", omittingEmptySubsequences: false)
        if lines.last?.isEmpty == true { lines.removeLast() }
        return lines
    }
}
