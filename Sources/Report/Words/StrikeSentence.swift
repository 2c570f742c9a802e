import Records
import Text

/// The sentence at the head of a strike's page: how many, what, where and when.
struct StrikeSentence {
    private let dataset: Dataset
    private let position: Int
    private let language: Language

    init(_ dataset: Dataset, _ position: Int, in language: Language) {
        self.dataset = dataset
        self.position = position
        self.language = language
    }

    private var strike: Strike { dataset.strikes[position] }

    /// Whether the harm is stated as a fact and not only as reported.
    private var isEstablished: Bool { dataset.isCounted(position) }

    /// The sentence, in the language of the page.
    var text: String {
        let killed = strike.counts[.killed].kind
        guard let who = who(killed) else {
            return capitalized(
                language.text(
                    killed == .unknown ? .sentenceUnknown : .sentenceNone,
                    ["what": kind, "where": place, "when": date],
                    count: agreement
                )
            )
        }
        return capitalized(
            language.text(
                isEstablished ? .sentence : .sentenceReported,
                ["who": who, "what": kind, "where": place, "when": date],
                count: agreement
            )
        )
    }

    /// The killed, in words; `nil` when there is no number of them.
    private func who(_ killed: Count.Kind) -> String? {
        switch killed {
        case .unknown, .noneReported: nil
        case .exact(let number):
            language.text(.whoCount, ["number": spelled(number)], count: number)
        case .range(let minimum, let maximum):
            language.text(
                .whoRange,
                ["min": language.number(minimum), "max": language.number(maximum)],
                count: maximum
            )
        case .atLeast(let minimum):
            language.text(.whoAtLeast, ["min": spelled(minimum)], count: minimum)
        }
    }

    /// The number that the verb agrees with.
    private var agreement: Int {
        switch strike.counts[.killed].kind {
        case .unknown, .noneReported: 0
        case .exact(let number), .atLeast(let number): number
        case .range(_, let maximum): maximum
        }
    }

    private var place: String {
        let comma = language.text(.comma)
        var name = dataset.placeName(ofStrikeAt: position, in: language.tag)
        if name.holds(": ") { name = name.split(separator: ": ").joined(separator: comma) }
        let city = strike.place.city
        if !city.isEmpty, !name.holds(city) { name += name.isEmpty ? city : comma + city }
        if name.isEmpty { return "" }
        // A comma ends a place of several parts, so that it is separated from the date.
        let isLong = name.holds(comma)
        let closed = isLong ? name + comma.prefix { $0 != " " } : name
        if hasPreposition(name) { return closed.prefix(1).lowercased() + closed.dropFirst() }
        return language.text(.inPlace, ["place": closed])
    }

    /// Whether the name of a place begins with a preposition, as in "near the mosque".
    private func hasPreposition(_ name: String) -> Bool {
        let lower = name.lowercased()
        return language.placePrepositions.contains { lower.hasPrefix($0) }
    }

    private var date: String {
        let day = language.adverb(strike.date)
        guard !strike.time.isEmpty else { return day }
        let isClock = strike.time.utf8.first.map { (48...57).contains($0) } ?? false
        return language.text(
            isClock ? .timeAt : .timeAbout,
            ["time": language.digits(strike.time), "date": day]
        )
    }

    private var kind: String {
        guard !strike.type.isEmpty else { return "" }
        let label = language.label("in_a_", strike.type.lowercased().replacingSlashes())
        return language.text(.byStrike, ["kind": label])
    }

    private func spelled(_ number: Int) -> String {
        language.numberWords.indices.contains(number) && number <= 12
            ? language.numberWords[number] : language.number(number)
    }

    /// The text with a capital first letter, and single spaces where an empty part left more.
    private func capitalized(_ text: String) -> String {
        let words = text.hasStraySpaces ? text.split(separator: " ").joined(separator: " ") : text
        guard let first = words.utf8.first else { return "" }
        if (UInt8(ascii: "A")...UInt8(ascii: "Z")).contains(first) { return words }
        return words.prefix(1).uppercased() + words.dropFirst()
    }
}

extension String {
    fileprivate func replacingSlashes() -> String {
        utf8.contains(UInt8(ascii: "/")) ? String(map { $0 == "/" ? " " : $0 }) : self
    }

    /// Whether there are spaces at an end, or two in a row.
    fileprivate var hasStraySpaces: Bool {
        var previous = UInt8(ascii: " ")
        for byte in utf8 {
            if byte == UInt8(ascii: " ") && previous == byte { return true }
            previous = byte
        }
        return previous == UInt8(ascii: " ")
    }
}
