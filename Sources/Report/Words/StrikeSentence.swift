import Records

/// The sentence at the head of a strike's page: how many, what, where and when.
struct StrikeSentence {
    let language: Language
    let strike: Strike
    /// Whether the harm is established well enough to be stated, not only reported.
    let isEstablished: Bool

    /// The sentence, in the language of the page.
    var text: String {
        let word: Word
        var arguments = ["where": place, "when": date, "what": kind]
        switch strike.counts.killed.kind {
        case .unknown: word = .sentenceUnknown
        case .noneReported: word = .sentenceNone
        case .exact(let number):
            word = isEstablished ? .sentence : .sentenceReported
            arguments["who"] = language.text(
                .whoCount,
                ["number": spelled(number)],
                count: number
            )
        case .range(let minimum, let maximum):
            word = isEstablished ? .sentence : .sentenceReported
            arguments["who"] = language.text(
                .whoRange,
                ["min": language.number(minimum), "max": language.number(maximum)],
                count: maximum
            )
        case .atLeast(let minimum):
            word = isEstablished ? .sentence : .sentenceReported
            arguments["who"] = language.text(
                .whoAtLeast,
                ["min": spelled(minimum)],
                count: minimum
            )
        }
        return capitalized(language.text(word, arguments, count: agreement))
    }

    /// The number that the verb agrees with.
    private var agreement: Int {
        switch strike.counts.killed.kind {
        case .unknown: 0
        case .noneReported: 0
        case .exact(let number), .atLeast(let number): number
        case .range(_, let maximum): maximum
        }
    }

    private var place: String {
        let comma = language.text(.comma)
        var parts = [
            strike.place.name(in: language.tag).split(separator: ": ").joined(separator: comma)
        ]
        if !strike.place.city.isEmpty, !parts[0].contains(strike.place.city) {
            parts.append(strike.place.city)
        }
        let name = parts.filter { !$0.isEmpty }.joined(separator: comma)
        if name.isEmpty { return "" }
        // A place of several parts is closed by a comma, so that the date does not run into it.
        let isLong = name.contains(comma)
        let closed = isLong ? name + comma.prefix { $0 != " " } : name
        if hasPreposition(name) { return closed.prefix(1).lowercased() + closed.dropFirst() }
        return language.text(.inPlace, ["place": closed])
    }

    /// Whether a place is named as "near the mosque", so that it needs no other preposition.
    private func hasPreposition(_ name: String) -> Bool {
        let lower = name.lowercased()
        return language.text(.placePrepositions)
            .split(separator: ",")
            .contains { lower.hasPrefix($0.drop { $0 == " " } + " ") }
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

    private func capitalized(_ text: String) -> String {
        guard let first = text.first else { return text }
        let collapsed = text.split(separator: " ").joined(separator: " ")
        return first.uppercased() + collapsed.dropFirst()
    }
}

extension String {
    fileprivate func replacingSlashes() -> String {
        String(map { $0 == "/" ? " " : $0 })
    }
}
