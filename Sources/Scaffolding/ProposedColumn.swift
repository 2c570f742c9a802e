// One column of the codebook that is proposed, with all that the author should know about it.

import Records
import Text

/// A column as the codebook will describe it.
public struct ProposedColumn: Sendable {
    /// The name in the file.
    public let name: String
    /// The role; `nil` for a column of the author's own.
    public internal(set) var role: Role?
    /// Why it has that role, or none.
    public internal(set) var reason: String
    /// What only the author can answer; it stands in the codebook until then.
    public internal(set) var question: String?
    /// Warnings for the author.
    public internal(set) var warnings: [String] = []
    /// Whether the author said that it may be published.
    public internal(set) var isPublic = false
    /// The type of Table Schema.
    var type = "string"
    /// Whether its decimals follow a comma.
    var hasDecimalComma = false
    /// What separates its thousands.
    var groupMark: Character?
    /// The format of dates.
    var format: String?
    /// What stands between several values in a cell.
    var separator: Character?
    /// What some cells stand for.
    var values: [(cell: String, meaning: String)] = []
    let facts: ColumnFacts
    /// Whether it seems to hold contacts or the numbers of people, so that "all" does not make it public.
    private(set) var isPersonal: Bool
    /// How sure the guess is.
    let weight: Int

    /// Whether its cells are lists of objects, which no column of a report can hold.
    let isNested: Bool
    /// Whether it is hidden in the workbook.
    let isHidden: Bool

    init(_ facts: ColumnFacts, isNested: Bool = false, isHidden: Bool = false) {
        let guess = isNested ? RoleGuess.nested : RoleGuess(facts)
        self.facts = facts
        self.isNested = isNested
        self.isHidden = isHidden
        name = facts.name
        weight = guess.weight
        role = guess.role
        reason = guess.reason
        question = guess.question
        if let warning = guess.warning { warnings.append(warning) }
        let words = HeaderWords(facts.name)
        isPersonal = words.has(.contact) || role == nil && facts.looksPersonal
        if isPersonal, !words.has(.contact) {
            reason = "its cells look like personal numbers or contacts: keep it private"
        }
    }

    /// Makes the column public if the author said so and a report can hold it; why not is kept as a warning.
    mutating func publish(_ published: PublicColumns) {
        guard published.has(name, isPersonal: false) else { return }
        if isNested {
            warnings.append(
                "its cells are lists of objects, so it stays private; they can be read as a table of their own, with "
                    + "items: \(name)"
            )
        } else if isHidden {
            warnings.append(
                "it is hidden in the workbook, so it stays private; to publish it, show it there and write "
                    + "public: true in the codebook"
            )
        } else {
            isPublic = published.has(name, isPersonal: isPersonal || holdsPoints)
            if holdsPoints {
                let what =
                    "its cells are points, which the report shows only as exactly as each may be known"
                warnings.append(
                    what + (isPublic ? ", and you made it public" : ", so it stays private")
                )
            } else if isPersonal {
                warnings.append(
                    isPublic
                        ? "it seems to hold contacts or personal numbers, and you made it public"
                        : "it seems to hold contacts or personal numbers, so it stays private"
                )
            }
        }
    }

    /// Whether its cells are latitude and longitude together, which no precision makes less exact.
    private var holdsPoints: Bool {
        role == nil && facts.known > 0
            && facts.order.allSatisfy { CellShape($0).isNothing || RoleGuess.isPoint($0) }
    }

    /// Whether its name mentions civilians.
    var namesCivilians: Bool { HeaderWords(name).has(.civilians) }

    /// What its cells look like, for a comment; cells are quoted only where they can name nobody.
    var cellsInWords: String {
        if facts.example.isEmpty { return "" }
        if isPublic || isMeasure { return ", such as \(facts.example)" }
        let longest = facts.order.map(\.count).max() ?? 0
        return "; texts of up to \(longest) character\(longest == 1 ? "" : "s")"
    }

    /// Whether its cells are numbers, dates or ids.
    private var isMeasure: Bool {
        guard let role else { return false }
        switch ExpectedCells(role) {
        case .count, .day, .degrees, .id: return true
        case .choice, .address, .words: return false
        }
    }

    /// Removes the role, and records the reason.
    mutating func drop(_ reason: String) {
        role = nil
        question = nil
        self.reason = reason
    }

    /// Settles type, format and the meaning of words from the role and the cells.
    mutating func settle() {
        if role == .strikeType, facts.listSeparator != nil {
            drop("its cells name several things, and the kind of a strike is one")
        }
        guard let role else { return settleOwn() }
        switch ExpectedCells(role) {
        case .count: settleCount(role)
        case .day: settleDate()
        case .degrees(let limit):
            type = "number"
            hasDecimalComma = facts.hasDecimalCommas
            if let numbers = facts.numbers,
                numbers.lowerBound < -limit || numbers.upperBound > limit
            {
                warnings.append("some numbers lie outside the earth; the build names them")
            }
        case .choice: settleChoice(role)
        case .id, .address, .words: type = "string"
        }
    }

