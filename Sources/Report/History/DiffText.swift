import Records
import Text

/// What changed since a release, for `recount diff`: as text, and as JSON for other programs.
public struct DiffText: Sendable {
    private let from: ReleaseStamp
    private let step: HistoryStep?
    private let headline: [Measure]

    /// Compares a report with one of its releases.
    public init(_ report: Report, since release: Release) {
        from = release.stamp
        headline = report.model.headlineMeasures
        step =
            History(
                releases: [release],
                current: report.state,
                corrections: report.model.dataset.corrections,
                strikesWithProtectedPeople: report.model.dataset.strikesWithProtectedPeople,
                identifying: report.model.dataset.codebook.identifyingColumns
            )
            .pending
    }

    /// Whether nothing changed.
    public var isEmpty: Bool { step?.comparison.isEmpty ?? true }

    /// The changes, one on each line.
    public var lines: [String] {
        let since = "release \(from.number) of \(from.date.iso)"
        guard let step, !isEmpty else { return ["unchanged  nothing since \(since)"] }
        var lines = ["since    \(since)"]
        for entry in step.entries {
            lines.append("record   " + text(entry))
            if entry.change.needsReason {
                lines.append("         " + reason(entry))
            }
        }
        for column in step.comparison.columns {
            lines.append(
                "column   \(column.column) of \(column.table.rawValue) is "
                    + (column.isNew ? "published now" : "no longer published")
            )
        }
        for measure in headline {
            guard let totals = step.headline(measure) else { continue }
            let now = totals.was == totals.now ? ", unchanged" : " → " + TotalText.text(totals.now)
            lines.append("headline \(measure.name): \(TotalText.text(totals.was))\(now)")
        }
        lines += FigureLines(step.comparison.figures, limit: .max).lines
        return lines
    }

    /// The same as JSON.
    public var json: [UInt8] {
        var json = JSONWriter()
        json.object { root in
            root.object("since") { since in
                since.member("number", from.number)
                since.member("date", from.date.iso)
            }
            root.array("changes", step?.entries ?? []) { item, entry in
                item.object { DiffText.write(entry, into: &$0) }
            }
            root.array("columns", step?.comparison.columns ?? []) { item, column in
                item.object { object in
                    object.member("table", column.table.rawValue)
                    object.member("column", column.column)
                    object.member("is_published", column.isNew)
                }
            }
            root.array("figures", step?.comparison.figures ?? []) { item, figure in
                item.object { object in
                    object.member("selection", figure.query)
                    object.member("measure", figure.measure.name)
                    object.object("was") { $0.members(of: figure.was) }
                    object.object("now") { $0.members(of: figure.now) }
                }
            }
        }
        return json.finished()
    }

    private func text(_ entry: HistoryEntry) -> String {
        entry.isSecret ? ChangeText(entry.change).secretSentence : ChangeText(entry.change).sentence
    }

    private func reason(_ entry: HistoryEntry) -> String {
        guard let correction = entry.correction else { return "no reason is given" }
        if correction.kind == .safety { return "removed for safety" }
        return correction.reason
    }

    private static func write(_ entry: HistoryEntry, into object: inout JSONWriter) {
        let change = entry.change
        object.member("table", change.table.rawValue)
        object.array("strikes", change.strikes) { $0.value($1) }
        if !entry.isSecret { object.member("record", change.key) }
        switch change.kind {
        case .added: object.member("change", "added")
        case .withdrawn: object.member("change", "withdrawn")
        case .renamed(let old):
            object.member("change", "renamed")
            object.member("was", old)
        case .merged(let into):
            object.member("change", "merged")
            object.member("into", into)
        case .changed(let column, let was, let now):
            object.member("change", "changed")
            object.member("column", column)
            if !entry.isSecret {
                object.member("was", was)
                object.member("now", now)
            }
        }
        object.member("needs_reason", change.needsReason)
        object.optionalMember("reason", entry.correction?.reason ?? "")
        object.optionalMember("date", entry.correction?.date?.iso ?? "")
    }
}

/// The old and the new totals of figures that changed, one figure on each line.
public struct FigureLines: Sendable {
    /// The lines; the last one counts the changes above the limit.
    public let lines: [String]

    /// Lists changes, at most as many as the limit.
    public init(_ changes: [FigureChange], limit: Int) {
        var lines = changes.prefix(limit)
            .map { change in
                "figure   \(TotalText.name(change.query, change.measure)): "
                    + "\(TotalText.text(change.was)) → \(TotalText.text(change.now))"
            }
        if changes.count > limit {
            lines.append("         and \(changes.count - limit) more; recount diff lists them all")
        }
        self.lines = lines
    }
}
