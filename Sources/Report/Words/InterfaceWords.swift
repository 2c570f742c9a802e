// A site changes single words: its file is laid over that of the program for the same language, key by key. So a word
// that the site does not change follows the program, and a slip in a key must not pass unseen.

import Decoding
import Formats
import Records

/// What the words of a report are read from.
public struct InterfaceWords: Sendable {
    /// The files; the program's before the site's for the same language.
    let files: [WordsSource]
    /// What the site calls its records and people, instead of the words in the files.
    var nouns = RecordNouns()
    /// The countries whose names of months the site asks for.
    var regions: [SiteSettings.Region] = []
    /// The languages of the report; `nil` for all that there are files for.
    var languages: Set<String>?
    /// The words that the site's own templates print.
    var printed: Set<String> = []

    /// The words of a site.
    public init(of site: SiteContent) {
        files = site.words
        nouns = site.settings.nouns
        regions = site.settings.regions
        languages = Set(site.settings.languages + site.articles.map(\.language))
        printed = site.templateWords
    }

    /// Words that all are complete, each language in one file.
    init(_ files: [WordsSource]) { self.files = files }

    /// Everything that the languages are made from, for comparison.
    var input: [ExactText] {
        let files = files.flatMap { [ExactText($0.file), ExactText($0.text)] }
        let tags = languages?.sorted() ?? ["*"]
        let countries = regions.flatMap { [$0.language, $0.country, $0.location.description] }
        return files
            + (countries + [nouns.summary] + tags + [""] + printed.sorted()).map(ExactText.init)
    }

    /// The beginnings of the words that the code looks up by what the records hold, such as `noun_killed`.
    static let families = [
        "measure_", "noun_", "change_", "column_", "series_", "field_", "fact_", "kind_", "type_",
        "unit_", "position_", "claim_of_", "define_", "group_", "overlap_", "age_group_", "sex_",
        "victim_status_", "people_status_", "source_kind_", "location_precision_", "attribution_",
        "strike_status_",
        "assessment_", "language_", "in_a_",
    ]

    /// Whether a word that the program does not have is printed anywhere.
    func isUsed(_ key: String) -> Bool {
        printed.contains(key) || InterfaceWords.families.contains(where: key.hasPrefix)
    }
}

/// The files of one language, read: that of the program, that of the site, or one laid over the other.
struct LanguageFiles: Sendable {
    let tag: String
    /// The tree of the program's file; `nil` when the program has no words for the language.
    let original: YAMLNode?
    /// The site's file.
    let own: WordsSource?
    private let ownTree: YAMLNode?

    init(tag: String, original: YAMLNode?, own: WordsSource?, ownTree: YAMLNode?) {
        self.tag = tag
        self.original = original
        self.own = own
        self.ownTree = ownTree
    }

    /// How messages name the file that the site has, or would have to write.
    var file: String { own?.file ?? "templates/words/\(tag).yaml" }

    /// Whether a key or word is the site's.
    func isOwn(_ entry: YAMLNode.Entry) -> Bool { entry.keyLocation.file == own?.file }

    /// The words of the program, by their keys.
    var originalWords: [String: YAMLNode] {
        guard case .mapping(let entries, _)? = original,
            case .mapping(let words, _)? = entries.first(where: { $0.key == "words" })?.value
        else { return [:] }
        return Dictionary(words.map { ($0.key, $0.value) }, uniquingKeysWith: { first, _ in first })
    }

    /// The site's tree over the program's: each key replaces that of the program, and so does each word.
    var tree: YAMLNode? {
        guard case .mapping(let below, let place)? = original, let ownTree else {
            return ownTree ?? original
        }
        guard case .mapping(let above, let ownPlace) = ownTree else {
            return ownTree.isNull ? .mapping(below, place) : ownTree
        }
        return .mapping(
            LanguageFiles.laid(above, over: below) { new, old in
                guard new.key == "words", case .mapping(let all, _) = old.value else {
                    return new
                }
                guard case .mapping(let words, let place) = new.value else {
                    return new.value.isNull ? old : new
                }
                let laid = LanguageFiles.laid(words, over: all) { word, _ in word }
                return new.replacing(value: .mapping(laid, place))
            },
            ownPlace
        )
    }

    /// Entries in place of those with the same keys, and after the others.
    private static func laid(
        _ above: [YAMLNode.Entry],
        over below: [YAMLNode.Entry],
        join: (YAMLNode.Entry, YAMLNode.Entry) -> YAMLNode.Entry
    ) -> [YAMLNode.Entry] {
        let new = Dictionary(above.map { ($0.key, $0) }, uniquingKeysWith: { first, _ in first })
        let known = Set(below.map(\.key))
        return below.map { old in new[old.key].map { join($0, old) } ?? old }
            + above.filter { !known.contains($0.key) }
    }
}
