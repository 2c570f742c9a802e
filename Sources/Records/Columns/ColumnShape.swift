// What consumers can know about a column without the type of its record: the codebook's reader, the checks,
// selections, `recount new` and the guides all iterate over these lists.

/// A column without access to its value in a record.
public struct ColumnShape: Sendable {
    /// The fact that it holds.
    public let role: Role
    /// What the fact is, in one line of the guides.
    public let meaning: String
    /// What its cells hold.
    public let content: ColumnContent
    /// Whether a record needs it.
    public internal(set) var isRequired = false
    /// Whether it decides what is shown and added up, so that it cannot be private.
    public internal(set) var isDecisive = false
    /// Whether its cells are part of downloads and releases.
    public internal(set) var isPublished = true
    /// Whether it is read even when it is private, because it protects people and is never published.
    public internal(set) var isControl = false
    /// The protections of a record under which its cell is shown.
    public internal(set) var keptUnder: Set<Protection> = []
    /// Whether its cell identifies the record among others of its kind when releases are compared.
    public internal(set) var isNaming = false
    /// The kind of record that its cells refer to.
    public internal(set) var references: ResourceKind?
    /// The column that it needs.
    public internal(set) var partner: Role?
    /// The name of the field by which strikes are selected and grouped; `nil` when they are not.
    public internal(set) var selectionName: String?
    /// Whether the page of a strike lists it, with its label, unless its cell is blank.
    public internal(set) var isListed = false
    /// Its label for readers, by language tag; the one under the empty tag serves all other languages.
    ///
    /// Most columns have none: their labels are in the words files, as `field_` and the standard column.
    public internal(set) var labels: [String: String] = [:]
    /// Words in headers of other people's tables: a text each for English, French, Spanish and Arabic,
    /// in small letters, without accents and articles; a star takes any ending.
    public internal(set) var headerWords: [String] = []

    init(_ role: Role, _ meaning: String, _ content: ColumnContent) {
        self.role = role
        self.meaning = meaning
        self.content = content
    }

    /// Whether its cells are words that are compared as ``Key/of(_:)``.
    public var isKey: Bool {
        switch content {
        case .text(.key), .text(.assessment), .text(.grading), .text(.word): true
        case .text(.any), .text(.name), .text(.id), .text(.url), .text(.time), .text(.age),
            .names, .ids, .number, .count, .date, .strikeDate, .coordinate:
            false
        }
    }
}

/// The kinds of values that a column's cells hold.
public enum ColumnContent: Sendable, Hashable {
    /// A text.
    case text(TextForm)
    /// A text in another language, a column a language.
    case names(TextForm)
    /// Ids of records, separated by semicolons.
    case ids
    /// A number of people that is exact or unknown.
    case number
    /// A count of people, or one end of it, as the role says.
    case count
    /// A day, month or year.
    case date
    /// A part of a strike's date.
    case strikeDate(DatePart)
    /// One number of a point on the ground.
    case coordinate(Axis)

    /// The columns that together date a strike.
    public enum DatePart: Sendable, Hashable {
        /// The first day, or the only one.
        case first
        /// The last day.
        case last
        /// How precise the date is, in a word of the model.
        case precision
    }

    /// The numbers of a point.
    public enum Axis: Sendable, Hashable {
        /// Decimal degrees north.
        case latitude
        /// Decimal degrees east.
        case longitude
    }
}

/// What the text in a cell is.
public enum TextForm: Sendable, Hashable {
    /// Any text.
    case any
    /// A text with few different values in a table, such as a district.
    case name
    /// A word of a short list, compared as ``Key/of(_:)``.
    case key
    /// The record's own name.
    case id
    /// An http or https address.
    case url
    /// A local time of day, or words for one.
    case time
    /// An age in years, or words for one.
    case age
    /// One of the gradings in the site's settings.
    case grading
    /// One of the military's verdicts in the site's settings.
    case assessment
    /// One of the model's own words.
    case word(ModelWords)
}

/// Words that the model defines, such as the positions of a claim.
public struct ModelWords: Sendable, Hashable {
    /// What each of them is, as in "no position of a claim".
    public let what: String
    /// The words.
    public let words: [String]
    /// Other spellings that are read, with the word that each stands for; `""` for unknown.
    public let synonyms: [String: String]
    /// Words that are not read, because they may mean something else, with what they probably mean.
    public let likely: [String: String]
    /// Spellings that are not read in a column whose codebook gives a meaning to another word: beside H for
    /// a man, M is no man.
    public let contested: [String: String]
    /// Whether other words may stand in the column, which is then reported as a warning.
    public let isOpen: Bool

    /// Takes the words from the cases of a type.
    init<Word: RawRepresentable<String> & CaseIterable>(
        _ what: String,
        _ type: Word.Type,
        synonyms: [String: Word] = [:]
    ) {
        self.init(
            what,
            words: Word.allCases.map(\.rawValue),
            synonyms: synonyms.mapValues(\.rawValue)
        )
    }

    /// Takes the words as they are.
    init(
        _ what: String,
        words: [String],
        synonyms: [String: String],
        likely: [String: String] = [:],
        contested: [String: String] = [:],
        isOpen: Bool = false
    ) {
        self.what = what
        self.words = words
        self.synonyms = synonyms
        self.likely = likely
        self.contested = contested
        self.isOpen = isOpen
    }

    /// The word that a key stands for; `nil` when it is none of them.
    public func word(_ key: String) -> String? {
        words.contains(key) ? key : synonyms[key]
    }
}

extension ColumnContent {
    /// The model's words that its cells may hold; `nil` when they are other texts.
    public var words: ModelWords? {
        switch self {
        case .text(.word(let words)): words
        case .strikeDate(.precision): .datePrecisions
        case .text(.any), .text(.name), .text(.key), .text(.id), .text(.url), .text(.time),
            .text(.age), .text(.grading), .text(.assessment), .names, .ids, .number, .count,
            .date, .strikeDate(.first), .strikeDate(.last), .coordinate:
            nil
        }
    }
}
