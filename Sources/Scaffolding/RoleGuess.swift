// Which fact of the report a column seems to hold: by its name, if its cells do not contradict it.
// A guess that the cells contradict is not made, and the reason is reported.

import Records

/// What one column seems to hold.
struct RoleGuess {
    /// The role; `nil` for a column of the author's own.
    var role: Role?
    /// How sure the guess is; the surest column gets the role.
    var weight = 0
    /// Why, or why not.
    var reason: String
    /// What only the author can answer about the column.
    var question: String?
    /// Warnings for the author.
    var warning: String?

    init(_ column: ColumnFacts) {
        let words = HeaderWords(column.name)
        if let standard = ResourceKind.strikes.columns(of: .builtIn)
            .role(standardColumn: words.snake)
        {
            let isBlank = column.known == 0
            let reason = "it has the standard name" + (isBlank ? "; all its cells are blank" : "")
            self.init(standard, isBlank ? 50 : 100, reason)
            if standard.whole == .count(.killed) { question = RoleGuess.whom }
            if standard == .target { question = RoleGuess.stated }
        } else {
            self = RoleGuess.byIdeas(words, column)
        }
        let isPrecision = role == .datePrecision || role == .locationPrecision
        if isPrecision, let codes = KnownCodes(column) {
            reason = "its name, and its cells are codes of \(codes.owner)"
            question = codes.question
        } else if let role, let objection = RoleGuess.contradiction(role, column) {
            self.init(nil, 0, "its name says \(role), but \(objection)")
            if objection == RoleGuess.codes, isPrecision {
                let what = role == .datePrecision ? "date" : "place"
                warning =
                    "its codes say how exact each \(what) is, and nothing of that is read until you write "
                    + "role: \(role), and under values what each code means"
                if role == .locationPrecision { question = RoleGuess.unread }
            }
        }
    }

    private init(_ role: Role?, _ weight: Int, _ reason: String) {
        self.role = role
        self.weight = weight
        self.reason = reason
    }

    /// The report counts civilians, and a column of deaths or of the injured need not.
    static let whom =
        "Does this column count civilians only, and no fighters, soldiers or police?"

    /// "Patients killed" are a part of the dead.
    static let part =
        "Does it count all of them, and not only some, such as patients or journalists?"

    /// "Civilians" alone may be harmed in any way.
    static let dead = "Does this column count civilians killed, and not the injured as well?"

    /// A point looks exact beside codes that nobody reads.
    static let unread =
        "What do its codes mean? Until they are read, no point says how exact it is."

    /// A column of lists of objects.
    static let nested = own(
        "its cells are lists of objects, which can be a table of their own: see “items” in the guide"
    )

    /// What was hit is not always what a belligerent says it aimed at.
    static let stated = "Is this the target as a belligerent stated it, and not what was hit?"

    private static func own(_ reason: String) -> RoleGuess { RoleGuess(nil, 0, reason) }

