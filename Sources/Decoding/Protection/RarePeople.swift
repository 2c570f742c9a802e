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
        for position in people.indices { sizes[value(people[position]), default: 0] += 1 }
        var pool = sizes.removeValue(forKey: "") ?? 0
        var hidden: Set<String> = []
        for (value, size) in sizes where size < minimum {
            pool += size
            hidden.insert(value)
        }
        if hidden.isEmpty { return false }
        // What was left out beside a rare value stays left out: if another took its place, those who compare two releases
        // would know all but the rare one.
        for value in formerlyHidden(people) where hidden.insert(value).inserted {
            pool += sizes[value] ?? 0
        }
        // What is left out must not be the total less what is shown.
        let rest = sizes.filter { !hidden.contains($0.key) }
            .sorted { ($0.value, $0.key) < ($1.value, $1.key) }
        for (value, size) in rest {
            if pool >= minimum { break }
            pool += size
            hidden.insert(value)
        }
        for position in people.indices where hidden.contains(value(people[position])) {
            people[position].extras[offset] = ""
        }
        return true
    }

    private func value(_ person: Victim) -> String {
        person.extras.indices.contains(offset) ? person.extras[offset] : ""
    }

    /// The values that nobody in the last release was shown with although somebody who was in it has them now.
    private func formerlyHidden(_ people: [Victim]) -> Set<String> {
        if released.isEmpty { return [] }
        var hidden: Set<String> = []
        var shown: Set<String> = []
        for position in people.indices {
            let value = value(people[position])
            guard !value.isEmpty,
                let former = released["\(people[position].strikeID)/\(people[position].name)"]
            else { continue }
            if former == nil { hidden.insert(value) } else { shown.insert(value) }
        }
        return hidden.subtracting(shown)
    }
}
