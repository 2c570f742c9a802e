// A table with one row per person makes a report of people. What its columns hold is guessed as for strikes; but here a
// name is the record itself, and the number of somebody's papers, a date of birth and a telephone never are.

import Records
import Text

/// Settles which columns of a list of people hold which roles.
enum PeopleRoles {
    /// What a column seems to hold.
    private struct Guess {
        var role: Role?
        var weight = 0
        var reason: String
        var isPrivate = false

        static func own(_ reason: String, isPrivate: Bool = false) -> Guess {
            Guess(reason: reason, isPrivate: isPrivate)
        }
    }

    static func settle(_ columns: inout [ProposedColumn]) {
        var guesses = columns.map(guess)
        separateScripts(columns, &guesses)
        keepSurest(columns, &guesses)
        for index in columns.indices {
            columns[index].role = guesses[index].role
            columns[index].reason = guesses[index].reason
            columns[index].question = nil
            columns[index].warnings = []
            columns[index].settleOfPeople(isPersonal: guesses[index].isPrivate)
        }
        warnOfParts(&columns)
    }

    private static func guess(_ column: ProposedColumn) -> Guess {
        let (words, facts) = (HeaderWords(column.name), column.facts)
        if column.isNested { return .own(RoleGuess.nested.reason) }
        if words.has(.contact) {
            return .own("it seems to hold contacts or witnesses: keep it private", isPrivate: true)
        }
        if words.has(.birth) {
            return .own(
                "it says when somebody was born, which identifies people: keep it private",
                isPrivate: true
            )
        }
        if let own = ofNumbers(words, facts) { return own }
        if facts.known == 0 { return .own("all its cells are blank") }
        let role =
            trait(words, facts) ?? day(words, facts) ?? name(words, facts) ?? place(words)
            ?? other(words, column)
        guard let role else {
            let reason =
                words.has(.note)
                ? "it seems to hold remarks: read them before you publish them"
                : "nothing in its name is known"
            return .own(reason, isPrivate: words.has(.note))
        }
        return role
    }

    /// Numbers of papers, of entries and of telephones.
    private static func ofNumbers(_ words: HeaderWords, _ facts: ColumnFacts) -> Guess? {
        if words.has(.age) || words.has(.date) { return nil }
        let isNumber = facts.mostly { $0.isCount || $0 == .text } && facts.looksPersonal
        guard words.has(.id) || isNumber || words.words.contains("index") else { return nil }
        return .own(
            "it numbers people or their papers, which is nothing for readers: keep it private",
            isPrivate: true
        )
    }

    private static func trait(_ words: HeaderWords, _ facts: ColumnFacts) -> Guess? {
        if words.has(.age) {
            let isGroup =
                !facts.words.isEmpty
                && facts.words.allSatisfy { groups.contains(Key.of($0)) }
                && !facts.mostly(0.1, \.isCount)
            return Guess(role: isGroup ? .ageGroup : .age, weight: 80, reason: "its name")
        }
        if words.has(.sex) { return Guess(role: .sex, weight: 80, reason: "its name") }
        let harms = facts.words.map { Key.of($0) }
        if !harms.isEmpty, harms.allSatisfy({ ["killed", "injured"].contains($0) }) {
            return Guess(role: .status, weight: 60, reason: "its cells say killed or injured")
        }
        return nil
    }

    private static let groups: Set<String> = ["adult", "child", "unknown"]

    private static func day(_ words: HeaderWords, _ facts: ColumnFacts) -> Guess? {
        let holdsDates = facts.mostly(0.6) { $0.isDate }
        guard words.has(.date) || holdsDates else { return nil }
        if words.has(.entry) || words.has(.published) || words.has(.updated) || words.has(.source) {
            return .own("it says when something was reported or entered, not when somebody died")
        }
        guard holdsDates || facts.mostly(0.6, { $0.isDate || $0 == .whole }) else { return nil }
        if words.has(.end) {
            return .own("it is the last day of a time, and a person has one date")
        }
        let isDeath = words.has(.killed)
        return Guess(role: .date, weight: isDeath ? 90 : 60, reason: "its name")
    }

    private static func name(_ words: HeaderWords, _ facts: ColumnFacts) -> Guess? {
        let isName =
            words.has(.person) || words.words.contains("nombre") && words.languages.contains("es")
        guard isName, !words.has(.place), !words.has(.source), !facts.mostly(0.6, \.isCount) else {
            return nil
        }
        return Guess(role: .name, weight: 80 - 5 * words.strange, reason: "its name")
    }

    private static func place(_ words: HeaderWords) -> Guess? {
        let weights: [(Idea, Int)] = [
            (.place, 80), (.city, 70), (.district, 60), (.governorate, 50),
        ]
        guard let (_, weight) = weights.first(where: { words.has($0.0) }), !words.has(.precision),
            !words.has(.summary)
        else { return nil }
        return Guess(
            role: .place,
            weight: weight + (words.has(.killed) ? 15 : 0),
            reason: "its name"
        )
    }

    private static func other(_ words: HeaderWords, _ column: ProposedColumn) -> Guess? {
        for declared in ResourceKind.victims.columns(of: .builtIn).all
        where [Role.cause, .family].contains(declared.role) {
            let known = declared.headerWords.flatMap { $0.split(separator: " ").map(String.init) }
            if words.words.contains(where: { known.contains($0) || $0 == declared.role.name }) {
                return Guess(role: declared.role, weight: 70, reason: "its name")
            }
        }
        return nil
    }

    /// A name in two scripts is one name in two languages: that in Arabic letters stands beside the other.
    private static func separateScripts(_ columns: [ProposedColumn], _ guesses: inout [Guess]) {
        let names = guesses.indices.filter { guesses[$0].role == .name }
        let arabic = names.filter { isArabic(columns[$0].facts) }
        guard arabic.count < names.count else { return }
        for index in arabic {
            guesses[index].role = Role.name.language("ar")
            guesses[index].reason = "its name and its letters"
        }
    }

    private static func isArabic(_ facts: ColumnFacts) -> Bool {
        let letters = facts.order.prefix(200).joined().unicodeScalars
        let count = letters.count { (0x600...0x6FF).contains($0.value) }
        return count * 2 > letters.count
    }

    private static func keepSurest(_ columns: [ProposedColumn], _ guesses: inout [Guess]) {
        var best: [Role: Int] = [:]
        for index in guesses.indices {
            guard let role = guesses[index].role else { continue }
            guard let other = best[role] else {
                best[role] = index
                continue
            }
            let isSurer = guesses[index].weight > guesses[other].weight
            let (kept, lost) = isSurer ? (index, other) : (other, index)
            best[role] = kept
            guesses[lost].role = nil
            guesses[lost].reason =
                "it may hold \(role) as well, and “\(columns[kept].name)” was taken"
        }
    }

    /// First and last names in two columns are no whole names.
    private static func warnOfParts(_ columns: inout [ProposedColumn]) {
        guard let name = columns.firstIndex(where: { $0.role == .name }) else { return }
        let parts = ["first", "last", "family", "given", "surname", "prenom", "apellido"]
        let words = HeaderWords(columns[name].name).words
        let isPart = words.contains(where: parts.contains)
        guard isPart,
            let rest = columns.first(where: {
                $0.role == nil && !HeaderWords($0.name).words.allSatisfy { !parts.contains($0) }
            })
        else { return }
        columns[name].warnings
            .append(
                "“\(rest.name)” holds another part of the name, and only one column can be the name: join them in the table"
            )
    }
}
