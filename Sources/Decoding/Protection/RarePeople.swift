// A table of people by an own column, such as a community, singles out those who share a value with few others. As with
// strikes, the value is left out of the records themselves, with as many others as it takes to hide among them.

import Records

/// One own column of people whose rare values are left out.
struct RarePeople {
    /// The column's position among the own columns of people.
    let offset: Int
    /// The smallest number of people who may share a value.
    let minimum: Int
    /// What the last release showed, by person; `nil` for a person without a value.
    let released: [String: String?]

    /// Leaves out the values that too few people share; whether there are any.
    func hide(in people: inout [Victim]) -> Bool {
        var sizes: [String: Int] = [:]
        for person in people { sizes[value(person), default: 0] += 1 }
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
                    people.lazy.map { ("\($0.strikeID)/\($0.name)", value($0)) },
                    released
                )
        )
        for position in people.indices where hidden.contains(value(people[position])) {
            people[position].extras[offset] = ""
        }
        return !hidden.isEmpty
    }

    private func value(_ person: Victim) -> String {
        person.extras.indices.contains(offset) ? person.extras[offset] : ""
    }
}
