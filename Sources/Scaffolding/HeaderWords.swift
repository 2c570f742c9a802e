// What the names of columns say, in English, French, Spanish and Arabic. People name columns freely
// ("Nb morts (min)", "عدد القتلى"), so a name is taken apart into words, and each word stands for an idea.

import Formats
import Foundation
import Records

/// An idea that a word in a column's name stands for.
enum Idea: String, CaseIterable {
    case killed, injured, children, women, men, min, max, conceded, fighters, civilians, casualties
    case estimate, birth, age, sex
    case total, named, victims
    case date, start, end, published, updated, time, precision
    case place, district, city, governorate, country, latitude, longitude, coordinates, military
    case id, previous, grading, assessment, belligerent, kind, status, strike
    case url, source, summary, person, contact, note, agent, entry
}

/// A column's name, taken apart.
struct HeaderWords {
    /// The words in small letters, without accents and articles.
    let words: [String]
    /// The ideas that they stand for.
    let ideas: Set<Idea>
    /// The columns that declare one of the words, in the order of their declaration.
    let roles: [Role]
    /// The languages of the words.
    let languages: Set<String>
    /// How many words stand for nothing known.
    let strange: Int

    init(_ name: String) {
        words = HeaderWords.split(name)
        var ideas: Set<Idea> = []
        var roles: Set<Role> = []
        var languages: Set<String> = []
        var strange = 0
        for word in words {
            let found = HeaderWords.entries.filter { $0.matches(word) }
            if found.isEmpty, word.utf8.count > 1 { strange += 1 }
            for entry in found {
                switch entry.meaning {
                case .idea(let idea): ideas.insert(idea)
                case .role(let role): roles.insert(role)
                }
                if !entry.language.isEmpty { languages.insert(entry.language) }
            }
        }
        self.ideas = ideas
        self.roles = HeaderWords.declared.map(\.role).filter(roles.contains)
        self.languages = languages
        self.strange = strange
    }

    /// Whether the name stands for all these ideas.
    func has(_ all: Idea...) -> Bool { all.allSatisfy(ideas.contains) }

    /// Whether the name ends in "by" and so asks who did something, such as "verified by".
    var isAgent: Bool {
        has(.agent) || zip(words, words.dropFirst()).contains { $0 == "من" && $1 == "قبل" }
    }

    /// Whether the name counts the losses of one side, such as "deaths_a".
    var isOfOneSide: Bool {
        has(.killed) && ["a", "b"].contains(words.last ?? "") && languages == ["en"]
    }

    /// Whether the name numbers the parties of an event, such as "actor1", "assoc_actor_2" and "side_b".
    var isParty: Bool {
        words.contains { ["actor1", "actor2"].contains($0) }
            || zip(words, words.dropFirst())
                .contains { word, next in
                    ["actor", "side", "dyad"].contains(word) && ["1", "2", "a", "b"].contains(next)
                }
    }

    /// The name as a standard column's name would be written.
    var snake: String { words.joined(separator: "_") }

    private static func split(_ name: String) -> [String] {
        var spaced = ""
        var previous: Character = " "
        for character in name {
            if character.isUppercase, previous.isLowercase { spaced.append(" ") }
            spaced.append(character)
            previous = character
        }
        let folded =
            spaced.folding(
                options: [.diacriticInsensitive, .caseInsensitive, .widthInsensitive],
                locale: nil
            )
            .lowercased()
        let plain = String(
            folded.compactMap { character -> Character? in
                switch character {
                case "ة": "ه"
                case "ى": "ي"
                case "أ", "إ", "آ", "ٱ": "ا"
                case "ـ": nil
                default: character
                }
            }
        )
        let words = plain.split { !$0.isLetter && !$0.isNumber }
            .map { word in
                let article = ["وال", "بال", "لل", "ال"].first { word.hasPrefix($0) }
                guard let article, word.count > article.count + 1 else { return String(word) }
                return String(word.dropFirst(article.count))
            }
        return joinedLevels(words.filter { !linking.contains($0) })
    }

    /// Words that only link others, such as those in "Nombre de morts" and "Date of incident".
    private static let linking: Set<String> = [
        "of", "the", "de", "du", "des", "la", "le", "les", "el", "los", "las", "del",
    ]

    /// The words with the parts of a level of administration joined: "adm_1" and "admin 1" are one word, "admin1".
    private static func joinedLevels(_ words: [String]) -> [String] {
        var joined: [String] = []
        for word in words {
            if let level = joined.last, ["adm", "admin"].contains(level), word.count == 1,
                word.first?.isNumber == true
            {
                joined[joined.count - 1] = "admin" + word
            } else {
                joined.append(word)
            }
        }
        return joined
    }

    /// What a word of the list stands for.
    enum Meaning {
        /// An idea, of which a name may need several.
        case idea(Idea)
        /// The column that declares it.
        case role(Role)
    }

    /// One word of the list; a star at its end takes any ending.
    struct Entry {
        let meaning: Meaning
        let language: String
        let stem: String
        let isPrefix: Bool

        func matches(_ word: String) -> Bool {
            isPrefix ? word.hasPrefix(stem) : word == stem
        }
    }

    /// The columns that declare words of their own.
    private static let declared = ResourceKind.strikes.columns(of: .builtIn).all
        .filter {
            !$0.headerWords.isEmpty
        }

    static let entries: [Entry] =
        Vocabulary.all.flatMap { entries(.idea($0), $1) }
        + declared.flatMap { entries(.role($0.role), $0.headerWords) }

    /// The entries of lists of words, a text for each language, and one for others.
    private static func entries(_ meaning: Meaning, _ lists: [String]) -> [Entry] {
        zip(["en", "fr", "es", "ar", ""], lists)
            .flatMap { language, list in
                list.split(separator: " ")
                    .map { word in
                        let isPrefix = word.hasSuffix("*")
                        return Entry(
                            meaning: meaning,
                            language: language,
                            stem: String(isPrefix ? word.dropLast() : word),
                            isPrefix: isPrefix
                        )
                    }
            }
    }
}
