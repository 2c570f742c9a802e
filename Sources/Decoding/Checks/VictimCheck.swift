// A child is a person under eighteen, as the Convention on the Rights of the Child says. An age that does not
// match its group is an error in one of the two.

import Diagnostics
import Records
import Text

/// Checks the people of the record one by one.
struct VictimCheck {
    let table: RecordTable

    func check(_ victims: [Victim], _ log: inout RowLog) {
        checkNames(victims, &log)
        let cell = table.cell(.ageGroup)
        for index in victims.indices
        where !victims[index].age.isEmpty && !victims[index].ageGroup.isEmpty {
            let victim = victims[index]
            guard let years = AgeText(victim.age).years else { continue }
            let isWrong =
                Self.children.contains(victim.ageGroup) && years.lowerBound >= 18
                || Self.adults.contains(victim.ageGroup) && years.upperBound < 18
            guard isWrong else { continue }
            log.report(RecordRule.ageAgainstGroup) {
                table.diagnostic(
                    RecordRule.ageAgainstGroup,
                    victim.row,
                    cell,
                    "a person aged \(victim.age) is listed as \(victim.ageGroup)",
                    "A child is under 18: correct the age or the group."
                )
            }
        }
    }

    /// Asks about names such as "TK TK", which stand where a name was to be written.
    private func checkNames(_ victims: [Victim], _ log: inout RowLog) {
        let cell = table.cell(.name)
        for index in victims.indices where CommonWords.isFiller(victims[index].name) {
            log.report(RecordRule.nameFiller) {
                table.diagnostic(
                    RecordRule.nameFiller,
                    victims[index].row,
                    cell,
                    "a person is listed as “\(victims[index].name)”, which seems to stand for a name that is not known",
                    "Leave the cell blank, or list the word under missingValues in the codebook: the person is then "
                        + "counted without a name. Is it the person’s name? Then leave it."
                )
            }
        }
    }

    /// Words for those under eighteen, as keys.
    private static let children: Set<String> = [
        "child", "children", "minor", "minors", "infant", "baby", "toddler", "boy", "girl",
        "enfant",
        "enfants", "mineur", "mineure", "niño", "niña", "menor", "طفل", "طفلة", "أطفال", "اطفال",
        "رضيع",
        "رضيعة", "قاصر",
    ]
    /// Words for all others.
    private static let adults: Set<String> = [
        "adult", "adults", "elderly", "senior", "adulte", "adultes", "adulto", "adulta", "بالغ",
        "بالغة",
        "مسن", "مسنة",
    ]
}