    private static func byIdeas(_ words: HeaderWords, _ column: ColumnFacts) -> RoleGuess {
        if words.has(.fighters), !words.has(.civilians) {
            return own("it speaks of fighters; the report counts civilians")
        }
        if words.isOfOneSide || words.has(.killed) && words.words.contains("unknown") {
            return own(
                "it counts the losses of one side, or of unknown people; the report counts civilians"
            )
        }
        if words.has(.killed, .injured) {
            return own("it counts killed and injured together; only you can tell them apart")
        }
        if words.isParty {
            return own("it names one party of an event, which need not be the one that struck")
        }
        if let other = otherDay(words, column) { return own(other) }
        if let guess = sensitive(words, column) { return guess }
        if words.has(.summary, .place) { return own("it describes a place, not the strike") }
        let role =
            count(words) ?? day(words, column) ?? point(words, column) ?? place(words)
            ?? word(words, column)
        guard let role else {
            if words.has(.coordinates) {
                return own(
                    "latitude and longitude stand in one column; give each a column of its own"
                )
            }
            if column.known > 0, column.order.allSatisfy(isPoint) {
                return own(
                    "its cells hold latitude and longitude together; give each a column of its own"
                )
            }
            if words.has(.casualties), column.mostly(0.6, { $0.isCount }) {
                return own("it may count killed and injured together; only you can tell them apart")
            }
            if words.has(.source) {
                return own("sources are records of their own, in data/sources.csv")
            }
            let isBlank = column.known == 0
            return own(isBlank ? "all its cells are blank" : "nothing in its name is known")
        }
        if column.known == 0 { return own("all its cells are blank") }
        var guess = RoleGuess(role, max(1, 80 - 15 * words.strange), "its name")
        if role == .target { guess.question = stated }
        if role.whole == .count(.injured), !words.has(.civilians) { guess.question = whom }
        if role.whole == .count(.killed) {
            if words.has(.civilians) {
                guess.weight += 40
            } else {
                if !words.has(.killed) { guess.weight = 20 }
                guess.question = whom
            }
            if words.has(.civilians), !words.has(.killed) {
                guess.question = dead
            } else if words.strange > 0 {
                guess.question = (guess.question.map { $0 + " " } ?? "") + part
            }
        }
        return guess
    }

    /// Names, contacts and remarks, which the author should not publish by accident.
    private static func sensitive(_ words: HeaderWords, _ column: ColumnFacts) -> RoleGuess? {
        if words.has(.contact) {
            return own("it seems to hold contacts or witnesses: keep it private")
        }
        if words.has(.note) {
            return own("it seems to hold remarks: read them before you publish them")
        }
        let isNumeric = column.mostly { $0.isCount }
        if words.isAgent, !isNumeric, !words.has(.belligerent) {
            return own("it seems to say by whom, so it may name people: keep it private")
        }
        let isName =
            words.has(.person) || words.has(.named)
            || words.words.contains("nombre") && words.languages.contains("es")
        if isName, !isNumeric, !words.has(.place) {
            return own("it seems to hold people's names: decide who may be named")
        }
        return nil
    }

    /// Why a column holds another day than that of the strike; `nil` when its name does not say so.
    private static func otherDay(_ words: HeaderWords, _ column: ColumnFacts) -> String? {
        if words.has(.birth) { return "it is about birth, not about the strike" }
        guard words.has(.date) || words.has(.time) || column.mostly(0.6, { $0.isDate }) else {
            return nil
        }
        if words.has(.entry), !words.has(.precision) {
            return "it says when something was reported or entered, not when the strike was"
        }
        if words.has(.killed) || words.has(.injured) {
            return "it says when people were harmed, which need not be the day of the strike"
        }
        return words.has(.source) ? "it is the date of a source, not of the strike" : nil
    }

    // MARK: - By kind

    private static func count(_ words: HeaderWords) -> Role? {
        if words.has(.named), words.has(.victims) || words.has(.total) { return .namedVictims }
        guard let role = measure(words).map(Role.count) else { return nil }
        if words.has(.min), !words.has(.max) { return role.least }
        return words.has(.max) ? role.most : role
    }

    private static func measure(_ words: HeaderWords) -> Measure? {
        if words.has(.conceded) { return words.has(.injured) ? .concededInjured : .concededKilled }
        if words.has(.injured) {
            return words.ideas.isDisjoint(with: [.children, .women, .men]) ? .injured : nil
        }
        if words.has(.children) { return .childrenKilled }
        if words.has(.women) { return .womenKilled }
        if words.has(.men) { return .menKilled }
        if words.has(.killed) { return .killed }
        // "best", "low", "high", "total" and nothing else; "civilians" is a number of people too.
        let isAmount =
            words.words == ["total"]
            || !words.ideas.isDisjoint(with: [.estimate, .min, .max, .civilians])
        let isOnlyAmount =
            words.strange == 0
            && words.ideas.isSubset(of: [
                .estimate, .min, .max, .total, .civilians, .victims, .entry,
            ])
        return isAmount && isOnlyAmount ? .killed : nil
    }

