// A table of people by an own column, such as a community, singles out those who share a value with few others. As with
// strikes, the value is left out of the records themselves, with as many others as it takes to hide among them.

import Records

/// One own column of people whose rare values are left out.
struct RarePeople {
    /// The column's position among the own columns of people.
    let offset: Int
    /// How several values stand in its cells; `nil` where a cell holds one.
    let list: CellList?
    /// The smallest number of people who may share a value.
    let minimum: Int
    /// What the last release showed, by person; `nil` for a person without a value.
    let released: [String: String?]

    /// Leaves out the values that too few people share; whether there are any.
    func hide(in people: inout [Victim]) -> Bool {
        var sizes: [String: Int] = [:]
        for person in people {
            for value in values(of: person) { sizes[value, default: 0] += 1 }
        }
        let records = list == nil ? [] : people
        let choice = RareChoice(
            empty: 0,
            add: { $0 += $1 },
            isSmall: { $0 < minimum },
            size: { $0 }
        )
        let hidden = choice.hidden(
            among: sizes,
            formerly: RareChoice<Int>
                .formerlyHidden(
                    people.lazy.map { ("\($0.strikeID)/\($0.name)", values(of: $0)) },
                    list,
                    released
                ),
            remaining: list == nil
                ? nil
                : { hidden in
                    records.count { person in
                        values(of: person).allSatisfy { $0.isEmpty || hidden.contains($0) }
                    }
                }
        )
        if hidden.isEmpty { return false }
        for position in people.indices where people[position].extras.indices.contains(offset) {
            let kept = values(of: people[position]).filter { !hidden.contains($0) }
            people[position].extras[offset] = list?.cell(of: kept) ?? kept.first ?? ""
        }
        return true
    }

    /// The values of a person; the empty one where the person has none.
    private func values(of person: Victim) -> [String] {
        let cell = person.extras.indices.contains(offset) ? person.extras[offset] : ""
        guard let list else { return [cell] }
        let values = list.values(of: cell)
        return values.isEmpty ? [""] : values
    }
}
