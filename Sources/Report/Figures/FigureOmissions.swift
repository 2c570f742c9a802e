import Records

/// The strikes of a figure that are not added to some totals, and why.
struct FigureOmissions: Sendable {
    private let omissions: [[Int: Omission]]
    private let report: ReportModel

    init(_ report: ReportModel, _ figure: Figure) {
        self.report = report
        omissions =
            report.recounting.overlaps.isEmpty
            ? OverlapGroup.all.map { _ in [:] }
            : OverlapGroup.all.map { report.recounting.omissions($0, figure.records) }
    }

    /// Whether the counts of a group are added for the strike at a position.
    func adds(_ group: OverlapGroup, at position: Int) -> Bool {
        omissions[group.position].isEmpty || omissions[group.position][position] == nil
    }

    /// Whether the count of a measure is added for the strike at a position.
    func isAdded(_ measure: Measure, at position: Int) -> Bool {
        if let group = measure.group { return adds(group, at: position) }
        return !omissions.contains { $0[position]?.isPartOf == true }
    }

    /// Why parts of the strike at a position are not added.
    func notes(at position: Int, _ scope: PageScope) -> [String] {
        var notes: [String] = []
        for group in OverlapGroup.all {
            guard let omission = omissions[group.position][position] else { continue }
            let note: String
            switch omission {
            case .partOf(let whole):
                note = scope.language.text(
                    .omittedPartOf,
                    ["strike": report.dataset.strikes[whole].id]
                )
            case .sharedWith(let holder):
                note = scope.language.text(
                    .omittedShared,
                    [
                        "what": scope.language.label("group_", group.name),
                        "strike": report.dataset.strikes[holder].id,
                    ]
                )
            }
            if !notes.contains(note) { notes.append(note) }
        }
        if !report.dataset.strikes[position].counts[.killed].isKnown {
            notes.append(scope.language.text(.omittedNoFigure))
        }
        return notes
    }

    /// The strikes that meet all conditions of a figure except that they are counted.
    static func notCounted(_ report: ReportModel, _ figure: Figure) -> [Int] {
        let counted = Condition(.grading, named: "grading", [.counted])
        guard figure.selection.conditions.contains(counted) else { return [] }
        let others = Selection(figure.selection.conditions.filter { $0 != counted })
        return report.index.strikes(others).positions.filter { !report.dataset.isCounted($0) }
    }
}