    private static func day(_ words: HeaderWords, _ column: ColumnFacts) -> Role? {
        if words.has(.date, .published) { return .firstPublished }
        if words.has(.date, .updated) { return .lastUpdated }
        if words.has(.date, .precision) || words.has(.time, .precision) || words.has(.date, .kind) {
            return .datePrecision
        }
        if words.has(.published), column.mostly(0.6, { $0.isDate }) { return .firstPublished }
        if words.has(.updated), column.mostly(0.6, { $0.isDate }) { return .lastUpdated }
        if words.has(.date) { return words.has(.end) ? .dateEnd : .date }
        return words.has(.time) ? .time : nil
    }

    private static func point(_ words: HeaderWords, _ column: ColumnFacts) -> Role? {
        if words.has(.military) || words.has(.coordinates) { return nil }
        if words.has(.latitude) { return .latitude }
        if words.has(.longitude) { return .longitude }
        guard words.has(.precision) else { return nil }
        if words.has(.place) { return .locationPrecision }
        // "Accuracy" alone may be that of a place, if its cells are words for that.
        let known = column.order.filter { ColumnMeaning.isLocationPrecision($0) }
        return known.count * 2 >= column.order.count - column.missingWords.count
            ? .locationPrecision : nil
    }

    private static func place(_ words: HeaderWords) -> Role? {
        if words.has(.military) || words.has(.summary) || words.has(.source) { return nil }
        let levels: [(Idea, Role)] = [
            (.district, .district), (.city, .city), (.governorate, .governorate),
            (.country, .country), (.place, .place),
        ]
        guard let level = levels.first(where: { words.has($0.0) }) else { return nil }
        let languages = ["ar", "fr", "es", "ku", "uk", "ru"]
        guard level.1 == .place, let language = words.words.last, languages.contains(language)
        else { return level.1 }
        return Role.place.language(language)
    }

    private static func word(_ words: HeaderWords, _ column: ColumnFacts) -> Role? {
        if words.has(.military) { return words.has(.assessment) ? .militaryAssessment : nil }
        if words.has(.belligerent) {
            return words.has(.kind) || words.has(.status) ? .attribution : .belligerent
        }
        if words.has(.grading) { return .grading }
        if words.has(.assessment) { return .militaryAssessment }
        if let declared = words.roles.first { return declared }
        if words.has(.url), words.strange == 0 { return .url }
        if words.has(.kind) { return .strikeType }
        if words.has(.summary) { return .summary }
        let isNumber = words.has(.total) || column.name.contains { "#№".contains($0) }
        let isNumbered = words.has(.strike) && isNumber && column.isUnique
        if words.has(.id) || isNumbered || namesNumbers(words, column) {
            return words.has(.previous) ? .previousIDs : .id
        }
        return nil
    }

    /// Whether a name is only the sign for "number", as in "N°" and "#".
    private static func namesNumbers(_ words: HeaderWords, _ column: ColumnFacts) -> Bool {
        if words.words.isEmpty { return column.name.contains("#") || column.name.contains("№") }
        let signs: Set<String> = ["no", "n", "nr", "num", "nº", "n°", "№", "number", "numero"]
        return words.words.count == 1 && signs.contains(words.words[0])
    }

    // MARK: - The cells

