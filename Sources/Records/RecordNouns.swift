/// What a site calls its records and the people whom it counts, where that is not strikes and civilians.
///
/// By language tag, the forms of a word by their keys: CLDR plural categories, and `gender` where a language needs it.
public struct RecordNouns: Hashable, Sendable {
    /// A record: `{one: incident, other: incidents}`.
    public var record: [String: [String: String]] = [:]
    /// The people whom `killed` and `injured` count: `{one: journalist, other: journalists}`.
    public var people: [String: [String: String]] = [:]

    /// Whether the records are people, so that a record is called a person unless the site says otherwise.
    public var areOfPeopleOnly = false

    /// The usual words of every language.
    public init() {}

    /// All of them as one text, equal for equal words.
    public var summary: String {
        [record, people]
            .map { words in
                words.sorted { $0.key < $1.key }
                    .map { tag, forms in
                        let forms = forms.sorted { $0.key < $1.key }
                        return "\(tag)\t"
                            + forms.map { "\($0.key)\t\($0.value)" }.joined(separator: "\t")
                    }
                    .joined(separator: "\n")
            }
            .joined(separator: "\u{0}") + (areOfPeopleOnly ? "\u{0}" : "")
    }
}
