/// Gives every change the reason that the author wrote for it, and finds reasons without a change.
///
/// One file collects all reasons over the years. They are matched in the order of their dates: a reason
/// explains the first matching change, of the same record and column and not before its release, and the
/// next reason for the same column explains the next change. A reason of safety explains all of them.
struct ReasonMatching {
    private let corrections: [Correction]
    private var spent: Set<Int> = []
    private var meant: Set<Int> = []

    init(_ corrections: [Correction]) {
        self.corrections = corrections.enumerated()
            .sorted {
                ($0.element.date ?? .earliest, $0.offset) < (
                    $1.element.date ?? .earliest, $1.offset
                )
            }
            .map(\.element)
    }

    /// Reasons that match no change of any step, in the order of their places.
    var unused: [Correction] {
        corrections.indices.filter { !meant.contains($0) }.map { corrections[$0] }
            .sorted { $0.location < $1.location }
    }

    /// A step with its entries.
    mutating func explain(_ step: HistoryStep, _ secrets: Secrets) -> HistoryStep {
        var step = step
        let reasons = take(step)
        step.entries = step.comparison.changes.filter { !secrets.hides($0) }
            .map { change in
                let fitting = reasons.map { corrections[$0] }.filter(change.isExplained)
                return HistoryEntry(
                    change: change,
                    correction: fitting.max { $0.specificity < $1.specificity },
                    isSecret: secrets.hidesValues(change)
                )
            }
        return step
    }

    /// The reasons that this step uses up, one for each record and column.
    private mutating func take(_ step: HistoryStep) -> [Int] {
        var byRecord: [String: [RecordChange]] = [:]
        for change in step.comparison.changes {
            var names = Set(change.strikes + [change.key])
            if case .renamed(let old) = change.kind { names.insert(old) }
            for name in names { byRecord[name, default: []].append(change) }
        }
        var taken: [Int] = []
        var columns: Set<String> = []
        for (offset, correction) in corrections.enumerated() {
            if let date = correction.date, let stamp = step.stamp, date > stamp.date { continue }
            guard
                byRecord[correction.record]?.contains(where: { $0.isExplained(by: correction) })
                    == true
            else { continue }
            meant.insert(offset)
            if correction.kind == .safety {
                taken.append(offset)
                continue
            }
            guard !spent.contains(offset),
                columns.insert(correction.record + "\u{1F}" + correction.field).inserted
            else { continue }
            spent.insert(offset)
            taken.append(offset)
        }
        return taken
    }
}

extension Correction {
    /// How specific a reason is: 0 for a record, 1 for a table, 2 for a column.
    fileprivate var specificity: Int {
        if field.isEmpty { return 0 }
        return ResourceKind(rawValue: field) == nil ? 2 : 1
    }
}
