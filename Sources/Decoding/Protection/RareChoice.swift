// A rare value singles out those who have it. Leaving out that value alone would be useless where totals less the other
// rows give it away, so others are left out with it, until enough people hide it.

import Records

/// Chooses the values of an own column that are left out, for strikes and for people alike.
struct RareChoice<Group> {
    /// What those have in common who have no value.
    let empty: Group
    /// Adds the people of one group to those of another.
    let add: (inout Group, Group) -> Void
    /// Whether a group is too small to be shown.
    let isSmall: (Group) -> Bool
    /// The order in which further values are left out, smallest first.
    let size: (Group) -> Int

    /// The values to leave out; none if no group is too small.
    ///
    /// `formerly` are the values that were left out of the last release: if others took their place, those who compare two
    /// releases would know all but the rare one.
    /// Where records have several values, `remaining` is who is left without any if some values are left out.
    func hidden(
        among groups: [String: Group],
        formerly: Set<String>,
        remaining: ((Set<String>) -> Group)? = nil
    ) -> Set<String> {
        var groups = groups
        var pool = groups.removeValue(forKey: "") ?? empty
        var hidden: Set<String> = []
        for (value, group) in groups where isSmall(group) {
            add(&pool, group)
            hidden.insert(value)
        }
        if hidden.isEmpty { return [] }
        for value in formerly where hidden.insert(value).inserted {
            add(&pool, groups[value] ?? empty)
        }
        let rest = groups.filter { !hidden.contains($0.key) }
            .sorted { (size($0.value), $0.key) < (size($1.value), $1.key) }
        for (value, group) in rest {
            if !isSmall(remaining?(hidden) ?? pool) { break }
            add(&pool, group)
            hidden.insert(value)
        }
        return hidden
    }

    /// The values that no record of the last release showed although some that it had have them now.
    ///
    /// `released` is what it showed, by the key of the record; `nil` for a record without a value.
    static func formerlyHidden(
        _ records: some Sequence<(key: String, values: [String])>,
        _ list: CellList?,
        _ released: [String: String?]
    ) -> Set<String> {
        if released.isEmpty { return [] }
        var hidden: Set<String> = []
        var shown: Set<String> = []
        for record in records {
            guard let former = released[record.key] else { continue }
            let known = list.map { list in Set(list.values(of: former ?? "")) }
            for value in record.values where !value.isEmpty {
                let wasShown = known?.contains(value) ?? (former != nil)
                if wasShown { shown.insert(value) } else { hidden.insert(value) }
            }
        }
        return hidden.subtracting(shown)
    }
}