    /// Why the cells contradict a role.
    private static func contradiction(_ role: Role, _ column: ColumnFacts) -> String? {
        switch ExpectedCells(role) {
        case .count where column.known > 0:
            let words = column.words.reduce(0) { $0 + (column.values[$1] ?? 0) }
            if column.mostly(0.3, { $0.isDate }) { return "its cells are dates" }
            let isCount = column.mostly { $0.isCount || $0 == .decimal }
            return isCount || words < column.known ? nil : "its cells are words"
        case .day where column.known > 0:
            if column.mostly(0.3, { $0.isDate }) { return nil }
            guard column.mostly(0.3, { $0 == .whole }) else { return "its cells are no dates" }
            // Years, or the days that spreadsheet programs number.
            return (column.numbers?.upperBound ?? 0) < 1000
                ? "its cells are numbers; a date states the year too" : nil
        case .degrees where column.known > 0:
            return column.mostly(0.6) { $0 == .decimal || $0 == .decimalComma || $0 == .whole }
                ? nil : "its cells are no decimal degrees"
        case .id: return contradictionToIDs(column)
        case .choice:
            if !places.contains(role), column.mostly(0.6, { $0 == .whole || $0 == .decimal }) {
                return codes
            }
            return column.order.count <= 30
                ? nil : "it has \(column.order.count) different values"
        case .address:
            return column.mostly { $0 == .url } ? nil : "its cells are no addresses"
        case .count, .day, .degrees: return nil
        case .words:
            if role == .time, column.mostly(0.6, { $0.isDate }) {
                return "its cells are dates, not times of day"
            }
            if role == .governorate, column.order.allSatisfy(isWorldRegion) {
                return "its cells are regions of the world"
            }
            if role.anyLanguage == Role.place.anyLanguage, column.mostly(0.6, { $0 != .text }) {
                return "its cells are numbers, not names of places"
            }
            if role.anyLanguage == Role.place.anyLanguage, column.order.allSatisfy(isPoint),
                column.known > 0
            {
                return "its cells are coordinates, not names of places"
            }
            return column.mostly(0.6) { $0 == .whole || $0 == .decimal } && !places.contains(role)
                ? codes : nil
        }
    }

    /// Why a column of numbers holds no words.
    private static let codes = "its cells are codes, and only you know what they mean"

    /// The columns whose words may be numbers: districts have them.
    private static let places: Set<Role> = [.district, .city, .governorate]

    /// Whether a text is nothing but two numbers of degrees, as "35.95, 39.01" and "35°57′N 39°0′E" are.
    static func isPoint(_ text: String) -> Bool {
        let shape = text.uppercased()
        if shape.hasPrefix("POINT"), shape.hasSuffix(")"), shape.contains("(") { return true }
        let letters = text.filter(\.isLetter).uppercased()
        guard letters.allSatisfy({ "NSEWO".contains($0) }) else { return false }
        if text.contains("°") { return text.count { $0 == "°" } == 2 }
        let numbers = text.split { " ,;/()".contains($0) }.filter { $0.contains(where: \.isNumber) }
        return numbers.count == 2 && numbers.allSatisfy { Double($0) != nil && $0.contains(".") }
    }

    private static func isWorldRegion(_ text: String) -> Bool {
        let regions: Set<String> = [
            "africa", "americas", "america", "asia", "europe", "oceania", "middle east",
            "north africa", "mena", "latin america", "central america", "north america",
            "south america", "caribbean", "sub-saharan africa", "eastern africa",
            "western africa", "northern africa", "southern africa", "middle africa",
            "south asia", "southeast asia", "central asia", "east asia",
            "caucasus and central asia",
        ]
        return regions.contains(text.lowercased())
    }

    private static func contradictionToIDs(_ column: ColumnFacts) -> String? {
        if column.looksPersonal { return "its cells look like personal numbers or contacts" }
        if let repeated = column.repeated {
            return "“\(repeated.value)” stands in rows \(repeated.rows.0) and \(repeated.rows.1)"
        }
        if column.filled < column.rowCount {
            return "\(column.rowCount - column.filled) of its cells are blank"
        }
        let wrong = column.order.first {
            $0.utf8.count > 100 || $0.hasPrefix(".") || $0.contains { "/\\;".contains($0) }
        }
        return wrong.map { "“\($0)” cannot name a page" }
    }
}