    /// Settles the column of a list of people.
    mutating func settleOfPeople(isPersonal: Bool) {
        self.isPersonal = isPersonal
        switch role {
        case Role.date?: settleDate()
        case nil where !isPersonal: settleOwn()
        case _: type = "string"
        }
    }

    private mutating func settleCount(_ role: Role) {
        let cells = CountProposal(facts, role)
        type = cells.isInteger ? "integer" : "string"
        groupMark = cells.groupMark
        values = facts.words.map { ($0, "") } + cells.values
        let nothing = facts.words.filter(CommonWords.mayBeZero)
        if !nothing.isEmpty { ask(ProposedColumn.zeroOrUnknown(nothing)) }
        if let more = cells.question { ask(more) }
        let words = facts.words.filter { !nothing.contains($0) }
        if !words.isEmpty {
            let list = words.prefix(4).map { "“\($0)”" }.joined(separator: ", ")
            warnings.append(
                "\(list) \(words.count == 1 ? "is no number and stands" : "are no numbers and stand") "
                    + "for unknown until you say otherwise under values"
            )
        }
        if let warning = cells.warning { warnings.append(warning) }
    }

    /// Adds a question, which stands in the codebook until the author answers it.
    mutating func ask(_ more: String) {
        question = question.map { $0 + " " + more } ?? more
    }

    /// Asks whether words such as "none" among counts mean zero.
    private static func zeroOrUnknown(_ words: [String]) -> String {
        let list = words.prefix(4).map { "“\($0)”" }.joined(separator: ", ")
        return
            "\(words.count == 1 ? "Does" : "Do") \(list) mean zero (write \"0\" under values) or unknown (leave "
            + "\"\")? A zero is counted, and unknown is not."
    }

    private mutating func settleDate() {
        guard let guess = DateGuess(facts) else {
            if facts.mostly(0.3, { $0 == .whole }), let numbers = facts.numbers,
                numbers.lowerBound > 3000
            {
                warnings.append(
                    "its cells are numbers, by which spreadsheet programs store days; format them as dates and save "
                        + "the table again"
                )
            }
            return
        }
        type = guess.type
        format = guess.format
        if let warning = guess.warning { warnings.append(warning) }
    }

    private mutating func settleChoice(_ role: Role) {
        guard let words = ResourceKind.strikes.columns(of: .builtIn)[role]?.content.words else {
            return
        }
        let known = Set(words.words)
        let strange = facts.order.filter { !CellShape($0).isNothing && !known.contains(Key.of($0)) }
        guard !strange.isEmpty else { return }
        if let codes = KnownCodes(facts) {
            values = codes.meanings.sorted { $0.key < $1.key }.map { ($0.key, $0.value) }
            return
        }
        values = strange.prefix(20).map { ($0, ColumnMeaning.precision($0, known) ?? "") }
        let open = values.filter { $0.meaning.isEmpty }.map { "“\($0.cell)”" }
        if !open.isEmpty {
            warnings.append(
                "say under values what \(open.prefix(4).joined(separator: ", ")) "
                    + "\(open.count == 1 ? "means" : "mean"): "
                    + known.sorted().joined(separator: ", ")
            )
        }
    }

    private mutating func settleOwn() {
        separator = isPersonal ? nil : facts.listSeparator
        if facts.all({ $0 == .whole }), !facts.hasLeadingZeros {
            type = "integer"
        } else if facts.all({ $0 == .whole || $0 == .decimal }), !facts.hasLeadingZeros {
            type = "number"
        } else if facts.all({ $0 == .isoDay }) {
            type = "date"
        }
    }
}

/// The meanings of words in other spreadsheets.
enum ColumnMeaning {
    /// Whether a word says how exact a place is.
    static func isLocationPrecision(_ word: String) -> Bool {
        let known = Set(LocationPrecision.allCases.map(\.rawValue))
        return known.contains(Key.of(word)) || precision(word, known) != nil
    }

    /// The precision of a date or a place that a word stands for.
    static func precision(_ word: String, _ known: Set<String>) -> String? {
        let key = Key.of(word)
        let meanings = [
            "date": "day", "exact-date": "day", "date-range": "range", "exact-location": "exact",
            "neighborhood": "neighbourhood", "neighbourhood-area": "neighbourhood",
            "neighborhood-area": "neighbourhood", "within-100-m": "within-100m",
            "jour": "day", "mois": "month", "annee": "year", "dia": "day", "mes": "month",
            "quartier": "neighbourhood", "ville": "city", "barrio": "neighbourhood",
            "ciudad": "city", "exacte": "exact", "exacta": "exact",
        ]
        return meanings[key].flatMap { known.contains($0) ? $0 : nil }
    }
}
