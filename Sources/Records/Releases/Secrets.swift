/// What must not be repeated from former releases: what the author removed for somebody's safety, what
/// is no longer public, and people who are no longer listed.
struct Secrets: Hashable, Sendable {
    private var records: Set<String> = []
    private var fields: Set<String> = []
    private var columns: [ResourceKind: Set<String>] = [:]
    private var people: Set<String> = []
    /// The fields whose former values the author states to be mere corrections.
    private var corrected: Set<String> = []
    private let protectedStrikes: Set<String>
    /// The columns that tell who a person is.
    private let identifying: Set<String>

    init(
        _ current: PublishedState,
        _ corrections: [Correction],
        _ strikesWithProtectedPeople: Set<String>,
        _ identifying: Set<String>
    ) {
        protectedStrikes = strikesWithProtectedPeople
        self.identifying = identifying
        for correction in corrections
        where correction.kind == .changed
            && correction.field.hasPrefix(ResourceKind.victims.rawValue)
        {
            corrected.insert(correction.record + "\u{1F}" + correction.field)
        }
        for correction in corrections where correction.kind == .safety {
            if correction.field.isEmpty {
                records.insert(correction.record)
            } else {
                fields.insert(correction.record + "\u{1F}" + correction.field)
            }
        }
        for table in current.tables { columns[table.kind] = Set(table.columns) }
        people = Set(current.table(.victims)?.records.map(\.key) ?? [])
    }

    /// Whether a change must not be shown at all.
    func hides(_ change: RecordChange) -> Bool {
        if change.table == .victims, change.kind == .added,
            isBesideProtected(change)
        {
            return true
        }
        if !change.column.isEmpty, columns[change.table]?.contains(change.column) != true {
            return true
        }
        guard isRemovedForSafety(change) else { return false }
        switch change.kind {
        case .withdrawn, .merged: return !records.contains(change.key)
        case .added, .changed, .renamed: return true
        }
    }

    /// Whether a change may be shown only without its values.
    func hidesValues(_ change: RecordChange) -> Bool {
        if isRemovedForSafety(change) { return true }
        if change.table == .victims {
            if !people.contains(change.key) { return true }
            if isBesideProtected(change) { return true }
            if Secrets.takesNameAway(change) { return true }
            if identifies(change), !isStated(change, in: corrected) { return true }
        }
        return isStated(change, in: fields)
    }

    /// Whether somebody is protected in the list in which a person changed; people without a strike are
    /// one list.
    private func isBesideProtected(_ change: RecordChange) -> Bool {
        change.strikes.isEmpty
            ? protectedStrikes.contains("")
            : change.strikes.contains(where: protectedStrikes.contains)
    }

    /// Whether corrections of a column, or of all of its table, refer to a change.
    private func isStated(_ change: RecordChange, in stated: Set<String>) -> Bool {
        let spellings = [
            change.column, "\(change.table.rawValue).\(change.column)", change.table.rawValue,
        ]
        return (change.strikes + [change.key])
            .contains { name in spellings.contains { stated.contains(name + "\u{1F}" + $0) } }
    }

    /// Whether a text was changed that tells who somebody is: what it was may be the reason.
    private func identifies(_ change: RecordChange) -> Bool {
        guard case .changed(let column, let was, _) = change.kind else { return false }
        return !was.isEmpty && identifying.contains(column)
    }

    /// Whether a text about a person was removed or reduced to first letters, which is done for somebody's safety
    /// more often than it corrects anything.
    private static func takesNameAway(_ change: RecordChange) -> Bool {
        guard case .changed(_, let was, let now) = change.kind, was.contains(where: \.isLetter)
        else { return false }
        if now.isEmpty { return true }
        let (initials, letters) = (Initials.of(was), now.filter(\.isLetter).lowercased())
        return !initials.isEmpty && letters == initials.filter(\.isLetter).lowercased()
            || placeholders.contains(now.lowercased())
    }

    private static let placeholders: Set<String> = [
        "withheld", "name withheld", "anonymous", "anonymised", "anonymized", "redacted",
        "removed", "name removed", "unnamed", "not named", "unknown", "n/a", "anonyme", "anónimo",
        "anónima", "مجهول", "مجهولة", "محجوب", "الاسم محجوب", "اسم محجوب",
    ]

    private func isRemovedForSafety(_ change: RecordChange) -> Bool {
        if records.contains(change.key) { return true }
        if case .renamed(let old) = change.kind, records.contains(old) { return true }
        return !change.strikes.isEmpty && change.strikes.allSatisfy(records.contains)
    }
}
