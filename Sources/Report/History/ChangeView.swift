import Records
import Templates

/// One change of a published record: the old and the new value, when, and why.
struct ChangeView: TemplateRecord {
    let scope: PageScope
    let entry: HistoryEntry
    let step: HistoryStep
    /// Whether it is the first of its record on the page.
    var isFirst = false

    private var change: RecordChange { entry.change }
    private var language: Language { scope.language }

    static let schema = RecordSchema<ChangeView>(
        "change",
        "One change of a published record.",
        [
            .text("kind", "changed, added, renamed, merged, withdrawn or safety.") { $0.kind },
            .text("label", "The same in words.") { $0.language.label("change_", $0.kind) },
            .text("table", "The kind of record: strikes, victims, sources.") {
                $0.change.table.rawValue
            },
            .text("table_label", "The same in words.") {
                $0.language.label("change_of_", $0.change.table.rawValue)
            },
            .text("record", "The record’s id, or a person’s name; empty when it is not disclosed.")
            {
                $0.record
            },
            .optionalRecord("strike", "The strike that it concerns, if it is still there.") {
                $0.strike
            },
            .text("strike_id", "The id of that strike; empty when it concerns none.") {
                $0.change.strikes.first ?? ""
            },
            .optionalText("anchor", "The fragment of the record's changes, at the first of them.") {
                $0.isFirst
                    ? anchor($0.change.group, in: $0.step) : nil
            },
            .text("column", "The column that changed, in words; empty for a whole record.") {
                $0.column
            },
            .boolean("is_secret", "Whether the old and the new value must not be shown.") {
                $0.entry.isSecret
            },
            .optionalText("was", "What was published; none when the cell was blank.") { view in
                view.values.map { view.text($0.was) }.flatMap { $0.isEmpty ? nil : $0 }
            },
            .optionalText("now", "What is published; none when the cell is blank.") { view in
                view.values.map { view.text($0.now) }.flatMap { $0.isEmpty ? nil : $0 }
            },
            .optionalText("reason", "Why, as a sentence; none when no reason is given.") {
                $0.reason
            },
            .optionalText("date", "When it was corrected, in words.") { view in
                view.date.map { view.language.text($0) }
            },
            .optionalText("date_iso", "The same as ISO 8601.") { $0.date?.iso },
            .text("release", "The release that it is part of, or that it is not released.") {
                StepView.title($0.scope, $0.step)
            },
            .url("release_url", "The release’s part of the page of corrections.") {
                $0.scope.url(.corrections) + "#" + StepView.anchor($0.step)
            },
        ]
    )

    /// What was done, as a key.
    var kind: String {
        if entry.correction?.kind == .safety { return "safety" }
        return switch change.kind {
        case .added: "added"
        case .changed(let column, let was, let now):
            isPart(column) && was.isEmpty && !now.isEmpty ? "merged" : "changed"
        case .renamed: "renamed"
        case .withdrawn: "withdrawn"
        case .merged: "merged"
        }
    }

    /// A strike that is now part of another counts as merged, although it keeps its page.
    private func isPart(_ column: String) -> Bool { field(column)?.role == .partOf }

    private var record: String {
        switch change.table {
        case .strikes, .claims, .sources, .corrections, .media: return change.key
        case .victims, .disclosures:
            if entry.isSecret { return "" }
            let rest = change.key.split(separator: "/", maxSplits: 1).dropFirst().first ?? ""
            return change.table == .disclosures
                ? language.label("fact_", String(rest)) : String(rest)
        }
    }

    private var strike: StrikeView? {
        change.strikes.lazy.compactMap { scope.report.dataset.index(of: $0) }.first
            .map { StrikeView(scope, $0) }
    }

    private var column: String {
        change.column.isEmpty ? "" : field(change.column)?.title ?? change.column
    }

    private func field(_ name: String) -> CodebookField? {
        scope.codebook.resource(change.table)?.fields
            .first { $0.name == name && $0.isPublic }
    }

    private var values: (was: String, now: String)? {
        if entry.isSecret { return nil }
        switch change.kind {
        case .changed(_, let was, let now): return (was, now)
        case .renamed(let old): return (old, change.key)
        case .merged(let into): return (change.key, into)
        case .added, .withdrawn: return nil
        }
    }

    /// The value of a cell for readers: gradings, assessments and words from short lists by their names.
    private func text(_ value: String) -> String {
        guard let role = field(change.column)?.role else { return value }
        let settings = scope.settings
        switch change.table.columns(of: scope.report.dataset.measures)[role]?.content {
        case .text(.grading): return settings.methodology.grading(value)?.label ?? value
        case .text(.assessment): return settings.assessmentLabel(value) ?? value
        case .text(.word), .text(.any), .text(.name), .text(.key):
            let lists = [change.column + "_", "victim_" + change.column + "_"]
            return lists.lazy.compactMap { scope.language.phrase($0, value) }.first
                ?? scope.label(value, change.table, role)
        case .number, .count: return scope.language.digits(value)
        case .text(.id), .text(.url), .text(.time), .text(.age), .names, .ids, .date, .strikeDate,
            .coordinate, nil:
            return value
        }
    }

    private var reason: String? {
        guard let correction = entry.correction, correction.kind != .safety,
            !correction.reason.isEmpty
        else { return nil }
        return scope.text(correction.reason, or: correction.reasons)
    }

    /// The date that the author states.
    var correctionDate: CalendarDate? { entry.correction?.date }

    /// The fragment of a record's changes in a step.
    static func anchor(_ id: String, in step: HistoryStep) -> String {
        StepView.anchor(step) + "." + PagePlaces.anchor("r", id)
    }

    private var date: CalendarDate? { entry.correction?.date ?? step.stamp?.date }

    /// The change in one line, for the feed.
    var line: String {
        let subject = [
            change.table == .strikes ? change.strikes.first ?? change.key : record,
            change.table == .strikes ? "" : change.strikes.first ?? "",
        ]
        .filter { !$0.isEmpty }.joined(separator: language.text(.comma))
        let what: String
        if let values, !column.isEmpty {
            let blank = language.text(.fieldValueBlank)
            let was = text(values.was)
            let now = text(values.now)
            what = language.text(
                .changeLine,
                [
                    "record": subject, "column": column, "was": was.isEmpty ? blank : was,
                    "now": now.isEmpty ? blank : now,
                ]
            )
        } else {
            what = language.text(
                .changeLineWhole,
                ["record": subject, "change": language.label("change_", kind)]
            )
        }
        return reason.map { what + " " + $0 } ?? what
    }
}
