import Records
import Text

/// The sentence at the head of a strike's page: how many, what, where and when.
///
/// It says what is recorded and no more: a blank count is no harm. The author's words stand in it as they are written.
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
        let comma = language.text(.comma)
        let placing = language.sentences.placing(place.joined(separator: comma))
        let place = place.map { language.isolated($0) }.joined(separator: comma)
        let sentence = sentence(at: inner(place, placing))
        guard placing == .leading, !place.isEmpty else { return capitalized(sentence) }
        return language.text(
            .sentencePlaced,
            ["place": place, "sentence": sentence.withoutStraySpaces]
        )
    }

    /// The sentence in small letters, with the place as it stands within it.
    private func sentence(at place: String) -> String {
        let killed = strike.counts[.killed]
        switch killed.kind {
        case .unknown:
            return language.text(
                .sentenceUnknown,
                ["strike": kind ?? language.text(.aStrike), "where": place, "when": date]
            )
        case .noneReported:
            return language.text(.sentenceNone, ["what": cause, "where": place, "when": date])
        case .atLeast(0):
            return language.text(
                .sentenceCount,
                [
                    "strike": kind ?? language.text(.aStrike), "where": place, "when": date,
                    "count": language.text(killed),
                ]
            )
        case .exact(let number):
            let who = language.text(.whoCount, ["number": spelled(number)], count: number)
            return sentence(about: who, number, at: place)
        case .range(0, let maximum):
            // Perhaps nobody was killed, so that it is not stated as a fact.
            let who = language.text(.whoUpTo, ["max": spelled(maximum)], count: maximum)
            return sentence(about: who, maximum, at: place, isEstablished: false)
        case .range(let minimum, let maximum):
            let who = language.text(
                .whoRange,
                ["min": language.number(minimum), "max": language.number(maximum)],
                count: maximum
            )
            return sentence(about: who, maximum, at: place)
        case .atLeast(let minimum):
            let who = language.text(.whoAtLeast, ["min": spelled(minimum)], count: minimum)
            return sentence(about: who, minimum, at: place)
        }
    }

    /// The sentence about people killed; the verb agrees with their number.
    private func sentence(
        about who: String,
        _ number: Int,
        at place: String,
        isEstablished: Bool? = nil
    ) -> String {
        language.text(
            isEstablished ?? self.isEstablished ? .sentence : .sentenceReported,
            ["who": who, "what": cause, "where": place, "when": date],
            count: number
        )
    }

    /// The place in the author's words, its name and its city; empty when none is recorded.
    private var place: [String] {
        let comma = language.text(.comma)
        var name = dataset.placeName(ofStrikeAt: position, in: language.tag) {
            language.sentences.names($0)
        }
        if name.holds(": ") { name = name.split(separator: ": ").joined(separator: comma) }
        let city = dataset.codebook.label(strike.place.city, .strikes, .city, in: language.tag)
        let hasCity = language.sentences.names(city) && !name.holds(city)
        return [name, hasCity ? city : ""].filter { !$0.isEmpty }
    }

    /// The place as it stands within the sentence.
    private func inner(_ place: String, _ placing: SentenceRules.Placing) -> String {
        if place.isEmpty || placing == .leading { return "" }
        let comma = language.text(.comma)
        // A comma ends a place of several parts, so that it is separated from the date.
        let closed = place.holds(comma) ? place + comma.prefix { $0 != " " } : place
        switch placing {
        case .inside: return language.text(.inPlace, ["place": closed])
        case .prepositional: return closed
        case .leading: return ""
        }
    }

    private var date: String {
        let day = language.adverb(strike.date)
        switch language.sentences.timing(strike.time) {
        case .none: return day
        case .clock:
            return language.text(.timeAt, ["time": language.digits(strike.time), "date": day])
        case .prepositional: return language.text(.timeAbout, ["time": strike.time, "date": day])
        }
    }

    /// What the people were killed by; empty when the type has no wording.
    private var cause: String {
        kind.map { language.text(.byStrike, ["kind": $0]) } ?? ""
    }

    /// The type of strike as it stands in a sentence.
    ///
    /// It has the words of the language's file, or those of the codebook's `values` where they begin with an
    /// article; `nil` for every other text.
    private var kind: String? {
        let type = strike.type
        guard language.sentences.names(type) else { return nil }
        if let phrase = language.phrase("in_a_", type.lowercased().replacingSlashes()) {
            return phrase
        }
        guard language.sentences.hasArticle(type) else { return nil }
        let field = dataset.codebook.resource(.strikes)?.field(.strikeType)
        return field?.values.values.contains(type) == true ? language.isolated(type) : nil
    }

    private func spelled(_ number: Int) -> String {
        language.numberWords.indices.contains(number) && number <= 12
            ? language.numberWords[number] : language.number(number)
    }

    /// The text with a capital first letter, and single spaces where an empty part left more.
    private func capitalized(_ text: String) -> String {
        let words = text.withoutStraySpaces
        guard let first = words.utf8.first else { return "" }
        if (UInt8(ascii: "A")...UInt8(ascii: "Z")).contains(first) { return words }
        let second = words.utf8.dropFirst().first ?? first
        if (UInt8(ascii: "a")...UInt8(ascii: "z")).contains(first), second < 0x80 {
            var bytes = Array(words.utf8)
            bytes[0] = first - 0x20
            return String(decoding: bytes, as: UTF8.self)
        }
        return words.prefix(1).uppercased() + words.dropFirst()
    }
}

extension String {
    fileprivate func replacingSlashes() -> String {
        utf8.contains(UInt8(ascii: "/")) ? String(map { $0 == "/" ? " " : $0 }) : self
    }

    /// The text with single spaces, and none at its ends.
    fileprivate var withoutStraySpaces: String {
        guard hasStraySpaces else { return self }
        let space = UInt8(ascii: " ")
        var bytes: [UInt8] = []
        bytes.reserveCapacity(utf8.count)
        for byte in utf8 where byte != space || bytes.last ?? space != space { bytes.append(byte) }
        if bytes.last == space { bytes.removeLast() }
        return String(decoding: bytes, as: UTF8.self)
    }

    /// Whether there are spaces at an end, or two in a row.
    private var hasStraySpaces: Bool {
        var previous = UInt8(ascii: " ")
        for byte in utf8 {
            if byte == UInt8(ascii: " ") && previous == byte { return true }
            previous = byte
        }
        return previous == UInt8(ascii: " ")
    }
}
