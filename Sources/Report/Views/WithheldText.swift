import Records

/// What readers are told about records that are withheld, where the site permits it.
enum WithheldText {
    /// How many strikes are withheld and how many deaths they hold; `nil` when none are.
    static func strikes(_ scope: PageScope) -> String? {
        let withheld = scope.report.dataset.withheld
        let count = withheld.count(.strikes)
        if count == 0 { return nil }
        let killed = withheld.killed
        let language = scope.language
        var text = language.text(.withheldStrikes, count: count)
        if killed.strikes > 0 {
            var number = language.text(killed)
            if killed.unknown > 0, !killed.isUnknown {
                let unknown = language.text(.strikesWithoutFigure, count: killed.unknown)
                number += " (\(unknown))"
            }
            text += " " + language.text(.withheldKilled, ["killed": number])
        }
        return text
    }

    /// How many people are withheld in the list of a strike; `nil` when none are.
    static func people(_ scope: PageScope, ofStrikeAt position: Int) -> String? {
        let dataset = scope.report.dataset
        if dataset.withheld.people.isEmpty { return nil }
        return dataset.withheld.people[dataset.strikes[position].id]
            .map { scope.language.text(.withheldPeople, count: $0) }
    }
}
