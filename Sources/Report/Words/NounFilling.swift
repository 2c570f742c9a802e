import Records

/// Puts the names of records and people into the words of a language: `[record]`, `[people]`.
///
/// A name in brackets stands for a form of the word, `[واحدة|واحد]` for the one of two words that agrees with the
/// gender of a record, `[people: tuées|tués]` for the one that agrees with that of the people. It is done once, when
/// a file of words is read, so that no page pays for it.
struct NounFilling {
    private let forms: [String: String]
    private let isMasculine: Bool
    private let arePeopleFeminine: Bool

    /// Takes the forms of both words by their keys, and the tag of their language.
    init(record: [String: String], people: [String: String], language: String) {
        isMasculine = record["gender"] == "masculine"
        arePeopleFeminine = people["gender"] == "feminine"
        var forms: [String: String] = [:]
        func add(_ name: String, _ text: String?) { forms[name] = text }
        let one = record["one"] ?? record["other"]
        let two = record["two"] ?? record["other"]
        add("record", one)
        add("records", record["few"] ?? record["other"])
        add("a record", one.map { NounFilling.withArticle($0) })
        add("two records", two)
        add("pair of records", two.map { NounFilling.oblique($0) })
        add("many records", record["many"] ?? record["other"])
        let several = people["few"] ?? people["other"]
        add("person", people["one"] ?? people["other"])
        add("people", several)
        add("people killed", several.map { NounFilling.nominative($0) })
        add("two people", people["two"] ?? people["other"])
        add("many people", people["many"] ?? people["other"])
        if language == "fr" || language.hasPrefix("fr-") {
            for (name, word) in [
                ("record", one), ("records", record["other"]),
                ("person", people["one"] ?? people["other"]), ("people", people["other"]),
            ] {
                add("of " + name, word.map { NounFilling.elided("de ", $0) })
            }
            if let one {
                forms.merge(NounFilling.frenchForms(one, isMasculine: isMasculine)) { $1 }
            }
        }
        self.forms = forms
    }

    /// All forms of a word in small letters, by which numerals beside it are understood.
    static func texts(_ forms: [String: String]) -> [String] {
        Set(forms.filter { $0.key != "gender" }.values.map { $0.lowercased() }).sorted()
    }

    /// A text with the words in it.
    func filled(_ text: String) -> String {
        guard text.utf8.contains(UInt8(ascii: "[")) else { return text }
        var filled = ""
        var rest = text[...]
        while let open = rest.firstIndex(of: "["), let close = rest[open...].firstIndex(of: "]") {
            filled += rest[..<open]
            let inner = rest[rest.index(after: open)..<close]
            filled += word(inner) ?? String(rest[open...close])
            rest = rest[rest.index(after: close)...]
        }
        return filled + rest
    }

    private func word(_ inner: Substring) -> String? {
        if inner.hasPrefix(NounFilling.ofPeople), let bar = inner.firstIndex(of: "|") {
            let feminine = inner[..<bar].dropFirst(NounFilling.ofPeople.count)
            return String(arePeopleFeminine ? feminine : inner[inner.index(after: bar)...])
        }
        if let bar = inner.firstIndex(of: "|") {
            return String(isMasculine ? inner[inner.index(after: bar)...] : inner[..<bar])
        }
        if let form = forms[String(inner)] { return form }
        let small = inner.prefix(1).lowercased() + inner.dropFirst()
        return forms[small].map { $0.prefix(1).uppercased() + $0.dropFirst() }
    }

    private static let ofPeople = "people: "

    /// The French word for one record with its articles: “l’attaque”, “du bombardement”, “cet incident”.
    private static func frenchForms(_ one: String, isMasculine: Bool) -> [String: String] {
        let isElided = isElided(one)
        let this = isMasculine ? (isElided ? "cet " : "ce ") : "cette "
        let ofThe = isElided ? "de l’" : isMasculine ? "du " : "de la "
        return [
            "a record": (isMasculine ? "un " : "une ") + one,
            "of a record": (isMasculine ? "d’un " : "d’une ") + one,
            "the record": elided(isMasculine ? "le " : "la ", one),
            "of the record": ofThe + one,
            "this record": this + one,
            "of this record": "de " + this + one,
        ]
    }

    /// A French particle and a word: “de frappe”, “d’attaque”.
    private static func elided(_ particle: String, _ word: String) -> String {
        isElided(word) ? particle.dropLast(2) + "’" + word : particle + word
    }

    /// Whether “le” and “de” lose their vowel before a French word; the “h” of nearly all of them is mute.
    private static func isElided(_ word: String) -> Bool {
        word.first.map { "aàâeéèêiîoôœuûyh".contains($0.lowercased()) } ?? false
    }

    /// The English word with its article: “an attack”.
    private static func withArticle(_ word: String) -> String {
        let vowels = Set("aeiou")
        let isVowel = word.first.map { vowels.contains(Character($0.lowercased())) } ?? false
        return (isVowel ? "an " : "a ") + word
    }

    /// The Arabic dual after another word: غارتين of غارتان.
    private static func oblique(_ dual: String) -> String {
        dual.hasSuffix("ان") ? dual.dropLast(2) + "ين" : dual
    }

    /// The sound masculine plural as a subject: مدنيون of مدنيين; other plurals do not change.
    private static func nominative(_ plural: String) -> String {
        plural.hasSuffix("ين") ? plural.dropLast(2) + "ون" : plural
    }
}
