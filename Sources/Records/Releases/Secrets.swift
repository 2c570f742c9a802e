/// What must not be repeated from former releases: what the author removed for somebody's safety, what
/// is no longer public, and people who are no longer listed.
struct Secrets: Hashable, Sendable {
    private var records: Set<String> = []
    private var fields: Set<String> = []
    private var columns: [ResourceKind: Set<String>] = [:]
    private var people: Set<String> = []
    private let protectedStrikes: Set<String>

    init(
        _ current: PublishedState,
        _ corrections: [Correction],
        _ strikesWithProtectedPeople: Set<String>
    ) {
        protectedStrikes = strikesWithProtectedPeople
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
            change.strikes.contains(where: protectedStrikes.contains)
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
            if change.strikes.contains(where: protectedStrikes.contains) { return true }
            if Secrets.takesNameAway(change) { return true }
        }
        let names = change.strikes + [change.key]
        let spellings = [
            change.column, "\(change.table.rawValue).\(change.column)", change.table.rawValue,
        ]
        return names.contains { name in
            spellings.contains { fields.contains(name + "\u{1F}" + $0) }
        }
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
